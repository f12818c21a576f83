"""A person at the desk: all they can do there, done by keys and clicks in the real window."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from PySide6.QtCore import QDeadlineTimer, QEvent, QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.library import hints
from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.model import Pair, Sentence
from desktop.library.store import Store
from desktop.text.codebook import Kind, Role, Side
from desktop.window.app import application
from desktop.window.opening import window as window_of
from tests import samples
from tests.window import press

CODER = "K1"
KEYS = {
    "1": Kind.QUOTE,
    "2": Kind.PARAPHRASE,
    "3": Kind.ADDITION,
    "4": Kind.OMISSION,
    "5": Kind.KEPT,
    "6": Kind.UNSURE,
}
LOOKS = (
    *("dark", "light", "contrast", "larger", "smaller", "toggle_library", "toggle_furniture"),
    *("toggle_table", "toggle_suggestions", "toggle_scrolling"),
)
GOING = (*("Down", "Up", "J", "K", "Tab", "N", "Shift+N", "Shift+B", "Shift+C", "Shift+F6"),)
SECOND = (
    (Role.HEADLINE, "Council stunned"),
    (Role.BODY, "The mayor left on Monday. She gave no reason. Nobody was told."),
    (Role.BODY, "“I am tired,” the mayor told the council. The bridge stays shut."),
    (Role.CREDIT, "Photo: a passer-by"),
)

COMMANDS: dict[str, dict[str, Sequence]] = {
    "tag": {"key": tuple(KEYS)},
    "clear": {"key": ("0", "Delete")},
    "accept": {},
    "accept_all": {"score": (0.0, 0.5, 0.8)},
    "note": {
        "text": ("", "why", "12 j", "Ärger 🎉"),
        "leave": ("Return", "Escape", "F6", "click", "menu", "restart", "open"),
    },
    "bookmark": {},
    "link": {"then": ("", "1", "4")},
    "unlink": {},
    "confirm": {"key": ("C", "Ctrl+Shift+C")},
    "reject": {},
    "cut": {"key": ("S", "M", "Shift+S", "Shift+M", "O"), "right": range(31)},
    "go": {"key": GOING},
    "click": {"side": tuple(Side), "number": range(9)},
    "find": {"words": ("the", "mayor", "nowhere")},
    "look": {"name": LOOKS},
    "resize": {"wide": range(700, 1601), "high": range(480, 1001)},
    "open_other": {"row": range(2)},
    "bin": {},
    "restart": {},
    "undo": {"times": range(1, 5)},
    "redo": {"times": range(1, 5)},
}
"""What can be done, and with what: each is a method of `Person`."""

ANYWHERE = {"look", "resize", "open_other", "restart", "undo", "redo"}
"""What can be done where no sentence is in hand."""

OFTEN = {"tag", "clear", "accept", "note", "bookmark", "link", "unlink", "undo"}
"""What one does most of the time: four times as likely as the rest."""


def fill(path: Path) -> None:
    """Make a library of two pairs that share their source."""
    first = samples.pair()
    lower = samples.side(Side.REWRITE, SECOND)
    ids = {"source_id": first.source.article.id, "rewrite_id": lower.article.id}
    second = Contents(Pair(**ids, title="Council"), first.source, lower)
    with closing(Store(path)) as store:
        store.add(replace(first, links=hints.links(first)).values)
        shared = set(first.source.sentences + first.source.blocks) | {first.source.article}
        values = replace(second, links=hints.links(second)).values
        store.add(value for value in values if value not in shared)


class Person:
    """Sits at the window of the library at `path`; `heard` is called with each edit it shows.

    Who is patient waits for the engine's suggestions before every key.
    """

    def __init__(self, path: Path, heard: Callable[[Edit], None], *, patient: bool = True) -> None:
        self.path, self.heard, self.patient = path, heard, patient
        self.begin()

    def begin(self) -> None:
        application()
        kept = QSettings(str(self.path.with_suffix(".ini")), QSettings.Format.IniFormat)
        self.window = window_of(Store(self.path), kept)
        self.workspace, self.desk = self.window.workspace, self.window.desk
        self.told: list[str] = []
        self.workspace.changed.connect(self.heard)  # last: by then every view shows it
        self.workspace.told.connect(self.told.append)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.settle()

    def settle(self) -> None:
        """Wait for the suggestions for the links as they stand."""
        patience = QDeadlineTimer(30_000)
        while self.patient and self.workspace.thinking:
            QTest.qWait(1)
            assert not patience.hasExpired()
        QApplication.processEvents()

    def end(self) -> None:
        self.settle()
        self.window.close()
        self.workspace.deleteLater()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def choose(self, random: Random) -> tuple[str, dict]:
        """Return one of the commands that can be done now, and with what."""
        names = [name for name in COMMANDS if self.in_hand or name in ANYWHERE]
        weights = [4 if name in OFTEN else 1 for name in names]
        [name] = random.choices(names, weights)
        return name, {what: random.choice(these) for what, these in COMMANDS[name].items()}

    @property
    def in_hand(self) -> bool:
        """Whether a pair is open, and a sentence of it in hand."""
        return self.workspace.contents is not None and bool(self.desk.current)

    @property
    def here(self) -> tuple[str, str]:
        """The pair and the sentence in hand."""
        return self.workspace.contents.pair.id, self.desk.current

    def keys(self, *keys: str) -> None:
        """Press keys on the desk, whatever had the focus before."""
        self.settle()
        places = (*self.desk.panes.values(), self.window.views.table.view)
        if self.window.focusWidget() not in places:
            press(self.window, "Escape")
        press(self.window, *keys)

    def tag(self, key: str) -> None:
        self.keys(key)

    def clear(self, key: str) -> None:
        self.keys(key)

    def accept(self) -> None:
        self.keys("Return")

    def accept_all(self, score: float) -> None:
        self.settle()
        self.workspace.accept_all(score)

    def note(self, text: str, leave: str) -> None:
        """Write a note, and leave it in one of many ways."""
        self.keys("T")
        line = self.window.inspector.note
        assert line.hasFocus()
        press(self.window, "Ctrl+A", "Backspace")
        line.insert(text)
        if leave == "click" and self.shown(Side.REWRITE):
            self.click(Side.REWRITE, 0)
        elif leave == "open" and self.window.shelf.found.rowCount():
            self.open_other(0)
        elif leave == "menu":
            self.window.actions_["next_sentence"].trigger()
            if self.workspace.draft:  # there was no next one, so it is still being written
                press(self.window, "Return")
        elif leave == "restart":
            self.restart()
        else:  # also where there is nothing to click
            press(self.window, "Return" if leave in ("click", "open") else leave)

    def bookmark(self) -> None:
        self.keys("B")

    def link(self, then: str) -> None:
        """Link; now and then tag at once, while suggestions are still being looked for."""
        self.keys("L", *filter(None, [then]))

    def unlink(self) -> None:
        self.keys("U")

    def confirm(self, key: str) -> None:
        self.keys(key)

    def reject(self) -> None:
        self.keys("X")

    def cut(self, key: str, right: int) -> None:
        """Cut the texts otherwise; a sentence at the cursor, `right` characters on."""
        self.keys(*["Right"] * (right if key == "S" else 0))
        self.told.clear()
        press(self.window, key)

    def go(self, key: str) -> None:
        self.keys(key)

    def click(self, side: Side, number: int) -> str:
        """Click a sentence; return its id, "" where its first word was out of sight."""
        self.settle()
        pane, shown = self.desk.panes[side], self.shown(side)
        if not shown:
            return ""
        sentence = shown[number % len(shown)]
        cursor = QTextCursor(pane.document())
        cursor.setPosition(pane.page.span(sentence)[0] + 1)
        place = pane.cursorRect(cursor).center()
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return sentence.id if pane.viewport().rect().contains(place) else ""

    def shown(self, side: Side) -> Sequence[Sentence]:
        """The sentences that can be clicked: none behind the table, nor of furniture taken out."""
        pane = self.desk.panes[side]
        return pane.visible() if pane.isVisible() else ()

    def find(self, words: str) -> None:
        """Look for words, go to the first, and close the line again."""
        self.keys("Ctrl+F")
        QTest.keyClicks(self.window.focusWidget(), words)
        press(self.window, "Return", "Escape")

    def look(self, name: str) -> None:
        self.settle()
        self.window.actions_[name].trigger()

    def resize(self, wide: int, high: int) -> None:
        self.window.resize(wide, high)

    def open_other(self, row: int) -> str:
        """Click on a pair in the list; return its title, "" where the list is empty."""
        self.settle()
        if not self.window.shelf.isVisible():
            self.window.actions_["toggle_library"].trigger()
        listed, rows = self.window.shelf.list, self.window.shelf.found
        if not rows.rowCount():
            return ""
        QApplication.processEvents()
        index = rows.index(row % rows.rowCount(), 0)
        place = listed.visualRect(index).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        return index.data().splitlines()[0]

    def bin(self) -> None:
        self.window.actions_["bin_pair"].trigger()

    def restart(self) -> None:
        self.end()
        self.begin()

    def undo(self, times: int) -> None:
        for _ in range(times):
            self.keys("Ctrl+Z")

    def redo(self, times: int) -> None:
        for _ in range(times):
            self.keys("Ctrl+Shift+Z")
