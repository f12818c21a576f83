"""The sample lessons: pairs with a key that come with the program."""

import re
from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.lessons import Lesson, lesson, lessons
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.desk.heard import HeardLabel
from desktop.window.look.wrapped import WrappedList


class LessonsSheet(QDialog):
    """Offers the lessons. `store` is called with the chosen one and may raise Problem: the sheet
    stays then. `contents` is the stored lesson once the sheet is accepted."""

    def __init__(self, store: Callable[[Contents], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sample lessons"))
        self.resize(820, 460)
        self.contents: Contents | None = None
        self._store = store
        self.lessons = lessons()
        self.list = WrappedList()
        self.list.setAccessibleName(tr("Sample lessons"))
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(tr("Find: a kind of news, a language, a word"))
        self.wanted.setAccessibleName(tr("Find lessons"))
        self.wanted.setClearButtonEnabled(True)
        for offered in self.lessons:
            self.list.addItem(offered.title)
        self.kind, self.about, self.told = QLabel(), QLabel(), QScrollArea()
        self.kind.setObjectName("soft")
        self.trouble = HeardLabel()
        self.trouble.setObjectName("warn")
        for label in (self.kind, self.about, self.trouble):
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("&Add to library"))
        self._arrange()
        self.wanted.textChanged.connect(self._narrow)
        self.list.currentRowChanged.connect(self._describe)
        self.list.itemActivated.connect(lambda _: self._add())
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _arrange(self) -> None:
        told = QWidget()
        words = QVBoxLayout(told)
        words.setContentsMargins(8, 6, 6, 6)
        words.addWidget(self.kind)
        words.addWidget(self.about)
        words.addStretch(1)
        offered = QVBoxLayout()
        offered.addWidget(self.wanted)
        offered.addWidget(self.list, 1)
        halves = QHBoxLayout()
        halves.addLayout(offered, 1)
        self._furnish(told)
        halves.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.addWidget(
            QLabel(tr("Each has a key for the answer sheet. All but the Putin pair are invented."))
        )
        column.addLayout(halves, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.buttons)

    def _furnish(self, told: QWidget) -> None:
        """Let a paragraph that is long, in large letters, be gone through by the arrow keys."""
        self.told.setAccessibleName(tr("What to look for"))
        self.told.setObjectName("sheet")
        self.told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told.setWidgetResizable(True)
        self.told.setWidget(told)
        for part in (self.told.viewport(), told):
            part.setAutoFillBackground(False)

    def _narrow(self, words: str) -> None:
        """Show the lessons that have all of some words, or their beginnings."""
        wanted = [re.compile(rf"\b{re.escape(word)}") for word in words.casefold().split()]
        shown = []
        for row, offered in enumerate(self.lessons):
            told = f"{offered.title} {_kind(offered)} {offered.about}".casefold()
            found = all(word.search(told) for word in wanted)
            self.list.setRowHidden(row, not found)
            shown += [row] if found else []
        if self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0] if shown else -1)

    def _describe(self, row: int) -> None:
        chosen = self.lessons[row] if row >= 0 else None
        self.trouble.clear()
        self.kind.setText(_kind(chosen) if chosen else "")
        self.told.verticalScrollBar().setValue(0)
        self.about.setText(chosen.about if chosen else tr("No lesson has all of these words."))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(chosen is not None)

    def _add(self) -> None:
        if self.list.currentRow() >= 0:
            chosen = lesson(self.lessons[self.list.currentRow()].id)
            try:
                self._store(chosen)
            except Problem as problem:
                self.trouble.setText(str(problem))
                return
            self.contents = chosen
            self.accept()


def _kind(offered: Lesson) -> str:
    """Return "court · English"."""
    language = QLocale.languageToString(QLocale(offered.language).language())
    return f"{offered.genre} · {language}"
