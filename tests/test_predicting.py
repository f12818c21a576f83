"""While one predicts, what key and engine have of links is out of sight until the tag."""

from desktop.library.edit import Edit
from desktop.library.model import Link, Origin
from desktop.text.codebook import Side
from desktop.window.desk.spoken import spoken
from desktop.window.sheets.realign import RealignSheet
from desktop.window.table.model import Column
from tests import lesson_window
from tests.lesson_window import rewrite, source
from tests.window import opened, press, settled, stored

window = lesson_window.window


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


def test_what_is_about_all_links_waits_until_every_sentence_of_the_rewrite_has_a_tag(
    qtbot, tmp_path
):
    window = opened(qtbot, tmp_path / "machine.sqlite")
    press(window, "F4")
    *before, last = window.workspace.contents.rewrite.taggable
    for sentence in before:
        window.desk.go(sentence.id)
        press(window, "2")
    window.desk.go(last.id)
    found = stored(window, Link)
    for key in ("Ctrl+Shift+C", "Ctrl+R"):
        window.statusBar().clearMessage()
        press(window, key)
        assert "tag every sentence of the rewrite first" in window.statusBar().currentMessage()
        assert stored(window, Link) == found
    press(window, "2")
    settled(qtbot, window)
    press(window, "Ctrl+Shift+C")
    assert stored(window, Link) != found
    press(window, "Ctrl+R")
    said = window.statusBar().currentMessage
    qtbot.waitUntil(lambda: "The engine finds the links that are there already" in said())
    window.close()


def test_links_looked_for_before_one_predicts_are_not_shown_after(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "machine.sqlite")
    [*_, last] = stored(window, Link)
    window.workspace.store.replace(Edit("", (last,)))  # so that there is something to find
    window.workspace.open(window.workspace.contents.pair.id)
    settled(qtbot, window)
    with qtbot.waitSignal(window.workspace.refused) as refused:
        press(window, "Ctrl+R", "F4")
    assert "hidden while you predict" in refused.args[0]
    assert not window.findChildren(RealignSheet)
    window.close()
