"""The line of keys below the desk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QWidget

from desktop.text.codebook import Kind
from desktop.window.binding import Binding
from desktop.window.commands import Command
from desktop.window.theme import Theme

TAGS = {f"tag_{kind.value}": kind for kind in Kind}


class Keyline(QWidget):
    """Shows the keys one needs most; each is a button too."""

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._binding = binding
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(6)
        self._keys: dict[str, QToolButton] = {}
        for command in sorted(binding.table, key=lambda c: c.name not in TAGS):
            if command.short:
                row.addWidget(self._key(command))
                label = QLabel(command.short)
                label.setMinimumWidth(label.sizeHint().width())
                row.addWidget(label)
                row.addSpacing(4)
        row.addStretch(1)
        binding.rebound.connect(self._show_keys)
        self._show_keys()

    def _key(self, command: Command) -> QToolButton:
        button = QToolButton()
        button.setToolTip(command.title.replace("&", ""))
        button.setAccessibleName(command.title.replace("&", ""))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._binding.actions[command.name].trigger)
        self._keys[command.name] = button
        return button

    def _show_keys(self) -> None:
        for name, button in self._keys.items():
            keys = self._binding.keys(name)
            button.setText(native(keys[0]) if keys else "–")
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(button.text()) + 18)

    def set_colours(self, theme: Theme) -> None:
        """Colour the keys of the tags as the tags are."""
        for name, button in self._keys.items():
            kind = TAGS.get(name)
            if kind is not None:
                button.setStyleSheet(
                    f"background: {theme.line(kind).name()}; color: {theme['paper'].name()};"
                    "font-weight: 700; border: none;"
                )


def native(key: str) -> str:
    """Return a key as this system writes it."""
    if key in ("Return", "Enter"):
        return "↵"
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
