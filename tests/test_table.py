"""The aligned table: the pair as rows, and everything the desk can do, without the desk."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop.library.model import Link, Note, Origin, Tag
from desktop.text.codebook import Kind, Role, Side
from desktop.window.table.drawing import starts_at_the_right
from desktop.window.table.model import Column
from desktop.window.table.rows import rows
from tests import samples
from tests.window import opened, press, sentence


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite", linked())
    press(window, "F7")
    yield window
    window.close()


def linked(*couples):
    """The sample pair with links by label; without any, as a reader would link it."""
    pair = samples.pair()
    ids = {pair.label(s): s for s in pair.sentences}
    couples = couples or ((("S1",), "R1"), (("S2",), "R2"), (("S4", "S2"), "R4"))
    links = [
        Link(
            pair_id=pair.pair.id,
            source=tuple(ids[s] for s in source),
            rewrite=(ids[rewrite],),
            origin=Origin.MANUAL,
        )
        for source, rewrite in couples
    ]
    return replace(pair, links=tuple(links))


def labels(contents, found):
    return [" ".join(contents.label(s) for s in row.sentences) for row in found]


def seen(window):
    """The rows a person sees, top to bottom, by the labels of their sentences."""
    view = window.views.table.view
    shown = [view.row(place) for place in range(view.order.rowCount())]
    return labels(window.workspace.contents, shown)


def cell(window, label, column):
    """What one cell says: the row is that of a label."""
    view = window.views.table.view
    contents = window.workspace.contents
    for place in range(view.order.rowCount()):
        if contents.label(view.row(place).own) == label:
            return view.order.index(place, column).data()
    raise AssertionError(label)


def heard(window, place, column):
    """What a screen reader says of a cell of the table."""
    table = QAccessible.queryAccessibleInterface(window.views.table.view)
    assert table.text(QAccessible.Text.Name) == "Aligned table"
    cells = [table.child(at) for at in range(table.childCount())]
    cells = [cell for cell in cells if cell.role() == QAccessible.Role.Cell]
    return cells[place * len(Column) + column].text(QAccessible.Text.Name)


def choose(choice, name):
    """Choose a named entry of a list by its keys."""
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(choice.findText(name)):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == name


def show(window, name):
    """Choose which rows to show, and go to them."""
    choose(window.views.table.shown, name)
    press(window, "Escape")


def tags(window):
    contents = window.workspace.contents
    return {contents.label(t.sentence_id): t.kind for t in window.workspace.store.all(Tag)}


# rows


def test_a_row_is_a_rewrite_sentence_with_what_it_draws_on_and_omissions_stand_at_their_place():
    pair = linked()
    assert labels(pair, rows(pair)) == ["S1 R1", "S2 R2", "S3", "R3", "S2 S4 R4", "R5"]


def test_what_only_the_headline_tells_is_no_place_for_an_omission():
    pair = linked((("S3",), "R1"), (("S2",), "R3"))
    assert labels(pair, rows(pair)) == ["S1", "S3 R1", "R2", "S2 R3", "S4", "R4", "R5"]


def test_an_omission_does_not_come_between_sentences_that_tell_the_same():
    pair = linked((("S2",), "R2"), (("S2",), "R3"), (("S4",), "R4"), (("S2",), "R5"))
    assert labels(pair, rows(pair)) == ["S1", "R1", "S2 R2", "S2 R3", "S3", "S4 R4", "S2 R5"]


COUPLES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["S1", "S2", "S3", "S4"]), min_size=1, max_size=3, unique=True),
        st.sampled_from(["R1", "R2", "R3", "R4", "R5"]),
    ),
    min_size=1,
    max_size=6,
)


@given(COUPLES)
def test_no_sentence_is_missing_and_no_decision_stands_twice(couples):
    pair = linked(*couples)
    found = rows(pair)
    own = [row.own for row in found]
    assert len(own) == len(set(own))
    named = {s for row in found for s in row.sentences}
    assert named == {s.id for s in (*pair.source.linkable, *pair.rewrite.linkable)}
    assert [row.rewrite for row in found if row.rewrite] == [s.id for s in pair.rewrite.linkable]
    for row in found:
        if row.rewrite:
            assert row.source == tuple(s.id for s in pair.partners(row.rewrite))


# one view in front, both in step


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
    assert window.saved.text() == "Saved · 0 sentences left"
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


# choosing and ordering rows


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


def test_one_sees_which_cell_one_reads(window):
    view = window.views.table.view
    window.desk.go(sentence(window, "The mayor quit"))
    before = view.grab().toImage()
    press(window, "Right")
    assert window.desk.current == sentence(window, "The mayor quit")
    assert view.currentIndex().column() == Column.TAG
    assert view.grab().toImage() != before
    press(window, "Down")
    assert window.desk.current == sentence(window, "She gave no reason")
    assert view.currentIndex().column() == Column.TAG


# what is heard, and room


def test_a_screen_reader_hears_where_a_cell_stands_what_it_is_and_what_it_is_linked_to(window):
    window.desk.go(sentence(window, "“I am tired,” she said"))
    press(window, "1")
    window.workspace.refine(sentence(window, "“I am tired,” she said"), subkind="speech")
    assert heard(window, 4, Column.REWRITE).startswith(
        "Rewrite, sentence 4 of 5, quote, speech, linked to source sentences 2 and 4: “I am tired,”"
    )
    assert heard(window, 4, Column.SOURCE).startswith(
        "Source, sentence 2 of 4, linked to rewrite sentences 2 and 4: The mayor resigned"
    )
    assert heard(window, 4, Column.TAG).startswith("Rewrite 4, Tag: Quote")
    assert heard(window, 4, Column.NOTE) == "Rewrite 4, Note: none"
    assert heard(window, 3, Column.SOURCE) == "No source sentence"
    assert heard(window, 2, Column.REWRITE) == "Not in the rewrite"
    assert heard(window, 2, Column.TAG).startswith("Source 3, Tag: Omission?, suggested")


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


def test_every_row_is_as_high_as_its_words_in_every_size_of_text(window):
    view = window.views.table.view
    for _ in range(12):
        window.actions_["larger"].trigger()
    view.fit()
    widths = {column: view.columnWidth(column) for column in Column}
    for place in range(view.order.rowCount()):
        assert view.rowHeight(place) == view.drawing.height(view.row(place), widths)
    assert sum(widths.values()) <= view.viewport().width()
    assert widths[Column.TAG] > 0
    assert widths[Column.LINK] == 0  # no room: the inspector tells it
    assert widths[Column.SOURCE] == widths[Column.REWRITE] > widths[Column.TAG]


def test_a_click_on_a_source_sentence_takes_that_one_in_hand(window):
    view = window.views.table.view
    index = view.order.index(4, Column.SOURCE)
    view.scrollTo(index)
    place = view.visualRect(index).bottomLeft()
    place.setX(place.x() + 80)
    place.setY(place.y() - 12)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.desk.current == sentence(window, "“I am tired,” she told")


def test_words_of_right_to_left_scripts_stand_at_the_right(qtbot, tmp_path):
    assert not starts_at_the_right("“Calder” قال")
    assert starts_at_the_right("9 أسابيع")
    assert not starts_at_the_right("9.")
    story = ((Role.BODY, "قال Calder."),)
    window = opened(qtbot, tmp_path / "library.sqlite", samples.pair(story, story))
    press(window, "F7")
    view = window.views.table.view
    cell = QRectF(view.visualRect(view.order.index(0, Column.REWRITE)))
    [place] = view.drawing.places((view.row(0).rewrite,), cell)
    picture = view.viewport().grab(place.words.toRect()).toImage()
    ground = picture.pixelColor(0, 0).lightness()
    inked = [
        x
        for x in range(picture.width())
        if any(
            abs(picture.pixelColor(x, y).lightness() - ground) > 90 for y in range(picture.height())
        )
    ]
    assert min(inked) > picture.width() / 3
    window.close()
