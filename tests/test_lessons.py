"""The sample lessons: every one opens with its texts, its cuts and its key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from desktop.exchange.lessons import KEY, lesson, lessons
from desktop.text.codebook import Kind
from desktop.window.app import application
from desktop.window.sheets.lessons_sheet import LessonsSheet
from tests import dialogs
from tests.gold import gold_pairs
from tests.libraries import Passing
from tests.window import opened

person = dialogs.person

GOLD = {gold.id: gold for gold in gold_pairs()}
LESSONS = {offered.id: offered for offered in lessons()}


def adding(lesson_id):
    """What chooses a lesson in the sheet and adds it."""

    def act(sheet):
        at = next(n for n, offered in enumerate(sheet.lessons) if offered.id == lesson_id)
        sheet.list.setCurrentRow(at)
        sheet.buttons.accepted.emit()

    return act


@pytest.mark.parametrize("lesson_id", sorted(GOLD))
def test_a_lesson_carries_its_key_and_can_be_stored(lesson_id):
    contents, gold = lesson(lesson_id), GOLD[lesson_id]
    for side, page in ((contents.source, gold.source), (contents.rewrite, gold.rewrite)):
        assert [side.text(s) for s in side.sentences] == [unit.text for unit in page.units]
    tags = contents.tags_of(KEY)
    names = dict(zip((u.id for u in gold.rewrite.units), contents.rewrite.sentences, strict=True))
    for name, sentence in names.items():
        expected = gold.key[name].kind if name in gold.key else None
        assert (tags[sentence.id].kind if sentence.id in tags else None) == expected
    linked = {name for name, verdict in gold.key.items() if verdict.links}
    assert {name for name, s in names.items() if contents.partners(s.id)} == linked
    assert any(tag.kind is Kind.OMISSION for tag in tags.values())
    assert contents.pair.key == KEY
    assert contents.pair.lesson == LESSONS[lesson_id].about
    store = Passing()
    store.add(contents.values)
    assert store.contents(contents.pair.id) == contents
    store.close()


def test_the_sheet_offers_every_lesson_and_gives_the_chosen_one(qtbot):
    application()
    stored = []
    sheet = LessonsSheet(stored.append)
    qtbot.addWidget(sheet)
    assert sheet.list.count() == len(lessons()) == len(GOLD)
    sheet.list.setCurrentRow(2)
    assert sheet.about.text() == sheet.lessons[2].about
    sheet.buttons.accepted.emit()
    assert sheet.contents.pair.title == sheet.lessons[2].title
    assert stored == [sheet.contents]


def test_what_a_lesson_is_about_is_read_to_its_end_in_large_letters(qtbot, window):
    window.looks.set(replace(window.looks.look, text_size=25.0))
    sheet = LessonsSheet(window.workspace.shelve, window)
    sheet.show()
    qtbot.waitExposed(sheet)
    longest = max(range(len(sheet.lessons)), key=lambda at: len(sheet.lessons[at].about))
    sheet.list.setCurrentRow(longest)
    about = sheet.about
    qtbot.waitUntil(lambda: about.height() >= about.heightForWidth(about.width()))
    scroll = sheet.findChild(QScrollArea)
    bar = scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    scroll.setFocus()
    QTest.keyClick(scroll, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    sheet.list.setCurrentRow(longest - 1)
    assert bar.value() == 0


def test_lessons_are_found_by_language_kind_and_words(qtbot):
    application()
    stored = []
    sheet = LessonsSheet(stored.append)
    qtbot.addWidget(sheet)

    def shown():
        rows = (at for at in range(sheet.list.count()) if not sheet.list.isRowHidden(at))
        return {sheet.lessons[at].id for at in rows}

    sheet.wanted.setText("dutch")
    assert shown() == {gold.id for gold in GOLD.values() if gold.language == "nl"}
    assert sheet.kind.text().endswith("Dutch")
    sheet.wanted.setText("german COUNCIL")
    assert "kita-gebuehren" in shown()
    assert all(GOLD[name].language == "de" for name in shown())
    sheet.wanted.setText("illbrook")  # no word begins so
    assert shown() == set()
    sheet.wanted.setText("xylophone submarine")
    assert shown() == set()
    assert "No lesson" in sheet.about.text()
    sheet.buttons.accepted.emit()
    assert sheet.contents is None
    assert stored == []
    sheet.wanted.clear()
    assert shown() == set(GOLD)
    assert sheet.buttons.button(sheet.buttons.StandardButton.Ok).isEnabled()


def test_what_to_look_for_is_shown_when_asked_for_and_of_that_lesson_alone(qtbot, tmp_path, person):
    window = opened(qtbot, tmp_path / "library.sqlite")
    person(adding("cash-van"))
    window.actions_["sample_lessons"].trigger()
    assert "What to look for" in window.statusBar().currentMessage()
    sheet = window.views.lesson
    assert not sheet.isVisible()
    window.actions_["show_lesson"].trigger()
    assert sheet.isVisible()
    assert sheet.words.toPlainText() == LESSONS["cash-van"].about
    person(adding("badger-author"))
    window.actions_["sample_lessons"].trigger()
    assert not sheet.isVisible()
    own = next(entry for entry in window.workspace.shelf() if entry.title == "Mayor")
    window.workspace.open(own.pair_id)
    window.actions_["show_lesson"].trigger()
    assert "nothing is said" in sheet.words.toPlainText()
    window.close()


def test_a_lesson_an_older_version_added_can_be_added_again_with_its_words(qtbot, tmp_path, person):
    plain = lesson("cash-van")
    old = replace(plain, pair=plain.pair.model_copy(update={"lesson": ""}))
    window = opened(qtbot, tmp_path / "library.sqlite", old)
    sheet = window.views.lesson
    window.actions_["show_lesson"].trigger()
    assert "older version" in sheet.words.toPlainText()
    assert "added again" in sheet.words.toPlainText()
    person(adding("cash-van"))
    window.actions_["sample_lessons"].trigger()
    assert len(window.workspace.shelf()) == 2
    window.actions_["show_lesson"].trigger()
    assert sheet.words.toPlainText() == LESSONS["cash-van"].about
    window.close()
