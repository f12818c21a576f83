"""The way back to a backup in the window: what is offered, and what takes the library's place."""

import linecache
import sys
import time
from datetime import date
from threading import Event, main_thread

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from desktop.library.backups import back_up, copy_to
from desktop.library.store import Store
from desktop.window import app
from desktop.window.sheets.restore_sheet import RestoreSheet
from tests import restoring
from tests.restoring import in_sheet, shown, tags
from tests.window import press

path, told, start = restoring.path, restoring.told, restoring.start


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


def test_a_new_library_is_only_offered_where_one_is_needed(qtbot, path):
    app.application()
    for why in ("", "It is gone."):
        sheet = RestoreSheet(path, why=why)
        qtbot.addWidget(sheet)
        sheet.show()
        assert sheet.anew.isVisible() == bool(why)


def is_waiting(thread):
    """Whether a thread waits for what others do in the background."""
    frame = sys._current_frames()[thread.ident]
    return "waitForDone()" in linecache.getline(frame.f_code.co_filename, frame.f_lineno)


def test_a_backup_that_is_being_made_is_finished_before_another_is_put_back(
    qtbot, path, told, start
):
    copy = back_up(path, date(2026, 1, 1))
    starting = start(path)
    window = shown(qtbot, starting)
    begun, over, there = Event(), Event(), []

    def reading():
        begun.set()
        while not (over.is_set() or is_waiting(main_thread())):
            time.sleep(0.001)
        there.append(over.is_set())

    QThreadPool.globalInstance().start(reading)
    begun.wait()
    starting.restore(copy)
    over.set()
    qtbot.waitUntil(lambda: starting.window_ not in (None, window), timeout=20_000)
    assert there == [False]
    assert path.with_name("library-aside-1").exists()


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
