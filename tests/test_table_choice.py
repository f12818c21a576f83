"""The rows of the table that one wants to see: chosen, found by their words, and put in order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.text.codebook import Kind
from desktop.window.table.model import Column
from tests import table_window
from tests.table_window import cell, choose, seen, show, tags
from tests.window import press, sentence

window = table_window.window


def test_the_row_in_hand_stays_until_one_leaves_it(window):
    show(window, "Untagged")
    assert seen(window) == ["S1 R1", "S2 R2", "S3", "R3", "S2 S4 R4", "R5"]
    window.desk.go(sentence(window, "The mayor quit"))
    window.workspace.tag(window.desk.current, Kind.PARAPHRASE)
    assert "S2 R2" in seen(window)
    press(window, "J")
    assert seen(window) == ["S1 R1", "S3", "R3", "S2 S4 R4", "R5"]
    assert window.desk.current == sentence(window, "She gave no reason")


def test_tagging_among_untagged_rows_skips_none(window):
    show(window, "Untagged")
    window.desk.go(sentence(window, "Mayor walks out"))
    press(window, "2", "2", "4", "3")
    assert seen(window) == ["S2 S4 R4", "R5"]
    assert window.desk.current == sentence(window, "“I am tired,” she said")
    press(window, "Ctrl+Z")
    assert seen(window) == ["R3", "S2 S4 R4", "R5"]
    assert window.desk.current == sentence(window, "Critics cheered")


def test_rows_are_chosen_by_tag_and_by_what_the_engine_thinks(window):
    window.desk.go(sentence(window, "Mayor walks out"))
    press(window, "3", "1", "4", "3", "1", "3")
    show(window, "Omissions")
    assert seen(window) == ["S3"]
    assert window.desk.current == sentence(window, "She gave no reason")
    show(window, "Additions")
    assert seen(window) == ["S1 R1", "R3", "R5"]
    assert window.desk.current == sentence(window, "Mayor walks out")  # the first that fits
    label = window.workspace.contents.label
    suggested = {label(s): found.kind for s, found in window.workspace.suggestions.items()}
    differing = {name for name, kind in tags(window).items() if suggested.get(name, kind) != kind}
    assert differing
    show(window, "Suggestion differs from my tag")
    assert {name.split()[-1] for name in seen(window)} == differing
    assert "suggested: " in cell(window, min(differing), Column.TAG)


def test_going_through_the_choices_moves_nothing_until_one_goes_to_the_rows(window):
    hand = sentence(window, "The mayor quit")
    window.desk.go(hand)
    choose(window.views.table.shown, "My notes")
    assert seen(window) == []
    assert window.desk.current == hand
    press(window, "Escape")
    assert seen(window) == ["S2 R2"]  # nothing fits: one stays where one was
    choose(window.views.table.shown, "Omissions")
    assert seen(window) == ["S3"]
    assert window.desk.current == hand
    press(window, "Escape")
    assert window.desk.current == sentence(window, "She gave no reason")


@pytest.mark.parametrize("by", ["keys", "mouse"])
def test_after_a_choice_from_the_open_list_the_keys_work_in_the_rows(qtbot, window, by):
    window.desk.go(sentence(window, "Mayor walks out"))
    press(window, "3")
    window.desk.go(sentence(window, "Mayor walks out"))
    shown = window.views.table.shown
    shown.setFocus()
    shown.showPopup()
    listed = shown.view()
    qtbot.waitUntil(listed.isVisible)
    if by == "keys":
        QTest.keyClick(listed, Qt.Key.Key_Down)
        QTest.keyClick(listed, Qt.Key.Key_Return)
    else:
        place = listed.visualRect(shown.model().index(shown.findText("Untagged"), 0)).center()
        QTest.mouseMove(listed.viewport(), place)
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown.currentText() == "Untagged"
    qtbot.waitUntil(window.views.table.view.hasFocus)
    assert window.desk.current == sentence(window, "The mayor quit")
    press(window, "N")
    assert window.desk.current == sentence(window, "She gave no reason")


def test_with_the_list_shut_enter_leads_to_the_rows(window):
    shown = window.views.table.shown
    shown.setFocus()
    shown.showPopup()
    QTest.keyClick(shown.view(), Qt.Key.Key_Escape)
    choose(shown, "Untagged")
    assert shown.hasFocus()
    press(window, "Return", "N")
    assert window.views.table.view.hasFocus()
    assert window.desk.current != sentence(window, "Mayor walks out")


def test_altered_quotations_are_those_with_a_flag_for_it(window):
    told = sentence(window, "“I am tired,” she said")
    window.desk.go(told)
    press(window, "1")
    window.workspace.refine(told, flags=("altered",), subkind="speech")
    assert cell(window, "R4", Column.FINER) == "Speech · Altered"
    window.desk.go(told)
    show(window, "Altered quotations")
    assert seen(window) == ["S2 S4 R4"]


def test_rows_are_found_by_their_words_and_letters_typed_there_tag_nothing(window):
    table = window.views.table
    table.finder.setFocus()
    press(window, "1", "3")
    assert tags(window) == {}
    assert table.count.text() == "0 of 6 rows"
    table.finder.clear()
    for letter in "TIRED":
        press(window, letter)
    assert seen(window) == ["S2 S4 R4"]
    press(window, "Return")
    assert table.view.hasFocus()
    assert window.desk.current == sentence(window, "“I am tired,” she said")
    table.finder.setFocus()
    press(window, "Escape")
    assert table.view.hasFocus()
    assert len(seen(window)) == 6


def test_rows_are_put_in_order_and_back_and_keys_follow_what_is_seen(window):
    table = window.views.table
    window.workspace.tag(sentence(window, "🎉 Bakers danced"), Kind.QUOTE)
    choose(table.sorted, "Tag")
    assert seen(window)[0] == "R5"
    press(window, "Escape")
    window.desk.go(sentence(window, "🎉 Bakers danced"))
    press(window, "Down")
    assert window.desk.current in window.workspace.contents.sentences
    assert seen(window)[1].endswith(window.workspace.contents.label(window.desk.current))
    header = table.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.SOURCE) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.sorted.currentText() == "Source"
    assert [row.split()[0] for row in seen(window)][:4] == ["S1", "S2", "S2", "S3"]
    choose(table.sorted, "As the rewrite tells it")
    assert seen(window) == ["S1 R1", "S2 R2", "S3", "R3", "S2 S4 R4", "R5"]
