"""Find words in both articles."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop.text.codebook import Side
from desktop.tr import counted, tr
from desktop.window.desk.desk import Desk
from desktop.window.desk.heard import HeardLabel


class Place(NamedTuple):
    """Where the words stand: document positions of one pane."""

    side: Side
    start: int
    end: int


class FindBar(QWidget):
    """Goes from place to place, source first; the words found are selected."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.places: list[Place] = []
        self.at = -1
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(tr("Find in both texts"))
        self.typed.setAccessibleName(tr("Find in both texts"))
        self.count = HeardLabel()
        self.count.setObjectName("soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.typed, 1)
        row.addWidget(self.count)
        for sign, name, by in (("▲", tr("Previous place"), -1), ("▼", tr("Next place"), 1)):
            button = QToolButton()
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, by=by: self.go(by))
            row.addWidget(button)
        self.typed.textChanged.connect(self.search)
        self.typed.returnPressed.connect(lambda: self.go(1))
        self.typed.installEventFilter(self)
        desk.workspace.opened.connect(self._search_again)
        self.hide()

    def open(self) -> None:
        """Show the bar, ready to type."""
        self.show()
        self.typed.setFocus()
        self.typed.selectAll()
        self.search(self.typed.text())

    def search(self, words: str) -> None:
        """Look for `words` in what both panes show, whatever the case of letters."""
        self.places = []
        for side, pane in self.desk.panes.items():
            found = pane.document().find(words) if words else QTextCursor()
            while not found.isNull():
                self.places.append(Place(side, found.selectionStart(), found.selectionEnd()))
                found = pane.document().find(words, found)
        self.at = -1
        told = counted("{count} place", "{count} places", len(self.places))
        self.count.setText(told if words else "")

    def _search_again(self) -> None:
        """Other texts stand in the panes; a bar that is hidden looks when it is opened."""
        if self.isVisible():
            self.search(self.typed.text())

    def go(self, by: int) -> None:
        """Go to the next place, or the one before (-1), round the ends."""
        if not self.places:
            self.count.setText(tr("not found") if self.typed.text() else "")
            return
        self.at = (self.at + by) % len(self.places) if self.at >= 0 else (0 if by > 0 else -1)
        self.at %= len(self.places)
        side, start, end = self.places[self.at]
        self.count.setText(tr("{n} of {all}", n=self.at + 1, all=len(self.places)))
        pane = self.desk.panes[side]
        cursor = QTextCursor(pane.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        sentence = pane.page.sentence_at(start) if pane.page else None
        if sentence is not None:
            self.desk.go(sentence.id)
        pane.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.closed.emit()  # first: hiding what has the focus gives it to the next widget
                self.hide()
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.go(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)
