"""A library in a folder of its own, damage done to it, and what a sound one holds."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.library.engine import CHECKED_BYTES
from desktop.library.model import Note
from desktop.library.store import Store

MEMORY = Path("/dev/shm")
"""A folder no disk is waited for in, where the system has one: thousands of edits take long."""


class Passing(Store):
    """A library in a folder of its own, which is gone once it is closed."""

    def __init__(self):
        self._folder = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        super().__init__(Path(self._folder.name) / "library.sqlite")

    def close(self):
        super().close()
        self._folder.cleanup()


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "new folder"
    folder.mkdir()
    return folder / "library.sqlite"


def grow(path):
    """Let a closed library be as large as one that is not looked through whole at opening."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bulk (x)")
        connection.execute("INSERT INTO bulk VALUES (zeroblob(?))", [CHECKED_BYTES])
    assert path.stat().st_size > CHECKED_BYTES


def spoil(path, start=4096, end=12000):
    """Let bytes of a file be others."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * (end - start))


def spoil_table(path, name):
    """Let the first page of a table or an index be other bytes."""
    with closing(sqlite3.connect(path)) as connection:
        pages = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(pages, [name]).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    spoil(path, (page - 1) * size, page * size)


def sound(path):
    """What a library holds, after a look through the whole file."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = Store(path)
    found = len(store.shelf()), len(store.all(Note))
    store.close()
    return found
