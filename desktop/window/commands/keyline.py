"""The line of keys below the desk."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QToolButton, QWidget

from desktop.text.codebook import Kind
from desktop.window.commands.binding import Binding
from desktop.window.commands.table import Command
from desktop.window.look.plain import read_title
from desktop.window.look.theme import Theme

GAP = 12
"""Pixels between two keys."""

TAGS = {f"tag_{kind.value}": kind for kind in Kind}


class Keyline(QWidget):
    """Shows the keys one needs most; each is a button too."""

    def __init__(self, binding: Binding) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._binding = binding
        self._keys: dict[str, QToolButton] = {}
        self._caps: list[QWidget] = []
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(GAP)
        for command in sorted(binding.table, key=lambda c: c.name not in TAGS):
            if command.short:
                row.addWidget(self._cap(command))
        row.addStretch(1)
        binding.rebound.connect(self._show_keys)
        self._show_keys()

    def _cap(self, command: Command) -> QWidget:
        """Return a key with what it does."""
        cap = QWidget()
        pair = QHBoxLayout(cap)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(5)
        button = QToolButton()
        button.setToolTip(read_title(command.title))
        button.setAccessibleName(read_title(command.title))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self._binding.actions[command.name].trigger)
        pair.addWidget(button)
        pair.addWidget(QLabel(command.short))
        self._keys[command.name] = button
        self._caps.append(cap)
        return cap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many keys as there is room for, whole ones, the first ones first."""
        used = 0
        for cap in self._caps:
            used += cap.sizeHint().width() + GAP
            cap.setVisible(used - GAP <= self.width())

    def _show_keys(self) -> None:
        for name, button in self._keys.items():
            keys = self._binding.keys(name)
            button.setText(natives(keys)[0] if keys else "–")
        self._fit()

    def set_colours(self, theme: Theme) -> None:
        """Colour the keys of the tags as the tags are."""
        for name, button in self._keys.items():
            kind = TAGS.get(name)
            if kind is not None:
                button.setStyleSheet(
                    f"background: {theme.line(kind).name()}; color: {theme['paper'].name()};"
                    "font-weight: 700; border: none;"
                )


def natives(keys: Iterable[str]) -> list[str]:
    """Return keys as this system writes them, those that look alike once."""
    return list(dict.fromkeys(_native(key) for key in keys))


def _native(key: str) -> str:
    if key in ("Return", "Enter"):
        return "↵"
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
