"""Copies of the library beside it, one a day, the last seven kept; and the way back to one."""

import sqlite3
from contextlib import closing
from datetime import date
from itertools import count
from pathlib import Path
from shutil import copyfile

from filelock import FileLock, Timeout

from desktop.library.place import inspect, reading_address
from desktop.library.tables import APPLICATION_ID, SCHEMA
from desktop.problem import Problem
from desktop.tr import tr

KEPT = 7

LOGS = ("-wal", "-shm", "-journal")
"""How the names of the files go on that SQLite keeps beside a library while it is written. After
a crash they stay, and are played into whatever lies in the library's place then
(sqlite.org/howtocorrupt.html, section 1.4)."""


def backups(library: Path) -> list[Path]:
    """Return the backups of a library, oldest first."""
    return sorted(_folder(library).glob(f"{library.stem}-????-??-??.sqlite"))


def back_up(library: Path, day: date | None = None) -> Path | None:
    """Copy the library unless today's backup is there; return the new copy, or None.

    Uses SQLite's backup interface, which is safe while the library is in use. A damaged library
    is not copied, so that a good backup is never pushed out by a bad one: raises sqlite3 errors.
    """
    goal = _folder(library) / f"{library.stem}-{(day or date.today()).isoformat()}.sqlite"
    if goal.exists():
        return None
    goal.parent.mkdir(exist_ok=True)
    copy_to(library, goal)
    for old in backups(library)[:-KEPT]:
        old.unlink()
    return goal


def copy_to(library: Path, goal: Path) -> None:
    """Write a whole and checked copy of the library to `goal`, moved into place at the end.

    Raises Problem where `goal` is the library itself, sqlite3 errors where it is damaged or the
    disk is full, OSError where `goal` cannot be written.
    """
    if goal.exists() and goal.samefile(library):
        raise Problem(tr("{path} is the library itself. Choose another folder or name.", path=goal))
    unfinished = goal.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(reading_address(library), uri=True)) as here:
        (verdict,) = here.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        try:
            with closing(sqlite3.connect(unfinished)) as there:
                here.backup(there)
            unfinished.replace(goal)
        finally:  # half a copy must not fill a full disk
            unfinished.unlink(missing_ok=True)


def restore(library: Path, copy: Path) -> Path | None:
    """Put `copy` in the library's place; return the folder with what stood there, None if nothing.

    Raises Problem where `copy` is no library or the library is open, OSError where the copy cannot
    be read or the folder cannot be written; the library then stands as it was.
    """
    inspect(copy, APPLICATION_ID, SCHEMA)
    library = library.resolve()
    unfinished = library.with_name(f"{library.name}.new")
    try:
        with FileLock(f"{library}.lock", timeout=0):
            copyfile(copy, unfinished)
            aside = set_aside(library)
            unfinished.replace(library)
    except Timeout as error:
        raise Problem(
            tr("The library {path} is open. Close its window, then try again.", path=library)
        ) from error
    return aside


def set_aside(library: Path) -> Path | None:
    """Move a library, or what a crash left of it, with its logs into a new folder beside it.

    Returns the folder, None where there was nothing to move. The names stay, so that SQLite still
    finds the logs there.
    """
    there = [library.with_name(library.name + log) for log in ("", *LOGS)]
    there = [file for file in there if file.exists()]
    if not there:
        return None
    folders = (library.with_name(f"{library.stem}-aside-{number}") for number in count(1))
    folder = next(folder for folder in folders if not folder.exists())
    folder.mkdir()
    for file in there:
        file.replace(folder / file.name)
    return folder


def _folder(library: Path) -> Path:
    return library.parent / "backups"
