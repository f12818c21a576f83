"""What the engine cut and linked, set right in the window: real keys, a real library."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.library.edit import Edit
from desktop.library.model import (
    Article,
    Block,
    Bookmark,
    Link,
    Note,
    Origin,
    Pair,
    Sentence,
    Tag,
)
from desktop.text.codebook import Kind, Role, Side
from desktop.window.sheets.realign import RealignSheet
from tests import samples
from tests.window import opened, press, settled

EVERYTHING = (Article, Block, Sentence, Pair, Link, Tag, Note, Bookmark)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def window(qtbot, path):
    window = opened(qtbot, path)
    yield window
    window.workspace.blockSignals(True)  # of a suggestion still on its way nobody needs to hear
    window.close()


def sentence(window, words):
    """The id of the sentence that begins with these words."""
    contents = window.workspace.contents
    for side, found in contents.sentences.values():
        if contents.side(side).text(found).startswith(words):
            return found.id
    raise AssertionError(words)


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


def state(window):
    store = window.workspace.store
    return frozenset(v.model_dump_json() for kind in EVERYTHING for v in store.all(kind))


def said(window):
    return window.statusBar().currentMessage()


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


def test_furniture_is_linked_with_nothing(window):
    reason, critics = sentence(window, "She gave"), sentence(window, "Critics")
    window.workspace.set_role(critics, Role.BOILERPLATE)
    window.actions_["toggle_furniture"].trigger()
    before = state(window)
    window.desk.go(reason)
    window.desk.go(critics)
    window.desk.last[Side.SOURCE] = reason
    press(window, "L")
    assert state(window) == before
    assert said(window) == "Only headline, standfirst, body and captions can be linked."


def test_where_the_library_cannot_be_written_a_role_says_so(qtbot, path, window, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    second = opened(qtbot, path)
    second.activateWindow()
    before = state(second)
    press(second, "R")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_4)
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


def origins(window):
    """What is on disk: the beginnings of the linked sentences, and who linked them."""
    contents = window.workspace.store.contents(window.workspace.contents.pair.id)

    def words(ids):
        return "+".join(
            contents.side(side).text(found)[:9]
            for side, found in (contents.sentences[one] for one in ids)
        )

    return {words(x.rewrite): (words(x.source), x.origin.value) for x in contents.links}


def in_front(qtbot, window):
    """After a sheet is closed the window is in front again, as a window manager would do it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def realigned(qtbot, window):
    """Press the key for re-aligning, and wait for the sheet."""
    in_front(qtbot, window)
    press(window, "Ctrl+R")
    qtbot.waitUntil(lambda: any(s.isVisible() for s in window.findChildren(RealignSheet)))
    return next(s for s in window.findChildren(RealignSheet) if s.isVisible())


def listed(sheet):
    plain = (sheet.list.item(row).text() for row in range(sheet.list.count()))
    return [text.replace("\u2068", "").replace("\u2069", "") for text in plain]


def test_everything_before_here_is_confirmed_as_one_edit(window):
    before = state(window)
    window.desk.go(sentence(window, "“I am tired,” she said"))
    press(window, "Ctrl+Shift+C")
    assert origins(window) == {
        "Mayor wal": ("Mayor res", "confirmed"),
        "The mayor": ("The mayor", "confirmed"),
        "“I am tir": ("“I am tir", "machine"),
    }
    assert window.actions_["undo"].text() == "&Undo “confirm 2 links”"
    press(window, "Ctrl+Shift+C")
    assert said(window) == "Every link before this sentence is confirmed."
    press(window, "Ctrl+Z")
    assert state(window) == before


def test_one_goes_from_unconfirmed_link_to_unconfirmed_link_on_ones_own_side(window):
    window.desk.go(sentence(window, "Mayor walks"))
    press(window, "C", "Shift+C")
    assert window.desk.current == sentence(window, "The mayor quit")
    press(window, "C", "Shift+C", "C", "Shift+C")
    assert window.desk.current == sentence(window, "“I am tired,” she said")
    assert said(window) == "There is no other link to confirm."
    assert {origin for _, origin in origins(window).values()} == {"confirmed"}


