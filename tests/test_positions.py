"""Code points and Qt's UTF-16 units agree, whatever is in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.window.app import application
from desktop.window.desk.positions import Positions, Shown, utf16_length
from desktop.window.desk.shapes import MIXED, mixes_directions, rectangles

letters = st.text(alphabet="aé🎉م \u0301漢", min_size=1, max_size=12)


@given(st.lists(letters, min_size=1, max_size=5), st.sets(st.integers(0, 4)))
def test_every_shown_code_point_is_found_again(paragraphs, hidden):
    text, shown, at = "\n".join(paragraphs), [], 0
    for number, paragraph in enumerate(paragraphs):
        if number not in hidden:
            shown.append(Shown(at, at + len(paragraph)))
        at += len(paragraph) + 1
    positions = Positions(text, shown)
    document = "\n".join(text[a:b] for a, b in shown).encode("utf-16-le")
    for start, end in shown:
        for point in range(start, end):
            place = positions.to_document(point)
            width = utf16_length(text[point])
            assert document[2 * place : 2 * (place + width)].decode("utf-16-le") == text[point]
            assert positions.to_text(place) == point


def test_what_is_not_shown_has_no_position():
    positions = Positions("one\ntwo\nsix", [Shown(4, 7)])
    assert positions.to_document(0) is None
    assert positions.to_document(9) is None
    assert positions.to_document(4) == 0


@pytest.mark.parametrize("text", ["plain words", "قال الرئيس إن Putin 2020 سيأتي غدا"])
def test_rectangles_cover_the_words_of_either_direction(qapp, text):
    application()
    document = QTextDocument()
    document.setDocumentMargin(0)
    QTextCursor(document).insertText(text)
    document.firstBlock().setUserState(MIXED if mixes_directions(text) else 0)
    document.setTextWidth(400)
    whole = rectangles(document, 0, len(text))
    assert 0.9 * document.idealWidth() <= sum(r.width() for r in whole) <= document.idealWidth()
    halves = rectangles(document, 0, 10) + rectangles(document, 10, len(text))
    assert sum(r.width() for r in halves) == pytest.approx(sum(r.width() for r in whole), abs=12)
