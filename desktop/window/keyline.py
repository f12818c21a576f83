"""The line of keys below the desk."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QWidget

from desktop.text.codebook import Kind
from desktop.window.commands import Command
from desktop.window.theme import Theme

TAGS = {f"tag_{kind.value}": kind for kind in Kind}


class Keyline(QWidget):
    """Shows the keys one needs most; each is a button too."""

    def __init__(self, table: Sequence[Command], actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(6)
        self._keys: dict[str, QToolButton] = {}
        for command in sorted(table, key=lambda c: c.name not in TAGS):
            if command.short:
                row.addWidget(self._key(command, actions[command.name]))
                label = QLabel(command.short)
                label.setMinimumWidth(label.sizeHint().width())
                row.addWidget(label)
                row.addSpacing(4)
        row.addStretch(1)

    def _key(self, command: Command, action: QAction) -> QToolButton:
        button = QToolButton()
        key = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        button.setText("↵" if key == "Return" else key)
        button.setToolTip(command.title.replace("&", ""))
        button.setAccessibleName(command.title.replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + 18)
        self._keys[command.name] = button
        return button

    def set_colours(self, theme: Theme) -> None:
        """Colour the keys of the tags as the tags are."""
        for name, button in self._keys.items():
            kind = TAGS.get(name)
            if kind is not None:
                button.setStyleSheet(
                    f"background: {theme.line(kind).name()}; color: {theme['paper'].name()};"
                    "font-weight: 700; border: none;"
                )
