"""Copies of the library: one for each day, seven kept, and none that is half made."""

import signal
import sqlite3
import threading
from contextlib import closing
from datetime import date, timedelta

import pytest

from desktop.library.backups import KEPT, back_up, backups, copy_to, restore
from desktop.library.edit import Edit
from desktop.library.model import Note
from desktop.library.place import DamageError
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.window.opening import todays_backup
from tests import libraries, samples
from tests.libraries import sound
from tests.samples import filled

path = libraries.path
resource = pytest.importorskip("resource") if hasattr(signal, "SIGXFSZ") else None


def test_each_day_has_a_backup_and_seven_are_kept(path):
    filled(path)
    for days in range(KEPT + 3):
        back_up(path, date(2026, 1, 1) + timedelta(days))
    assert back_up(path, date(2026, 1, 10)) is None
    assert len(backups(path)) == KEPT
    assert backups(path)[-1].name == "library-2026-01-10.sqlite"


@pytest.mark.parametrize(
    "name", ["class [3a].sqlite", "class?.db", "b*.sqlite", "c.v2.sqlite", "library", "übung.db"]
)
def test_the_backups_of_a_library_of_any_name_are_found_and_let_go(tmp_path, name):
    path = tmp_path / name
    filled(path)
    for days in range(KEPT + 2):
        back_up(path, date(2026, 1, 1) + timedelta(days))
    assert len(backups(path)) == KEPT == len(list(tmp_path.glob("backups/*.sqlite")))
    newest_one = backups(path)[-1]
    assert newest_one.name.endswith("2026-01-09.sqlite")
    path.unlink()
    with pytest.raises(DamageError) as told:
        Store(path)
    assert str(newest_one) in str(told.value)


def test_libraries_in_one_folder_have_backups_of_their_own(tmp_path):
    names = ["b.sqlite", "b.db", "b", "b.db.sqlite", "b.sqlite.sqlite", "b-2026-01-01.sqlite"]
    day, titles = date(2026, 1, 1), {}
    for name in names:
        titles[tmp_path / name] = filled(tmp_path / name).pair.id
    for path in titles:
        assert back_up(path, day) is not None
    for path, pair_id in titles.items():
        [backup] = backups(path)
        restore(path, backup)
        with closing(Store(path)) as store:
            assert store.pair_ids() == [pair_id]


def test_backups_made_under_a_library_s_old_name_are_found_and_stay(tmp_path):
    path = tmp_path / "b.db"
    filled(path)
    for days in range(2):
        made = back_up(path, date(2026, 1, 1) + timedelta(days))
        made.rename(made.with_name(made.name.replace("b.db.", "b-")))
    for days in range(KEPT + 2):
        back_up(path, date(2026, 2, 1) + timedelta(days))
    names = [backup.name for backup in backups(path)]
    assert names[:3] == ["b-2026-01-01.sqlite", "b-2026-01-02.sqlite", "b.db.2026-02-03.sqlite"]
    assert len(names) == KEPT + 2  # the old ones may be those of a library that was lost
    (tmp_path / "b.sqlite").write_bytes(path.read_bytes())
    assert [backup.name for backup in backups(path)] == names[2:]


def test_of_one_day_the_backup_made_last_is_the_newest_however_many_there_are(path):
    filled(path)
    for _ in range(11):
        restore(path, back_up(path))
    last = back_up(path)
    numbers = [backup.stem.rpartition("-")[2] for backup in backups(path)]
    assert numbers[:-1] == [str(number) for number in range(1, 12)]
    assert backups(path)[-1] == last


def test_a_backup_of_today_is_renewed_only_after_a_change(path):
    contents = filled(path)
    first = back_up(path)
    Store(path).close()
    assert back_up(path) is None
    store = Store(path)
    ids = {"pair_id": contents.pair.id, "sentence_id": contents.rewrite.sentences[0].id}
    note = Note(**ids, coder="K1", text="why")
    store.replace(Edit("note", after=(note,)))
    assert back_up(path) == first  # what is in the log alone counts
    store.close()
    assert {file.name for file in first.parent.iterdir()} <= {first.name, ".lock"}
    assert sound(first) == (1, 1)


def test_a_copy_that_cannot_be_written_is_told_in_a_sentence(path, tmp_path):
    filled(path)
    (tmp_path / "file").write_text("in the way")
    for goal in (tmp_path / "file" / "x.sqlite", tmp_path / "none" / "x.sqlite", tmp_path):
        with pytest.raises(Problem, match=r"could not be copied.*The library itself is as it was"):
            copy_to(path, goal)
    assert sound(path) == (1, 0)


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="files cannot be kept short here")
def test_a_full_disk_leaves_the_last_good_copy_and_the_library_in_place(path, tmp_path):
    filled(path)
    goal = tmp_path / "mine.sqlite"
    copy_to(path, goal)
    before = goal.read_bytes(), path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))  # no file grows beyond this
    try:
        with pytest.raises(Problem, match="could not be copied"):
            copy_to(path, goal)
        with pytest.raises(Problem, match="The library is as it was"):
            restore(path, goal)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (goal.read_bytes(), path.read_bytes()) == before
    halves = [*tmp_path.rglob("*.part"), *tmp_path.rglob("*.new"), *tmp_path.rglob("*aside*")]
    assert halves == []


def test_a_library_is_not_copied_onto_itself(path, tmp_path):
    filled(path)
    (tmp_path / "link.sqlite").symlink_to(path)
    store = Store(path)
    for goal in (path, tmp_path / "link.sqlite"):
        with pytest.raises(Problem, match="the library itself"):
            copy_to(path, goal)
    store.add(samples.pair().values)
    store.close()
    assert sound(path) == (2, 0)


def test_a_backup_that_finds_no_room_or_leftovers_says_nothing_of_damage(path):
    filled(path)
    folder = path.with_name("backups")
    folder.write_text("a file where the folder should be")
    todays_backup(path)
    folder.unlink()
    unfinished = folder / f"library-{date.today().isoformat()}.sqlite.part"
    unfinished.mkdir(parents=True)
    todays_backup(path)
    assert backups(path) == []
    unfinished.rmdir()
    unfinished.write_bytes(b"half a copy" * 999)
    todays_backup(path)
    assert sound(backups(path)[0]) == (1, 0)
    assert not unfinished.exists()


def test_numbered_backups_go_with_their_day(path):
    filled(path)
    back_up(path)
    restore(path, backups(path)[0])
    back_up(path)
    for days in range(1, KEPT + 1):
        assert len(backups(path)) == days + 1
        back_up(path, date.today() + timedelta(days))
    assert len(backups(path)) == KEPT
    assert str(date.today()) not in " ".join(backup.name for backup in backups(path))


def test_backups_made_at_the_same_time_do_not_spoil_each_other(path):
    filled(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bulk (x)")
        connection.execute("INSERT INTO bulk VALUES (zeroblob(30000000))")
    made, failed, together = [], [], threading.Barrier(3)

    def make(late=False):
        if not late:
            together.wait()
        try:
            made.append(back_up(path))
        except Problem as problem:
            failed.append(problem)

    threads = [threading.Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    while not any(path.parent.glob("backups/*")):  # until one of them is at it
        assert any(thread.is_alive() for thread in threads)
    threads.append(threading.Thread(target=make, args=(True,)))
    threads[-1].start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(goal is not None for goal in made) == [False, False, False, True]
    assert sound(backups(path)[0]) == (1, 0)
