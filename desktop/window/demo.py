"""The whole job on the seed pair, unseen: the real window, real keys, every export."""

import sys
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QSettings,
    Qt,
    QThreadPool,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest

from desktop.exchange import archive
from desktop.exchange.lessons import seed_files, seed_pair
from desktop.exchange.writers import WRITERS, Options, save
from desktop.library.model import Note, Tag
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.text.codebook import Kind, Side
from desktop.tr import tr
from desktop.window.app import application
from desktop.window.main_window import MainWindow
from desktop.window.sheets.import_sheet import ImportSheet
from desktop.window.workspace import Workspace

FILES = {
    "csv": "tags.csv",
    "archive": "archive.json",
    "worksheet": "worksheet.docx",
    "key": "key.docx",
    "page": "pair.html",
}
"""What each writer's file is called here."""

LOOKS = "looks.ini"
"""The settings' file here. It lies beside no other library, so a demo knows its own by it."""

KEYS = {
    Kind.QUOTE: Qt.Key.Key_1,
    Kind.PARAPHRASE: Qt.Key.Key_2,
    Kind.ADDITION: Qt.Key.Key_3,
}


class Demo:
    """Drives one window. Every step prints what it did and raises where it went wrong."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.library = out / "library.sqlite"
        self.app = application()
        self.window = self._open()

    def _open(self) -> MainWindow:
        settings = QSettings(str(self.out / LOOKS), QSettings.Format.IniFormat)
        window = MainWindow(Workspace(Store(self.library)), settings)
        window.resize(1280, 800)
        window.show()
        if pairs := window.workspace.shelf():
            window.workspace.open(pairs[0].pair_id)
        self.window = window
        self._settle()
        return window

    def play(self) -> None:
        """Do the whole job."""
        self._import()
        self._tag()
        before = self._state()
        self.window.close()
        self._say("closed the window")
        self._open()
        _hold(self._state() == before, "what was tagged is not there after reopening")
        self._say(f"opened it again: {len(before)} tags and notes are there")
        self._export()
        self._pictures()
        self.window.close()
        for name in (*FILES.values(), "window-light.png", "window-dark.png", "library.sqlite"):
            _hold((self.out / name).stat().st_size > 0, f"{name} was not written")

    def _import(self) -> None:
        colours = self.window.looks.look.colours()
        sheet = ImportSheet(colours, self.window.workspace.shelve, self.window)
        sheet.take_files(seed_files())
        self._settle()
        for side, known in zip(Side, seed_pair(), strict=True):
            sheet.sides[side].outlet.setText(known.outlet)
            sheet.sides[side].published.setText(known.published)
        sheet.buttons.accepted.emit()
        self._settle()
        _hold(sheet.contents is not None, "the seed pair was not read")
        assert sheet.contents is not None
        self.window.workspace.open(sheet.contents.pair.id)
        self._settle()
        contents = self.window.workspace.contents
        assert contents is not None
        upper, lower = contents.source, contents.rewrite
        _hold(bool(contents.links), "no sentences were linked")
        self._say(
            f"imported the seed pair: {len(upper.taggable)} source and {len(lower.taggable)} "
            f"rewrite sentences, {len(contents.links)} links"
        )

    def _tag(self) -> None:
        desk, workspace = self.window.desk, self.window.workspace
        contents = workspace.contents
        assert contents is not None
        taken = 0
        while taken < 6 and workspace.suggestion(desk.current) is not None:
            self._press(Qt.Key.Key_Return)
            taken += 1
            _hold(len(workspace.tags()) == taken, "Enter accepted nothing")
        _hold(taken > 0, "no suggestion could be accepted")
        self._say(f"accepted {taken} suggestions with Enter")
        while desk.side() is Side.REWRITE and desk.current not in workspace.tags():
            sentence, suggestion = desk.current, workspace.suggestion(desk.current)
            kind = suggestion.kind if suggestion else Kind.PARAPHRASE
            self._press(KEYS[kind])
            _hold(workspace.tags()[sentence].kind is kind, f"{kind} was not stored")
        _hold(len(workspace.tags()) == len(contents.rewrite.taggable), "sentences were passed over")
        self._say("tagged the rest of the rewrite by key")
        self._press(Qt.Key.Key_4)
        _hold(any(t.kind is Kind.OMISSION for t in workspace.tags().values()), "no omission")
        tags = len(workspace.tags())
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        _hold(len(workspace.tags()) == tags - 1, "undo took nothing back")
        self._say("tagged an omission and undid it")
        workspace.note(contents.rewrite.taggable[1].id, "Who says so, and to whom?")
        workspace.keep_draft()
        _hold(len(workspace.store.all(Note)) == 1, "the note was not stored")
        self._say("noted one sentence")

    def _export(self) -> None:
        contents = self.window.workspace.contents
        assert contents is not None
        for writer in WRITERS:
            if writer.name in FILES:
                data = writer.write(contents, Options(coder=self.window.workspace.coder))
                save(data, self.out / FILES[writer.name])
        (back,) = archive.read((self.out / FILES["archive"]).read_bytes())
        _hold(back == contents, "the archive does not read back to the same pair")
        self._say(f"exported {', '.join(FILES.values())}; the archive reads back the same")

    def _pictures(self) -> None:
        for look in ("dark", "light"):
            self.window.actions_[look].trigger()
            self._settle()
            self.window.grab().save(str(self.out / f"window-{look}.png"))
        self._say("took pictures, light and dark")

    def _press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.window.desk.panes[self.window.desk.side()], key, held)
        self._settle()

    def _settle(self) -> None:
        """Let everything under way be finished and shown."""
        self.app.processEvents()
        while getattr(self, "window", None) and self.window.workspace.thinking:
            QThreadPool.globalInstance().waitForDone()
            self.app.processEvents()
        QThreadPool.globalInstance().waitForDone()
        self.app.processEvents()

    def _state(self) -> set[str]:
        store = self.window.workspace.store
        return {v.model_dump_json() for kind in (Tag, Note) for v in store.all(kind)}

    def _say(self, what: str) -> None:
        print(f"· {what}")


def demo(out: Path) -> int:
    """Do the job in a fresh library in `out`; return the exit code.

    Raises Problem where the folder cannot be written or holds a library that no demo made,
    AssertionError where anything is missing.
    """
    if (out / "library.sqlite").exists() and not (out / LOOKS).exists():
        raise Problem(
            tr(
                "{path} holds a library that no demo made. It was left as it is. "
                "Name another folder.",
                path=out,
            )
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        for old in out.glob("library.sqlite*"):
            old.unlink()
        (out / LOOKS).touch()
    except OSError as error:
        raise Problem(
            tr("The folder {path} cannot be written: {why}.", path=out, why=error.strerror)
        ) from error
    qInstallMessageHandler(_told_by_qt)
    Demo(out).play()
    qInstallMessageHandler(None)
    print(tr("Done. Everything is in {out}.", out=out))
    return 0


def _told_by_qt(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not that an unseen window has no size hints."""
    if not message.startswith("This plugin does not support"):
        print(f"Qt, {kind.name}: {message}", file=sys.stderr)


def _hold(condition: bool, otherwise: str) -> None:
    if not condition:
        raise AssertionError(otherwise)
