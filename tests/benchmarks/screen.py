"""A display of its own with real keys, the program on it, and its library seen from outside.

Only the standard library is used: a screen reader's client runs under the system's Python.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "openbox", "xdotool")
PATIENCE = 20.0
"""Seconds after which something that should have happened did not."""
COPY = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.stdin.read())
print("copied", flush=True)
app.exec()
"""


class NotThereError(AssertionError):
    """Something that should have happened did not."""


def missing(*more: str) -> list[str]:
    """Return which of the programs needed are not on this machine."""
    return [name for name in (*NEEDED, *more) if shutil.which(name) is None]


class Screen:
    """A display with a window manager. Keys go to the window that has the focus, as a person's."""

    def __init__(self, home: Path, python: str = sys.executable) -> None:
        self.home, self.python = home, python
        self.idle: Callable[[], None] = lambda: time.sleep(0.005)
        """What is done while one waits."""
        self.pressed = 0.0
        """When the last key was pressed, in monotonic seconds."""
        self._running: list[subprocess.Popen[str]] = []
        self._copied: subprocess.Popen[str] | None = None
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "WAYLAND"))}
        self.environment = kept | {
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }

    def open(self) -> None:
        """Start the display and its window manager."""
        seen, given = os.pipe()
        size = ("-screen", "0", "1280x800x24", "-nolisten", "tcp")
        self._start("Xvfb", "-displayfd", str(given), *size, pass_fds=(given,))
        os.close(given)
        with os.fdopen(seen) as pipe:
            self.environment["DISPLAY"] = f":{pipe.readline().strip()}"
        self._start("openbox")

    def start(self) -> "subprocess.Popen[str]":
        """Start the program as from a menu: nothing named, nothing there yet."""
        return self._start(self.python, "-m", "desktop", cwd=self.home)

    def close(self) -> None:
        """End what was started, last first."""
        for process in reversed(self._running):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)

    def copy(self, words: str) -> None:
        """Let another program put words into the clipboard."""
        if self._copied is not None:
            self._copied.terminate()
        pipe = subprocess.PIPE
        self._copied = self._start(self.python, "-c", COPY, stdin=pipe, stdout=pipe)
        assert self._copied.stdin
        assert self._copied.stdout
        self._copied.stdin.write(words)
        self._copied.stdin.close()
        self._copied.stdout.readline()

    # keys

    def press(self, *keys: str) -> None:
        """Press keys, in X's names: "1", "Tab", "ctrl+z"."""
        self.pressed = time.monotonic()
        self._ask("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self._ask("xdotool", "type", "--delay", "8", words)

    # what is seen

    def active(self) -> tuple[str, str]:
        """Return id and title of the window that has the focus; "" where none has."""
        ran = self._ask("xdotool", "getactivewindow", "getwindowname", may_fail=True)
        number = self._ask("xdotool", "getactivewindow", may_fail=True)
        return number.strip(), ran.strip()

    def window(self, title: str, unlike: str = "") -> str:
        """Wait for a window whose title begins so to have the focus; return its id.

        `unlike` is the id of a window with that title that is not meant.
        """

        def there() -> str:
            number, name = self.active()
            return number if name.startswith(title) and number != unlike else ""

        return self.until(there, f"a window “{title}”")

    def until(self, ask: "Callable[[], object]", what: str) -> str:
        """Wait until something holds; return what was answered. Raises NotThereError."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if answer := ask():
                return str(answer)
            self.idle()
        raise NotThereError(f"waited in vain for {what}; the focus is in {self.active()}")

    def _ask(self, *command: str, may_fail: bool = False) -> str:
        ran = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=not may_fail
        )
        return "" if ran.returncode else ran.stdout

    def _start(self, *command: str, **more: object) -> "subprocess.Popen[str]":
        out = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started = subprocess.Popen(command, env=self.environment, text=True, **(out | more))
        self._running.append(started)
        return started


@contextmanager
def screen(python: str = sys.executable) -> Iterator[Screen]:
    """Open a display with a home folder in which nothing is yet; both are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="twice-told-home-") as folder:
        shown = Screen(Path(folder), python)
        try:
            shown.open()
            yield shown
        finally:
            shown.close()


class Library:
    """The library's file, read by another program while ours has it open."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def path(self) -> Path | None:
        """The file, once it is there."""
        return next(iter(self.home.rglob("library.sqlite")), None)

    def rows(self, query: str, *values: object) -> list[tuple]:
        """Return what a query finds; nothing where the library is not there yet."""
        if self.path is None:
            return []
        base = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return base.execute(query, values).fetchall()
        except sqlite3.OperationalError:  # it is being made just now
            return []
        finally:
            base.close()

    def count(self, table: str) -> int:
        """Return how many rows a table has."""
        found = self.rows(f"select count(*) from {table}")
        return found[0][0] if found else 0
