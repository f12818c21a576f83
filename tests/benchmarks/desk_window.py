"""A real window on a real library, timed: `python -m tests.benchmarks.desk_window FOLDER THEME N`.

Prints JSON: milliseconds (own time, clock) by what was done. A time ends when the window has
painted what was asked for and nothing is left to do; what a key decided is then read on disk by a
second connection.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from random import Random

from PySide6.QtCore import QDeadlineTimer, QEvent, QObject, QSettings, Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.library.store import Store
from desktop.text.codebook import Kind
from desktop.window.app import application, built
from desktop.window.look.look import Look, remember
from desktop.window.look.style import style_sheet
from desktop.window.main_window import MainWindow
from desktop.window.shelf import Shelf
from desktop.window.workspace import Workspace
from tests.benchmarks.desk_clock import Clock, Took
from tests.window import press

KINDS = {"1": Kind.QUOTE, "2": Kind.PARAPHRASE, "3": Kind.ADDITION}
NOISE = "This plugin does not support"  # what Qt's offscreen platform says of a resize
PATIENCE = 60_000
"""Milliseconds after which something is taken to hang."""

Times = dict[str, list[Took]]


class Paints(QObject):
    """Counts how often these widgets were painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False

    def until(self, act: Callable[[], object]) -> Took:
        """Return how long it takes from `act` until one of them is painted and all is quiet."""
        before, clock, patience = self.count, Clock(), QDeadlineTimer(PATIENCE)
        act()
        while self.count == before:
            QApplication.processEvents()
            assert not patience.hasExpired(), "nothing was painted"
        while self.count != before:
            before = self.count
            QApplication.processEvents()
        return clock.took()


class Bench:
    """A window with its library, and what was timed on it."""

    def __init__(self, folder: Path, theme: str) -> None:
        self.path = folder / "library.sqlite"
        settings = QSettings(str(folder / "look.ini"), QSettings.Format.IniFormat)
        remember(settings, Look(theme=theme))
        self.workspace = Workspace(Store(self.path))
        self.window = MainWindow(self.workspace, settings)
        self.pairs = [entry.pair_id for entry in self.workspace.shelf()]
        self.open(self.pairs[0])
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)
        self.settle()
        self.disk = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        self.paints = {
            side: Paints(pane.viewport()) for side, pane in self.window.desk.panes.items()
        }
        self.times: Times = {}
        built()

    def open(self, pair_id: str) -> None:
        """Choose a pair in the list."""
        self.window.shelf.chosen.emit(pair_id)

    def settle(self) -> None:
        """Wait until the suggestions are there and drawn."""
        patience = QDeadlineTimer(PATIENCE)
        while self.workspace.thinking:
            QTest.qWait(1)
            assert not patience.hasExpired(), "no suggestions came"
        QApplication.processEvents()

    def close(self) -> None:
        self.disk.close()
        self.window.close()

    def key(self, name: str, *keys: str) -> None:
        """Time keys pressed on the desk under `name`."""
        pane = self.paints[self.window.desk.side()]
        self.times.setdefault(name, []).append(pane.until(lambda: press(self.window, *keys)))

    def tag(self, name: str, key: str) -> None:
        """Time a tag of the sentence in hand, and see that it is on disk."""
        sentence = self.window.desk.current
        self.key(name, key)
        query = "SELECT kind FROM tag WHERE sentence_id = ? AND pair_id = ?"
        found = self.disk.execute(query, (sentence, self.workspace.contents.pair.id)).fetchall()
        assert found == [(KINDS[key].value,)], (found, key)

    def sides(self) -> tuple[str, str]:
        """Return the first sentences of source and rewrite."""
        contents = self.workspace.contents
        return contents.source.linkable[0].id, contents.rewrite.linkable[0].id


def retag(bench: Bench, count: int) -> None:
    """Tag again where every sentence is tagged, going down by arrow."""
    random = Random(1)
    bench.window.desk.go(bench.sides()[1])
    for _ in range(count):
        old = bench.workspace.tags()[bench.window.desk.current].kind
        others = [key for key, kind in KINDS.items() if kind is not old]
        bench.tag("tag again", random.choice(others))
        bench.key("arrow down", "Down")


def tag_on(bench: Bench, count: int) -> None:
    """Tag an untouched pair from its start: each key moves on to the next sentence."""
    random = Random(2)
    bench.open(bench.pairs[1])
    bench.settle()
    for _ in range(count):
        bench.tag("tag and go on", random.choice("123"))
    for _ in range(count // 3):
        bench.key("undo", "Ctrl+Z")
    for _ in range(count // 3):
        bench.key("accept suggestion", "Return")


def link(bench: Bench, count: int) -> None:
    """Link and unlink; new suggestions are computed beside it, and tags go on meanwhile."""
    desk = bench.window.desk
    source, rewrite = bench.workspace.contents.source, bench.workspace.contents.rewrite
    for upper, lower in zip(source.linkable[5:], rewrite.linkable[9 : 9 + count], strict=False):
        desk.go(upper.id)
        desk.go(lower.id)
        QApplication.processEvents()
        bench.key("link", "L")
        bench.key("unlink", "U")
    bench.settle()


def open_pairs(bench: Bench, count: int) -> None:
    """Open one pair after the other."""
    pane = bench.paints[bench.window.desk.side()]
    for _, pair_id in zip(range(count), cycle(bench.pairs), strict=False):
        took = pane.until(lambda pair_id=pair_id: bench.open(pair_id))
        bench.times.setdefault("open a pair", []).append(took)
        bench.settle()


def change_looks(bench: Bench, count: int) -> None:
    """Change the size of the text back and forth."""
    for _ in range(count):
        bench.key("larger or smaller text", "Ctrl+Equal")
        bench.key("larger or smaller text", "Ctrl+Minus")


def desk(folder: Path, theme: str, count: int) -> Times:
    """Return the times of a library of two pairs, the second without tags."""
    bench = Bench(folder, theme)
    for act, times in ((open_pairs, 12), (retag, count), (link, count // 8), (change_looks, 4)):
        act(bench, times)
        bench.open(bench.pairs[0])
        bench.settle()
    tag_on(bench, count)
    bench.close()
    return bench.times


def shelf(folder: Path, count: int) -> Times:
    """Return the times of the list of a library of many pairs."""
    times: Times = {"list of 10,000 pairs": [], "a letter in its filter": []}
    workspace = Workspace(Store(folder / "library.sqlite"))
    for _ in range(count):
        clock = Clock()
        shown = Shelf(workspace)
        shown.setStyleSheet(style_sheet(Look().colours()))
        shown.resize(225, 700)
        paints = Paints(shown.list.viewport(), shown.filter)
        paints.until(shown.show)
        times["list of 10,000 pairs"].append(clock.took())
        for letter in ("T", "R", "A", "Backspace", "Backspace", "Backspace"):
            key = getattr(Qt.Key, f"Key_{letter}")
            took = paints.until(lambda key=key, shown=shown: QTest.keyClick(shown.filter, key))
            times["a letter in its filter"].append(took)
        shown.close()
    workspace.store.close()
    return times


def fail(*error: object) -> None:
    """An error in the window ends the run: times of a broken window say nothing."""
    sys.__excepthook__(*error)
    os._exit(1)


def main() -> int:
    """Time the desk, or with the theme `shelf` the list; print JSON."""
    folder, theme, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    qInstallMessageHandler(
        lambda _, __, said: None if NOISE in said else print(said, file=sys.stderr)
    )
    sys.excepthook = fail
    application()
    many = theme == "shelf"
    times = shelf(folder, count) if many else desk(folder, theme, count)
    print(json.dumps(times))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
