"""A note the disk refuses stays with its sentence, its pair and its coder until it is kept."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from desktop.library.model import Note, Pair
from desktop.text.codebook import Side
from tests import disk
from tests.walking import fill
from tests.window import opened, press, stored


@pytest.fixture
def window(qtbot, path):
    """A window on a library of two pairs; one sentence is tagged, and the note on the one in hand
    is being written."""
    fill(path)
    window = opened(qtbot, path)
    window.desk.go(window.workspace.contents.rewrite.taggable[3].id)
    press(window, "1")
    window.desk.go(window.workspace.contents.rewrite.taggable[1].id)
    press(window, "T", "W", "H", "Y")
    yield window
    window.close()


@pytest.fixture
def told(monkeypatch):
    """What a person was told in a box of its own."""
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: said.append(a[2]))
    return said


def refused(qtbot, told):
    """Wait until the person was told, once, that the note is not saved; forget it then."""
    qtbot.waitUntil(lambda: bool(told))
    QApplication.processEvents()
    assert len(told) == 1
    assert "note is not saved yet" in told[0]
    assert "Make room" in told.pop()


def notes(window):
    return {(n.pair_id, n.sentence_id, n.coder): n.text for n in stored(window, Note)}


def here(window):
    return window.workspace.contents.pair.id, window.desk.current, window.workspace.coder


def answer(button):
    """Click a button of the box that is shown next; its words come into the list returned."""
    words = []

    def look():
        asked = QApplication.activeModalWidget()
        words.append(asked.text())
        next(b for b in asked.buttons() if b.text() == button).click()

    timer = QTimer(QApplication.instance(), singleShot=True, interval=0)
    timer.timeout.connect(look)
    timer.start()
    return words


def click(window, side, number):
    """Click the middle of a sentence."""
    pane = window.desk.panes[side]
    place = pane.page.rectangles(pane.page.sentences[number])[0].center().toPoint()
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)


def by_click(window):
    click(window, Side.REWRITE, 3)


def by_key(window):
    press(window, "Escape", "Down")


def by_menu(window):
    window.actions_["next_sentence"].trigger()


def by_tab(window):
    press(window, "Escape", "Tab")


def in_the_table(window):
    window.actions_["toggle_table"].trigger()
    QTest.keyClick(window.views.table.view, Qt.Key.Key_Down)


@pytest.mark.parametrize("go", [by_click, by_key, by_menu, by_tab, in_the_table])
def test_one_stays_at_the_sentence_whose_note_was_refused(qtbot, path, window, told, go):
    place = here(window)
    with disk.full(path):
        go(window)
        refused(qtbot, told)
    assert here(window) == place
    assert window.inspector.sentence_id == place[1]
    assert window.inspector.note.text() == "why"
    assert window.views.table.view.drawing.hand in ("", place[1])
    assert notes(window) == {}
    window.desk.go(window.workspace.contents.rewrite.taggable[3].id)
    assert notes(window) == {place: "why"}
    assert window.inspector.note.text() == ""
    assert told == []


def other_pair(window):
    listed, rows = window.shelf.list, window.shelf.found
    shown = window.workspace.contents.pair.title
    places = (rows.index(row, 0) for row in range(rows.rowCount()))
    other = next(index for index in places if not index.data().startswith(shown))
    at = listed.visualRect(other).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)


def into_the_bin(window):
    window.actions_["bin_pair"].trigger()


def other_coder(window):
    window.actions_["choose_coder"].trigger()


def undo(window):
    window.actions_["undo"].trigger()


def furniture(window):
    window.actions_["toggle_furniture"].trigger()


def merge(window):
    window.actions_["merge_sentences"].trigger()


ELSEWHERE = [other_pair, into_the_bin, other_coder, undo, furniture, merge]


@pytest.mark.parametrize("verb", ELSEWHERE)
def test_what_leads_elsewhere_stops_at_a_note_that_was_refused(
    qtbot, path, window, told, verb, monkeypatch
):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("K9", True))
    place, steps = here(window), window.workspace.history.undo_label
    sentences = set(window.workspace.contents.sentences)
    with disk.full(path):
        verb(window)
        refused(qtbot, told)
    assert here(window) == place
    assert set(window.workspace.contents.sentences) == sentences
    assert window.shelf.list.currentIndex().data().startswith(window.title.text())
    assert window.settings.value("coder", "K1") == "K1"
    assert not window.desk.furniture
    assert not any(pair.binned for pair in stored(window, Pair))
    assert window.workspace.history.undo_label == steps
    assert window.inspector.note.text() == "why"
    assert notes(window) == {}
    window.inspector.note.setFocus()
    press(window, "Return")
    assert notes(window) == {place: "why"}


@pytest.mark.parametrize("verb", [v for v in ELSEWHERE if v is not undo])
def test_what_leads_elsewhere_keeps_the_note_first(window, verb, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("K9", True))
    place = here(window)
    verb(window)
    assert notes(window) == {place: "why"}
    if window.workspace.contents is None or here(window) != place:
        assert window.inspector.note.text() == ""
    else:
        assert window.inspector.note.text() == "why"


def test_the_head_of_the_window_does_not_call_a_note_saved_that_is_not(qtbot, path, window, told):
    assert window.saved.text() == "A note is not saved yet"
    with disk.full(path):
        press(window, "Return")
        refused(qtbot, told)
    assert window.saved.text() == "A note is not saved yet"
    press(window, "T", "Return")
    assert window.saved.text().startswith("Saved · ")
    assert list(notes(window).values()) == ["why"]


def test_who_puts_the_line_back_may_go_on_without_the_note(qtbot, path, window, told):
    with disk.full(path):
        press(window, "Return")
        refused(qtbot, told)
        press(window, "T", "Ctrl+Z")
        assert window.inspector.note.text() == ""
        assert window.saved.text().startswith("Saved · ")
        first = window.desk.current
        press(window, "Escape", "Down")
    assert window.desk.current != first
    assert (notes(window), told) == ({}, [])


def test_a_window_closes_over_a_refused_note_only_when_a_person_says_so(path, window):
    with disk.full(path):
        words = answer("&Go on here")
        assert not window.close()
        assert "note is not saved yet" in words[0]
        assert window.isVisible()
        assert window.inspector.note.text() == "why"
        answer("&Discard the note")
        assert window.close()


def test_a_redo_is_not_lost_to_a_note_that_is_being_written(window):
    press(window, "Return", "1")
    window.desk.go(window.workspace.contents.rewrite.taggable[2].id)
    press(window, "Ctrl+Z")
    tags = stored(window)
    press(window, "T", "X")
    window.actions_["redo"].trigger()
    said = window.statusBar().currentMessage()
    assert "a note is being written" in said.lower()
    assert "“tag as quote”" in said
    assert window.actions_["redo"].isEnabled()
    assert (stored(window), list(notes(window).values())) == (tags, ["why"])
    press(window, "Ctrl+Z", "Escape", "Ctrl+Shift+Z")
    assert len(stored(window)) == len(tags) + 1
    assert not window.actions_["redo"].isEnabled()
