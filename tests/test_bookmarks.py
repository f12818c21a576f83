"""Bookmarks, and the way to the next tag that is worth a second look."""

import pytest

from desktop.library.model import Bookmark
from desktop.text.codebook import Kind, Side
from tests import recut
from tests.recut import said
from tests.window import press, sentence

window = recut.window


def test_a_bookmark_is_put_seen_found_and_taken_away_by_key(window):
    first, critics = sentence(window, "Mayor walks"), sentence(window, "Critics")
    reason = sentence(window, "She gave")
    for found in (critics, reason):
        window.desk.go(found)
        press(window, "B")
    assert {b.sentence_id for b in window.workspace.store.all(Bookmark)} == {critics, reason}
    assert window.desk.panes[Side.REWRITE].mark(critics).bookmarked
    window.desk.go(first)
    press(window, "Shift+B")
    assert window.desk.current == critics
    press(window, "Shift+B")
    assert window.desk.current == reason
    press(window, "B")
    assert not window.desk.panes[Side.SOURCE].mark(reason).bookmarked
    press(window, "Ctrl+Z")
    assert len(window.workspace.store.all(Bookmark)) == 2


def gutter(pane, sentence_id):
    """The colours at the very left of a sentence's first line."""
    top, _ = pane.extent(sentence_id)
    image = pane.viewport().grab().toImage()
    return {image.pixelColor(x, round(top) + y).name() for x in range(6) for y in range(30)}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_bookmark_is_seen_in_the_gutter_and_taken_for_no_badge(window, theme):
    window.actions_[theme].trigger()
    critics, pane = sentence(window, "Critics"), window.desk.panes[Side.REWRITE]
    window.desk.go(critics)
    accent = pane._look.colours()["accent"].name()
    assert accent not in gutter(pane, critics)
    press(window, "B")
    assert accent in gutter(pane, critics)


def test_one_goes_to_the_next_tag_that_differs_from_what_is_suggested(window):
    suggestions = window.workspace.suggestions
    quit_, told = sentence(window, "The mayor quit"), sentence(window, "“I am tired,” she said")
    window.workspace.tag(sentence(window, "Mayor walks"), Kind.ADDITION)
    window.workspace.tag(quit_, suggestions[quit_].kind)
    window.workspace.tag(told, Kind.ADDITION)
    window.desk.go(quit_)
    press(window, "Shift+N")
    assert window.desk.current == told
    press(window, "Shift+N")
    assert window.desk.current == sentence(window, "Mayor walks")
    window.workspace.clear(told)
    press(window, "Shift+N")
    assert said(window) == "No other tag differs from what is suggested or from what others gave."
