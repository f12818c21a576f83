"""What nobody caught: the world's problems are told calmly, faults of ours logged and shown once
each; the work is safe on disk by then."""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop import __version__
from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.look.plain import literal

_log = logging.getLogger("twice-told")
_log_file = user_log_path("twice-told", appauthor=False) / "faults.log"
_shown: set[str] = set()
_telling: set[str] = set()
"""The sentences on the screen now."""


def inform(parent: QWidget | None, sentence: str) -> None:
    """Show a person what happened, what was kept and what to do next, above `parent`."""
    QMessageBox.information(parent, tr("Twice Told"), literal(sentence))


def tell(parent: QWidget | None, error: Exception) -> None:
    """Tell a person of a problem of the world; raise every other error."""
    if not isinstance(error, Problem):
        raise error
    inform(parent, str(error))


def tell_at_last(parent: QWidget | None, error: Exception) -> None:
    """Tell a person why the program ends: a problem of the world as it stands, a fault of ours with
    where it is logged. Returns once they have read it."""
    if isinstance(error, Problem):
        inform(parent, str(error))
        return
    _write(error)
    QMessageBox.warning(
        parent,
        tr("Twice Told"),
        literal(
            tr(
                "Twice Told cannot start: something went wrong in the program itself. Everything "
                "you decided is on disk. Start it once more; if this happens again, send the "
                "developers the report in {path}.",
                path=_log_file,
            )
        ),
    )


def tell_soon(error: Exception) -> None:
    """Tell a problem of the world once the event in hand is over, and never twice at a time; raise
    every other error."""
    if not isinstance(error, Problem):
        raise error
    sentence = str(error)

    def now() -> None:
        try:
            inform(QApplication.activeWindow(), sentence)
        finally:
            _telling.discard(sentence)

    if sentence not in _telling:
        _telling.add(sentence)
        QTimer.singleShot(0, now)


def watch(folder: Path | None = None) -> None:
    """From now on, tell the person of each error nobody caught: a problem of the world as it
    stands, any other once and with a log, in `folder` if not where the system wants it."""
    global _log_file
    _log_file = (folder or _log_file.parent) / _log_file.name
    try:
        _log_file.parent.mkdir(parents=True, exist_ok=True)
        _log.addHandler(RotatingFileHandler(_log_file, maxBytes=500_000, backupCount=1, delay=True))
    except OSError:  # a log that cannot be written must not keep the window from opening
        _log.addHandler(logging.NullHandler())
    sys.excepthook = _caught


def _caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    if isinstance(error, Problem):
        tell_soon(error)
        return
    _write(error)
    last = traceback.extract_tb(trace)[-1:] if trace else []
    where = f"{kind.__name__} {[(frame.filename, frame.lineno) for frame in last]}"
    if where not in _shown:  # an error while painting comes again at every repaint
        _shown.add(where)
        QTimer.singleShot(0, _report)


def _write(error: BaseException) -> None:
    """Put a fault of ours into the log and, for whoever started the program there, a terminal."""
    _log.error("Twice Told %s", __version__, exc_info=error)
    traceback.print_exception(error)


def _report() -> None:
    QMessageBox.warning(
        QApplication.activeWindow(),
        tr("Twice Told"),
        literal(
            tr(
                "Something went wrong in Twice Told itself. Everything you decided is on disk. "
                "You can go on; if it happens again, close the window and open it anew. "
                "A report for the developers is in {path}.",
                path=_log_file,
            )
        ),
    )
