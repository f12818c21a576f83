"""Start the program as its command does, and stop the clock when its first pair can be read:
`python -m tests.benchmarks.desk_start LIBRARY BEGAN`; BEGAN is the `time.time()` it was asked at.

Prints JSON: milliseconds (own time, clock) until a first window, the first pair and its
suggestions were painted; and the most memory held until then, in MB.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

from desktop.main import main as start
from desktop.window.app import application
from tests.benchmarks.desk_clock import Took, since

STATUS = Path("/proc/self/status")


def peak() -> float:
    """Return the most memory this process ever held, in MB.

    Linux tells it for the program alone; elsewhere the figure of `getrusage` counts what the
    parent held when it started us.
    """
    if STATUS.exists():
        line = next(li for li in STATUS.read_text().splitlines() if li.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


class Watch(QObject):
    """Sees every widget being painted; reports and ends the process when nothing is left to do.

    It imports nothing of the window, so that the program loads its parts when it would anyway.
    """

    def __init__(self, began: float, app: QApplication) -> None:
        super().__init__(app)
        self._began = began
        self._first: Took | None = None
        self._readable: Took | None = None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._first = self._first or since(self._began)
            pane = watched.parent()
            if isinstance(pane, QTextEdit) and type(pane).__name__ == "Pane" and pane.toPlainText():
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(0, self._read)
        return False

    def _read(self) -> None:
        """The paint of the pane is over."""
        self._readable = since(self._began)
        self._finish()

    def _finish(self) -> None:
        shown = [w.workspace for w in QApplication.topLevelWidgets() if hasattr(w, "workspace")]
        if any(workspace.thinking for workspace in shown):
            QTimer.singleShot(1, self._finish)
            return
        QApplication.processEvents()
        print(json.dumps([self._first, self._readable, since(self._began), peak()]), flush=True)
        os._exit(0)


def main() -> int:
    """Start the program; the watch ends it."""
    Watch(float(sys.argv[2]), application())
    return start(["--library", sys.argv[1]])


if __name__ == "__main__":
    raise SystemExit(main())
