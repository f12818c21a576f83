"""What the commands for whole pairs do: each method is a command of that name in the table."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from desktop.exchange import archive
from desktop.library.backups import copy_to
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.tr import counted, tr
from desktop.window.look.looks import Looks
from desktop.window.sheets.asking import Answers, leaves
from desktop.window.sheets.choosers import open_files, save_file
from desktop.window.sheets.export_sheet import ExportSheet
from desktop.window.sheets.restore_sheet import RestoreSheet
from desktop.window.workspace import Workspace


class Pairwork(QObject):
    """Pairs in, out and away. Sheets are shown above `window`."""

    said = Signal(str)
    """A sentence for the status line."""
    restoring = Signal(Path)
    """A backup is to take the library's place; whoever opened the window sees to it."""

    def __init__(
        self, workspace: Workspace, looks: Looks, settings: QSettings, window: QWidget
    ) -> None:
        super().__init__(window)
        self.workspace, self.looks, self.window_ = workspace, looks, window
        self._settings = settings
        workspace.coder = str(settings.value("coder", workspace.coder))
        workspace.opened.connect(self._remember)

    def _remember(self) -> None:
        """Whichever way a pair was opened, the next start shows it first."""
        if self.workspace.contents is not None:
            self._settings.setValue("pair", self.workspace.contents.pair.id)

    def new_pair(self, paths: list[Path] | None = None) -> None:
        """Show the import sheet, with these files already read. Raises Problem before anything is
        sorted there where nothing can be stored."""
        self.workspace.store.check_writable()
        from desktop.window.sheets.import_sheet import ImportSheet  # readers: 40 ms of start-up

        colours = self.looks.look.colours()
        sheet = ImportSheet(colours, self.workspace.shelve, self.window_)
        if paths:
            sheet.take_files(paths)
        new = sheet.contents if sheet.exec() else None
        sheet.deleteLater()
        if new is not None:
            self.workspace.open(new.pair.id)

    def take_dropped(self, paths: list[Path]) -> None:
        """Take files dropped on the window: an archive, or the articles of a new pair."""
        if len(paths) == 1 and paths[0].suffix.lower() == ".json":
            self.open_archive(paths[0])
        else:
            self.new_pair(paths)

    def open_archive(self, path: Path | None = None) -> None:
        """Take the pairs of an archive into the library."""
        self.workspace.store.check_writable()
        chosen = [path] if path else open_files(self.window_, "*.json", tr("Open an archive"))
        if not chosen:
            return
        pairs = archive.load(chosen[0])
        new = self.workspace.add_archived(pairs)
        said = [
            counted("{count} pair was added.", "{count} pairs were added.", new)
            if new
            else tr("These pairs are in the library already; nothing was changed.")
        ]
        binned = set(self.workspace.store.pair_ids(binned=True))
        hidden = sum(contents.pair.id in binned for contents in pairs)
        if hidden:
            said.append(
                counted(
                    "{count} of them is in the bin. Look there to take it back.",
                    "{count} of them are in the bin. Look there to take them back.",
                    hidden,
                )
            )
        self.said.emit(" ".join(said))

    def sample_lessons(self) -> None:
        """Show the lessons. Raises Problem as `new_pair` does."""
        self.workspace.store.check_writable()
        from desktop.window.sheets.lessons_sheet import LessonsSheet  # as above

        sheet = LessonsSheet(self.workspace.shelve, self.window_)
        new = sheet.contents if sheet.exec() else None
        sheet.deleteLater()
        if new is not None:
            self.workspace.open(new.pair.id)
            self.said.emit(
                tr("Added, with its key. What the lesson is for: View ▸ What to look for.")
            )

    def export(self) -> None:
        if self.workspace.contents is None:
            return
        sheet = ExportSheet(self.workspace.contents, self.workspace.coder, self.window_)
        if sheet.exec() and sheet.written is not None:
            self.said.emit(tr("Written: {path}", path=sheet.written))
        sheet.deleteLater()

    def back_up(self) -> None:
        """Copy the whole library to a place a person chooses."""
        library = self.workspace.store.path
        goal = save_file(self.window_, "twice-told.sqlite", tr("Back up library"))
        if goal is not None:
            copy_to(library, goal)
            self.said.emit(tr("The library was copied to {path}.", path=goal))

    def restore(self) -> None:
        """Put a backup a person chooses in the library's place."""
        store = self.workspace.store
        store.check_writable()
        sheet = RestoreSheet(store.path, self.window_)
        if sheet.exec() and sheet.chosen is not None:
            self.restoring.emit(sheet.chosen)
        sheet.deleteLater()

    def bin_pair(self) -> None:
        """Move the open pair to the bin, or take it back from there."""
        contents = self.workspace.contents
        if contents is None:
            return
        binned = not contents.pair.binned
        self.workspace.bin(contents.pair.id, binned=binned)
        if binned:
            self.workspace.close_pair()
            self.said.emit(
                tr("The pair is in the bin. Undo, or look into the bin, to get it back.")
            )

    def toggle_suggestions(self) -> None:
        """Predict, then reveal: hide suggestions and links until a sentence is tagged, or show
        them."""
        self.workspace.predict(not self.workspace.predicting)
        self.said.emit(
            tr("Suggestions and links are hidden until you have tagged.")
            if self.workspace.predicting
            else tr("Suggestions and links are shown.")
        )

    def may_close(self) -> bool:
        """Keep the note being written; where that cannot be done, tell whether a person would
        rather do without it than stay."""
        try:
            self.workspace.keep_draft()
        except Problem as problem:
            question = tr("{problem}\n\nClose this window without the note?", problem=problem)
            answers = Answers(tr("&Go on here"), tr("&Discard the note"))
            if not leaves(self.window_, tr("Twice Told"), question, answers):
                return False
            self.workspace.drop_draft()
        return True

    def choose_coder(self) -> None:
        """Let a person say under which code they tag."""
        code, given = QInputDialog.getText(
            self.window_,
            tr("Coder"),
            tr("Your code, such as K7. It stands in files instead of your name."),
            text=self.workspace.coder,
        )
        code = "".join(code.split())[:12]
        if given and code:
            self.workspace.take_coder(code)
            self._settings.setValue("coder", code)

    def toggle_captions(self) -> None:
        """Let captions of the open pair get tags as well, or none any more."""
        contents = self.workspace.contents
        if contents is not None:
            self.workspace.tag_captions(tagged=not contents.pair.captions)

    def make_key(self) -> None:
        """Make one's own tags of the open pair its key; in another's place once that is agreed."""
        contents, coder = self.workspace.contents, self.workspace.coder
        if contents is None:
            return
        self.workspace.store.check_writable()
        if contents.pair.key in ("", coder) or self._replaces_key(contents, coder):
            self.workspace.make_key()
            self.said.emit(tr("Your tags are this pair's key now: the answer sheet prints them."))

    def _replaces_key(self, contents: Contents, coder: str) -> bool:
        key = contents.pair.key
        theirs, own = (
            counted("{count} tag", "{count} tags", len(contents.tags_of(code)))
            for code in (key, coder)
        )
        question = tr(
            "This pair has a key already: {theirs} by {key}. Make your own the key in its place "
            "({own} by {coder})? The tags of {key} are kept, and undo makes them the key again.",
            theirs=theirs,
            own=own,
            key=key,
            coder=coder,
        )
        answers = Answers(tr("&Keep this key"), tr("&Replace the key"))
        return leaves(self.window_, tr("My tags are the key"), question, answers)
