"""A library of an older program is brought up to date, whole or not at all."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from desktop.library.edit import Edit
from desktop.library.model import Bookmark
from desktop.library.store import Store
from desktop.problem import Problem
from tests.samples import filled

BEFORE_5 = "ALTER TABLE pair DROP COLUMN lesson"
"""What makes the tables those of version 4 again."""

BEFORE_4 = "DROP INDEX ix_tag_once; DROP INDEX ix_note_once"
"""What then makes them those of version 3 again."""

BEFORE_2 = f"{BEFORE_5}; {BEFORE_4}; DROP TABLE bookmark; ALTER TABLE pair DROP COLUMN captions"
"""What makes the tables those of version 1 again."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new folder" / "library.sqlite"


def test_an_older_library_is_copied_and_brought_up_to_date(path):
    contents = filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{BEFORE_2}; PRAGMA user_version = 1")
    store = Store(path)
    ids = {"pair_id": contents.pair.id, "sentence_id": contents.rewrite.sentences[0].id}
    store.replace(Edit("bookmark", after=(Bookmark(**ids),)))
    assert len(store.contents(contents.pair.id).bookmarks) == 1
    assert store.contents(contents.pair.id).pair.lesson == ""
    store.close()
    assert path.with_name(f"{path.name}.schema-1.sqlite").exists()


def test_each_of_two_libraries_in_one_folder_is_copied_before_it_is_brought_up_to_date(path):
    for name in ("b.sqlite", "b.db"):
        library = path.with_name(name)
        contents = filled(library)
        with closing(sqlite3.connect(library)) as connection:
            connection.executescript(f"{BEFORE_2}; PRAGMA user_version = 1")
        Store(library).close()
        with closing(sqlite3.connect(library.with_name(f"{name}.schema-1.sqlite"))) as copy:
            assert copy.execute("SELECT id FROM pair").fetchall() == [(contents.pair.id,)]


KILLED_WHILE_UPGRADING = """
import os, sys
from pathlib import Path
from desktop.library import migrations
from desktop.library.store import Store
step = migrations.STEPS[2]
def killed(operations):
    step(operations)
    os._exit(9)
migrations.STEPS[2] = killed
Store(Path(sys.argv[1]))
"""


def test_a_library_half_brought_up_to_date_opens_and_its_copy_holds_what_was_in_the_log(path):
    contents = filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA journal_mode=WAL; {BEFORE_2}")
        connection.executescript("PRAGMA user_version = 1")
        connection.execute("UPDATE pair SET title = 'in the log'")
        connection.commit()
        crashed = path.with_name("crashed.sqlite")
        for log in ("", "-wal"):
            shutil.copy(path.with_name(path.name + log), crashed.with_name(crashed.name + log))
    ran = subprocess.run([sys.executable, "-c", KILLED_WHILE_UPGRADING, str(crashed)])
    assert ran.returncode == 9
    store = Store(crashed)
    assert [(e.pair_id, e.title) for e in store.shelf()] == [(contents.pair.id, "in the log")]
    store.close()
    with closing(sqlite3.connect(crashed.with_name(f"{crashed.name}.schema-1.sqlite"))) as copy:
        assert copy.execute("SELECT title FROM pair").fetchall() == [("in the log",)]


def test_a_library_that_cannot_be_brought_up_to_date_says_so(path):
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("PRAGMA user_version = 1")
    with pytest.raises(Problem, match="cannot be opened: table bookmark already exists"):
        Store(path)


def test_a_migrated_library_has_the_tables_of_a_new_one(tmp_path):
    def schema(path):
        with closing(sqlite3.connect(path)) as connection:
            names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master ORDER BY 1")]
            tables = {
                n: sorted(r[1:3] + r[5:] for r in connection.execute(f"PRAGMA table_info({n})"))
                for n in names
            }
            indexes = {
                (n, *r[1:3]): connection.execute(f"PRAGMA index_info({r[1]})").fetchall()
                for n in ("tag", "note")
                for r in connection.execute(f"PRAGMA index_list({n})")
            }
            return tables, {key: [name for *_, name in row] for key, row in indexes.items()}

    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    filled(old)
    filled(new)
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(f"{BEFORE_2}; PRAGMA user_version = 1")
    Store(old).close()
    assert schema(old) == schema(new)


def test_alembic_is_not_imported_for_a_library_that_is_up_to_date(path):
    code = f"""
import sys
from pathlib import Path
from desktop.library.store import Store
Store(Path({str(path)!r})).close()
Store(Path({str(path)!r})).close()
assert "alembic" not in sys.modules
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
