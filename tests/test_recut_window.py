"""What the engine cut, set right in the window: real keys, a real library."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library.model import Block, Link, Tag
from desktop.text.codebook import Kind, Role, Side
from tests import recut, samples
from tests.recut import said, state
from tests.window import opened, press, sentence, settled

window = recut.window


def click(window, words, side=Side.REWRITE):
    """Click into a text before these words, as a person would."""
    pane = window.desk.panes[side]
    at = pane.page.position(pane.page.side.article.text.index(words))
    cursor = pane.textCursor()
    cursor.setPosition(at)
    place = pane.cursorRect(cursor)
    QTest.mouseClick(
        pane.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(place.left() + 1, place.center().y()),
    )


def paragraphs(window, side=Side.REWRITE):
    """The paragraphs on disk, each a list of its sentences."""
    contents = window.workspace.store.contents(window.workspace.contents.pair.id)
    part = contents.side(side)
    blocks = {block.id: [] for block in part.blocks}
    for found in part.sentences:
        blocks[part.block(found).id].append(part.text(found))
    return list(blocks.values())


def test_s_splits_a_sentence_where_the_person_clicked_and_undo_joins_it_again(window):
    window.workspace.tag(sentence(window, "The mayor quit"), Kind.PARAPHRASE)
    before = state(window)
    click(window, "on Monday")
    press(window, "S")
    assert paragraphs(window)[1] == ["The mayor quit", "on Monday.", "Critics cheered."]
    assert window.desk.current == sentence(window, "The mayor quit")
    assert said(window) == "The first half keeps its tag; the second has none yet."
    assert window.actions_["undo"].text() == "&Undo “split sentence”"
    second = sentence(window, "on Monday")
    assert window.workspace.contents.partners(second)
    assert window.desk.panes[Side.REWRITE].extent(second)
    press(window, "J", "Ctrl+Z")
    assert state(window) == before
    assert window.desk.current == sentence(window, "The mayor quit")


def test_a_sentence_is_split_by_keys_alone(window):
    window.desk.go(sentence(window, "The mayor quit"))
    press(window, *["Right"] * len("The mayor "), "S")
    assert paragraphs(window)[1][:2] == ["The mayor", "quit on Monday."]
    press(window, "J", *["Right"] * len("quit on M"), "S")
    assert paragraphs(window)[1][:3] == ["The mayor", "quit on", "Monday."]


def test_at_the_beginning_of_a_sentence_s_says_where_to_put_the_cursor(window):
    before = state(window)
    click(window, "Critics cheered")
    press(window, "S")
    assert state(window) == before
    assert said(window).startswith("Put the cursor between two words")


def test_in_the_table_no_sentence_is_split_at_a_cursor_nobody_sees(window):
    click(window, "on Monday")
    before = state(window)
    press(window, "F7", "S")
    assert state(window) == before
    assert said(window).startswith("Go back to the articles")
    press(window, "M")
    assert paragraphs(window)[1] == ["The mayor quit on Monday. Critics cheered."]


def test_m_merges_with_the_next_sentence_and_names_the_tag_that_is_lost(window):
    window.workspace.tag(sentence(window, "The mayor quit"), Kind.PARAPHRASE)
    window.workspace.tag(sentence(window, "Critics cheered"), Kind.ADDITION)
    before = state(window)
    window.desk.go(sentence(window, "The mayor quit"))
    press(window, "M")
    assert paragraphs(window)[1] == ["The mayor quit on Monday. Critics cheered."]
    assert said(window) == (
        "The first sentence’s tag stays; the other’s is gone: editorial addition (K1)."
    )
    mark = window.desk.panes[Side.REWRITE].mark(window.desk.current)
    assert (mark.kind, mark.suggested) == (Kind.PARAPHRASE, False)
    press(window, "Ctrl+Z")
    assert state(window) == before


def test_paragraphs_are_split_and_merged_by_key(window):
    before = paragraphs(window)
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "Shift+S")
    assert paragraphs(window) == [before[0], before[1][:1], before[1][1:], before[2]]
    shown = window.desk.panes[Side.REWRITE].document()
    assert shown.findBlockByNumber(2).text() == "Critics cheered."
    press(window, "K", "Shift+M")
    assert paragraphs(window) == before
    assert shown.blockCount() == 3


def test_a_sentence_cut_in_two_by_a_paragraph_is_made_whole_and_shown_in_one_line(window):
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "Shift+M", "M")
    assert paragraphs(window)[1][1] == "Critics cheered.\n“I am tired,” she said."
    shown = window.desk.panes[Side.REWRITE].document()
    assert shown.blockCount() == 2
    assert "Critics cheered. “I am tired,” she said. 🎉 Bakers" in shown.toPlainText()
    whole, bakers = sentence(window, "Critics cheered"), sentence(window, "🎉")
    pane = window.desk.panes[Side.REWRITE]
    assert pane.page.span(pane.page.sentences[-1])[1] == shown.characterCount() - 1
    assert pane.extent(whole)
    assert pane.extent(bakers)


def test_a_paragraph_is_taken_out_with_one_key_and_brought_back_from_the_furniture(window):
    window.workspace.tag(sentence(window, "Critics cheered"), Kind.ADDITION)
    before = state(window)
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "O")
    assert "1 tag" in said(window)
    assert window.workspace.store.all(Tag) == []
    assert "Critics" not in window.desk.panes[Side.REWRITE].toPlainText()
    assert window.desk.current == sentence(window, "“I am tired,” she said")
    window.actions_["toggle_furniture"].trigger()
    press(window, "K", "O")
    assert "part of the story now" in said(window)
    window.actions_["toggle_furniture"].trigger()
    assert "Critics" in window.desk.panes[Side.REWRITE].toPlainText()
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert state(window) == before


def test_a_role_is_chosen_from_a_menu_by_its_number(window):
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "R")
    menu = QApplication.activePopupWidget()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["&3  Body"]
    QTest.keyClick(menu, Qt.Key.Key_4)
    [block] = [b for b in window.workspace.store.all(Block) if b.role is Role.CAPTION]
    assert window.workspace.contents.rewrite.text(block).startswith("The mayor quit")


def test_where_the_library_cannot_be_written_a_role_says_so(qtbot, path, window, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    second = opened(qtbot, path)
    second.activateWindow()
    before = state(second)
    press(second, "R")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_4)
    qtbot.waitUntil(lambda: bool(told))
    assert "another window" in told[0]
    assert state(second) == before
    settled(qtbot, second)
    second.close()


def test_undo_after_a_restart_joins_what_was_split_and_goes_there(qtbot, path):
    window = opened(qtbot, path)
    before = paragraphs(window)
    click(window, "on Monday")
    press(window, "S")
    settled(qtbot, window)
    window.close()
    again = opened(qtbot, path)
    again.desk.go(sentence(again, "🎉"))
    press(again, "Ctrl+Z")
    assert paragraphs(again) == before
    assert again.desk.current == sentence(again, "The mayor quit")
    settled(qtbot, again)
    again.close()


def test_a_source_cut_in_one_pair_is_cut_in_its_other_pair_and_undo_goes_back_there(qtbot, window):
    """One wire story, two rewrites: a tag in the other pair is not lost by a merge here."""
    here = window.workspace.contents
    other = samples.pair()
    retold = other.pair.model_copy(update={"source_id": here.source.article.id, "title": "Retold"})
    reason, monday = sentence(window, "She gave"), sentence(window, "The mayor resigned")
    link = Link(pair_id=retold.id, source=(reason,), rewrite=(other.rewrite.sentences[1].id,))
    tag = Tag(pair_id=retold.id, sentence_id=monday, coder="K2", kind=Kind.OMISSION)
    lower = other.rewrite
    window.workspace.store.add((lower.article, *lower.blocks, *lower.sentences, retold, link, tag))
    before = state(window)
    window.desk.go(monday)
    press(window, "M")
    settled(qtbot, window)
    window.workspace.open(retold.id)
    settled(qtbot, window)
    assert [x.source for x in window.workspace.contents.links] == [(monday,)]
    assert [t.sentence_id for t in window.workspace.contents.tags] == [monday]
    window.workspace.undo()
    assert reason in window.workspace.contents.sentences
    window.workspace.redo()
    assert reason not in window.workspace.contents.sentences
    press(window, "Ctrl+Z")
    assert state(window) == before
    assert window.workspace.contents.pair.id == here.pair.id
    assert window.desk.current in (monday, reason)


def test_the_text_stays_where_it_was_scrolled_to_when_a_sentence_is_split(qtbot, path):
    long = [(Role.BODY, f"Number {n} came in. It was late.") for n in range(80)]
    window = opened(qtbot, path, samples.pair(long, long))
    window.desk.go(sentence(window, "Number 40"))
    bar = window.desk.panes[Side.REWRITE].verticalScrollBar()
    bar.setValue(bar.value() + 40)
    click(window, "came in. It was late.\nNumber 41")
    scrolled = bar.value()
    assert scrolled > 40
    press(window, "S")
    assert sentence(window, "came in")
    assert bar.value() == scrolled
    settled(qtbot, window)
    window.close()
