"""The export sheet: what it says before, what is on disk after, and what happens where it fails."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from desktop.exchange import archive
from desktop.exchange.writers import WRITERS
from desktop.library.edit import Edit
from desktop.problem import Problem
from desktop.window.sheets.export_sheet import ExportSheet
from tests import dialogs
from tests.dialogs import escape, typing
from tests.window import opened, press

person = dialogs.person
BUTTON = QDialogButtonBox.StandardButton


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    press(window, "3", "2")
    yield window
    window.close()


def sheet_for(qtbot, window, path):
    workspace = window.workspace
    sheet = ExportSheet(workspace.contents, workspace.coder, window, lambda *_: path)
    qtbot.addWidget(sheet)
    return sheet


def choose(choice, position):
    choice.setCurrentIndex(position)
    choice.activated.emit(position)


@pytest.mark.parametrize("number", range(len(WRITERS)), ids=[w.name for w in WRITERS])
def test_every_format_is_written_where_the_person_says(qtbot, window, tmp_path, number):
    path = tmp_path / f"out{WRITERS[number].suffix}"
    sheet = sheet_for(qtbot, window, path)
    choose(sheet.format, number)
    mine = "In the file: 2 tags and 0 notes by "
    worksheet = WRITERS[number].name == "worksheet"
    assert sheet.inside.text().startswith("In the file: no tags" if worksheet else mine)
    assert sheet.about.text()
    sheet.buttons.accepted.emit()
    qtbot.waitUntil(lambda: sheet.written == path)
    first = path.read_bytes()
    again = sheet_for(qtbot, window, path)
    choose(again.format, number)
    again.buttons.accepted.emit()
    qtbot.waitUntil(lambda: again.written == path)
    assert path.read_bytes() == first
    assert sorted(p.name for p in tmp_path.glob("*.part")) == []


def test_a_table_is_parted_as_the_persons_spreadsheet_reads_it(qtbot, window, tmp_path):
    path = tmp_path / "tags.csv"
    sheet = sheet_for(qtbot, window, path)
    shown = {writer.name: sheet.form.isRowVisible(sheet.delimiter) for writer in pick(sheet)}
    assert [name for name, seen in shown.items() if seen] == ["csv"]
    choose(sheet.format, list(shown).index("csv"))
    choose(sheet.delimiter, 1)
    sheet.buttons.accepted.emit()
    qtbot.waitUntil(lambda: sheet.written == path)
    rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert len(rows) == 3
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) > 5


def pick(sheet):
    """Choose every format in turn."""
    for number, writer in enumerate(WRITERS):
        choose(sheet.format, number)
        yield writer


def test_where_there_is_nothing_to_write_that_is_said_once_and_no_name_is_asked_for(qtbot, window):
    window.workspace.take_coder("K9")
    asked = []
    sheet = ExportSheet(window.workspace.contents, "K9", window, lambda *_: asked.append("name"))
    qtbot.addWidget(sheet)
    sheet.show()
    save = sheet.buttons.button(BUTTON.Save)
    for writer in pick(sheet):
        empty = writer.name in ("key", "csv")
        assert save.isEnabled() is not empty
        assert bool(sheet.trouble.text()) is empty
        assert sheet.inside.isVisible() is not empty
        save.click()
    assert len(asked) == len(WRITERS) - 2


def test_the_ending_is_added_where_it_was_left_out_and_no_file_is_lost_by_that(
    qtbot, window, tmp_path, person
):
    mine = tmp_path / "lesson.docx"
    mine.write_text("mine")
    sheet = ExportSheet(window.workspace.contents, "K1", window)
    qtbot.addWidget(sheet)
    sheet.show()
    person(typing(tmp_path / "lesson"), escape, typing(tmp_path / "Test 1.2"))
    sheet.buttons.button(BUTTON.Save).click()
    qtbot.waitUntil(lambda: sheet.written is not None)
    assert sheet.written == tmp_path / "Test 1.2.docx"
    assert sheet.written.stat().st_size
    assert mine.read_text() == "mine"


def test_a_place_that_cannot_be_written_gets_a_sentence(qtbot, window, tmp_path):
    goal = tmp_path / "folder.docx"
    goal.mkdir()
    sheet = sheet_for(qtbot, window, goal)
    sheet.buttons.accepted.emit()
    qtbot.waitUntil(lambda: "could not be written" in sheet.trouble.text())
    assert sheet.written is None


def test_while_a_file_is_written_the_sheet_waits_for_it(qtbot, window, tmp_path):
    path = tmp_path / "lesson.docx"
    sheet = sheet_for(qtbot, window, path)
    sheet.show()
    save, cancel = (sheet.buttons.button(which) for which in (BUTTON.Save, BUTTON.Cancel))
    save.click()
    assert not save.isEnabled()
    assert not cancel.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.close()
    assert sheet.isVisible()
    assert sheet.trouble.text() == "Writing …"
    qtbot.waitUntil(lambda: sheet.written == path)
    assert not sheet.isVisible()


def test_after_a_file_could_not_be_written_another_place_can_be_chosen(qtbot, window, tmp_path):
    taken = tmp_path / "folder.docx"
    taken.mkdir()
    places = [taken, tmp_path / "other.docx"]
    sheet = ExportSheet(window.workspace.contents, "K1", window, lambda *_: places.pop(0))
    qtbot.addWidget(sheet)
    sheet.show()
    save = sheet.buttons.button(BUTTON.Save)
    save.click()
    qtbot.waitUntil(lambda: "could not be written" in sheet.trouble.text())
    assert save.hasFocus()
    save.click()
    qtbot.waitUntil(lambda: sheet.written == tmp_path / "other.docx")


def test_a_fault_of_ours_leaves_no_sheet_that_says_it_is_writing(qtbot, window, tmp_path):
    sheet = sheet_for(qtbot, window, tmp_path / "no name\0.docx")  # none that a dialog gives
    sheet.show()
    with qtbot.captureExceptions() as caught:
        sheet.buttons.button(BUTTON.Save).click()
        qtbot.waitUntil(lambda: bool(caught))
    assert sheet.trouble.text() == ""
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_thinking_better_of_it_writes_nothing(qtbot, window, tmp_path):
    before = sorted(tmp_path.iterdir())
    sheet = sheet_for(qtbot, window, None)
    sheet.buttons.accepted.emit()
    assert sheet.written is None
    assert sorted(tmp_path.iterdir()) == before


def test_an_archive_opens_in_another_library_with_everything_said_of_it(qtbot, window, tmp_path):
    path = tmp_path / "lesson.json"
    sheet = sheet_for(qtbot, window, path)
    choose(sheet.format, [w.name for w in WRITERS].index("archive"))
    assert not sheet.policy.isEnabled()
    sheet.buttons.accepted.emit()
    qtbot.waitUntil(lambda: sheet.written == path)
    contents = window.workspace.contents
    other = opened(qtbot, tmp_path / "other.sqlite")
    other.pairs.open_archive(path)
    assert other.workspace.contents == contents
    other.pairs.open_archive(path)
    assert "already" in other.statusBar().currentMessage()
    assert len(other.workspace.shelf()) == 2
    other.workspace.undo()
    assert len(other.workspace.shelf()) == 1
    contents = other.workspace.shelf()[0]
    pair = other.workspace.store.contents(contents.pair_id)
    other.workspace.close_pair()
    forgotten = (*pair.tags, *pair.links, *pair.notes, pair.pair)
    first = pair.source.sentences[1]
    shorter = first.model_copy(update={"end": first.end - 9})
    other.workspace.store.replace(Edit("forget", (*forgotten, first), (shorter,)))
    archived = archive.write([pair])
    path.write_bytes(archived)
    with pytest.raises(Problem, match="is not the same here"):
        other.pairs.open_archive(path)
    path.write_text("my essay")
    with pytest.raises(Problem):
        other.pairs.open_archive(path)
    other.close()


def test_an_archived_pair_that_is_in_the_bin_is_said_to_be_there(qtbot, window, tmp_path):
    path = tmp_path / "lesson.json"
    contents = window.workspace.contents
    path.write_bytes(archive.write([contents]))
    window.pairs.open_archive(path)
    assert "bin" not in window.statusBar().currentMessage()
    window.workspace.bin(contents.pair.id)
    window.pairs.open_archive(path)
    said = window.statusBar().currentMessage()
    assert "already" in said
    assert "1 of them is in the bin" in said
    assert [entry.binned for entry in window.workspace.shelf()] == [True]


def test_every_format_can_be_read_in_the_list_that_opens(qtbot, window, tmp_path):
    sheet = sheet_for(qtbot, window, tmp_path / "out")
    sheet.show()
    sheet.format.showPopup()
    view = sheet.format.view()
    qtbot.waitUntil(view.isVisible)
    shown = view.viewport().rect()
    rows = [view.model().index(row, 0) for row in range(sheet.format.count())]
    assert len(rows) == len(WRITERS)
    assert all(shown.contains(view.visualRect(row)) for row in rows)
    sheet.format.hidePopup()
