"""The main window: lays out the parts and binds each command to the method of its name."""

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.problem import Problem
from desktop.tr import tr
from desktop.window import faults
from desktop.window.commands.binding import Binding
from desktop.window.commands.keyline import Keyline
from desktop.window.commands.keys_sheet import KeysSheet
from desktop.window.commands.palette import Palette
from desktop.window.desk.announcer import Announcer
from desktop.window.desk.desk import Desk
from desktop.window.desk.find_bar import FindBar
from desktop.window.desk.inspector import Inspector
from desktop.window.desk.scrolling import LinkedScrolling
from desktop.window.doing.deskwork import Deskwork
from desktop.window.doing.pairwork import Pairwork
from desktop.window.doing.parts import Parts
from desktop.window.doing.views import Views
from desktop.window.invitation import Invitation
from desktop.window.look.elided import ElidedLabel
from desktop.window.look.look import Look, set_menu_size
from desktop.window.look.looks import Looks
from desktop.window.look.plain import PlainLabel, in_title
from desktop.window.look.style import palette, style_sheet
from desktop.window.sheets.appearance import Appearance
from desktop.window.sheets.help_sheet import FIRST_STEPS, TAGS, HelpSheet
from desktop.window.shelf import Shelf
from desktop.window.standing import keep_place, take_place
from desktop.window.status import status
from desktop.window.workspace import Workspace


