"""Where the window stands: as it stood when it was closed last, else within the screen."""

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow

_SIZE = QSize(1280, 800)
_FRAME = QSize(24, 56)  # the system's frame and title, which a size does not count


def take_place(window: QMainWindow, settings: QSettings) -> None:
    """Put a window where the last one stood, or give it a size that its screen has room for."""
    kept = settings.value("place")
    if not isinstance(kept, QByteArray) or not window.restoreGeometry(kept):
        window.resize(_SIZE.boundedTo(window.screen().availableSize() - _FRAME))


def keep_place(window: QMainWindow, settings: QSettings) -> None:
    """Remember where a window stands."""
    settings.setValue("place", window.saveGeometry())
