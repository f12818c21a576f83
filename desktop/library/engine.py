"""Open the database file: safe settings, one writer, the schema brought up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from desktop.library.backups import copy_to, newest, put_in_place
from desktop.library.place import (
    NoLibraryError,
    damaged,
    default_path,
    gone,
    inspect,
    is_damage,
    log,
    reading_address,
    unsafe_for_wal,
    writable,
)
from desktop.library.tables import APPLICATION_ID, SCHEMA
from desktop.problem import Problem
from desktop.tr import tr

CHECKED_BYTES = 16_000_000
"""Libraries up to this size are checked whole at every opening (about 30 ms); larger ones
before each backup."""


class Opened:
    """An engine, with what must be told about it. `read_only` says why, "" where it is not."""

    def __init__(self, path: Path) -> None:
        """Open the library at `path`, made if need be.

        Raises Problem where it cannot be opened, or is gone while a backup of it is there; the file
        is then as it was.
        """
        path = path.resolve()  # a link to the library has the same lock
        self.path = path
        self.read_only = ""
        self.warning = ""
        self._lock: FileLock | None = None
        _inspect(path)
        self.read_only = self._locked(path)
        try:
            self.warning = unsafe_for_wal(path)
            self._prepare(path)
        except Exception as error:
            self.close()
            cause = error.orig if isinstance(error, DBAPIError) else error
            if isinstance(cause, OSError | sqlite3.DatabaseError):
                raise _unusable(path, cause) from error
            raise
        self.engine = _on_disk(path, read_only=bool(self.read_only), wal=not self.warning)

    def close(self) -> None:
        """Let the file go."""
        if hasattr(self, "engine"):
            self.engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _locked(self, path: Path) -> str:
        """Take the one writer's place, or return why it cannot be had."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Problem(
                tr("The folder {path} cannot be made: {why}.", path=path.parent, why=error.strerror)
            ) from error
        if not writable(path):
            return tr("This library can only be read here: its file or folder is write-protected.")
        self._lock = FileLock(f"{path}.lock", timeout=0, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            self._lock = None
            return tr(
                "This library is open in another window. Here it can be read; "
                "close the other window and open it again to tag."
            )
        except OSError as error:
            raise _unlocked(path, error) from error
        return ""

    def _prepare(self, path: Path) -> None:
        if _vacant(path):
            if self.read_only:
                raise _unmade(path)
            _create(path)
        with closing(sqlite3.connect(reading_address(path), uri=True)) as connection:
            if path.stat().st_size <= CHECKED_BYTES:
                (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
                if verdict != "ok":
                    raise sqlite3.DatabaseError(verdict)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version < SCHEMA:
            self._upgrade(path, version)

    def _upgrade(self, path: Path, version: int) -> None:
        if self.read_only:
            raise Problem(
                tr(
                    "An older Twice Told made this library. "
                    "It must be writable to be brought up to date."
                )
            )
        from desktop.library.migrations import upgrade  # Alembic adds 0.2 s: only where needed

        copy = path.with_name(f"{path.name}.schema-{version}.sqlite")
        if not copy.exists():  # after a step that failed, the copy from before it
            copy_to(path, copy)
        engine = _on_disk(path, read_only=False, wal=False)
        try:
            with engine.begin() as connection:
                # sqlite3 begins nothing before CREATE TABLE, so a step could stay half done.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                upgrade(connection, version, SCHEMA)
        finally:
            engine.dispose()


def _inspect(path: Path) -> None:
    """Look at the first bytes. Where a library must be, other bytes are a damaged library's, and
    none are those of a library that is gone."""
    try:
        inspect(path, APPLICATION_ID, SCHEMA)
    except NoLibraryError as error:
        backup = newest(path)
        if backup is not None or path == default_path().resolve():
            raise damaged(path, backup) from error
        raise
    if _vacant(path) and (backup := newest(path)) is not None:
        raise gone(path, backup)


def _vacant(path: Path) -> bool:
    return not path.exists() or not path.stat().st_size


def _create(path: Path) -> None:
    """Make an empty library beside `path` and move it there: no half-made one is ever seen.

    The logs of a library that was moved away go aside, or SQLite would play them into this.
    """
    unfinished = path.with_name(path.name + ".new")
    unfinished.unlink(missing_ok=True)
    engine = create_engine(URL.create("sqlite", database=str(unfinished)))
    SQLModel.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    engine.dispose()
    path.unlink(missing_ok=True)  # an empty file, see _prepare
    put_in_place(unfinished, path)


def _on_disk(path: Path, *, read_only: bool, wal: bool) -> Engine:
    """Return an engine on the file: a commit is on disk when it returns (synchronous=FULL)."""
    address = reading_address(path) if read_only else f"{path.resolve().as_uri()}?mode=rw"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False),
        poolclass=StaticPool,
    )
    settings = ["PRAGMA foreign_keys=ON", "PRAGMA trusted_schema=OFF"]
    if read_only:
        settings.append("PRAGMA query_only=ON")
    else:
        settings.append(f"PRAGMA journal_mode={'WAL' if wal else 'DELETE'}")
        settings.append("PRAGMA synchronous=FULL")
    _settle(engine, *settings)
    return engine


def _settle(engine: Engine, *settings: str) -> None:
    def settle(connection: Any, _: object) -> None:  # noqa: ANN401  (the driver's own type)
        for setting in settings:
            connection.execute(setting)

    event.listen(engine, "connect", settle)


def _unmade(path: Path) -> Problem:
    """Return the sentence for a library that is not there and cannot be made."""
    why = (
        tr("Another window is making it just now; try again in a moment.")
        if writable(path)
        else tr("The folder is write-protected: choose one of your own with --library.")
    )
    return Problem(tr("There is no library {path}, and none was made. {why}", path=path, why=why))


def _unlocked(path: Path, error: OSError) -> Problem:
    """Return the sentence for a library whose one writer's place cannot even be asked for."""
    return Problem(
        tr(
            "The library {path} cannot be opened: its lock {lock}, which keeps two windows from "
            "writing at once, cannot be used ({why}). Nothing was changed. Ask whoever looks after "
            "the folder for the right to write that file, or open a copy of the library elsewhere.",
            path=path,
            lock=f"{path}.lock",
            why=error.strerror or error,
        )
    )


def _unusable(path: Path, error: Exception) -> Problem:
    """Return the sentence for a file that could not be made ready."""
    if isinstance(error, sqlite3.OperationalError) and log(path).exists() and not writable(path):
        return Problem(
            tr(
                "The library {path} cannot be opened in a folder that is write-protected, because "
                "its last changes are still in {log}. Nothing was changed. "
                "Copy both files to a folder of your own and open the library there.",
                path=path,
                log=log(path).name,
            )
        )
    if is_damage(error):
        return damaged(path, newest(path))
    why = error.strerror if isinstance(error, OSError) and error.strerror else error
    return Problem(
        tr(
            "The library {path} cannot be opened: {why}. Nothing was changed.",
            path=path,
            why=why,
        )
    )
