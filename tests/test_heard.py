"""What a screen reader is told: every sentence, every move, every change of a tag."""

import pytest
from PySide6.QtCore import Qt

from desktop.text.codebook import Flag, Kind, Side
from desktop.window.desk.spoken import listed, spoken
from tests.window import opened, press, sentence, settled


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    yield window
    window.close()


@pytest.fixture
def heard(qtbot, window):
    """Press keys and return what is announced for them."""

    def hear(*keys):
        with qtbot.waitSignal(window.announcer.told) as told:
            press(window, *keys)
        return told.args[0]

    return hear


def go(qtbot, window, words):
    """Go to the sentence that begins so; wait until it has been told."""
    found = sentence(window, words)
    if window.desk.current != found:
        with qtbot.waitSignal(window.announcer.told):
            window.desk.go(found)
    return found


def test_every_sentence_is_told_with_side_number_tag_and_links(window):
    workspace = window.workspace
    critics, mayor = sentence(window, "Critics cheered"), sentence(window, "The mayor quit")
    workspace.tag(critics, Kind.ADDITION)
    assert spoken(workspace, critics) == (
        "Rewrite, sentence 3 of 5, editorial addition, not linked: Critics cheered."
    )
    workspace.tag(mayor, Kind.PARAPHRASE)
    workspace.refine(mayor, flags=(Flag.TONE_SHIFT, Flag.MIXED))
    workspace.note(mayor, "harsher")
    workspace.keep_draft()
    assert spoken(workspace, mayor) == (
        "Rewrite, sentence 2 of 5, paraphrase, shift of tone, mixed, linked to source sentence 2, "
        "with a note: The mayor quit on Monday."
    )
    headline = sentence(window, "Mayor resigns")
    assert spoken(workspace, headline).startswith("Source, sentence 1 of 4, headline, ")


def test_links_are_told_from_both_sides_as_a_list(window):
    workspace = window.workspace
    critics, reason = sentence(window, "Critics cheered"), sentence(window, "She gave no reason")
    workspace.link(critics, reason)
    workspace.link(critics, sentence(window, "Mayor resigns"))
    assert "linked to source sentences 1 and 3:" in spoken(workspace, critics)
    assert "linked to rewrite sentence 3:" in spoken(workspace, reason)
    assert listed(["1", "2", "5"]) == "1, 2 and 5"


def test_each_step_is_told_and_the_pane_is_described_by_it(qtbot, window, heard):
    go(qtbot, window, "Mayor walks out")
    told = heard("Down")
    assert told == spoken(window.workspace, sentence(window, "The mayor quit"))
    assert window.desk.panes[Side.REWRITE].accessibleDescription() == told
    told = heard("Tab")
    assert told.startswith("Source, sentence 2 of 4")
    assert window.desk.panes[Side.SOURCE].accessibleDescription() == told


def test_a_tag_is_told_with_the_sentence_that_comes_next(qtbot, window, heard):
    go(qtbot, window, "Mayor walks out")
    assert heard("3").startswith("Rewrite 1: editorial addition. Rewrite, sentence 2 of 5, ")
    assert heard("Ctrl+Z").startswith("Rewrite 1: tag cleared. Rewrite, sentence 1 of 5, ")


def test_the_last_tag_is_told_too(qtbot, window, heard):
    window.workspace.accept_all(0.0)
    for left in window.workspace.left():
        window.workspace.tag(left.id, Kind.UNSURE)
    last = go(qtbot, window, "Critics cheered")
    window.workspace.clear(last)
    go(qtbot, window, "Mayor walks out")
    go(qtbot, window, "Critics cheered")
    assert heard("3") == ("Rewrite 3: editorial addition. Every sentence is decided. Well done.")


def test_links_and_notes_are_told_when_they_change(qtbot, window, heard):
    go(qtbot, window, "She gave no reason")
    go(qtbot, window, "Critics cheered")
    assert heard("L") == "Rewrite 3: linked to source sentence 3."
    settled(qtbot, window)
    assert heard("U").startswith("Rewrite 3: not linked.")
    press(window, "T", "W", "H", "Y")
    assert heard("Return") == "Rewrite 3: note kept."
    assert heard("B") == "Rewrite 3: bookmark."
    assert ", with a note, with a bookmark: " in spoken(window.workspace, window.desk.current)
    assert heard("Ctrl+Z") == "Rewrite 3: bookmark removed."


def test_a_link_out_of_sight_is_not_said_to_be_removed(qtbot, window, heard):
    """Undoing a confirmation changes it; a guess that is taken back is gone."""
    here = go(qtbot, window, "The mayor quit")
    assert heard("C") == "Rewrite 2: linked to source sentence 2."
    assert heard("F4").endswith("Suggestions and links are hidden until you have tagged.")
    assert heard("Ctrl+Z") == "Rewrite 2: links hidden until it is tagged."
    assert window.workspace.contents.links_of(here)
    for words in ("Mayor resigns", "The mayor quit"):
        go(qtbot, window, words)
    assert heard("L") == "Rewrite 2: linked to source sentence 1."
    settled(qtbot, window)
    assert heard("Ctrl+Z") == "Rewrite 2: link removed."


def test_what_the_status_line_says_is_told_too(qtbot, window, heard):
    go(qtbot, window, "Mayor walks out")
    assert heard("4") == window.statusBar().currentMessage()


def test_the_caret_stands_in_the_sentence_in_hand_and_takes_it_along(qtbot, window, heard):
    go(qtbot, window, "The mayor quit")
    pane = window.desk.panes[Side.REWRITE]
    assert pane.toPlainText()[pane.textCursor().position() :].startswith("The mayor quit")
    assert heard("Ctrl+End") == spoken(window.workspace, sentence(window, "🎉 Bakers"))


def test_in_the_table_the_cells_tell_of_steps_and_changes_are_announced(qtbot, window, heard):
    go(qtbot, window, "Mayor walks out")
    assert heard("F7").startswith("Rewrite, sentence 1 of 5, ")
    with qtbot.assertNotEmitted(window.announcer.told, wait=50):
        press(window, "Down")
    cell = window.focusWidget().currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert cell == spoken(window.workspace, sentence(window, "The mayor quit"))
    assert heard("2").startswith("Rewrite 2: paraphrase. Source, sentence 3 of 4, ")
