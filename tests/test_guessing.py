"""While one predicts, what one links is a link of one's own: key and engine keep theirs."""

import pytest

from desktop.exchange.lessons import lesson
from desktop.library.edit import Edit
from desktop.library.model import Link, Origin
from desktop.problem import Problem
from desktop.text.codebook import Side
from tests import lesson_window
from tests.lesson_window import rewrite, source
from tests.window import opened, press, settled, stored

window = lesson_window.window


def guess(window, upper, lower):
    """Link a rewrite sentence with one of the source, by the key for it."""
    window.desk.go(upper)
    window.desk.go(lower)
    press(window, "L")


def partners(window):
    """The source sentences outlined beside the rewrite sentence in hand."""
    return window.desk.panes[Side.SOURCE].partners


def seen(window, number):
    """The numbers of the source sentences outlined beside a rewrite sentence once it is in hand."""
    window.desk.go(rewrite(window, number))
    return {window.workspace.contents.source.numbers[found] for found in partners(window)}


def test_what_one_links_oneself_is_seen_at_once_and_nothing_else(qtbot, window):
    press(window, "F4")
    keys = stored(window, Link)
    guess(window, source(window, 2), rewrite(window, 2))  # as the key has it
    assert partners(window) == {source(window, 2)}
    guess(window, source(window, 1), rewrite(window, 2))  # as it has not
    assert partners(window) == {source(window, 1), source(window, 2)}
    settled(qtbot, window)
    press(window, "U")
    assert partners(window) == {source(window, 2)}
    press(window, "U")
    assert not partners(window)
    assert stored(window, Link) == keys
    window.desk.go(rewrite(window, 3))
    assert not partners(window)
    press(window, "U")
    assert "Nothing is linked" in window.statusBar().currentMessage()


@pytest.mark.parametrize("number", [1, 2])
def test_a_guess_right_or_wrong_is_a_link_of_its_own_that_undo_takes_back(window, number):
    """What the key links with the second sentence of the rewrite is the second of the source."""
    press(window, "F4")
    keys = stored(window, Link)
    guess(window, source(window, number), rewrite(window, 2))
    [mine] = [link for link in stored(window, Link) if link not in keys]
    assert mine.origin is Origin.MANUAL
    assert (mine.source, mine.rewrite) == ((source(window, number),), (rewrite(window, 2),))
    assert [link for link in stored(window, Link) if link in keys] == keys
    press(window, "Ctrl+Z")
    assert not partners(window)
    assert stored(window, Link) == keys
    press(window, "Ctrl+Shift+Z")
    assert partners(window) == {source(window, number)}
    press(window, "2")
    theirs = {s for link in keys if rewrite(window, 2) in link.rewrite for s in link.source}
    assert source(window, 2) in theirs
    assert partners(window) == theirs | {source(window, number)}


def test_a_guess_leaves_the_engines_link_of_several_sentences_to_the_engine(qtbot, tmp_path):
    contents = lesson("millbrook-bridge")
    upper, lower = (side.linkable for side in (contents.source, contents.rewrite))
    several = Link(
        pair_id=contents.pair.id, source=(upper[1].id, upper[2].id), rewrite=(lower[1].id,)
    )
    window = opened(qtbot, tmp_path / "several.sqlite", contents)
    window.workspace.store.replace(Edit("", tuple(stored(window, Link)), (several,)))
    window.workspace.open(contents.pair.id)
    settled(qtbot, window)
    press(window, "F4")
    for number in (1, 2):
        guess(window, source(window, number), rewrite(window, 2))
    assert several in stored(window, Link)
    assert partners(window) == {source(window, 1), source(window, 2)}
    press(window, "U", "U")
    assert stored(window, Link) == [several]
    window.close()


def test_where_nothing_can_be_written_no_guess_is_said_to_be_right(qtbot, tmp_path):
    first = opened(qtbot, tmp_path / "shared.sqlite", lesson("millbrook-bridge"))
    second = opened(qtbot, tmp_path / "shared.sqlite")
    assert second.workspace.store.read_only
    press(second, "F4")
    with pytest.raises(Problem):
        second.workspace.link(source(second, 2), rewrite(second, 2))
    second.desk.go(rewrite(second, 3))
    second.desk.go(rewrite(second, 2))
    assert not partners(second)
    second.close()
    first.close()


def test_what_one_linked_oneself_stays_so_for_oneself_alone(window):
    window.workspace.take_coder("A")
    press(window, "F4")
    guess(window, source(window, 2), rewrite(window, 2))
    press(window, "F4", "F4")
    assert partners(window) == {source(window, 2)}
    window.workspace.take_coder("B")
    assert not partners(window)
    window.workspace.take_coder("A")
    assert partners(window) == {source(window, 2)}
    keys = len(stored(window, Link)) - 1
    press(window, "U")
    assert not partners(window)
    assert len(stored(window, Link)) == keys


def test_two_links_of_the_same_sentences_are_drawn_as_one(window):
    press(window, "F4")
    window.desk.go(rewrite(window, 2))
    press(window, "2")
    keys = window.desk.ribbons.grab().toImage()
    guess(window, source(window, 2), rewrite(window, 2))
    assert len(window.workspace.contents.links_of(rewrite(window, 2))) == 2
    assert window.desk.ribbons.grab().toImage() == keys


def test_of_a_link_of_several_sentences_what_a_tag_reveals_is_seen_in_part(qtbot, tmp_path):
    contents = lesson("millbrook-bridge")
    upper, lower = (side.linkable for side in (contents.source, contents.rewrite))
    several = Link(
        pair_id=contents.pair.id,
        source=(upper[1].id, upper[2].id),
        rewrite=(lower[1].id, lower[2].id),
    )
    window = opened(qtbot, tmp_path / "several.sqlite", contents)
    window.workspace.store.replace(Edit("", tuple(stored(window, Link)), (several,)))
    window.workspace.open(contents.pair.id)
    settled(qtbot, window)
    press(window, "F4")
    assert [seen(window, number) for number in (2, 3)] == [set(), set()]
    window.desk.go(source(window, 3))
    press(window, "5")
    assert [seen(window, number) for number in (2, 3)] == [{3}, {3}]
    window.desk.go(rewrite(window, 2))
    press(window, "2")
    assert [seen(window, number) for number in (2, 3)] == [{2, 3}, {3}]
    window.desk.go(rewrite(window, 3))
    press(window, "2")
    assert [seen(window, number) for number in (2, 3)] == [{2, 3}, {2, 3}]
    press(window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert [seen(window, number) for number in (2, 3)] == [set(), set()]
    assert stored(window, Link) == [several]
    window.close()
