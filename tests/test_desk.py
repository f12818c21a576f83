"""Tagging, linking and going from sentence to sentence at the desk: real keys, a real library."""

from PySide6.QtWidgets import QInputDialog

from desktop.library.model import Link, Note, Origin
from desktop.library.tagging import kind_name
from desktop.text.codebook import Kind, Role, Side
from tests import samples
from tests.window import opened, press, sentence, settled, stored


def test_a_key_tags_the_sentence_in_hand_and_moves_on_and_undo_takes_it_back(window):
    first = sentence(window, "Mayor walks out")
    window.desk.go(first)
    press(window, "3")
    [tag] = stored(window)
    assert (tag.sentence_id, tag.kind, tag.suggestion_taken) == (first, Kind.ADDITION, False)
    assert window.desk.panes[Side.REWRITE].mark(first).kind is Kind.ADDITION
    assert window.desk.current == sentence(window, "The mayor quit")
    assert window.actions_["undo"].text() == "&Undo “tag as editorial addition”"
    press(window, "Ctrl+Z")
    assert stored(window) == []
    assert window.desk.current == first
    press(window, "Ctrl+Y")
    assert [t.kind for t in stored(window)] == [Kind.ADDITION]


def test_enter_makes_a_tag_of_the_dashed_suggestion(window):
    suggestions = window.workspace.suggestions
    first = next(s.id for s in window.workspace.left() if s.id in suggestions)
    window.desk.go(first)
    assert window.desk.panes[window.desk.side()].mark(first).suggested
    press(window, "Return")
    [tag] = stored(window)
    assert (tag.kind, tag.suggestion_seen, tag.suggestion_taken) == (
        suggestions[first].kind,
        True,
        True,
    )
    assert not window.desk.panes[Side.REWRITE].mark(first).suggested


def test_why_a_tag_is_suggested_stands_beside_it_until_the_tag_takes_its_place(window):
    suggestions = window.workspace.suggestions
    first = next(s.id for s in window.workspace.left() if s.id in suggestions)
    window.desk.go(first)
    why, form = window.inspector.why, window.inspector.form
    assert why.toPlainText() == suggestions[first].reason
    room = window.inspector.geometry()
    assert why.isVisible()
    assert not form.isVisible()
    press(window, "Return")
    window.desk.go(first)
    assert form.isVisible()
    assert not why.isVisible()
    assert suggestions[first].reason in window.inspector.wording.toPlainText()
    assert window.inspector.geometry() == room


def test_the_keyboard_goes_back_to_the_articles_when_the_reason_goes(window):
    first = next(s.id for s in window.workspace.left() if s.id in window.workspace.suggestions)
    window.desk.go(first)
    window.inspector.why.setFocus()
    window.actions_["toggle_suggestions"].trigger()
    assert window.focusWidget() in window.desk.panes.values()


def test_a_reason_that_begins_with_a_hebrew_word_reads_from_the_left(window):
    why = window.inspector.why
    why.say("“ראש העיר” stands where the source has “said”.")
    assert why.document().firstBlock().layout().textOption().textDirection() is (
        window.layoutDirection()
    )


def test_predict_then_reveal_keeps_the_suggestion_back_until_the_tag(window):
    first = next(s.id for s in window.workspace.left() if s.id in window.workspace.suggestions)
    kind = window.workspace.suggestions[first].kind
    window.actions_["toggle_suggestions"].trigger()
    window.desk.go(first)
    pane = window.desk.panes[window.desk.side()]
    assert pane.mark(first).kind is None
    assert "suggested" not in window.inspector.wording.toPlainText()
    assert not window.inspector.why.toPlainText()
    press(window, "Return")
    assert stored(window) == []
    press(window, "2")
    window.desk.go(first)
    assert f"Why “{kind_name(kind)}” is suggested" in window.inspector.wording.toPlainText()
    assert not stored(window)[0].suggestion_seen
    window.actions_["toggle_suggestions"].trigger()
    assert any(pane.mark(s.id).suggested for s in window.workspace.left())


