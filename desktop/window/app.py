"""Start: a first window at once, then the library and the whole program behind it."""

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from desktop.library.place import DamageError, default_path
from desktop.problem import Problem
from desktop.tr import tr
from desktop.window import faults, tasks
from desktop.window.look.look import load_fonts, remembered
from desktop.window.look.style import palette, style_sheet
from desktop.window.standing import take_place


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


def built() -> None:
    """What was built at start lives on: no later search for garbage looks through it, which would
    take 80 ms in the middle of a key."""
    gc.freeze()
    gc.enable()


class Starting(QMainWindow):
    """The first window: it stands where the real one will, while the library is opened.

    It stays unseen behind the real one, and comes back while a backup is put in its place.
    """

    def __init__(self, library: Path | None, kept: QSettings) -> None:
        super().__init__()
        self.setWindowTitle(tr("Twice Told"))
        take_place(self, kept)
        colours = remembered(kept).colours()
        QApplication.setPalette(palette(colours))
        self.setStyleSheet(style_sheet(colours))
        words = QLabel(tr("Opening your library …"))
        words.setObjectName("soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(words)
        self.library = (library or default_path()).resolve()  # backups lie beside the file itself
        self.window_: Any = None  # a MainWindow; its module comes later
        self._kept = kept
        tasks.run(self, lambda: _opening().library(self.library), self._done, self._failed)

    def _done(self, opened: Any) -> None:  # noqa: ANN401  (opening.Opened; its module comes later)
        try:
            self.window_ = _opening().window(opened.store, self._kept, new=opened.new)
        except Exception as error:  # whatever it is, nobody could close this library any more
            opened.store.close()
            self._failed(error)
            return
        self.window_.pairs.restoring.connect(self.restore)
        self.window_.show()
        self.hide()
        built()
        if not opened.store.read_only:
            work = _opening().todays_backup
            tasks.run(self, lambda: work(self.library), _quiet, self._not_backed_up)
        if opened.told:
            self.window_.tell(opened.told)

    def _not_backed_up(self, error: Exception) -> None:
        """Tell it in the window, which stays: what is open may still be read and exported."""
        if self.window_ is not None and self.window_.isVisible():
            faults.tell(self.window_, error)

    def _failed(self, error: Exception) -> None:
        gc.enable()
        if isinstance(error, DamageError):
            self._offer(str(error))
        else:
            try:
                faults.tell_at_last(self, error)
            finally:
                QApplication.exit(1)

    # the way back

    def _offer(self, sentence: str) -> None:
        """Offer the backups of a damaged or lost library, and a new one in its place."""
        from desktop.window.sheets.restore_sheet import RestoreSheet

        sheet = RestoreSheet(self.library, self, why=sentence)
        if sheet.exec():
            self._put_back(sheet.chosen)
        else:
            QApplication.exit(1)
        sheet.deleteLater()

    def restore(self, copy: Path) -> None:
        """Close the window, put a backup in the library's place, and open that."""
        self.setGeometry(self.window_.geometry())
        self.show()  # first: the program ends with its last window
        if not self.window_.close():  # a note that could not be kept is still being written
            self.hide()
            return
        self.window_.deleteLater()
        self.window_ = None
        self._put_back(copy)

    def _put_back(self, copy: Path | None) -> None:
        """Put a backup in the library's place and open it; None stands for a new library."""
        QThreadPool.globalInstance().waitForDone()  # a backup may still be reading the library
        work = _opening().restored
        tasks.run(self, lambda: work(self.library, copy), self._done, self._failed)

    def left(self) -> None:
        """The program ends: let today's backup hold what was done in the last window."""
        QThreadPool.globalInstance().waitForDone()  # the backup begun at the start among others
        if self.window_ is not None and not self.window_.workspace.store.read_only:
            with suppress(Problem):  # damage is told at the next start
                _opening().todays_backup(self.library)


def _quiet(_done: object) -> None:
    """What went well in the background needs no words."""


def _opening() -> Any:  # noqa: ANN401  (a module)
    """The whole program: half a second, while the first window is seen."""
    from desktop.window import opening

    return opening


def run(library: Path | None) -> int:
    """Open the window on a library and stay until it is closed; return the exit code."""
    app = application()
    gc.disable()  # what is imported and built at start lives on; to look through it costs 80 ms
    faults.watch()
    starting = Starting(library, settings())
    starting.show()
    code = app.exec()
    starting.left()
    return code
