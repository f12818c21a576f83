"""The aligned table: everything the desk can do, without the desk."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.library.model import Note
from desktop.text.codebook import Kind, Side
from desktop.window.table.model import Column
from tests import table_window
from tests.table_window import cell, seen, show, tags
from tests.window import press, sentence

window = table_window.window


def test_f7_shows_the_table_with_the_same_sentence_in_hand_and_leads_back(window):
    table, desk = window.views.table, window.desk
    hand = desk.current
    assert table.isVisible()
    assert table.view.hasFocus()
    assert table.view.row(table.view.currentIndex().row()).own == hand
    press(window, "J")
    assert desk.current != hand
    press(window, "F7")
    assert not table.isVisible()
    assert desk.panes[Side.REWRITE].hasFocus()
    assert desk.panes[Side.REWRITE].current == desk.current


def test_letters_tag_the_sentence_of_the_row_and_lead_to_the_next_row_and_undo_takes_it_back(
    window,
):
    window.desk.go(sentence(window, "Mayor walks out"))
    press(window, "2")
    assert tags(window) == {"R1": Kind.PARAPHRASE}
    assert cell(window, "R1", Column.TAG).startswith("Paraphrase")
    assert window.desk.current == sentence(window, "The mayor quit")
    press(window, "1")
    assert tags(window)["R2"] is Kind.QUOTE
    assert window.desk.current == sentence(
        window, "She gave no reason"
    )  # an omission, in its place
    press(window, "4")
    assert tags(window)["S3"] is Kind.OMISSION
    assert window.desk.panes[Side.SOURCE].mark(sentence(window, "She gave")).kind is Kind.OMISSION
    press(window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert tags(window) == {}
    assert window.desk.current == sentence(window, "Mayor walks out")
    assert not cell(window, "R1", Column.TAG).startswith("Paraphrase\n")


def test_the_whole_pair_can_be_decided_from_the_table(window):
    for _ in range(12):
        press(window, "4" if window.desk.side() is Side.SOURCE else "3")
    assert tags(window) == {"S3": Kind.OMISSION} | {f"R{n}": Kind.ADDITION for n in range(1, 6)}
    assert window.saved.text() == "Saved · 0 sentences to tag"
    assert window.statusBar().currentMessage().startswith("Every sentence is decided")


def test_arrows_go_from_row_to_row_and_through_the_source_sentences_of_one(window):
    window.desk.go(sentence(window, "“I am tired,” she said"))
    press(window, "Left")
    assert window.desk.current == sentence(window, "The mayor resigned")
    press(window, "Right")
    assert window.desk.current == sentence(window, "“I am tired,” she told")
    press(window, "5")
    assert tags(window) == {"S4": Kind.KEPT}
    window.desk.go(sentence(window, "“I am tired,” she told"))
    press(window, "Right")
    assert window.desk.current == sentence(window, "“I am tired,” she said")
    press(window, "Down", "Down", "Down")
    assert window.desk.current == sentence(window, "🎉 Bakers danced")
    press(window, "Up", "Up")
    assert window.desk.current == sentence(window, "Critics cheered")


def test_links_are_made_and_taken_apart_in_the_table_and_the_rows_follow(window):
    window.desk.go(sentence(window, "She gave no reason"))
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "L")
    assert seen(window) == ["S1 R1", "S2 R2", "S3 R3", "S2 S4 R4", "R5"]
    assert window.desk.current == sentence(window, "Critics cheered")
    assert cell(window, "R3", Column.LINK) == "by hand"
    press(window, "U")
    assert seen(window) == ["S1 R1", "S2 R2", "S3", "R3", "S2 S4 R4", "R5"]
    assert window.views.table.view.hasFocus()


def test_the_sentence_last_visited_is_linked_however_many_rows_lie_between(window):
    window.desk.go(sentence(window, "She gave no reason"))
    press(window, "Down", "Down", "Down")
    assert window.desk.current == sentence(window, "🎉 Bakers danced")
    press(window, "L")
    assert "S3 R5" in seen(window)


def test_a_note_is_written_from_the_table_and_the_keys_come_back(window):
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "T", "W", "H", "O", "Return")
    assert [note.text for note in window.workspace.store.all(Note)] == ["who"]
    assert cell(window, "R3", Column.NOTE) == "who"
    assert window.views.table.view.hasFocus()
    show(window, "My notes")
    assert seen(window) == ["R3"]
    assert window.views.table.count.text() == "1 of 6 rows"


def test_the_model_keeps_what_qt_asks_of_models(window):
    table = window.views.table
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(m, mode) for m in (table.model, table.view.order)]
    press(window, "3", "2", "U", "L", "Ctrl+Z", "Ctrl+Z")
    show(window, "Untagged")
    press(window, "3", "3", "Ctrl+Z")
    window.workspace.close_pair()
    assert table.view.order.rowCount() == 0
    assert testers


def test_a_click_on_a_source_sentence_takes_that_one_in_hand(window):
    view = window.views.table.view
    index = view.order.index(4, Column.SOURCE)
    view.scrollTo(index)
    place = view.visualRect(index).bottomLeft()
    place.setX(place.x() + 80)
    place.setY(place.y() - 12)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.desk.current == sentence(window, "“I am tired,” she told")


def test_while_one_predicts_the_table_asks_for_the_rewrite_alone(window):
    press(window, "F4")
    for _ in range(5):
        press(window, "3", "N")
    assert window.saved.text() == "Saved · 0 sentences to tag"
    assert {label[0] for label in tags(window)} == {"R"}
    show(window, "Untagged")
    assert seen(window) == ["R5"]  # where one is
