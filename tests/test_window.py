"""The window as a person uses it: real keys, a real library, what is seen and what is on disk."""

import pytest
from PySide6.QtWidgets import QInputDialog, QMainWindow, QMessageBox

from desktop.library.model import Link, Note, Origin, Tag
from desktop.library.tagging import kind_name
from desktop.problem import Problem
from desktop.text.codebook import Kind, Role, Side
from desktop.window.commands.binding import Binding
from desktop.window.commands.keys_sheet import KeysSheet
from desktop.window.commands.palette import Palette
from desktop.window.commands.table import commands
from desktop.window.sheets.lessons_sheet import LessonsSheet
from tests import samples
from tests.window import opened, press, settled


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def window(qtbot, path):
    window = opened(qtbot, path)
    yield window
    window.close()


def sentence(window, words):
    """The id of the sentence that begins with these words."""
    contents = window.workspace.contents
    for side, found in contents.sentences.values():
        if contents.side(side).text(found).startswith(words):
            return found.id
    raise AssertionError(words)


def stored(window, kind=Tag):
    return window.workspace.store.all(kind)


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


def test_a_tag_of_the_other_side_is_refused_in_a_sentence(window):
    window.desk.go(sentence(window, "Mayor walks out"))
    press(window, "4")
    assert stored(window) == []
    assert "source" in window.statusBar().currentMessage()


def test_what_was_tagged_noted_and_linked_is_there_after_closing(qtbot, path):
    window = opened(qtbot, path)
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "3")
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "T", "W", "H", "Y", "Return")
    assert window.workspace.history.undo_label == "note"
    window.close()
    again = opened(qtbot, path)
    critics = sentence(again, "Critics cheered")
    assert [t.kind for t in stored(again)] == [Kind.ADDITION]
    assert [n.text for n in stored(again, Note)] == ["why"]
    again.desk.go(critics)
    assert again.inspector.note.text() == "why"
    press(again, "Ctrl+Z", "Ctrl+Z")
    assert (stored(again), stored(again, Note)) == ([], [])
    again.close()


def test_sentences_are_linked_and_unlinked_by_key(qtbot, window):
    critics, reason = sentence(window, "Critics cheered"), sentence(window, "She gave no reason")
    window.desk.go(reason)
    window.desk.go(critics)
    before = stored(window, Link)
    assert not window.workspace.contents.partners(critics)
    window.desk.last[Side.SOURCE] = reason
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
    assert window.saved.text() == f"Saved · {total} sentences left"
    for _ in range(total):
        if window.desk.side() is Side.REWRITE:
            press(window, "2")
        else:
            press(window, "4")
    assert window.saved.text() == "Saved · 0 sentences left"
    assert window.statusBar().currentMessage().startswith("Every sentence is decided")


def test_accepting_all_is_one_edit(window):
    window.workspace.accept_all(0.0)
    assert len(stored(window)) == len(window.workspace.suggestions) > 1
    press(window, "Ctrl+Z")
    assert stored(window) == []


def test_undo_reaches_a_pair_that_was_moved_to_the_bin(window, monkeypatch):
    title = window.title.text()
    window.actions_["bin_pair"].trigger()
    assert window.workspace.contents is None
    assert window.shelf.found.rowCount() == 0
    window.actions_["undo"].trigger()
    assert window.title.text() == title
    assert window.shelf.found.rowCount() == 1


def test_an_empty_window_is_an_invitation(window, monkeypatch):
    window.actions_["bin_pair"].trigger()
    assert window.invitation.isVisible()
    assert not window.desk.isVisible()
    monkeypatch.setattr(LessonsSheet, "exec", lambda sheet: sheet._add() or True)
    window.invitation.sample.click()
    assert window.workspace.contents is not None
    assert not window.invitation.isVisible()
    assert window.desk.isVisible()


