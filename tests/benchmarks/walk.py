"""One walk of 2,000 commands chosen at random in the real window, every step looked at, and all of
it undone at the end: `python -m tests.benchmarks walk [--seed=N] [--commands=N]`.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import sys
import traceback
from collections import defaultdict
from collections.abc import Sequence
from random import Random
from time import perf_counter

from PySide6.QtCore import qInstallMessageHandler

from tests.test_walk import Walk

COMMANDS = 2_000
UNSAID = "This plugin does not support "
"""How Qt's remarks on the unseen screen begin."""


def main() -> int:
    """Walk, undo, print what was done; 1 where anything went wrong."""
    seed = _asked("--seed", Random().randrange(10**6))
    warnings, last = list[str](), list[str]()
    qInstallMessageHandler(lambda _kind, _where, text: _heard(warnings, text))
    walk = Walk()
    walk.faults = warnings  # what Qt warns of is a fault of ours
    took: dict[str, list[float]] = defaultdict(list)
    began = perf_counter()
    try:
        for name, how in _chosen(walk, Random(seed), _asked("--commands", COMMANDS)):
            last.append(f"{name}({', '.join(f'{what}={it!r}' for what, it in how.items())})")
            started = perf_counter()
            getattr(walk, name)(**how)
            took[name].append(perf_counter() - started)
            walk.all_is_well()
        edits, started = len(walk.past) - 1, perf_counter()
        walk.undo_everything()
        walk.all_is_well()
    except Exception:
        traceback.print_exc()
        print(f"Seed {seed}, command {len(last)}. The last ones:", *last[-15:], sep="\n  ")
        return 1
    finally:
        walk.close()
        qInstallMessageHandler(None)
    _print(took)
    undone, all_ = perf_counter() - started, perf_counter() - began
    print(
        f"{edits} edits stood at the end and were undone to the first state in {undone:.1f} s; "
        f"{all_:.0f} s in all; seed {seed}"
    )
    return 0


def _asked(name: str, otherwise: int) -> int:
    given = [word for word in sys.argv if word.startswith(f"{name}=")]
    return int(given[-1].partition("=")[2]) if given else otherwise


def _chosen(walk: Walk, random: Random, count: int):
    for _ in range(count):
        yield walk.person.choose(random)


def _heard(warnings: list[str], text: str) -> None:
    if not text.startswith(UNSAID):
        warnings.append(text)


def _print(took: dict[str, Sequence[float]]) -> None:
    print(f"{'command':12} {'times':>6} {'seconds':>8} {'ms each':>8}")
    for name, times in sorted(took.items(), key=lambda item: -len(item[1])):
        print(f"{name:12} {len(times):6} {sum(times):8.1f} {1000 * sum(times) / len(times):8.1f}")
    every = [time for times in took.values() for time in times]
    print(f"{'all':12} {len(every):6} {sum(every):8.1f} {1000 * sum(every) / len(every):8.1f}")
