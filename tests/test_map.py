"""The map of the pair: what a person sees of it, and where a click leads."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from desktop.text.codebook import Kind, Role, Side
from desktop.window.desk.bars import draw_bar
from desktop.window.desk.map_layout import bars, following, heights, in_order
from desktop.window.desk.marks import Mark
from desktop.window.look.theme import theme
from tests import samples
from tests.window import opened, press, sentence


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    yield window
    window.close()


def looks(window):
    """The map as it is seen."""
    return window.desk.map.grab().toImage()


def measured(pair):
    """The bars of both sides."""
    return {side: bars(pair.side(side)) for side in Side}


def test_every_sentence_of_the_story_has_a_bar_in_reading_order(window):
    contents, shown = window.workspace.contents, window.desk.map
    for side in Side:
        places = [shown.place(s.id) for s in contents.side(side).linkable]
        assert len(places) == len(contents.side(side).sentences)
        assert all(one.bottom() < other.top() for one, other in pairwise(places))


def test_a_sentence_of_more_words_is_higher_and_both_sides_compare():
    pair = samples.pair(
        source=((Role.BODY, f"{'word ' * 30}end. Two words."),),
        rewrite=((Role.BODY, f"{'word ' * 30}end. One two three."),),
    )
    found = heights(measured(pair), 500)
    upper, lower = (list(found[side].values()) for side in Side)
    assert upper[0] == lower[0]
    assert upper[0][1] - upper[0][0] > 3 * (upper[1][1] - upper[1][0])


def test_a_long_pair_fits_and_no_sentence_is_lost():
    story = tuple((Role.BODY, "A bee sees a tree. " * 4 + "End.") for _ in range(400))
    found = heights(measured(samples.pair(story, story[:90])), 300)
    assert len(found[Side.SOURCE]) == 2000
    assert all(bottom > top for side in Side for top, bottom in found[side].values())
    assert max(bottom for _, bottom in found[Side.SOURCE].values()) <= 302


def test_what_nothing_links_stands_apart_from_the_other_text(window):
    shown = window.desk.map
    told, new = sentence(window, "“I am tired,” she said"), sentence(window, "Critics cheered")
    assert not window.workspace.contents.partners(new)
    assert shown.place(new).left() > shown.place(told).left()
    window.desk.go(sentence(window, "She gave no reason"))
    window.desk.go(new)
    press(window, "L")
    assert shown.place(new).left() == shown.place(told).left()


def test_a_key_changes_the_bar_and_undo_brings_the_old_one_back(window):
    first = sentence(window, "Mayor walks out")
    window.desk.go(first)
    before = looks(window)
    press(window, "1")
    window.desk.go(first)
    assert looks(window) != before
    assert window.desk.map.mark(first) == Mark(Kind.QUOTE)
    press(window, "Ctrl+Z")
    assert looks(window) == before


def test_a_bar_drawn_over_an_old_one_looks_as_if_drawn_at_once(window):
    for key in ("1", "2", "3", "6", "2", "4", "4", "5"):
        press(window, key)
    window.desk.map.resize(window.desk.map.width(), 60)  # so crowded that bars share pixels
    looks(window)
    for step in ("Up", "Up", "3", "Tab", "4", "U", "Tab", "1", "L"):
        press(window, step)
    seen = looks(window)
    window.desk.map.resize(window.desk.map.width(), 61)  # draws everything anew
    window.desk.map.resize(window.desk.map.width(), 60)
    assert looks(window) == seen


def test_a_click_goes_to_the_sentence(window):
    goal = sentence(window, "She gave no reason")
    point = window.desk.map.place(goal).center().toPoint()
    QTest.mouseClick(window.desk.map, Qt.MouseButton.LeftButton, pos=point)
    assert window.desk.current == goal
    assert window.desk.panes[Side.SOURCE].hasFocus()


def test_a_point_between_two_bars_belongs_to_the_nearer_one(window):
    shown = window.desk.map
    first, second = (s.id for s in window.workspace.contents.rewrite.linkable[:2])
    place = shown.place(first)
    assert shown.sentence_at(QPointF(place.left(), place.bottom() + 1)) == first
    assert shown.sentence_at(QPointF(place.left(), shown.place(second).top() - 1)) == second
    assert (
        shown.sentence_at(QPointF(place.left(), 9999))
        == window.workspace.contents.rewrite.linkable[-1].id
    )


def test_the_part_one_can_read_is_marked_and_moves_with_the_text(qtbot, tmp_path):
    story = tuple((Role.BODY, f"{'A bee sees a tree here. ' * 12}End.") for _ in range(12))
    window = opened(qtbot, tmp_path / "library.sqlite", samples.pair(story, story))
    shown, ids = window.desk.map, [s.id for s in window.workspace.contents.rewrite.linkable]
    pane = window.desk.panes[Side.REWRITE]
    window.desk.go(ids[0])
    top = shown.seen[Side.REWRITE]
    assert top.first == ids[0]
    assert ids.index(top.last) < len(ids) / 2
    before = looks(window)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    assert shown.seen[Side.REWRITE].last == ids[-1]
    assert looks(window) != before
    window.close()


def test_words_tell_what_the_picture_shows(qtbot, window):
    press(window, "3", "2")
    shown = window.desk.map
    qtbot.waitUntil(lambda: ", 1 editorial addition," in shown.accessibleDescription())
    told = shown.accessibleDescription()
    assert window.desk.map.accessibleName() == "Map of the pair"
    assert told.startswith("Rewrite: 1 quote (suggested), 1 paraphrase, ")
    assert "Source: 1 omission (suggested), 3 linked, not marked." in told
    assert told.endswith("0 rewrite sentences leave the order of the source.")


def test_what_was_moved_is_told_apart_from_what_follows():
    assert following({(1, 1), (2, 2), (4, 3), (5, 4), (2, 5)}) == {(1, 1), (2, 2), (4, 3), (5, 4)}
    group = {(s, r) for s in (3, 4, 5) for r in (2, 3)}
    assert following({(1, 1), *group}) == {(1, 1), *group}


@given(st.sets(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=8))
def test_the_chain_that_follows_is_as_long_as_any(couples):
    def runs(chosen):
        ordered = sorted(chosen, key=lambda c: (c[1], c[0]))
        return all(a[0] <= b[0] for a, b in pairwise(ordered))

    chain = in_order(couples)
    assert chain <= couples
    assert runs(chain)
    longer = combinations(couples, len(chain) + 1)
    assert not any(runs(more) for more in longer)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_bars_of_the_tags_differ_in_grey(look):
    def grey(mark):
        image = QImage(12, 24, QImage.Format.Format_RGB32)
        image.fill(theme(look)["paper"])
        painter = QPainter(image)
        draw_bar(painter, QRectF(0, 0, 12, 24), mark, theme(look), upright=True)
        painter.end()
        plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return [plain.pixelColor(x, y).value() for x in range(12) for y in range(24)]

    marks = [Mark(kind, suggested) for kind in Kind for suggested in (False, True)]
    pictures = [grey(mark) for mark in (Mark(), *marks)]
    for one, other in combinations(pictures, 2):
        apart = sum(abs(a - b) > 25 for a, b in zip(one, other, strict=True))
        assert apart >= 30
