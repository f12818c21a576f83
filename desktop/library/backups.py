"""Copies of the library beside it, one for each day of use, seven days kept; and the way back."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from desktop.library.backup_names import dated, free, of_day, once_called
from desktop.library.place import damaged, inspect, is_damage, log, reading_address
from desktop.library.tables import APPLICATION_ID, SCHEMA
from desktop.problem import Problem
from desktop.tr import tr

PATIENCE = 60
"""Seconds to wait while another program makes the same backup."""

KEPT = 7
"""So many of the last days that have a backup keep it."""

LOGS = ("-wal", "-shm", "-journal")
"""How the names of the files go on that SQLite keeps beside a library while it is written. After
a crash they stay, and are played into whatever lies in the library's place then
(sqlite.org/howtocorrupt.html, section 1.4)."""


class Copy(NamedTuple):
    """A library that was looked through: when it was written (local time), and what it holds."""

    path: Path
    made: datetime
    pairs: int
    tags: int


def backups(library: Path) -> list[Path]:
    """Return the backups of a library, oldest first. Several are of one day where a library took
    another's place on it."""
    return [backup for _, _, backup in sorted((*once_called(library), *dated(library)))]


def copies(library: Path) -> list[Copy]:
    """Return the backups of a library that are whole, newest first."""
    return list(_whole(library))


def newest(library: Path) -> Path | None:
    """Return the newest backup that is whole; None where there is none."""
    found = next(_whole(library), None)
    return found and found.path


def looked_through(library: Path) -> Copy:
    """Look through a whole library or a copy of one; 16 MB take about 30 ms.

    Raises Problem where it is none, is empty or damaged, or cannot be read.
    """
    inspect(library, APPLICATION_ID, SCHEMA)
    try:
        if not library.stat().st_size:
            raise Problem(tr("{path} is empty: it holds no library. Choose another.", path=library))
        with _reading(library) as connection:
            (pairs,) = connection.execute("SELECT count(*) FROM pair").fetchone()
            (tags,) = connection.execute("SELECT count(*) FROM tag").fetchone()
        return Copy(library, datetime.fromtimestamp(_written(library)), pairs, tags)
    except (OSError, sqlite3.Error) as error:
        if is_damage(error):
            sentence = tr(
                "{path} is damaged and was left as it is. Choose another copy.", path=library
            )
        else:
            sentence = tr("{path} cannot be read: {why}.", path=library, why=_why(error))
        raise Problem(sentence) from error


def back_up(library: Path, day: date | None = None) -> Path | None:
    """Copy the library unless the day's backup holds all that is in it; return the new copy.

    Safe while the library is in use, and while another program does the same. A damaged library is
    not copied, so that a good backup is never pushed out by a bad one: raises DamageError then,
    Problem where nothing can be written.
    """
    goal = of_day(library, day or date.today())
    with _told(library, goal):
        goal.parent.mkdir(exist_ok=True)
        with FileLock(goal.with_name(".lock"), timeout=PATIENCE):
            if goal.exists() and _written(library) <= goal.stat().st_mtime:
                return None
            _copy(library, goal)
            _let_go_of_the_oldest(library)
    return goal


def copy_to(library: Path, goal: Path) -> None:
    """Write a whole and checked copy of the library to `goal`, moved into place at the end.

    Raises Problem where `goal` is the library itself or cannot be written, DamageError where the
    library is damaged.
    """
    with _told(library, goal):
        if goal.exists() and goal.samefile(library):
            raise Problem(
                tr("{path} is the library itself. Choose another folder or name.", path=goal)
            )
        _copy(library, goal)


def restore(library: Path, copy: Path) -> Path | None:
    """Put `copy` in the library's place; return the folder with what stood there, None if nothing.

    Raises Problem where `copy` is no whole library, the library is open, or the disk refuses; its
    sentence says where the library is then: in its place, unless the disk refused that too.
    """
    looked_through(copy)
    library = library.resolve()
    unfinished = library.with_name(f"{library.name}.new")
    try:
        with FileLock(f"{library}.lock", timeout=0):
            _copy(copy, unfinished)
            try:
                return put_in_place(unfinished, library)
            finally:
                unfinished.unlink(missing_ok=True)
    except Timeout as error:
        raise Problem(
            tr("The library {path} is open. Close its window, then try again.", path=library)
        ) from error
    except (OSError, sqlite3.Error) as error:
        raise Problem(
            tr(
                "The copy could not be put in the library’s place: {why}. The library is as it "
                "was. Make room or ask for the right to write in {folder}, then try again.",
                why=_why(error),
                folder=library.parent,
            )
        ) from error


