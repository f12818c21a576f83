"""Start: a first window at once, then the library and the whole program behind it."""

import gc
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QMessageBox

from desktop.problem import Problem
from desktop.tr import tr
from desktop.window import faults, tasks
from desktop.window.look.look import load_fonts, remembered
from desktop.window.look.style import palette, style_sheet


def has_display() -> bool:
    """Tell whether a window can be shown. Qt ends the whole process where it cannot."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """Return the application with its fonts."""
    app = QApplication.instance() or QApplication(["twice-told"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Twice Told")
    app.setStyle("Fusion")
    load_fonts()
    return app


def settings() -> QSettings:
    """Return where looks are kept, apart from the library: a plain file."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "twice-told", "twice-told"
    )


class Starting(QMainWindow):
    """The first window: it stands where the real one will, while the library is opened."""

    def __init__(self, library: Path | None, kept: QSettings) -> None:
        super().__init__()
        self.setWindowTitle(tr("Twice Told"))
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        colours = remembered(kept).colours()
        QApplication.setPalette(palette(colours))
        self.setStyleSheet(style_sheet(colours))
        words = QLabel(tr("Opening your library …"))
        words.setObjectName("soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(words)
        self.window_: Any = None  # a MainWindow; its module comes later
        self._kept = kept
        tasks.run(self, lambda: _opened(library), self._done, self._failed)

    def _done(self, opened: Any) -> None:  # noqa: ANN401  (a Store; its module comes later)
        from desktop.window import opening

        store, new = opened
        self.window_ = opening.window(store, self._kept, new=new)
        self.window_.setGeometry(self.geometry())
        self.window_.show()
        self.hide()
        gc.freeze()
        gc.enable()
        if store.path is not None and not store.read_only:
            tasks.run(self, lambda: opening.daily_backup(store.path), _quiet, self._not_backed_up)

    def _not_backed_up(self, error: Exception) -> None:
        """Tell it in the window, which stays: what is open may still be read and exported."""
        if not isinstance(error, Problem):
            raise error
        if self.window_ is not None and self.window_.isVisible():
            self.window_.tell(str(error))

    def _failed(self, error: Exception) -> None:
        gc.enable()
        if not isinstance(error, Problem):
            raise error
        QMessageBox.warning(self, tr("Twice Told"), str(error))
        QApplication.exit(1)


def _quiet(_done: object) -> None:
    """What went well in the background needs no words."""


def _opened(library: Path | None) -> Any:  # noqa: ANN401  (as above)
    from desktop.window import opening  # half a second, while the first window is seen

    return opening.library(library)


def run(library: Path | None) -> int:
    """Open the window on a library and stay until it is closed; return the exit code."""
    app = application()
    gc.disable()  # what is imported and built at start lives on; to look through it costs 80 ms
    faults.watch()
    starting = Starting(library, settings())
    starting.show()
    return app.exec()
