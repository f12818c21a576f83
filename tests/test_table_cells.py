"""The cells of the table: what is heard of them, and how they are drawn."""

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from desktop.text.codebook import Role
from desktop.window.table.drawing import starts_at_the_right
from desktop.window.table.model import Column
from tests import samples, table_window
from tests.window import opened, press, sentence

window = table_window.window


def heard(window, place, column):
    """What a screen reader says of a cell of the table."""
    table = QAccessible.queryAccessibleInterface(window.views.table.view)
    assert table.text(QAccessible.Text.Name) == "Aligned table"
    cells = [table.child(at) for at in range(table.childCount())]
    cells = [cell for cell in cells if cell.role() == QAccessible.Role.Cell]
    return cells[place * len(Column) + column].text(QAccessible.Text.Name)


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


def test_every_row_is_as_high_as_its_words_in_every_size_of_text(window):
    view = window.views.table.view
    for _ in range(12):
        window.actions_["larger"].trigger()
    view.fit()
    widths = {column: view.columnWidth(column) for column in Column}
    for place in range(view.order.rowCount()):
        assert view.rowHeight(place) == view.drawing.height(view.row(place), widths)
    seen = (Column.SOURCE, Column.REWRITE, Column.TAG)
    assert sum(widths[column] for column in seen) <= view.viewport().width()
    assert all(widths.values())  # no room: the others stand beyond the edge
    assert widths[Column.SOURCE] == widths[Column.REWRITE] > widths[Column.TAG]


def test_at_twice_the_size_of_text_every_column_is_reached_by_keys(qtbot, window):
    view = window.views.table.view
    window.resize(1180, 720)
    window.looks.set(replace(window.looks.look, text_size=25.0))
    hand = sentence(window, "The mayor quit")
    window.desk.go(hand)
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)

    def whole(column):
        """Whether a column can be seen from edge to edge."""
        left, wide = view.columnViewportPosition(column), view.columnWidth(column)
        return left >= 0 and left + wide <= view.viewport().width() and wide > 100

    assert all(whole(column) for column in (Column.SOURCE, Column.REWRITE, Column.TAG))
    for column in (Column.TAG, Column.FINER, Column.LINK, Column.NOTE):
        press(window, "Right")
        assert view.currentIndex().column() == column
        assert whole(column)
    press(window, *["Left"] * 5)
    assert whole(Column.SOURCE)


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
