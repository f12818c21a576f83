"""What the commands for the looks do: each method is a command of that name in the table."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication

from desktop.window.look.look import Look, remember, remembered


class Looks(QObject):
    """The look in force; kept for the next start."""

    changed = Signal(object)
    """A Look: the window is to be seen in it from now on."""

    def __init__(self, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.look = remembered(settings)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def set(self, look: Look) -> None:
        """Show everything in this look, and keep it."""
        self.look = look
        remember(self._settings, look)
        self.changed.emit(look)

    def larger(self) -> None:
        self.set(self.look.larger(1))

    def smaller(self) -> None:
        self.set(self.look.larger(-1))

    def usual_size(self) -> None:
        self.set(replace(self.look, text_size=Look.text_size))

    def light(self) -> None:
        self.set(replace(self.look, theme="light"))

    def dark(self) -> None:
        self.set(replace(self.look, theme="dark"))

    def contrast(self) -> None:
        self.set(replace(self.look, theme="contrast"))

    def follow_system(self) -> None:
        self.set(replace(self.look, theme=""))

    def _system_changed(self) -> None:
        if not self.look.theme:
            self.changed.emit(self.look)
