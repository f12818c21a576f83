"""The list of pairs tells of each what it holds now."""

from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.library.edit import Edit
from desktop.library.model import Tag
from desktop.text.codebook import Kind
from tests import samples
from tests.window import add_pair, opened, press, settled


def tips(window):
    """What is told of each pair in the list, by its title."""
    rows = window.shelf.found
    told = (rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(rows.rowCount()))
    return {tip.splitlines()[0]: tip.splitlines()[-1] for tip in told}


def test_the_tags_of_a_pair_are_told_as_they_are_now(window):
    assert tips(window) == {"Mayor": "0 tags"}
    press(window, "2")
    assert tips(window) == {"Mayor": "1 tag"}
    press(window, "2")
    assert tips(window) == {"Mayor": "2 tags"}
    press(window, "Ctrl+Z")
    assert tips(window) == {"Mayor": "1 tag"}


def test_the_tags_of_a_key_are_no_work_done(qtbot, path):
    pair = samples.pair()
    first, second = pair.rewrite.taggable[:2]
    ids = {"pair_id": pair.pair.id, "kind": Kind.QUOTE}
    key = Tag(sentence_id=first.id, coder="KEY", **ids)
    mine = Tag(sentence_id=second.id, coder="K1", **ids)
    keyed = pair.pair.model_copy(update={"key": "KEY"})
    window = opened(qtbot, path, replace(pair, pair=keyed, tags=(key, mine)))
    other = samples.pair()
    add_pair(
        window.workspace, replace(other, pair=other.pair.model_copy(update={"title": "Other"}))
    )
    assert tips(window) == {"Other": "0 tags", "Mayor": "1 tag"}
    settled(qtbot, window)
    window.close()


def test_a_pair_that_another_window_took_away_is_told_of_all_the_same(window):
    pair = window.workspace.contents
    window.workspace.store.replace(Edit("gone", before=pair.values))
    assert tips(window) == {"Mayor": "0 tags"}
