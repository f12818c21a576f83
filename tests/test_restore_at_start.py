"""What one is told and offered when a library cannot be read as the program starts."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.library.backups import back_up, backups, looked_through
from tests import restoring
from tests.libraries import grow, spoil, spoil_table
from tests.restoring import in_sheet, shown

path, told, start = restoring.path, restoring.told, restoring.start


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


def test_a_pair_that_cannot_be_read_is_told_of_in_the_window_which_stays(qtbot, path, told, start):
    grow(path)
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
