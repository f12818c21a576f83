"""The sample lessons: pairs with a key that come with the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.lessons import lesson, lessons
from desktop.library.contents import Contents
from desktop.tr import tr


class LessonsSheet(QDialog):
    """Offers the lessons; `contents` is the chosen one once the sheet is accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sample lessons"))
        self.resize(820, 460)
        self.contents: Contents | None = None
        self.lessons = lessons()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sample lessons"))
        self.list.addItems([lesson.title for lesson in self.lessons])
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kind, self.about = QLabel(), QLabel()
        self.kind.setObjectName("soft")
        for label in (self.kind, self.about):
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("&Add to library"))
        self._arrange()
        self.list.currentRowChanged.connect(self._describe)
        self.list.itemActivated.connect(lambda _: self._add())
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        self.list.setCurrentRow(0)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.addWidget(self.kind)
        words.addWidget(self.about)
        words.addStretch(1)
        halves = QHBoxLayout()
        halves.addWidget(self.list, 1)
        halves.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.addWidget(
            QLabel(tr("Each has a key for the answer sheet. All but the Putin pair are invented."))
        )
        column.addLayout(halves, 1)
        column.addWidget(self.buttons)

    def _describe(self, row: int) -> None:
        chosen = self.lessons[row]
        self.kind.setText(f"{chosen.genre} · {chosen.language}")
        self.about.setText(chosen.about)

    def _add(self) -> None:
        self.contents = lesson(self.lessons[self.list.currentRow()].id)
        self.accept()
