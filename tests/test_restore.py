"""The way back to a backup in the window, and what is said when a library cannot be read."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QSettings, Qt, QThreadPool, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library import engine
from desktop.library.backups import back_up, backups, copies, copy_to, looked_through
from desktop.library.store import Store
from desktop.window import app
from desktop.window.sheets.restore_sheet import RestoreSheet
from tests.libraries import spoil, spoil_table
from tests.walking import fill
from tests.window import press


@pytest.fixture
def path(tmp_path):
    fill(tmp_path / "library.sqlite")
    return tmp_path / "library.sqlite"


@pytest.fixture
def told(monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: said.append(a[2]))
    return said


@pytest.fixture
def start(qtbot, tmp_path, monkeypatch):
    """Start the program on a library; its windows are closed in the end."""
    codes = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    begun = []

    def start(path):
        app.application()
        kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
        starting = app.Starting(path, kept)
        starting.codes = codes
        qtbot.addWidget(starting)
        starting.show()
        begun.append(starting)
        return starting

    yield start
    for starting in begun:
        if starting.window_ is not None:
            qtbot.addWidget(starting.window_)
            settle(qtbot, starting.window_)
            starting.window_.close()


def shown(qtbot, starting):
    """The window of the library, once it is there."""
    qtbot.waitUntil(lambda: starting.window_ is not None, timeout=20_000)
    settle(qtbot, starting.window_)
    return starting.window_


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.workspace.thinking, timeout=20_000)


def in_sheet(qtbot, act):
    """Call `act` with the next restore sheet that is shown and has looked through the backups."""

    def look():
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, RestoreSheet) and sheet.list.count() and sheet.isActiveWindow():
            try:
                act(sheet)
            except Exception:  # it is shown once the sheet lets the test go on
                sheet.reject()
                raise
        else:
            again.start()

    again = QTimer(QApplication.instance(), singleShot=True, interval=5)
    again.timeout.connect(look)
    again.start()


def tags(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM tag").fetchone()[0]


def test_a_chosen_backup_takes_the_librarys_place_which_is_kept(qtbot, path, told, start):
    back_up(path, date(2026, 1, 1))
    starting = start(path)
    window = shown(qtbot, starting)
    window.desk.panes[window.desk.side()].setFocus()
    press(window, "1")
    assert tags(path) == 1
    rows = []

    def choose(sheet):
        rows.extend(sheet.list.item(row).text() for row in range(sheet.list.count()))
        assert "Your library holds 2 pairs, 1 tag now" in sheet.about.text()
        assert sheet.focusWidget() is sheet.list
        QTest.keyClick(sheet.list, Qt.Key.Key_End)
        QTest.keyClick(sheet.list, Qt.Key.Key_Return)

    in_sheet(qtbot, choose)
    window.actions_["restore"].trigger()
    qtbot.waitUntil(lambda: starting.window_ is not window, timeout=20_000)
    again = shown(qtbot, starting)
    assert rows[-1].endswith("2 pairs, 0 tags\n\u2068library-2026-01-01.sqlite\u2069")
    assert tags(path) == 0
    aside = path.with_name("library-aside-1")
    assert tags(aside / path.name) == 1
    assert told == [f"The backup is open now. The library that stood there is kept in {aside}."]
    assert again.isVisible()
    assert not starting.isVisible()
    again.desk.panes[again.desk.side()].setFocus()
    press(again, "1", "2")
    assert tags(path) == 2


def test_a_damaged_library_offers_its_good_backups_at_the_start(qtbot, path, told, start):
    back_up(path, date(2026, 1, 1))
    spoil(back_up(path, date(2026, 1, 2)))
    spoil(path, 0, 100)
    said = []

    def choose(sheet):
        said.append(sheet.about.text())
        assert sheet.list.count() == 1
        QTest.keyClick(sheet, Qt.Key.Key_Return)

    in_sheet(qtbot, choose)
    starting = start(path)
    window = shown(qtbot, starting)
    assert "is damaged and was left as it is. The newest good backup is" in said[0]
    assert len(window.workspace.shelf()) == 2
    assert path.with_name("library-aside-1").joinpath(path.name).read_bytes()[:9] == b"\xff" * 9
    assert starting.codes == []


def test_who_takes_no_backup_leaves_the_damaged_library_as_it_is(qtbot, path, start):
    back_up(path)
    spoil(path)
    before = path.read_bytes()
    in_sheet(qtbot, lambda sheet: QTest.keyClick(sheet, Qt.Key.Key_Escape))
    starting = start(path)
    qtbot.waitUntil(lambda: starting.codes == [1], timeout=20_000)
    assert path.read_bytes() == before


def test_who_deleted_the_library_can_begin_anew_and_the_backups_stay(qtbot, path, told, start):
    good = back_up(path)
    path.unlink()
    said = []

    def begin(sheet):
        said.append(sheet.about.text())
        while sheet.focusWidget() is not sheet.anew:
            QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Tab)
            assert sheet.focusWidget() is not sheet.list  # it was gone round
        QTest.keyClick(sheet.anew, Qt.Key.Key_Space)

    in_sheet(qtbot, begin)
    starting = start(path)
    window = shown(qtbot, starting)
    assert "There is no library in" in said[0]
    assert str(good) in said[0]
    assert window.hint.text().startswith("Welcome")
    assert [entry.title[:5] for entry in window.workspace.shelf()] == ["Putin"]
    starting.left()
    assert [looked_through(backup).pairs for backup in backups(path)] == [2, 1]


def test_a_new_library_is_only_offered_where_one_is_needed(qtbot, path):
    app.application()
    for why in ("", "It is gone."):
        sheet = RestoreSheet(path, why=why)
        qtbot.addWidget(sheet)
        sheet.show()
        assert sheet.anew.isVisible() == bool(why)


def test_a_backup_that_is_being_made_is_finished_before_another_is_put_back(
    qtbot, path, told, start
):
    copy = back_up(path, date(2026, 1, 1))
    starting = start(path)
    window = shown(qtbot, starting)
    settled, there = Event(), []

    def reading():
        settled.set()
        time.sleep(0.5)
        there.append(path.with_name("library-aside-1").exists())

    QThreadPool.globalInstance().start(reading)
    settled.wait()
    starting.restore(copy)
    qtbot.waitUntil(lambda: starting.window_ not in (None, window), timeout=20_000)
    assert there == [False]
    assert path.with_name("library-aside-1").exists()


def test_the_backups_of_a_linked_library_lie_beside_the_library(qtbot, path, tmp_path, start):
    link = tmp_path / "desk" / "mine.sqlite"
    link.parent.mkdir()
    link.symlink_to(path)
    starting = start(link)
    window = shown(qtbot, starting)
    starting.left()
    assert len(copies(window.workspace.store.path)) == 1
    assert list(link.parent.iterdir()) == [link]


def test_a_pair_that_cannot_be_read_is_told_of_in_the_window_which_stays(
    qtbot, path, told, start, monkeypatch
):
    monkeypatch.setattr(engine, "CHECKED_BYTES", 0)  # as a large library, not checked at opening
    good = back_up(path)
    spoil_table(path, "link")
    starting = start(path)
    window = shown(qtbot, starting)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)  # by the backup, which reads every page
    assert window.isVisible()
    assert not starting.isVisible()
    for said in (window.hint.text(), *told):
        assert "is damaged" in said
        assert str(good) in said
        assert "Restore from a backup" in said
    assert len(told) == 1
    assert window.hint.isVisible()
    assert window.shelf.found.rowCount() == 2
    assert starting.codes == []


def test_a_library_read_in_a_second_window_is_not_replaced_there(qtbot, path, told, start):
    first = Store(path)
    back_up(path)
    window = shown(qtbot, start(path))
    window.actions_["restore"].trigger()
    first.close()
    assert len(told) == 1
    assert "open in another window" in told[0]


def test_a_copy_made_by_hand_can_be_taken_and_an_essay_not(qtbot, path, tmp_path):
    app.application()
    copy, essay = tmp_path / "mine.sqlite", tmp_path / "essay.sqlite"
    copy_to(path, copy)
    essay.write_text("my essay " * 50)
    sheet = RestoreSheet(path)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(lambda: "no backup yet" in sheet.trouble.text())
    assert not sheet.ok.isEnabled()
    for chosen, rows, says in ((essay, 0, "not a Twice Told library"), (copy, 1, "")):
        sheet.choose = lambda *_, chosen=chosen: [chosen]
        QTest.keyClick(sheet.other, Qt.Key.Key_Space)
        assert sheet.list.count() == rows
        assert says in sheet.trouble.text()
    QTest.keyClick(sheet.ok, Qt.Key.Key_Space)
    assert sheet.chosen == copy
    interface = QAccessible.queryAccessibleInterface(sheet.list)
    assert interface.text(QAccessible.Text.Name) == "Backups, the newest first"
    assert interface.child(0).text(QAccessible.Text.Name).startswith(f"{date.today():%A}")


WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.window import app
app.application()
timer = QTimer(interval=10)
def work():
    for window in QApplication.topLevelWidgets():
        if hasattr(window, "workspace") and window.isVisible() and not window.workspace.thinking:
            timer.stop()
            from tests.window import press
            window.desk.panes[window.desk.side()].setFocus()
            press(window, "1")
            window.close()
timer.timeout.connect(work)
timer.start()
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_what_was_done_until_the_window_was_closed_is_in_todays_backup(path, tmp_path):
    back_up(path)
    home = {name: str(tmp_path / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    ran = subprocess.run(
        [sys.executable, "-c", WORK, str(path)],
        env=os.environ | home,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    [backup] = backups(path)
    assert tags(backup) == 1
