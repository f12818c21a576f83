"""Copies of the library, the way back to one, and what lies beside a library after a crash."""

import shutil
import signal
import sqlite3
import threading
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library import engine
from desktop.library.backups import (
    KEPT,
    back_up,
    backups,
    copies,
    copy_to,
    looked_through,
    newest,
    restore,
)
from desktop.library.edit import Edit
from desktop.library.model import Note, Tag
from desktop.library.place import DamageError
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.text.codebook import Kind
from desktop.window import app
from desktop.window.opening import restored, todays_backup
from tests import samples
from tests.samples import filled

resource = pytest.importorskip("resource") if hasattr(signal, "SIGXFSZ") else None


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "new folder"
    folder.mkdir()
    return folder / "library.sqlite"


def test_each_day_has_a_backup_and_seven_are_kept(path):
    filled(path)
    for days in range(KEPT + 3):
        back_up(path, date(2026, 1, 1) + timedelta(days))
    assert back_up(path, date(2026, 1, 10)) is None
    assert len(backups(path)) == KEPT
    assert backups(path)[-1].name == "library-2026-01-10.sqlite"


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


def spoil(path, start=4096, end=12000):
    """Let bytes of a file be others."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xff" * (end - start))


@pytest.mark.parametrize("spoiled", [(4096, 12000), (0, 100)])
def test_a_damaged_library_is_named_with_its_newest_good_backup(path, spoiled):
    filled(path)
    good = back_up(path, date(2026, 1, 1))
    spoil(back_up(path, date(2026, 1, 2)))
    spoil(path, *spoiled)
    damaged = path.read_bytes()
    with pytest.raises(DamageError) as told:
        Store(path)
    assert "is damaged and was left as it is" in str(told.value)
    assert str(good) in str(told.value)
    assert path.read_bytes() == damaged
    assert [copy.path for copy in copies(path)] == [good]
    restore(path, good)
    assert sound(path) == (1, 0)


def test_a_damaged_library_without_a_backup_is_named_with_its_logs(path):
    filled(path)
    spoil(path)
    with pytest.raises(DamageError, match="There is no backup of it") as told:
        Store(path)
    assert "library.sqlite-wal and library.sqlite-shm" in str(told.value)


def test_the_library_in_its_usual_place_is_damaged_where_its_beginning_is(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "default_path", lambda: tmp_path / "library.sqlite")
    filled(tmp_path / "library.sqlite")
    spoil(tmp_path / "library.sqlite", 0, 100)
    with pytest.raises(DamageError, match="There is no backup of it"):
        Store(tmp_path / "library.sqlite")


def test_a_page_that_is_damaged_is_told_of_when_it_is_read_or_written(path, monkeypatch):
    monkeypatch.setattr(engine, "CHECKED_BYTES", 0)  # as a large library, not checked at opening
    contents = filled(path)
    ids = {"pair_id": contents.pair.id, "sentence_id": contents.rewrite.sentences[0].id}
    with closing(Store(path)) as store:
        store.add([Tag(**ids, coder="K1", kind=Kind.QUOTE)])
    good = back_up(path)
    spoil_table(path, "tag")
    store = Store(path)
    tag = Tag(**ids, coder="K2", kind=Kind.QUOTE)
    for act in (
        lambda: store.contents(contents.pair.id),
        lambda: store.replace(Edit("tag", after=(tag,))),
    ):
        with pytest.raises(DamageError, match="newest good backup") as told:
            act()
        assert str(good) in str(told.value)
    store.close()


def spoil_table(path, name):
    """Let the first page of a table or an index be other bytes."""
    with closing(sqlite3.connect(path)) as connection:
        pages = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(pages, [name]).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    spoil(path, (page - 1) * size, page * size)


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


def test_damage_the_backup_finds_is_told_in_the_window_which_stays(
    qtbot, path, tmp_path, monkeypatch
):
    told, codes = [], []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    monkeypatch.setattr(QApplication, "exit", codes.append)
    monkeypatch.setattr(engine, "CHECKED_BYTES", 0)  # as a large library, not checked at opening
    filled(path)
    spoil_table(path, "ix_bookmark_sentence_id")
    app.application()
    starting = app.Starting(path, QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(starting)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    qtbot.addWidget(starting.window_)
    assert "is damaged" in told[0]
    assert codes == []
    assert starting.window_.isVisible()
    qtbot.waitUntil(lambda: not starting.window_.workspace.thinking)
    starting.window_.close()


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


def sound(path):
    """What a library holds, after a look through the whole file."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store = Store(path)
    found = len(store.shelf()), len(store.all(Note))
    store.close()
    return found


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


def test_backups_made_at_the_same_time_do_not_spoil_each_other(path):
    filled(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bulk (x)")
        connection.execute("INSERT INTO bulk VALUES (zeroblob(30000000))")
    made, failed = [], []

    def make():
        try:
            made.append(back_up(path))
        except Problem as problem:
            failed.append(problem)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
        time.sleep(0.02)
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(goal is not None for goal in made) == [False, False, False, True]
    assert sound(backups(path)[0]) == (1, 0)


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
