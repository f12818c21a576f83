"""Bringing a pair in: files, the clipboard, drops; what is odd is said, nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.places import SEEDS
from desktop.text.codebook import Role, Side
from desktop.window.app import application
from desktop.window.look.theme import theme
from desktop.window.sheets.import_sheet import ImportSheet
from tests.window import arrived

WIRE = """Weather

City to close bridge for repairs

The city council voted on Tuesday to close the bridge. It will shut for nine weeks.

“We looked at keeping one lane open,” the director said.
"""


@pytest.fixture
def sheet(qtbot):
    application()
    sheet = ImportSheet(theme("light"), lambda _: None)  # what is stored is the window's
    qtbot.addWidget(sheet, before_close_func=lambda sheet: sheet.done(0))  # else it would ask
    sheet.show()
    return sheet


def rows(part):
    return [part.blocks.item(row).text() for row in range(part.blocks.count())]


def test_two_files_become_a_pair(qtbot, sheet):
    source, rewrite = sorted(SEEDS.glob("*.txt"), reverse=True)
    sheet.take_files([source, rewrite])
    arrived(sheet)
    assert len(rows(sheet.sides[Side.REWRITE])) == 13
    sheet.ok.click()
    qtbot.waitUntil(lambda: sheet.contents is not None)
    assert len(sheet.contents.rewrite.taggable) == 16
    assert sheet.contents.links


def test_words_from_the_clipboard_become_an_article(sheet):
    QGuiApplication.clipboard().setText(WIRE)
    part = sheet.sides[Side.SOURCE]
    part.paste.click()
    arrived(sheet)
    assert rows(part)[-1] == "Body   “We looked at keeping one lane open,” the director said."
    assert not sheet.ok.isEnabled()


def test_a_dropped_file_is_read(sheet, tmp_path):
    path = tmp_path / "wire.txt"
    path.write_text(WIRE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    part = sheet.sides[Side.REWRITE]
    part.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    arrived(sheet)
    assert any("The city council voted" in row for row in rows(part))


def test_one_click_takes_a_block_out_and_brings_it_back(sheet):
    part = sheet.sides[Side.SOURCE]
    QGuiApplication.clipboard().setText(WIRE)
    part.take_clipboard()
    arrived(sheet)
    last = part.blocks.count() - 1
    part.blocks.item(last).setCheckState(Qt.CheckState.Unchecked)
    assert part.finished().blocks[last].role is Role.BOILERPLATE
    part.blocks.item(last).setCheckState(Qt.CheckState.Checked)
    assert part.finished().blocks[last].role is Role.BODY
    part.blocks.setCurrentRow(last)
    part.role.chosen.emit(Role.CAPTION)
    part.blocks.item(last).setCheckState(Qt.CheckState.Unchecked)
    part.blocks.item(last).setCheckState(Qt.CheckState.Checked)
    assert part.finished().blocks[last].role is Role.CAPTION


def test_a_block_gets_another_role(sheet):
    part = sheet.sides[Side.SOURCE]
    QGuiApplication.clipboard().setText(WIRE)
    part.take_clipboard()
    arrived(sheet)
    part.blocks.setCurrentRow(1)
    part.role.setCurrentIndex(part.role.findText("Caption"))
    part.role.activated.emit(part.role.currentIndex())
    assert part.finished().blocks[1].role is Role.CAPTION


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "“empty.txt” is empty. Choose another file."),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
            "“picture.txt” is a picture, which cannot be opened yet. Nothing was changed. ",
        ),
        (
            "huge.txt",
            b"The mayor spoke. " * 1_250_000,
            "“huge.txt” is too long for one article (22 MB; 5 MB can be read). Nothing was changed",
        ),
        (
            "novel.txt",
            b"The mayor spoke of the bridge again.\n\n" * 40_000,
            "This is 1,440,000 characters of story; 400,000 can be compared. Nothing was changed; ",
        ),
        (
            "page.html",
            b"<html><body></body></html>",
            "This page shows no text by itself. Nothing was added; open it in a browser, ",
        ),
    ],
)
def test_a_file_that_holds_no_article_gets_a_sentence(sheet, tmp_path, name, content, told):
    path = tmp_path / name
    path.write_bytes(content)
    part = sheet.sides[Side.SOURCE]
    part.take_file(path)
    arrived(sheet)
    assert part.reading is None
    assert part.story.text().startswith(told)
    assert part.story.text().endswith(".")


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252", "utf-8-sig"])
def test_other_encodings_are_read(sheet, tmp_path, encoding):
    path = tmp_path / "wire.txt"
    text = "Le maire a démissionné à midi. Il n’a pas donné de raison."
    text = text.replace("’", "'") if encoding == "latin-1" else text
    path.write_bytes(text.encode(encoding))
    part = sheet.sides[Side.SOURCE]
    part.take_file(path)
    arrived(sheet)
    assert "démissionné à midi" in rows(part)[0]


def test_the_same_text_twice_and_a_newer_source_are_remarked_on(sheet):
    QGuiApplication.clipboard().setText(WIRE)
    for part in sheet.sides.values():
        part.take_clipboard()
        arrived(sheet)
    assert "same text" in sheet.trouble.text()
    assert sheet.ok.isEnabled()
    upper, lower = sheet.sides.values()
    QGuiApplication.clipboard().setText("Bridge shut\n\nThe bridge is shut, the council said.")
    lower.take_clipboard()
    arrived(sheet)
    upper.published.setText("2024-02-02")
    lower.published.setText("2024-01-01")
    assert "newer" in sheet.trouble.text()


def test_a_side_without_a_story_is_refused_in_a_sentence(qtbot, sheet):
    QGuiApplication.clipboard().setText(WIRE)
    upper, lower = sheet.sides.values()
    upper.take_clipboard()
    arrived(sheet)
    lower.take_clipboard()
    arrived(sheet)
    for row in range(lower.blocks.count()):
        lower.blocks.item(row).setCheckState(Qt.CheckState.Unchecked)
    sheet.ok.click()
    qtbot.waitUntil(lambda: "no headline or body" in sheet.trouble.text())
    assert sheet.contents is None


def test_sides_can_be_swapped(sheet):
    upper, lower = sheet.sides.values()
    QGuiApplication.clipboard().setText("First story here. It goes on.")
    upper.take_clipboard()
    arrived(sheet)
    QGuiApplication.clipboard().setText("Second story here. It goes on.")
    lower.take_clipboard()
    arrived(sheet)
    sheet.swap.click()
    assert "Second" in rows(upper)[0]
    assert "First" in rows(lower)[0]


def test_a_missing_file_gets_a_sentence(sheet):
    part = sheet.sides[Side.SOURCE]
    part.take_file(Path("/nowhere/at all.txt"))
    arrived(sheet)
    assert "could not be read" in part.story.text()


def test_pasting_twice_at_once_makes_a_pair(sheet):
    QGuiApplication.clipboard().setText("First story here. It goes on.")
    sheet.paste()
    QGuiApplication.clipboard().setText("Second story here. It goes on.")
    sheet.paste()
    arrived(sheet)
    upper, lower = sheet.sides.values()
    assert "First" in rows(upper)[0]
    assert "Second" in rows(lower)[0]


def test_a_third_file_is_named_as_left_out(sheet, tmp_path):
    paths = [tmp_path / f"{name}.txt" for name in ("wire", "outlet", "third")]
    for path in paths:
        path.write_text(f"This is the {path.stem}. It goes on.", encoding="utf-8")
    sheet.take_files(paths)
    arrived(sheet)
    assert "left out: “third.txt”" in sheet.trouble.text()
    assert sheet.ok.isEnabled()


def test_nothing_is_added_while_an_article_is_being_read(sheet, tmp_path):
    QGuiApplication.clipboard().setText(WIRE)
    sheet.paste()
    sheet.paste()
    arrived(sheet)
    path = tmp_path / "other.txt"
    path.write_text("Another story. It goes on.", encoding="utf-8")
    upper, _ = sheet.sides.values()
    upper.take_file(path)
    assert not sheet.ok.isEnabled()
    assert not sheet.swap.isEnabled()
    arrived(sheet)
    assert sheet.ok.isEnabled()
    assert "Another story" in rows(upper)[0]


def test_a_date_that_is_none_is_asked_for_in_its_form(sheet):
    QGuiApplication.clipboard().setText(WIRE)
    sheet.paste()
    sheet.paste()
    arrived(sheet)
    upper, _ = sheet.sides.values()
    for typed in ("31.10.", "20201026", "2020-W44-1", "2020-02-31", "31.2.2020", "yesterday"):
        upper.published.setText(typed)
        assert "2020-10-26" in sheet.trouble.text()
        assert not sheet.ok.isEnabled()
    upper.published.setText("2020-10-26")
    assert sheet.ok.isEnabled()


@pytest.mark.parametrize("typed", ["26.10.2020", "26 October 2020", "Oct. 26, 2020", "26/10/2020"])
def test_a_date_is_understood_as_people_write_it_and_shown_as_it_is_kept(sheet, typed):
    QGuiApplication.clipboard().setText(WIRE)
    sheet.paste()
    sheet.paste()
    arrived(sheet)
    upper, _ = sheet.sides.values()
    upper.published.clear()
    QTest.keyClicks(upper.published, typed)
    assert sheet.ok.isEnabled()
    QTest.keyClick(upper.published, Qt.Key.Key_Tab)
    QTest.keyClick(upper.published, Qt.Key.Key_Return)
    assert upper.published.text() == "2020-10-26"


def test_the_date_over_a_pasted_story_is_taken_from_it(sheet):
    QGuiApplication.clipboard().setText(
        "Bridge shut for repairs\n\n14 March 2025, 06:42 GMT\n\n"
        "The old bridge in Harlow is shut for repairs, the council said on Friday."
    )
    sheet.paste()
    arrived(sheet)
    assert sheet.sides[Side.SOURCE].published.text() == "2025-03-14"


@pytest.mark.parametrize(("button", "shown"), [("&Go on here", True), ("&Leave", False)])
def test_escape_asks_before_sorted_articles_are_thrown_away(qtbot, sheet, button, shown):
    QGuiApplication.clipboard().setText(WIRE)
    sheet.paste()
    arrived(sheet)

    def answer():
        asked = QApplication.activeModalWidget()
        next(b for b in asked.buttons() if b.text() == button).click()

    QTimer.singleShot(0, answer)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible() is shown
