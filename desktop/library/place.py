"""Where a library lies, and whether the file found there can be opened."""

import os
import sqlite3
from pathlib import Path

from platformdirs import user_data_path

from desktop.library.drives import on_network
from desktop.problem import Problem
from desktop.tr import tr

SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "/library/mobile documents",  # where a Mac keeps iCloud Drive …
    "/library/cloudstorage",  # … and what other services sync
)


class NoLibraryError(Problem):
    """The file is another program's, or its beginning is damaged."""


class DamageError(Problem):
    """The library is gone, or SQLite cannot read it or a part of it."""


def default_path() -> Path:
    """Return where the library lies unless a person says otherwise."""
    return user_data_path("twice-told", appauthor=False) / "library.sqlite"


def inspect(path: Path, application_id: int, schema: int) -> None:
    """Look at the first bytes of the file at `path`, if there is one.

    Raises NoLibraryError where it is no library, Problem where it cannot be read or a newer program
    made it; the file is untouched.
    """
    if path.is_dir():
        raise Problem(
            tr(
                "{path} is a folder, not a library. Nothing was changed. "
                "Name a file inside it, for example {example}.",
                path=path,
                example=path / "library.sqlite",
            )
        )
    try:
        head = _head(path) if path.exists() else b""
    except OSError as error:
        raise Problem(
            tr("The library {path} cannot be read: {why}.", path=path, why=error.strerror)
        ) from error
    if not head:
        return
    if not _is_library(head, application_id):
        raise NoLibraryError(
            tr(
                "{path} is not a Twice Told library. It was left as it is. "
                "Open it with the program it belongs to, or choose another file name.",
                path=path,
            )
        )
    if int.from_bytes(head[60:64], "big") > schema:
        raise Problem(
            tr(
                "The library {path} was made by a newer Twice Told. It was left as it is. "
                "Please update this program to open it.",
                path=path,
            )
        )


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _is_library(head: bytes, application_id: int) -> bool:
    """Tell whether these are a SQLite header's 100 bytes with our id (file format, section 1.3)."""
    whole = len(head) == 100 and head.startswith(b"SQLite format 3\0")
    return whole and int.from_bytes(head[68:72], "big") == application_id


def is_damage(error: BaseException | None) -> bool:
    """Tell whether SQLite says that a file is damaged: CORRUPT and NOTADB, which no finer class of
    the driver's errors stands for."""
    return type(error) is sqlite3.DatabaseError


def damaged(path: Path, backup: Path | None) -> DamageError:
    """Return what to tell a person whose library SQLite cannot read. `backup` is the newest that
    is whole."""
    if backup is None:
        return DamageError(
            tr(
                "The library {path} is damaged and was left as it is. There is no backup of it. "
                "Move it elsewhere, with {wal} and {shm} where they lie beside it, "
                "and start again to begin a new library.",
                path=path,
                wal=f"{path.name}-wal",
                shm=f"{path.name}-shm",
            )
        )
    return DamageError(
        tr(
            "The library {path} is damaged and was left as it is. The newest good backup is "
            "{backup}. “Restore from a backup” puts it in the library’s place, and keeps the "
            "damaged library in a folder beside it.",
            path=path,
            backup=backup,
        )
    )


def gone(path: Path, backup: Path) -> DamageError:
    """Return what to tell a person whose library is not there any more, but a backup of it is."""
    return DamageError(
        tr(
            "There is no library in {path} any more: the file is gone or empty. The newest good "
            "backup is {backup}. Restore it, or begin anew: the backups stay as they are.",
            path=path,
            backup=backup,
        )
    )


def unsafe_for_wal(path: Path) -> str:
    """Return a warning where the folder is shared over a network or synced, else "".

    SQLite's write-ahead log needs shared memory, which such folders do not give
    (sqlite.org/wal.html, "Disadvantages").
    """
    folder = path.parent.resolve()
    if any(name in folder.as_posix().lower() for name in SYNCED):
        return tr(
            "This library lies in a folder that is synced with other machines. "
            "Open it on one machine at a time, or move it to a folder that is not synced."
        )
    if on_network(folder):
        return tr(
            "This library lies on a network drive. It works, but more slowly; "
            "a folder on this machine is safer."
        )
    return ""


def reading_address(path: Path) -> str:
    """Return SQLite's address of a library that is only read.

    In a folder where nothing can be written SQLite cannot make its log's index, and opens a library
    only as one nobody changes (sqlite.org/wal.html, "Read-Only Databases"); not where a log is.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    still = not os.access(path.parent, os.W_OK) and not log(path).exists()
    return f"{address}&immutable=1" if still else address


def log(path: Path) -> Path:
    """Return where SQLite keeps the last changes of a library that is open, or was at a crash."""
    return path.with_name(f"{path.name}-wal")


def writable(path: Path) -> bool:
    """Tell whether a library at `path` can be written: the file, and the folder for its log."""
    folder = path.parent
    return os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
