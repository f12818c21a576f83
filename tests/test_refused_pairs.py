"""A pair the library refuses is not lost: its sheet stays as it was until the pair is stored."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from desktop.library.model import Pair
from desktop.window.sheets.import_sheet import ImportSheet
from desktop.window.sheets.lessons_sheet import LessonsSheet
from tests import disk
from tests.window import arrived, opened, settled, stored


@contextmanager
def in_sheet(kind, act):
    """Call `act` with the next sheet of a kind that is shown; it is left in the end."""
    seen = []

    def look():
        sheet = QApplication.activeModalWidget()
        if not isinstance(sheet, kind):
            again.start()
            return
        seen.append(sheet)
        try:
            act(sheet)
        finally:
            if sheet.isVisible():
                sheet.done(QDialog.DialogCode.Rejected)

    again = QTimer(QApplication.instance(), singleShot=True, interval=5)
    again.timeout.connect(look)
    again.start()
    yield seen
    again.stop()


WAYS = {
    "a command": lambda window: window.actions_["new_pair"].trigger(),
    "the list's button": lambda window: window.shelf.new.click(),
    "the invitation": lambda window: window.invitation.new.click(),
    "a command for lessons": lambda window: window.actions_["sample_lessons"].trigger(),
    "the invitation's lessons": lambda window: window.invitation.sample.click(),
}


@pytest.mark.parametrize("way", WAYS)
def test_where_nothing_can_be_written_no_sheet_is_begun(qtbot, path, window, monkeypatch, way):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    second = opened(qtbot, path)
    with in_sheet(QDialog, lambda sheet: None) as seen:
        WAYS[way](second)
    assert seen == []
    assert len(told) == 1
    assert "another window" in told[0]
    second.close()


def test_an_import_sorted_by_hand_stays_in_its_sheet_until_it_is_stored(
    qtbot, path, window, tmp_path
):
    files = [tmp_path / "wire.txt", tmp_path / "outlet.txt"]
    for file in files:
        file.write_text(f"{file.stem} here\n\nThe {file.stem} goes on.\n\nCopyright me.", "utf-8")

    def add(sheet):
        arrived(sheet)
        upper, _ = sheet.sides.values()
        upper.blocks.item(1).setCheckState(Qt.CheckState.Unchecked)
        upper.outlet.setText("The Wire")
        sorted_ = upper.finished()
        with disk.full(path):
            sheet.ok.click()
            qtbot.waitUntil(lambda: "could not be saved" in sheet.trouble.text())
        assert sheet.isVisible()
        assert len(stored(window, Pair)) == 1
        assert upper.finished() == sorted_
        assert sheet.ok.hasFocus()
        QTest.keyClick(sheet.ok, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not sheet.isVisible())

    with in_sheet(ImportSheet, add) as seen:
        window.pairs.new_pair(files)
    assert len(seen) == 1
    assert len(stored(window, Pair)) == 2
    assert window.workspace.contents.source.article.outlet == "The Wire"
    assert window.settings.value("pair") == window.workspace.contents.pair.id
    settled(qtbot, window)


def test_a_lesson_that_is_refused_can_be_asked_for_again(qtbot, path, window):
    def add(sheet):
        sheet.list.setCurrentRow(1)
        ok = sheet.buttons.button(sheet.buttons.StandardButton.Ok)
        with disk.full(path):
            ok.click()
        assert "could not be saved" in sheet.trouble.text()
        assert sheet.trouble.isVisible()
        sheet.list.setCurrentRow(2)
        assert sheet.trouble.text() == ""
        ok.click()
        assert not sheet.isVisible()

    with in_sheet(LessonsSheet, add) as seen:
        window.actions_["sample_lessons"].trigger()
    assert len(seen) == 1
    assert len(stored(window, Pair)) == 2
    assert window.workspace.contents.pair.title == seen[0].lessons[2].title
    settled(qtbot, window)