def test_a_pair_is_found_in_the_bin_and_taken_back(window):
    window.actions_["bin_pair"].trigger()
    window.shelf.bin.setChecked(True)
    assert window.shelf.found.rowCount() == 1
    window.shelf.list.clicked.emit(window.shelf.found.index(0, 0))
    window.actions_["bin_pair"].trigger()
    window.shelf.bin.setChecked(False)
    assert window.shelf.found.rowCount() == 1
    assert not window.workspace.contents.pair.binned


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


def test_every_command_is_bound_and_no_key_means_two_things(window):
    table = commands()
    assert set(window.actions_) == {command.name for command in table}
    keys = [key for command in table for key in command.keys]
    assert len(keys) == len(set(keys))


def test_a_second_window_says_so_and_does_not_tag(qtbot, path, window, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    second = opened(qtbot, path)
    assert second.saved.text() == "Read only"
    before = stored(second)
    press(second, "3")
    assert "another window" in told[0]
    assert stored(second) == before
    second.close()


def test_the_look_is_kept_for_the_next_start(qtbot, path):
    window = opened(qtbot, path)
    window.actions_["dark"].trigger()
    window.actions_["larger"].trigger()
    look = window.looks.look
    window.close()
    again = opened(qtbot, path)
    assert again.looks.look == look
    assert look.theme == "dark"
    again.close()


def test_every_command_can_be_found_by_typing(qtbot, window):
    palette = Palette(window.binding, window)
    qtbot.addWidget(palette)
    assert palette.found.rowCount() == sum(a.isEnabled() for a in window.actions_.values())
    palette.typed.setText("text larg")
    assert palette.found.rowCount() == 1
    size = window.looks.look.text_size
    palette.typed.returnPressed.emit()
    assert window.looks.look.text_size == size + 1


def test_a_key_can_be_changed_and_a_taken_one_is_refused(qtbot, window):
    window.desk.go(sentence(window, "Critics cheered"))
    with pytest.raises(Problem, match="already means “Paraphrase”"):
        window.binding.rebind("tag_quote", ("2",))
    window.binding.rebind("tag_quote", ("G",))
    press(window, "1")
    assert stored(window) == []
    press(window, "G")
    assert [t.kind for t in stored(window)] == [Kind.QUOTE]
    assert window.keyline._keys["tag_quote"].text() == "G"
    again = Binding(QMainWindow(), window.binding.doers, window.settings)
    assert again.keys("tag_quote") == ("G",)
    window.binding.reset("tag_quote")
    assert window.binding.keys("tag_quote") == ("1",)


def test_the_sheet_of_keys_names_every_command(qtbot, window):
    sheet = KeysSheet(window.binding, window)
    qtbot.addWidget(sheet)
    rows = [
        menu.child(at)
        for menu in (sheet.tree.topLevelItem(n) for n in range(sheet.tree.topLevelItemCount()))
        for at in range(menu.childCount())
    ]
    assert len(rows) == len(window.binding.table)
    quote = next(row for row in rows if row.text(0) == "Quote")
    sheet.tree.setCurrentItem(quote)
    sheet.key.setKeySequence("2")
    sheet.change.click()
    assert "already means" in sheet.trouble.text()
    sheet.tree.setCurrentItem(quote)
    sheet.key.setKeySequence("Ctrl+G")
    sheet.change.click()
    assert window.binding.keys("tag_quote") == ("Ctrl+G",)


def test_the_key_for_quitting_closes_the_window(window):
    press(window, "Ctrl+Q")
    assert not window.isVisible()


def test_the_menu_ticks_what_is_switched_on(window):
    window.binding.asked.emit()
    assert window.actions_["toggle_library"].isChecked()
    assert not window.actions_["toggle_table"].isChecked()
    window.actions_["toggle_table"].trigger()
    window.actions_["dark"].trigger()
    window.binding.asked.emit()
    assert window.actions_["toggle_table"].isChecked()
    assert window.actions_["dark"].isChecked()
    assert not window.actions_["follow_system"].isChecked()


def test_the_window_stands_where_it_stood(qtbot, path):
    window = opened(qtbot, path)
    window.resize(1000, 640)
    window.close()
    again = opened(qtbot, path)
    assert again.height() == 640  # the unseen screen is narrow; its height is enough to tell
    again.close()
