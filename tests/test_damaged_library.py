"""A damaged library is named with its newest good backup, and left as it is."""

from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library import engine
from desktop.library.backups import back_up, copies, restore
from desktop.library.edit import Edit
from desktop.library.model import Tag
from desktop.library.place import DamageError
from desktop.library.store import Store
from desktop.text.codebook import Kind
from desktop.window import app
from tests import libraries
from tests.libraries import grow, sound, spoil, spoil_table
from tests.samples import filled

path = libraries.path


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


def test_a_page_that_is_damaged_is_told_of_when_it_is_read_or_written(path):
    contents = filled(path)
    grow(path)
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


def test_damage_the_backup_finds_is_told_in_the_window_which_stays(
    qtbot, path, tmp_path, monkeypatch
):
    told, codes = [], []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    monkeypatch.setattr(QApplication, "exit", codes.append)
    filled(path)
    grow(path)
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
