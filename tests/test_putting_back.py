"""A backup or a new library takes the place of a library, and what stood there is kept."""

import shutil
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.library.backups import KEPT, back_up, backups, looked_through, newest, restore
from desktop.library.edit import Edit
from desktop.library.model import Note
from desktop.library.place import DamageError
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.window.opening import restored, todays_backup
from tests import libraries, samples
from tests.libraries import sound, spoil
from tests.samples import filled

path = libraries.path


def crashed(path):
    """A library as a crash leaves it: a backup of one pair beside it, 300 notes in the log."""
    running = path.with_name("running.sqlite")
    contents = filled(running)
    path.with_name("backups").mkdir()
    shutil.copy(running, path.with_name("backups") / "library-2026-01-01.sqlite")
    store = Store(running)
    ids = {"pair_id": contents.pair.id, "sentence_id": contents.rewrite.sentences[0].id}
    for number in range(300):
        note = Note(**ids, coder=f"K{number}", text="x" * 1500)
        store.replace(Edit("note", after=(note,)))
    for log in ("", "-wal", "-shm"):
        shutil.copy(running.with_name(running.name + log), path.with_name(path.name + log))
    store.close()
    return contents


def test_a_new_library_takes_nothing_from_the_log_of_one_moved_away(path):
    crashed(path)
    shutil.rmtree(path.with_name("backups"))
    path.rename(path.with_name("elsewhere.sqlite"))
    Store(path).close()
    assert sound(path) == (0, 0)
    assert path.with_name("library-aside-1").joinpath("library.sqlite-wal").exists()


@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.write_bytes(b"")])
def test_a_library_that_is_gone_is_told_of_and_no_new_one_takes_its_backups(path, lose):
    filled(path)
    good = back_up(path)
    lose(path)
    with pytest.raises(DamageError, match=r"no library in .* any more") as told:
        Store(path)
    assert str(good) in str(told.value)
    opened = restored(path, None)
    opened.store.close()
    assert opened.new
    assert sound(path) == (1, 0)  # the seed pair
    todays_backup(path)
    assert len(backups(path)) == 2
    assert looked_through(newest(path)).made > looked_through(backups(path)[0]).made
    restore(path, backups(path)[0])
    with closing(Store(path)) as store:
        assert [entry.title for entry in store.shelf()] == ["Mayor"]


def test_a_new_library_is_begun_where_a_damaged_one_is_which_is_kept(path):
    filled(path)
    spoil(path)
    damaged = path.read_bytes()
    opened = restored(path, None)
    opened.store.close()
    aside = path.with_name("library-aside-1")
    assert opened.told == f"A new library is open now. What stood in its place is kept in {aside}."
    assert (aside / path.name).read_bytes() == damaged
    assert sound(path) == (1, 0)


def test_no_backup_is_lost_by_going_back_to_an_older_one(path):
    filled(path)
    days = [date.today() - timedelta(back) for back in range(KEPT)]
    older = [back_up(path, day) for day in days[1:]]
    with closing(Store(path)) as store:
        store.add(samples.pair().values)
    back_up(path)
    for number, copy in enumerate(older, start=1):
        restored(path, copy).store.close()
        todays_backup(path)
        held = [looked_through(backup).pairs for backup in backups(path)]
        assert sorted(held) == [1] * (KEPT - 1 + number) + [2]
    best = next(backup for backup in backups(path) if looked_through(backup).pairs == 2)
    restore(path, best)
    assert sound(path) == (2, 0)


def refusing(monkeypatch, *names):
    """Let no file with a name that ends so be moved, as Windows does while a program reads it."""
    replace = Path.replace

    def refuse(self, goal):
        if (self.parent.name + self.name).endswith(names):
            raise PermissionError(13, "in use by another program")
        return replace(self, goal)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("held", ["library.sqlite.new", "library.sqlite-wal"])
def test_a_library_that_cannot_be_replaced_stays_in_its_place_with_its_log(path, monkeypatch, held):
    crashed(path)
    copy = backups(path)[0]
    before = {file: file.read_bytes() for file in path.parent.glob("library*")}
    refusing(monkeypatch, held)
    with pytest.raises(Problem, match=r"in use by another program\. The library is as it was"):
        restore(path, copy)
    after = {file: file.read_bytes() for file in path.parent.glob("library*")}
    after.pop(path.with_name("library.sqlite.lock"), None)
    assert after == before
    opened = restored(path, copy)
    opened.store.close()
    assert "The library is as it was" in opened.told
    monkeypatch.undo()
    assert sound(path) == (1, 300)


def test_a_library_that_cannot_be_moved_back_is_named_where_it_is(path, monkeypatch):
    crashed(path)
    aside = path.with_name("library-aside-1")
    refusing(monkeypatch, "library.sqlite.new", f"{aside.name}library.sqlite-wal")
    with pytest.raises(Problem, match="cannot be moved back") as told:
        restored(path, backups(path)[0])
    assert str(aside) in str(told.value)
    assert not path.exists()  # no new library in its place
    assert sound(aside / path.name) == (1, 300)


def test_an_empty_file_is_no_copy(path):
    path.touch()
    with pytest.raises(Problem, match="is empty: it holds no library"):
        looked_through(path)


def test_a_backup_put_back_after_a_crash_is_whole_and_the_old_library_is_kept(path):
    crashed(path)
    aside = restore(path, backups(path)[-1])
    assert sound(path) == (1, 0)
    assert sound(aside / path.name) == (1, 300)


def test_what_was_set_aside_after_a_crash_can_be_put_back_with_its_log(path):
    crashed(path)
    aside = restore(path, backups(path)[-1])
    assert looked_through(aside / path.name).pairs == 1
    restore(path, aside / path.name)
    assert sound(path) == (1, 300)


def test_a_backup_is_not_put_in_the_place_of_an_open_library_nor_is_an_essay(path, tmp_path):
    filled(path)
    store = Store(path)
    with pytest.raises(Problem, match="is open"):
        restore(path, back_up(path))
    store.close()
    essay = tmp_path / "essay.txt"
    essay.write_text("my essay " * 50)
    with pytest.raises(Problem, match="not a Twice Told library"):
        restore(path, essay)
    assert sound(path) == (1, 0)
