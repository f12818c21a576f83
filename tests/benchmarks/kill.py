"""Kill the program 200 times while somebody works at its window, and look what is left each time:
`python -m tests.benchmarks kill [--seed=N] [--kills=N]`.

A child process opens the real window on a library, does one command after the other, and prints
each edit the window shows; those it printed are acknowledged. It is killed (SIGKILL) at a random
moment, now and then while it starts. Then the library must be whole, hold exactly what the
acknowledged edits made (and at most the one in hand), and undo must lead back to its beginning.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import faulthandler
import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple

from desktop.library.edit import Edit
from desktop.library.model import Value
from desktop.library.store import Store
from desktop.library.tables import KINDS, TABLES

KILLS = 200
AT_ONCE = 2
"""Children that work at the same time."""
LIVES = 10
"""Kills a library goes through before the next one begins."""
WORK = 2.5
"""Seconds within which a child at work is killed; one that starts, likewise."""

State = dict[tuple[str, str], Value]
"""The values of a library by table and id."""


class Kill(NamedTuple):
    """What one kill did, and what was found. `lost` says what is not as it was acknowledged."""

    acknowledged: int
    starting: bool
    in_hand: bool
    undone: int
    lost: str = ""
    stuck: str = ""


def main() -> int:
    """Kill, look, print; 1 where anything acknowledged is lost or undo does not lead back."""
    seed, kills = _asked("--seed", Random().randrange(10**6)), _asked("--kills", KILLS)
    began = time.perf_counter()
    libraries = [min(LIVES, kills - at) for at in range(0, kills, LIVES)]
    with ThreadPoolExecutor(AT_ONCE) as pool, TemporaryDirectory() as folder:
        places = (Path(folder) / str(number) / "library.sqlite" for number in range(len(libraries)))
        randoms = (Random(f"{seed} {number}") for number in range(len(libraries)))
        lives = list(pool.map(_library, places, randoms, libraries))
    found = [kill for life in lives for kill in life]
    _print(found, len(libraries), time.perf_counter() - began, seed)
    return int(any(kill.lost or kill.stuck for kill in found))


def _asked(name: str, otherwise: int) -> int:
    given = [word for word in sys.argv if word.startswith(f"{name}=")]
    return int(given[-1].partition("=")[2]) if given else otherwise


def _print(found: list[Kill], libraries: int, took: float, seed: int) -> None:
    rows = {
        "kills": len(found),
        "of these while starting": sum(kill.starting for kill in found),
        "libraries": libraries,
        "acknowledged edits": sum(kill.acknowledged for kill in found),
        "on disk, not yet acknowledged": sum(kill.in_hand for kill in found),
        "kills that lost something": sum(bool(kill.lost) for kill in found),
        "edits undone and redone": sum(kill.undone for kill in found),
        "kills after which undo failed": sum(bool(kill.stuck) for kill in found),
    }
    for name, figure in rows.items():
        print(f"{name:30} {figure:8,}")
    print(f"{'seconds':30} {took:8.0f}   seed {seed}")
    for number, kill in enumerate(found, 1):
        for fault in filter(None, (kill.lost, kill.stuck)):
            print(f"kill {number}: {fault}")


# the one who kills


def _library(path: Path, random: Random, kills: int) -> list[Kill]:
    """Kill, again and again, those who work on one library."""
    path.parent.mkdir()
    return [_kill(path, random) for _ in range(kills)]


def _kill(path: Path, random: Random) -> Kill:
    before = _values(path)
    starting = random.random() < 0.1
    errors = path.with_name("errors.txt")
    command = [sys.executable, "-m", "tests.benchmarks.kill", str(path), str(random.random())]
    told: list[str] = []
    with errors.open("w") as stderr:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr, text=True)
        assert child.stdout is not None
        while not starting and told[-1:] not in ([READY], [""]):
            told.append(child.stdout.readline())
        listener = Thread(target=told.extend, args=(child.stdout,))  # or the pipe would fill
        listener.start()
        time.sleep(random.uniform(0, WORK))
        child.kill()
        listener.join()
        child.wait()
    if child.returncode != -9:
        return Kill(0, starting, False, 0, lost=_death(child.returncode, errors))
    edits = [_read(line) for line in told if line.endswith("\n") and line != READY]
    return _look(path, _after(before, edits))._replace(acknowledged=len(edits), starting=starting)


def _death(code: int, errors: Path) -> str:
    lines = [line for line in errors.read_text().splitlines() if "This plugin" not in line]
    return "\n".join([f"died of itself with {code}:", *lines[-20:]])


def _look(path: Path, expected: State) -> Kill:
    """Look through a library in which `expected` was acknowledged."""
    kill = Kill(0, False, False, 0)
    if not path.exists():
        return kill._replace(lost="the library is gone" if expected else "")
    with closing(sqlite3.connect(path)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        return kill._replace(lost=f"damaged: {verdict}")
    with closing(Store(path)) as store:
        found = _state(store)
        kill = kill._replace(in_hand=found != expected)
        if kill.in_hand and not _one_step_from(store, expected):
            return kill._replace(lost=_difference(expected, found))
        return _back_and_forth(store, _state(store), kill)


def _one_step_from(store: Store, expected: State) -> bool:
    """Tell whether but one edit, or one undo, more than `expected` was done."""
    for there, back in ((store.undo, store.redo), (store.redo, store.undo)):
        if there() is not None:
            near = _state(store) == expected
            back()
            if near:
                return True
    return False


def _back_and_forth(store: Store, state: State, kill: Kill) -> Kill:
    """Undo everything, which must leave an empty library, and redo it."""
    undone = sum(1 for _ in iter(store.undo, None))
    left = _state(store)
    if left:
        return kill._replace(undone=undone, stuck=f"undone, but left: {list(left)[:5]}")
    for _ in range(undone):
        store.redo()
    stuck = "" if _state(store) == state else f"redone: {_difference(state, _state(store))}"
    return kill._replace(undone=undone, stuck=stuck)


def _values(path: Path) -> State:
    if not path.exists():
        return {}
    with closing(Store(path)) as store:
        return _state(store)


def _state(store: Store) -> State:
    return {(name, v.id): v for name, kind in KINDS.items() for v in store.all(kind)}


def _after(state: State, edits: Iterable[Edit]) -> State:
    """Return the values after these edits."""
    now = dict(state)
    for edit in edits:
        for value in edit.before:
            del now[TABLES[type(value)].name, value.id]
        now |= {(TABLES[type(value)].name, value.id): value for value in edit.after}
    return now


def _difference(expected: State, found: State) -> str:
    gone = [value for place, value in expected.items() if found.get(place) != value]
    more = [value for place, value in found.items() if expected.get(place) != value]
    return f"expected {gone[:5]}, found {more[:5]}"


# what passes between them

READY = "ready\n"


def _line(edit: Edit) -> str:
    sides = (edit.before, edit.after)
    rows = [[(TABLES[type(v)].name, v.model_dump(mode="json")) for v in side] for side in sides]
    return json.dumps(rows) + "\n"


def _read(line: str) -> Edit:
    before, after = (
        tuple(KINDS[name].model_validate(fields) for name, fields in side)
        for side in json.loads(line)
    )
    return Edit("", before, after)


# the one who is killed


def work(path: Path, random: Random) -> None:
    """Open the window on the library and do whatever can be done there, until killed."""
    from desktop.window.opening import library
    from tests.walking import Person

    faulthandler.enable()
    opened = library(path)
    if opened.new:
        _tell(Edit("", after=tuple(_state(opened.store).values())))
    opened.store.close()
    person = Person(path, _tell, patient=False)
    _say(READY)
    while True:
        name, how = person.choose(random)
        getattr(person, name)(**how)


def _tell(edit: Edit) -> None:
    _say(_line(edit))


def _say(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]), Random(sys.argv[2]))
