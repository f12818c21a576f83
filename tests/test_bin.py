"""A pair goes to the bin and comes back, and an empty window says what to do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests import dialogs

person = dialogs.person


def test_undo_reaches_a_pair_that_was_moved_to_the_bin(window):
    title = window.title.text()
    window.actions_["bin_pair"].trigger()
    assert window.workspace.contents is None
    assert window.shelf.found.rowCount() == 0
    window.actions_["undo"].trigger()
    assert window.title.text() == title
    assert window.shelf.found.rowCount() == 1


def test_an_empty_window_is_an_invitation(window, person):
    window.actions_["bin_pair"].trigger()
    assert window.invitation.isVisible()
    assert not window.desk.isVisible()
    person(lambda sheet: QTest.keyClick(sheet.list, Qt.Key.Key_Return))
    window.invitation.sample.click()
    assert window.workspace.contents is not None
    assert not window.invitation.isVisible()
    assert window.desk.isVisible()


def test_a_pair_is_found_in_the_bin_and_taken_back(window):
    window.actions_["bin_pair"].trigger()
    window.shelf.bin.setChecked(True)
    assert window.shelf.found.rowCount() == 1
    window.shelf.list.clicked.emit(window.shelf.found.index(0, 0))
    window.actions_["bin_pair"].trigger()
    window.shelf.bin.setChecked(False)
    assert window.shelf.found.rowCount() == 1
    assert not window.workspace.contents.pair.binned