def test_what_one_predicted_is_answered_above_the_linked_sentences(window):
    press(window, "F4", "3")
    told = window.inspector.wording.toPlainText()
    assert told.startswith("Why “")
    press(window, "F4")
    assert not window.inspector.wording.toPlainText().startswith("Why “")


def test_a_note_goes_on_where_it_ended(window):
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "T", "W", "H", "Y", "Return", "T", "N", "O", "T", "Return")
    assert window.inspector.note.text() == "whynot"


def test_a_tag_of_the_other_side_is_refused_in_a_sentence(window):
    window.desk.go(sentence(window, "Mayor walks out"))
    press(window, "4")
    assert stored(window) == []
    assert "source" in window.statusBar().currentMessage()


def test_sentences_are_linked_and_unlinked_by_key(qtbot, window):
    critics, reason = sentence(window, "Critics cheered"), sentence(window, "She gave no reason")
    window.desk.go(reason)
    window.desk.go(critics)
    before = stored(window, Link)
    assert not window.workspace.contents.partners(critics)
    press(window, "L")
    [link] = [link for link in stored(window, Link) if critics in link.rewrite]
    assert (link.source, link.origin) == ((reason,), Origin.MANUAL)
    assert reason in window.desk.panes[Side.SOURCE].partners
    settled(qtbot, window)
    press(window, "U")
    assert stored(window, Link) == before
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert stored(window, Link) == before


def test_tab_goes_to_the_linked_sentence_and_back(window):
    told = sentence(window, "“I am tired,” she said")
    window.desk.go(told)
    press(window, "Tab")
    assert window.desk.current == sentence(window, "“I am tired,” she told")
    assert window.desk.panes[Side.SOURCE].hasFocus()
    press(window, "Tab")
    assert window.desk.current == told


def test_arrows_and_letters_walk_through_the_sentences_of_a_side(window):
    ids = [s.id for s in window.workspace.contents.rewrite.linkable]
    window.desk.go(ids[0])
    press(window, "Down", "J", "K")
    assert window.desk.current == ids[1]
    press(window, "Up", "Up", "Up")
    assert window.desk.current == ids[0]


def test_a_step_from_page_furniture_goes_to_the_sentence_next_to_it(qtbot, tmp_path):
    source = (*samples.SOURCE, (Role.CREDIT, "Photo: a friend"), (Role.BODY, "The end."))
    window = opened(qtbot, tmp_path / "other.sqlite", samples.pair(source=source))
    window.desk.go(sentence(window, "Photo: a friend"))
    press(window, "Down")
    assert window.desk.current == sentence(window, "The end.")
    window.desk.go(sentence(window, "Photo: a friend"))
    press(window, "Up")
    assert window.desk.current == sentence(window, "“I am tired,” she told")
    window.close()


def test_letters_typed_into_the_note_are_not_commands(window):
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "T", "1", "2", "J", "Return")
    assert stored(window) == []
    assert [n.text for n in stored(window, Note)] == ["12j"]


def test_the_status_says_what_is_left(window):
    total = len(window.workspace.left())
    assert window.saved.text() == f"Saved · {total} sentences to tag"
    for _ in range(total):
        if window.desk.side() is Side.REWRITE:
            press(window, "2")
        else:
            press(window, "4")
    assert window.saved.text() == "Saved · 0 sentences to tag"
    assert window.statusBar().currentMessage().startswith("Every sentence is decided")


def test_accepting_all_is_one_edit(window):
    window.workspace.accept_all(0.0)
    assert len(stored(window)) == len(window.workspace.suggestions) > 1
    press(window, "Ctrl+Z")
    assert stored(window) == []


def test_two_coders_on_one_machine_do_not_see_each_others_tags(window, monkeypatch):
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "3")
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("K 9", True))
    window.actions_["choose_coder"].trigger()
    assert window.workspace.coder == "K9"
    assert window.workspace.tags() == {}
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "2")
    assert {(t.coder, t.kind) for t in stored(window)} == {
        ("K1", Kind.ADDITION),
        ("K9", Kind.PARAPHRASE),
    }
    window.actions_["make_key"].trigger()
    assert window.workspace.contents.pair.key == "K9"
