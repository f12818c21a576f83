"""Copies of the library beside it, one a day, the last seven kept."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

KEPT = 7


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
    """Write a whole and checked copy of the library to `goal`, moved into place at the end."""
    unfinished = goal.with_suffix(".part")
    source = library.resolve().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(source, uri=True)) as here:
        (verdict,) = here.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        with closing(sqlite3.connect(unfinished)) as there:
            here.backup(there)
    unfinished.replace(goal)


def _folder(library: Path) -> Path:
    return library.parent / "backups"
