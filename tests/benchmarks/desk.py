"""What the window must feel like, measured: `./run python -m tests.benchmarks desk [--xvfb]`.

A pair of 2 × 5,000 invented words, every sentence tagged, in a real library on disk, in a real
window, light and dark; then how each figure grows at 2 × 20,000 words. Medians and percentiles are
the program's own time; beside them stands the clock's, which other work on the machine lengthens.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from desktop.library import hints
from desktop.library.contents import Contents
from desktop.library.model import Pair, Tag
from desktop.library.store import Store
from desktop.text.codebook import Kind, Role, Side
from tests import samples
from tests.benchmarks.desk_clock import Clock, Took
from tests.benchmarks.desk_pair import Telling, invented_pair

HEADING = """\
Peers in one table do not exist for a window. What is published of them: INCEpTION needs 400 ms
a tag and 5 to 10 s on 6,000 tokens, Label Studio up to 30 s to open 25 kB, QualCoder 20 s to start.
"""
WORDS, MORE_WORDS = 5_000, 20_000
PAIRS = 10_000
KEY = (16.0, 50.0)
BUDGETS = {
    "tag again (ms)": KEY,
    "tag and go on (ms)": KEY,
    "accept suggestion (ms)": KEY,
    "undo (ms)": KEY,
    "arrow down (ms)": KEY,
    "link (ms)": KEY,
    "unlink (ms)": KEY,
    "open a pair (ms)": (150.0, None),
    "align and suggest 2 × 300 (ms)": (300.0, None),
    "align and suggest 2 × 2,000 (ms)": (3000.0, None),
    "start to first pair (ms)": (1000.0, None),
    "start, 10,000 pairs (ms)": (1000.0, None),
    "memory (MB)": (200.0, None),
    "list of 10,000 pairs (ms)": (150.0, None),
    "a letter in its filter (ms)": (150.0, None),
}
"""The most a median and a 99th percentile may be. What is not named here has no budget."""


Samples = dict[str, list[Took]]


class Row(NamedTuple):
    """One line of the table."""

    name: str
    taken: list[Took]

    @property
    def median(self) -> float:
        return median(took.own for took in self.taken)

    @property
    def p99(self) -> float:
        """The 99th percentile; the largest where fewer than a hundred were taken."""
        own = [took.own for took in self.taken]
        return quantiles(own, n=100)[98] if len(own) >= 100 else max(own)

    @property
    def missed(self) -> bool:
        most, at_worst = BUDGETS.get(self.name, (None, None))
        over = most is not None and self.median > most
        return over or (at_worst is not None and self.p99 > at_worst)

    def __str__(self) -> str:
        most, at_worst = BUDGETS.get(self.name, (None, None))
        budget = f"{most:.0f}" + (f" / {at_worst:.0f}" if at_worst else "") if most else ""
        verdict = ("missed" if self.missed else "ok") if budget else ""
        clock = median(took.clock for took in self.taken)
        return (
            f"{self.name:34} {len(self.taken):4} {self.median:9.1f} {self.p99:9.1f} "
            f"{clock:9.1f}   {budget:>8}  {verdict}"
        )


class Stage(NamedTuple):
    """Where windows are shown: a command put before, and Qt's platform."""

    name: str
    before: tuple[str, ...]
    platform: str

    def run(self, folder: Path, module: str, *words: str) -> str:
        """Run one of our modules in a process of its own; return what it printed."""
        home = {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
        ran = subprocess.run(
            [*self.before, sys.executable, "-m", f"tests.benchmarks.{module}", *words],
            env=os.environ | home | {"QT_QPA_PLATFORM": self.platform},
            stdout=subprocess.PIPE,
            check=True,
            text=True,
        )
        return ran.stdout


UNSEEN = Stage("offscreen", (), "offscreen")
XVFB = Stage("Xvfb", ("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"), "xcb")


def fill(folder: Path, words: int) -> Contents:
    """Make a library of two pairs; return the newest, which is tagged (the other is not)."""
    store = Store(folder / "library.sqlite")
    store.add(replace(invented_pair(words, seed=2), tags=()).values)
    tagged = invented_pair(words)
    store.add(tagged.values)
    store.close()
    return tagged


def fill_many(folder: Path, count: int) -> None:
    """Make a library of many small pairs."""
    store, told = Store(folder / "library.sqlite"), Telling.seeded(7)
    values = []
    for number in range(count):
        title = " ".join(told.sentence()[:7]).capitalize()
        text = ((Role.HEADLINE, title), (Role.BODY, " ".join(told.sentence()).capitalize() + "."))
        upper, lower = samples.side(Side.SOURCE, text), samples.side(Side.REWRITE, text)
        ids = {"source_id": upper.article.id, "rewrite_id": lower.article.id}
        pair = Pair(**ids, title=f"{title} {number}", added="2024-05-01T08:00:00Z")
        tagged = {"pair_id": pair.id, "sentence_id": lower.taggable[0].id, "coder": "K1"}
        tag = Tag(**tagged, kind=Kind.QUOTE)
        values += replace(Contents(pair, upper, lower), tags=(tag,)).values
    store.add(values)
    store.close()


def desk(stage: Stage, folder: Path, theme: str, count: int) -> Samples:
    """Measure a copy of a library in a window of its own; with `shelf` for a theme its list."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        said = stage.run(folder, "desk_window", copy, theme, str(count))
    times = json.loads(said.splitlines()[-1])
    return {f"{name} (ms)": [Took(*pair) for pair in taken] for name, taken in times.items()}


def start(stage: Stage, folder: Path, count: int) -> Samples:
    """Start the program a few times, the first one thrown away."""
    names = (
        "start to first window (ms)",
        "start to first pair (ms)",
        "start to suggestions (ms)",
        "memory (MB)",
    )
    measured: Samples = {name: [] for name in names}
    for _ in range(count + 1):
        library = str(folder / "library.sqlite")
        said = json.loads(stage.run(folder, "desk_start", library, str(time.time())))
        said[-1] = (said[-1], said[-1])
        for name, pair in zip(names, said, strict=True):
            measured[name].append(Took(*pair))
    return {name: taken[1:] for name, taken in measured.items()}


def engine(sentences: int, count: int) -> list[Took]:
    """Measure links and suggestions anew for two articles of so many sentences."""
    contents = replace(invented_pair(round(sentences * 17.3)), links=(), tags=())
    found = []
    for _ in range(count):
        clock = Clock()
        hints.suggestions(replace(contents, links=hints.links(contents)))
        found.append(clock.took())
    return found


def table(name: str, measured: Samples) -> list[Row]:
    """Print the rows under a heading; return them."""
    rows = [Row(*item) for item in measured.items()]
    print(f"\n{name:34}    n    median       p99     clock     budget")
    print(*rows, sep="\n", flush=True)
    return rows


def growth(small: Samples, large: Samples) -> None:
    """Print how the medians grow with four times the words."""
    print(f"\n{'grown from':34} {WORDS:>9,} {MORE_WORDS:>9,}    factor")
    for name, taken in large.items():
        least, most = Row(name, small[name]).median, Row(name, taken).median
        print(f"{name:34} {least:9.1f} {most:9.1f} {most / least:9.1f}")


def measure(stage: Stage, folder: Path) -> list[Row]:
    """Print the tables of one stage; return the rows that have budgets."""
    small = folder / "small"
    rows = []
    for theme in ("dark", "light"):
        measured = desk(stage, small, theme, 150)
        rows += table(f"{theme}, {stage.name}", measured)
    begun = start(stage, small, 5)
    rows += table(f"light, {stage.name}", begun)
    many = folder / "many"
    listed = desk(stage, many, "shelf", 5)
    listed["start, 10,000 pairs (ms)"] = start(stage, many, 3)["start to first pair (ms)"]
    rows += table(f"library, {stage.name}", listed)
    if stage is UNSEEN:
        large = folder / "large"
        grown = desk(stage, large, "light", 40) | start(stage, large, 2)
        growth(measured | begun, grown)
    return rows


def introduce(pair: Contents) -> None:
    """Print what is measured, and where."""
    sides = " + ".join(str(len(side.sentences)) for side in (pair.source, pair.rewrite))
    print(
        f"Pair of 2 × {WORDS:,} words, {sides} sentences, all tagged, {len(pair.links)} links. "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f}."
    )
    print(HEADING, end="")


def main(words: Sequence[str] = tuple(sys.argv)) -> int:
    """Print the tables; return 1 where a budget is missed."""
    stages = [UNSEEN]
    if "--xvfb" in words:
        if shutil.which("xvfb-run"):
            stages.append(XVFB)
        else:
            print("No xvfb-run here: only offscreen is measured.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("small", "large", "many"):
            (folder / part).mkdir()
        pair = fill(folder / "small", WORDS)
        fill(folder / "large", MORE_WORDS)
        fill_many(folder / "many", PAIRS)
        introduce(pair)
        rows = table(
            "engine",
            {
                "align and suggest 2 × 300 (ms)": engine(300, 6)[1:],
                "align and suggest 2 × 2,000 (ms)": engine(2000, 1),
            },
        )
        for stage in stages:
            rows += measure(stage, folder)
    missed = sorted({row.name for row in rows if row.missed})
    print("\nmissed: " + ", ".join(missed) if missed else "\nEvery budget is kept.")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