def test_a_rejected_link_is_gone_and_the_suggestion_follows(qtbot, window):
    quit_ = sentence(window, "The mayor quit")
    window.desk.go(quit_)
    before = window.workspace.suggestion(quit_)
    press(window, "X")
    settled(qtbot, window)
    assert "The mayor" not in origins(window)
    assert window.workspace.suggestion(quit_).score < before.score
    press(window, "X")
    assert said(window) == "The engine links this sentence with nothing."
    press(window, "Ctrl+Z")
    assert origins(window)["The mayor"] == ("The mayor", "machine")


def test_rejecting_leaves_what_a_person_linked(window):
    critics = sentence(window, "Critics")
    window.workspace.link(critics, sentence(window, "She gave"))
    before = state(window)
    window.desk.go(critics)
    press(window, "X")
    assert state(window) == before


def test_realigning_shows_a_rejected_link_before_it_comes_back(qtbot, window):
    window.workspace.confirm(sentence(window, "Mayor walks"))
    window.workspace.link(sentence(window, "Critics"), sentence(window, "She gave"))
    window.desk.go(sentence(window, "The mayor quit"))
    press(window, "X")
    settled(qtbot, window)
    before = state(window)
    sheet = realigned(qtbot, window)
    assert listed(sheet) == [
        "New: R2 · The mayor quit on Monday.\ndraws on S2 · The mayor resigned on Monday."
    ]
    assert state(window) == before
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert state(window) == before
    sheet = realigned(qtbot, window)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert origins(window)["The mayor"] == ("The mayor", "machine")
    assert origins(window)["Mayor wal"] == ("Mayor res", "confirmed")
    assert origins(window)["Critics c"] == ("She gave ", "manual")
    assert window.actions_["undo"].text() == "&Undo “re-align”"
    in_front(qtbot, window)
    press(window, "Ctrl+Z")
    assert state(window) == before


def test_a_change_whose_tick_is_taken_away_is_not_made(qtbot, window):
    for words in ("The mayor quit", "“I am tired,” she said"):
        window.workspace.reject(sentence(window, words))
    settled(qtbot, window)
    sheet = realigned(qtbot, window)
    assert "2 new links." in sheet.about.text()
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert set(origins(window)) == {"Mayor wal", "“I am tir"}


def test_realigning_says_so_when_nothing_would_change(qtbot, window):
    links = window.workspace.contents.links
    press(window, "Ctrl+R")
    qtbot.waitUntil(lambda: said(window).startswith("The engine finds the links"))
    assert window.workspace.contents.links == links


def test_realigning_names_links_that_are_gone_or_otherwise(qtbot, window):
    contents = window.workspace.contents
    [wrong] = [x for x in contents.links if x.rewrite == (sentence(window, "The mayor quit"),)]
    other = wrong.model_copy(update={"source": (sentence(window, "She gave"),)})
    stray = Link(
        pair_id=contents.pair.id,
        source=(sentence(window, "She gave"),),
        rewrite=(sentence(window, "Critics"),),
        origin=Origin.MACHINE,
    )
    window.workspace.history.do(Edit("", (wrong,), (other, stray)))
    settled(qtbot, window)
    sheet = realigned(qtbot, window)
    assert "1 changed, 1 gone." in sheet.about.text()
    assert listed(sheet) == [
        "Changed: R2 · The mayor quit on Monday.\ndraws on S2 · The mayor resigned on Monday.\n"
        "before, on S3",
        "Gone: R3 · Critics cheered.\nno longer draws on S3 · She gave no reason.",
    ]
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert origins(window)["The mayor"] == ("The mayor", "machine")
    assert "Critics c" not in origins(window)
    [back] = [x for x in window.workspace.contents.links if x.rewrite == wrong.rewrite]
    assert back.id == wrong.id


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
