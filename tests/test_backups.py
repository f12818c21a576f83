"""Copies of the library, the way back to one, and what lies beside a library after a crash."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library import engine
from desktop.library.backups import KEPT, back_up, backups, copy_to, restore
from desktop.library.edit import Edit
from desktop.library.model import Note
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.window import app
from desktop.window.opening import daily_backup
from tests import samples


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "new folder"
    folder.mkdir()
    return folder / "library.sqlite"


def filled(path):
    """A library with one pair, closed; and that pair."""
    contents = samples.pair()
    store = Store(path)
    store.add(contents.values)
    store.close()
    return contents


def test_backups_are_one_a_day_and_seven_are_kept(path):
    filled(path)
    for days in range(KEPT + 3):
        back_up(path, date(2026, 1, 1) + timedelta(days))
    assert back_up(path, date(2026, 1, 10)) is None
    assert len(backups(path)) == KEPT
    assert backups(path)[-1].name == "library-2026-01-10.sqlite"


def test_a_damaged_library_is_named_with_its_newest_backup(path):
    filled(path)
    copy = back_up(path)
    damaged = bytearray(path.read_bytes())
    damaged[4096:12000] = b"\xff" * (12000 - 4096)
    path.write_bytes(damaged)
    with pytest.raises(Problem, match="damaged") as told:
        Store(path)
    for name in (copy, "library.sqlite-wal", "library.sqlite-shm"):
        assert str(name) in str(told.value)
    assert path.read_bytes() == damaged
    good = Store(copy)
    assert len(good.shelf()) == 1
    good.close()


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
    daily_backup(path)
    folder.unlink()
    unfinished = folder / f"library-{date.today().isoformat()}.part"
    unfinished.mkdir(parents=True)
    daily_backup(path)
    assert backups(path) == []
    unfinished.rmdir()
    unfinished.write_bytes(b"half a copy" * 999)
    daily_backup(path)
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
    with closing(sqlite3.connect(path)) as connection:
        pages = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_bookmark_sentence_id'"
        (page,) = connection.execute(pages).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
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
    path.rename(path.with_name("elsewhere.sqlite"))
    Store(path).close()
    assert sound(path) == (0, 0)
    assert path.with_name("library-aside-1").joinpath("library.sqlite-wal").exists()


def test_a_backup_put_back_after_a_crash_is_whole_and_the_old_library_is_kept(path):
    crashed(path)
    aside = restore(path, backups(path)[-1])
    assert sound(path) == (1, 0)
    assert sound(aside / path.name) == (1, 300)


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
