"""The library on disk: what comes back, who may write, and what is said of files that are none."""

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from sqlalchemy import event

from desktop.library import tables
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Note, Tag
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.text.codebook import Flag, Kind
from tests import samples
from tests.samples import filled


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new folder" / "library.sqlite"


def a_tag(contents, kind=Kind.QUOTE, at=0):
    sentence = contents.rewrite.sentences[at]
    return Tag(pair_id=contents.pair.id, sentence_id=sentence.id, coder="K1", kind=kind)


def test_a_pair_comes_back_as_it_was(path):
    contents = filled(path)
    store = Store(path)
    tag = a_tag(contents).model_copy(update={"flags": (Flag.ALTERED, Flag.CUT), "effect": 2})
    History(store).do(Edit("tag as quote", after=(tag,)))
    store.close()
    store = Store(path)
    found = store.contents(contents.pair.id)
    store.close()
    assert found.source == contents.source
    assert found.rewrite == contents.rewrite
    assert found.tags == (tag,)


def test_undo_works_after_closing(path):
    contents = filled(path)
    store = Store(path)
    History(store).do(Edit("tag as quote", after=(a_tag(contents),)))
    store.close()
    store = Store(path)
    history = History(store)
    assert history.undo_label == "tag as quote"
    history.undo()
    left = store.all(Tag)
    store.close()
    assert (left, history.redo_label) == ([], "tag as quote")


def test_the_shelf_lists_pairs_newest_first(path):
    first, second = filled(path), filled(path)
    store = Store(path)
    entries = store.shelf()
    store.close()
    assert [entry.pair_id for entry in entries] == [second.pair.id, first.pair.id]


def test_a_second_window_can_read_but_not_write_and_says_why(path):
    contents = filled(path)
    first, second = Store(path), Store(path)
    assert first.read_only == ""
    assert "another window" in second.read_only
    first.replace(Edit("tag", after=(a_tag(contents),)))
    assert len(second.all(Tag)) == 1
    with pytest.raises(Problem, match="another window"):
        second.replace(Edit("tag", after=(a_tag(contents, at=1),)))
    second.close()
    first.close()
    third = Store(path)
    assert third.read_only == ""
    third.close()


def test_a_pair_is_read_at_one_moment_while_another_window_writes(path):
    contents = filled(path)
    first, second = Store(path), Store(path)
    tags = [a_tag(contents)]

    def tag_between(_connection, _cursor, statement, *_):
        if "FROM link" in statement and tags:
            first.replace(Edit("tag", after=(tags.pop(),)))

    event.listen(second._engine, "before_cursor_execute", tag_between)
    before, after = second.contents(contents.pair.id), second.contents(contents.pair.id)
    second.close()
    first.close()
    assert (len(before.tags), len(after.tags)) == (0, 1)


def test_a_note_may_have_the_id_of_the_tag_it_replaces(path):
    contents = filled(path)
    tag = a_tag(contents)
    note = Note(**tag.model_dump(include={"id", "pair_id", "sentence_id", "coder"}), text="Why?")
    store = Store(path)
    store.replace(Edit("tag", after=(tag,)))
    store.replace(Edit("note instead", (tag,), (note,)))
    assert (store.all(Tag), store.all(Note)) == ([], [note])
    store.undo()
    assert (store.all(Tag), store.all(Note)) == ([tag], [])
    store.close()


def test_a_link_to_an_open_library_opens_for_reading(path, tmp_path):
    filled(path)
    link = tmp_path / "link.sqlite"
    link.symlink_to(path)
    first, second = Store(path), Store(link)
    assert "another window" in second.read_only
    second.close()
    first.close()


def test_a_library_opened_on_one_thread_is_let_go_on_another(path):
    with ThreadPoolExecutor() as threads:
        threads.submit(Store, path).result().close()
    again = Store(path)
    assert again.read_only == ""
    again.close()


def test_files_that_are_no_library_are_refused_and_left_alone(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(Problem, match="is a folder"):
        Store(folder)
    for name, content in [("text", b"my essay" * 99), ("short", b"SQLite format 3\0")]:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(Problem, match="not a Twice Told library"):
            Store(path)
        assert path.read_bytes() == content
    foreign = tmp_path / "foreign.sqlite"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE tag (id)")
    with pytest.raises(Problem, match="not a Twice Told library"):
        Store(foreign)


@pytest.mark.parametrize("name", ["class?.db", "50%20 #1.sqlite"])
def test_a_library_may_have_any_name_a_file_may_have(tmp_path, name):
    filled(tmp_path / name)
    made = {file.name for file in tmp_path.iterdir()}
    assert made <= {name, f"{name}.lock"}
    store = Store(tmp_path / name)
    assert len(store.shelf()) == 1
    store.close()


def test_an_empty_file_becomes_a_library(tmp_path):
    path = tmp_path / "library.sqlite"
    path.touch()
    store = Store(path)
    assert store.shelf() == []
    store.close()


def test_a_newer_library_is_refused_and_left_alone(path):
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {tables.SCHEMA + 1}")
    before = path.read_bytes()
    with pytest.raises(Problem, match="newer Twice Told"):
        Store(path)
    assert path.read_bytes() == before


def test_a_full_disk_is_told_in_a_sentence_and_loses_nothing(path):
    contents = filled(path)
    store = Store(path)
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Problem, match="Everything before it is kept"):
        store.add(samples.pair(rewrite=[("body", "Long. " * 9000)]).values)
    assert [e.pair_id for e in store.shelf()] == [contents.pair.id]
    store.close()


WRITER = """
import sys
from pathlib import Path
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Pair, Tag
from desktop.library.store import Store
store = Store(Path(sys.argv[1]))
history = History(store)
contents = store.contents(store.all(Pair)[0].id)
while True:
    for sentence in contents.rewrite.sentences:
        old = tuple(store.all(Tag, sentence_id=sentence.id))
        tag = Tag(pair_id=contents.pair.id, sentence_id=sentence.id, coder="K1", kind="quote")
        history.do(Edit("tag", old, (tag,)))
        print(tag.id, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a POSIX signal")
def test_a_killed_program_loses_no_tag_it_had_shown(path):
    contents = filled(path)
    for lines in (1, 7, 23):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True
        ) as writer:
            shown = [writer.stdout.readline().strip() for _ in range(lines)]
            writer.send_signal(signal.SIGKILL)
            shown += [line.strip() for line in writer.stdout if line.endswith("\n")]
        store = Store(path)
        assert store.read_only == ""
        standing = {tag.id for tag in store.all(Tag)}
        # One tag may be on disk that was not yet shown: it stands where the oldest of these stood.
        assert set(shown[1 - len(contents.rewrite.sentences) :]) <= standing
        history = History(store)
        assert history.undo_label == "tag"
        history.undo()
        assert {tag.id for tag in store.all(Tag)} != standing
        store.close()