def put_in_place(new: Path, library: Path) -> Path | None:
    """Move `new` to where a library lies, or lay before a crash.

    What stands there goes with its logs into a new folder beside it, which is returned; None where
    there was nothing. The names stay, so that SQLite still finds the logs there. Today's backup is
    numbered, so that no backup of `new` takes its place.

    Raises OSError where the disk refuses, and all is as it was; Problem where it refuses that too.
    """
    _keep_todays(library)
    there = [library.with_name(library.name + log) for log in ("", *LOGS)]
    there = [file for file in there if file.exists()]
    if not there:
        new.replace(library)
        return None
    folder = free(library.with_name(f"{library.stem}-aside"))
    folder.mkdir()
    try:
        for file in there:
            file.replace(folder / file.name)
        new.replace(library)
    except OSError:
        _put_back(folder)
        raise
    return folder


def _put_back(folder: Path) -> None:
    """Move what was set aside back. Raises Problem where the disk refuses."""
    try:
        for file in sorted(folder.iterdir(), reverse=True):  # logs first: no library without them
            file.replace(folder.parent / file.name)
        folder.rmdir()
    except OSError as error:
        raise Problem(
            tr(
                "The library was moved to {folder} and cannot be moved back: {why}. Nothing is "
                "lost. Move all that lies in {folder} to {place}, then start again.",
                folder=folder,
                place=folder.parent,
                why=_why(error),
            )
        ) from error


def _keep_todays(library: Path) -> None:
    """Number today's backup, so that it stays when another one is made today."""
    todays = of_day(library, date.today())
    if todays.exists():
        todays.replace(free(todays))


def _let_go_of_the_oldest(library: Path) -> None:
    """Delete the backups of all but the last days."""
    every = list(dated(library))
    days = sorted({day for day, _, _ in every})
    for day, _, backup in every:
        if day in days[:-KEPT]:
            backup.unlink()


def _whole(library: Path) -> Iterator[Copy]:
    """Give the backups that are whole, newest first, each when it is asked for."""
    for backup in reversed(backups(library)):
        try:
            yield looked_through(backup)
        except Problem:  # damaged, or not to be read: no way back leads there
            continue


def _written(library: Path) -> float:
    """Return when a library was changed last, as the file system tells: its log counts too."""
    files = [library, *(file for file in [log(library)] if file.exists() and file.stat().st_size)]
    return max(file.stat().st_mtime for file in files)


def _copy(library: Path, goal: Path) -> None:
    """Copy a checked library with SQLite's backup interface, then move it into place.

    The copy is dated when it was begun: what changes meanwhile is newer.
    """
    unfinished = goal.with_name(f"{goal.name}.part")
    unfinished.unlink(missing_ok=True)
    began = time.time()
    with _reading(library) as here:
        try:
            with closing(sqlite3.connect(unfinished)) as there:
                here.backup(there)
                there.execute("PRAGMA journal_mode=DELETE")  # one file, wherever it is read
            os.utime(unfinished, (began, began))
            unfinished.replace(goal)
        finally:  # half a copy must not fill a full disk
            unfinished.unlink(missing_ok=True)


@contextmanager
def _reading(library: Path) -> Iterator[sqlite3.Connection]:
    """Read a library that is whole. Raises sqlite3 errors where it is damaged."""
    with closing(sqlite3.connect(reading_address(library), uri=True)) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        yield connection


@contextmanager
def _told(library: Path, goal: Path) -> Iterator[None]:
    """What keeps a library from being copied becomes a sentence."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        if is_damage(error):
            raise damaged(library, newest(library)) from error
        raise Problem(
            tr(
                "The library could not be copied to {path}: {why}. The library itself is as it "
                "was. Make room there, or choose another folder.",
                path=goal,
                why=_why(error),
            )
        ) from error


def _why(error: OSError | sqlite3.Error) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)
