"""What is there when the window is opened once more: after closing, and beside an open one."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox

from desktop.exchange import archive
from desktop.library.model import Note
from desktop.text.codebook import Kind
from desktop.window import opening
from tests import samples
from tests.window import add_pair, opened, press, sentence, stored


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


def test_the_window_stands_where_it_stood(qtbot, path):
    window = opened(qtbot, path)
    window.resize(1000, 640)
    window.close()
    again = opened(qtbot, path)
    assert again.height() == 640  # the unseen screen is narrow; its height is enough to tell
    again.close()


def seen_first(qtbot, window):
    """Close the window and start anew; return the id of the pair that is seen."""
    path = window.workspace.store.path
    window.close()
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    again = opening.window(opening.library(path).store, settings)
    qtbot.addWidget(again)
    again.close()
    return again.workspace.contents.pair.id


def click(window, pair_id):
    place = window.shelf.model.place(pair_id)
    window.shelf.list.clicked.emit(window.shelf.found.mapFromSource(place))


def test_a_pair_that_came_in_an_archive_is_seen_first_if_it_was_seen_last(qtbot, window, tmp_path):
    first, second = window.workspace.contents.pair.id, samples.pair()
    window.workspace.close_pair()
    click(window, first)
    (tmp_path / "lesson.json").write_bytes(archive.write([second]))
    window.pairs.open_archive(tmp_path / "lesson.json")
    assert window.workspace.contents.pair.id == second.pair.id
    assert seen_first(qtbot, window) == second.pair.id


def test_the_pair_an_undo_went_to_is_seen_first_if_it_was_seen_last(qtbot, window):
    first, second = window.workspace.contents.pair.id, samples.pair()
    add_pair(window.workspace, second)
    click(window, first)
    press(window, "3")
    click(window, second.pair.id)
    press(window, "Ctrl+Z")
    assert window.workspace.contents.pair.id == first
    assert seen_first(qtbot, window) == first


def test_a_pair_that_was_closed_last_is_seen_first_all_the_same(qtbot, window):
    first, second = window.workspace.contents.pair.id, samples.pair()
    add_pair(window.workspace, second)
    click(window, first)
    window.workspace.close_pair()
    assert seen_first(qtbot, window) == first


def test_a_note_is_only_read_where_nothing_can_be_written_and_the_window_closes(
    qtbot, path, window, monkeypatch
):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    window.desk.go(sentence(window, "Critics cheered"))
    press(window, "T", "W", "H", "Y", "Return")
    second = opened(qtbot, path)
    second.desk.go(sentence(second, "Critics cheered"))
    press(second, "T")
    assert "another window" in told.pop()
    line = second.inspector.note
    line.setFocus()
    press(second, "X", "Backspace")
    assert line.text() == "why"
    assert second.saved.text() == "Read only"
    second.desk.go(sentence(second, "Mayor walks out"))
    line.setFocus()
    press(second, "X", "Return")
    assert line.text() == ""
    assert "read" in line.placeholderText()
    assert second.close()
    assert told == []
