"""Captions get no tags unless one asks for it, pair by pair."""

import pytest

from desktop.exchange import archive
from desktop.text.codebook import Kind, Role
from tests import samples
from tests.window import opened, press, settled

REWRITE = (*samples.REWRITE, (Role.CAPTION, "The mayor on her last day."))


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite", samples.pair(rewrite=REWRITE))
    yield window
    window.close()


def caption(window):
    part = window.workspace.contents.rewrite
    return next(s.id for s in part.sentences if part.role(s) is Role.CAPTION)


def turn(qtbot, window):
    window.actions_["toggle_captions"].trigger()
    settled(qtbot, window)


def test_a_caption_takes_a_tag_once_captions_are_turned_on(qtbot, window):
    held = caption(window)
    window.desk.go(held)
    press(window, "2")
    assert held not in window.workspace.tags()
    left = len(window.workspace.left())
    turn(qtbot, window)
    assert len(window.workspace.left()) == left + 1
    assert held in window.workspace.suggestions
    window.desk.go(held)
    press(window, "2")
    assert window.workspace.tags()[held].kind is Kind.PARAPHRASE


def test_turned_off_again_its_tags_go_by_name_and_undo_brings_them_back(qtbot, window):
    held = caption(window)
    turn(qtbot, window)
    window.desk.go(held)
    press(window, "3")
    with qtbot.waitSignal(window.workspace.told) as told:
        turn(qtbot, window)
    assert told.args == ["1 tag of a caption went with it; undo brings it back."]
    assert held not in window.workspace.tags()
    press(window, "Ctrl+Z")
    assert window.workspace.contents.pair.captions
    assert window.workspace.tags()[held].kind is Kind.ADDITION


def test_it_stays_on_in_the_library_and_in_an_archive(qtbot, window):
    turn(qtbot, window)
    contents = window.workspace.contents
    assert window.workspace.store.contents(contents.pair.id) == contents
    (read,) = archive.read(archive.write([contents]))
    assert read == contents
    assert len(read.rewrite.taggable) == len(read.rewrite.linkable)
