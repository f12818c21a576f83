"""While one predicts, what key and engine have of links is out of sight until the tag."""

import pytest

from desktop.exchange.lessons import lesson
from desktop.library.edit import Edit
from desktop.library.model import Link, Origin
from desktop.problem import Problem
from desktop.text.codebook import Side
from desktop.window.desk.spoken import spoken
from desktop.window.table.model import Column
from tests.window import opened, press, settled, stored


@pytest.fixture
def window(qtbot, tmp_path):
    """A lesson with its key's links, two sentences of which draw on the second of the source; the
    second of the rewrite is in hand."""
    window = opened(qtbot, tmp_path / "library.sqlite", lesson("millbrook-bridge"))
    window.desk.go(rewrite(window, 2))
    yield window
    window.close()


def rewrite(window, number):
    return window.workspace.contents.rewrite.linkable[number - 1].id


def source(window, number):
    return window.workspace.contents.source.linkable[number - 1].id


def bands(window):
    """Whether there is anything to be seen between the texts."""
    picture = window.desk.ribbons.grab().toImage()
    places = ((x, y) for x in range(8, 56, 6) for y in range(picture.height()))
    return len({picture.pixel(x, y) for x, y in places}) > 1


def wires(window):
    """Whether a line joins the two columns of the map."""
    picture = window.desk.map.grab().toImage()
    middle = (picture.width() // 2, picture.height())
    return len({picture.pixel(middle[0], y) for y in range(20, middle[1] - 20)}) > 1


def told(window):
    """Whether the inspector, or a screen reader, tells of a link of the sentence in hand."""
    words = window.inspector.wording.toPlainText()
    heard = spoken(window.workspace, window.desk.current)
    return "Why they are linked" in words, "S2" in words.split(), "linked" in heard


def outlined(window):
    return bool(window.desk.panes[Side.SOURCE].partners)


def drawn_on(window):
    """The source sentences that stand beside rewrite sentences in the table."""
    order = window.views.table.view.order
    rows = range(order.rowCount())
    cells = [[order.index(r, c).data() for c in (Column.SOURCE, Column.REWRITE)] for r in rows]
    return {lower.split()[0]: upper.split()[0] for upper, lower in cells if upper and lower}


def test_links_show_once_a_sentence_of_theirs_has_a_tag(window):
    assert (bands(window), wires(window), outlined(window)) == (True, True, True)
    assert told(window) == (True, True, True)
    press(window, "F4")
    assert (bands(window), wires(window), outlined(window)) == (False, False, False)
    assert told(window) == (False, False, False)
    assert "links are hidden" in window.statusBar().currentMessage()
    press(window, "2")
    assert (bands(window), wires(window), outlined(window)) == (True, True, True)
    assert told(window) == (True, True, True)
    press(window, "Down")
    assert not outlined(window)
    press(window, "Ctrl+Z")
    assert (bands(window), wires(window), outlined(window)) == (False, False, False)
    press(window, "F4")
    assert told(window) == (True, True, True)


def test_no_word_says_which_source_sentences_are_kept(qtbot, window):
    window.views.show_shares()
    said = window.views.shares.chart.accessibleDescription
    before = said()
    press(window, "F4")
    qtbot.waitUntil(lambda: "linked" not in window.desk.map.accessibleDescription())
    assert said() != before
    window.desk.go(source(window, 2))
    assert window.inspector.verdict.text() == "Not tagged yet"
    assert "not tagged yet" in spoken(window.workspace, source(window, 2))


def test_the_table_puts_nothing_side_by_side_before_the_tag(window):
    press(window, "F7")
    linked = drawn_on(window)
    press(window, "F4")
    assert drawn_on(window) == {}
    assert window.views.table.view.order.rowCount() == sum(
        len(side.linkable)
        for side in (window.workspace.contents.source, window.workspace.contents.rewrite)
    )
    window.desk.go(rewrite(window, 2))
    press(window, "2")
    assert drawn_on(window) == {"R2": linked["R2"]}
    press(window, "F4")
    assert drawn_on(window) == linked


def test_tab_and_scrolling_do_not_lead_to_what_is_linked(window):
    window.desk.last.clear()
    press(window, "F4", "Tab")
    assert window.desk.current == source(window, 1)
    assert window.workspace.contents.partners(rewrite(window, 2))[0].id == source(window, 2)


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
    assert not outlined(window)
    assert stored(window, Link) == keys
    window.desk.go(rewrite(window, 3))
    assert not outlined(window)
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
    assert not outlined(window)
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
    assert not outlined(second)
    second.close()
    first.close()


def test_what_one_linked_oneself_stays_so_for_oneself_alone(window):
    window.workspace.take_coder("A")
    press(window, "F4")
    guess(window, source(window, 2), rewrite(window, 2))
    press(window, "F4", "F4")
    assert partners(window) == {source(window, 2)}
    window.workspace.take_coder("B")
    assert not outlined(window)
    window.workspace.take_coder("A")
    assert partners(window) == {source(window, 2)}
    keys = len(stored(window, Link)) - 1
    press(window, "U")
    assert not outlined(window)
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


def test_links_out_of_sight_are_not_confirmed_rejected_or_found_anew(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "machine.sqlite")
    machine = next(k for k in stored(window, Link) if k.origin is Origin.MACHINE)
    window.desk.go(machine.rewrite[0])
    before = stored(window, Link)
    press(window, "F4")
    for key in ("C", "X", "Ctrl+Shift+C", "Ctrl+R"):
        window.statusBar().clearMessage()
        press(window, key)
        assert "hidden while you predict" in window.statusBar().currentMessage()
        assert stored(window, Link) == before
    press(window, "2", "C")
    assert stored(window, Link) != before
    window.close()
