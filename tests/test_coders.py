"""Several coders of one pair: each sees the others' tags where their own stands already."""

import pytest
from PySide6.QtCore import Qt

from tests import dialogs, samples
from tests.window import opened, press, sentence, settled

person = dialogs.person


@pytest.fixture
def window(qtbot, tmp_path):
    """A pair whose sentence about the critics coder B tagged as a paraphrase; coder A sits here."""
    window = opened(qtbot, tmp_path / "library.sqlite", samples.pair())
    window.workspace.take_coder("B")
    window.desk.go(sentence(window, "Critics"))
    press(window, "2")
    window.desk.go(sentence(window, "🎉 Bakers"))
    press(window, "3")
    window.workspace.take_coder("A")
    settled(qtbot, window)
    yield window
    window.close()


def told(window):
    return window.inspector.wording.toPlainText()


def test_what_another_coder_gave_is_told_once_one_has_decided(window):
    window.desk.go(sentence(window, "Critics"))
    assert "B:" not in told(window)
    press(window, "3", "Up")
    assert "Other coders’ tags: B: paraphrase." in told(window)


def test_the_next_disagreement_is_where_coders_differ_too(window):
    for words in ("Critics", "🎉 Bakers"):
        window.desk.go(sentence(window, words))
        press(window, "3")
    window.workspace.hints = window.workspace.hints._replace(suggestions={})
    window.desk.go(window.workspace.contents.rewrite.taggable[0].id)
    press(window, "Shift+N")
    assert window.desk.current == sentence(window, "Critics")


def test_the_table_shows_the_rows_where_coders_differ(window):
    for words in ("Critics", "🎉 Bakers"):
        window.desk.go(sentence(window, words))
        press(window, "3")
    press(window, "F7")
    shown = window.views.table.shown
    shown.setCurrentText("Other coders differ from my tag")
    shown.activated.emit(shown.currentIndex())
    view = window.views.table.view
    texts = {
        view.model().index(row, column).data(Qt.ItemDataRole.DisplayRole)
        for row in range(view.model().rowCount())
        for column in range(view.model().columnCount())
    }
    assert view.model().rowCount() == 1
    assert any("Critics cheered." in str(text) for text in texts)


def test_whose_tags_are_seen_is_named_where_there_are_others(window):
    assert window.saved.text() == "Coder A · Saved · 6 sentences to tag"
    window.workspace.take_coder("B")
    assert window.saved.text() == "Saved · 4 sentences to tag"
    window.workspace.take_coder("A")
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "3")
    window.workspace.take_coder("B")
    assert window.saved.text() == "Coder B · Saved · 4 sentences to tag"


def test_a_key_is_replaced_only_by_who_says_so_and_undo_brings_it_back(qtbot, window, person):
    def key():
        return window.workspace.contents.pair.key

    asked = []

    def answer(button):
        def act(question):
            asked.append(question.text())
            dialogs.answering(button)(question)

        return act

    window.workspace.take_coder("B")
    for _ in range(2):  # there is none, then it is one's own
        window.actions_["make_key"].trigger()
        assert key() == "B"
    window.workspace.take_coder("A")
    person(answer("&Keep this key"))
    window.actions_["make_key"].trigger()
    assert key() == "B"
    assert "2 tags by B" in asked[0]
    assert "0 tags by A" in asked[0]
    assert "undo" in asked[0]
    person(dialogs.escape)
    window.actions_["make_key"].trigger()
    assert key() == "B"
    person(answer("&Replace the key"))
    window.actions_["make_key"].trigger()
    assert key() == "A"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, "Ctrl+Z")
    assert key() == "B"
    assert len(window.workspace.contents.tags_of("B")) == 2