class MainWindow(QMainWindow):
    """The window of one library."""

    def __init__(self, workspace: Workspace, settings: QSettings) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.workspace = workspace
        self.settings = settings
        take_place(self, settings)
        self.looks = Looks(settings, self)
        self.shelf = Shelf(workspace)
        self.desk = Desk(workspace)
        self.inspector = Inspector(workspace)
        self.views = Views(workspace, self.desk)
        self.work = Deskwork(workspace, self.desk, self.inspector, self.views)
        self.finder = FindBar(self.desk)
        self.scrolling = LinkedScrolling(self.desk)
        self.invitation = Invitation()
        self.help: HelpSheet | None = None
        self.lasting = False
        self.title, self.saved, self.hint = ElidedLabel(self), QLabel(), PlainLabel()
        self.pairs = Pairwork(workspace, self.looks, settings, self)
        parts = (self.shelf, self.invitation, *self.views.parts, self.inspector, self.finder)
        self.parts = Parts(parts, self.views, self.finder)
        self.announcer = Announcer(workspace, self.desk, self)
        doers = (self.work, self.pairs, self.looks, self.parts, self.views, self)
        self.binding = Binding(self, doers, settings)
        self.binding.put_on(self.desk)
        self.binding.put_on(self.views.table.view)
        self.actions_ = self.binding.actions
        self.keyline = Keyline(self.binding)
        self._arrange()
        self._connect()
        self._show_look(self.looks.look)
        self._refresh()

    # making

    def _arrange(self) -> None:
        for label, name in ((self.title, "title"), (self.saved, "saved"), (self.hint, "hint")):
            label.setObjectName(name)
        self.hint.setWordWrap(True)
        self.hint.hide()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.saved)
        body = QWidget()
        body.setObjectName("body")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 8, 12, 4)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.finder)
        self.halves = QSplitter(Qt.Orientation.Vertical)
        self.halves.addWidget(self.views)
        self.halves.addWidget(self.inspector)
        self.halves.setStretchFactor(0, 1)
        self.halves.setChildrenCollapsible(False)
        column.addWidget(self.halves, 1)
        column.addWidget(self.invitation, 1)
        column.addWidget(self.keyline)
        self.split = QSplitter()
        self.split.addWidget(self.shelf)
        self.split.addWidget(body)
        self.split.setStretchFactor(1, 1)
        self.setCentralWidget(self.split)
        self.statusBar().setSizeGripEnabled(False)  # there from the start: nothing moves for it

    def _connect(self) -> None:
        workspace = self.workspace
        self.shelf.chosen.connect(self._open)
        self.shelf.wanted.connect(self.actions_["new_pair"].trigger)
        self.desk.moved.connect(self.inspector.show_sentence)
        self.finder.closed.connect(self.views.take_focus)
        self.inspector.rule.clicked.connect(self.show_codebook)
        self.inspector.left.connect(self.views.take_focus)
        self.work.said.connect(self._say)
        self.pairs.said.connect(self._say)
        workspace.refused.connect(self._say)
        workspace.told.connect(self._say)
        workspace.failed.connect(self._fault)
        workspace.changed.connect(self._refresh)
        workspace.drafted.connect(self._refresh)
        workspace.opened.connect(self._refresh)
        workspace.suggested.connect(self._refresh)
        workspace.opened.connect(self.views.take_focus)
        self.binding.told = self.tell
        self.invitation.new_pair.connect(self.actions_["new_pair"].trigger)
        self.invitation.lessons.connect(self.actions_["sample_lessons"].trigger)
        self.looks.changed.connect(self._show_look)
        self.binding.asked.connect(self._tick)

    def _tick(self) -> None:
        """Tick what is switched on, as a menu opens."""
        chosen, contents = self.looks.look.theme, self.workspace.contents
        on = {
            "toggle_library": self.shelf.isVisible(),
            "toggle_table": self.views.front is self.views.table,
            "toggle_furniture": self.desk.furniture,
            "toggle_captions": contents is not None and contents.pair.captions,
            "toggle_scrolling": self.scrolling.locked,
            "toggle_suggestions": self.workspace.predicting,
            "light": chosen == "light",
            "dark": chosen == "dark",
            "contrast": chosen == "contrast",
            "follow_system": not chosen,
        }
        for name, ticked in on.items():
            self.actions_[name].setCheckable(True)
            self.actions_[name].setChecked(ticked)

    # telling

    def tell(self, sentence: str) -> None:
        """Show a person what happened and what to do next."""
        faults.inform(self, sentence)

    def show_hint(self, sentence: str, *, lasting: bool = False) -> None:
        """Show an invitation above the desk until the first tag, or a warning that stays."""
        self.lasting = lasting
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))
        self.announcer.say(sentence)

    def _say(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence, 6000)
        self.announcer.say(sentence)

    def _fault(self, error: Exception) -> None:
        faults.tell_soon(error)

    def _refresh(self) -> None:
        contents, history = self.workspace.contents, self.workspace.history
        title = contents.pair.title if contents else ""
        self.title.setText(title or tr("No pair is open"))
        self.setWindowTitle(" – ".join(part for part in (title, tr("Twice Told")) if part))
        self.saved.setText(status(self.workspace))
        self.halves.setVisible(contents is not None)
        self.invitation.setVisible(contents is None)
        for name, label, plain in (
            ("undo", history.undo_label, tr("&Undo")),
            ("redo", history.redo_label, tr("&Redo")),
        ):
            self.actions_[name].setEnabled(bool(label))
            self.actions_[name].setText(f"{plain} “{in_title(label)}”" if label else plain)
        if self.workspace.tags() and not self.lasting:
            self.hint.hide()

    def quit(self) -> None:
        """Close the window; everything is on disk."""
        self.close()

    def _open(self, pair_id: str) -> None:
        if not self.workspace.attempt(lambda: self.workspace.open(pair_id)):
            self.shelf.show_open()

    # commands: looks

    def _show_look(self, look: Look) -> None:
        QApplication.setPalette(palette(look.colours()))
        set_menu_size(look.menu_size())
        self.setStyleSheet(style_sheet(look.colours(), look.menu_size()))
        self.keyline.set_colours(look.colours())
        self.views.set_look(look)
        self.inspector.set_look(look)

    def appearance(self) -> None:
        """Show the sheet for looks."""
        _show(Appearance(self.looks, self))

    def find_words(self) -> None:
        """Find words in both texts."""
        self.finder.open()

    def toggle_scrolling(self) -> None:
        """Let the panes scroll together, or each by itself."""
        self.scrolling.locked = not self.scrolling.locked
        self._say(
            tr("The texts scroll together.")
            if self.scrolling.locked
            else tr("Each text scrolls by itself.")
        )

    def toggle_library(self) -> None:
        self.views.take_focus()  # first: hiding what has the focus gives it to the next widget
        self.shelf.setVisible(not self.shelf.isVisible())

    def toggle_furniture(self) -> None:
        self.desk.show_furniture(not self.desk.furniture)

    # commands: help

    def show_help(self) -> None:
        """Show the help beside the window."""
        self._help(FIRST_STEPS)

    def show_codebook(self) -> None:
        """Show what the codebook says of the tag of the sentence in hand."""
        self._help(TAGS, self.inspector.kind())

    def _help(self, page: str, anchor: str = "") -> None:
        if self.help is not None:
            self.help.deleteLater()
        self.help = HelpSheet(self.looks.look, self)
        self.help.show()
        self.help.show_page(page, anchor)

    def show_keys(self) -> None:
        """Show all keys; they can be changed there."""
        _show(KeysSheet(self.binding, self))

    def find_command(self) -> None:
        """Find a command by typing."""
        _show(Palette(self.binding, self))

    # events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        try:
            self.pairs.take_dropped(paths)
        except Problem as problem:
            self._fault(problem)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.pairs.may_close():
            event.ignore()
            return
        keep_place(self, self.settings)
        self.workspace.store.close()
        super().closeEvent(event)


def _show(sheet: QDialog) -> None:
    """Show a sheet until it is closed; it does not stay to be styled with every look."""
    sheet.exec()
    sheet.deleteLater()
