"""What stands in the middle while no pair is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.tr import tr


class Invitation(QWidget):
    """Says how to begin, and begins."""

    new_pair = Signal()
    lessons = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(
            tr(
                "Drop a wire story and an outlet's rewrite of it here, paste them, "
                "or begin with one of the sample lessons."
            )
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(420)
        self.new = QPushButton(tr("New pair…"))
        self.sample = QPushButton(tr("Sample lessons…"))
        self.new.clicked.connect(self.new_pair)
        self.sample.clicked.connect(self.lessons)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.new)
        buttons.addWidget(self.sample)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        words.setFixedHeight(words.heightForWidth(420))
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(2)
