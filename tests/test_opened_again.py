"""What is there when the window is opened once more: after closing, and beside an open one."""

from PySide6.QtWidgets import QMessageBox

from desktop.library.model import Note
from desktop.text.codebook import Kind
from tests.window import opened, press, sentence, stored


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
