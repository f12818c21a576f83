"""A window with a linked pair in the aligned table, and what a person sees and chooses there."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.library.model import Link, Origin, Tag
from tests import samples
from tests.window import opened, press


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite", linked())
    press(window, "F7")
    yield window
    window.close()


def linked(*couples):
    """The sample pair with links by label; without any, as a reader would link it."""
    pair = samples.pair()
    ids = {pair.label(s): s for s in pair.sentences}
    couples = couples or ((("S1",), "R1"), (("S2",), "R2"), (("S4", "S2"), "R4"))
    links = [
        Link(
            pair_id=pair.pair.id,
            source=tuple(ids[s] for s in source),
            rewrite=(ids[rewrite],),
            origin=Origin.MANUAL,
        )
        for source, rewrite in couples
    ]
    return replace(pair, links=tuple(links))


def labels(contents, found):
    return [" ".join(contents.label(s) for s in row.sentences) for row in found]


def seen(window):
    """The rows a person sees, top to bottom, by the labels of their sentences."""
    view = window.views.table.view
    shown = [view.row(place) for place in range(view.order.rowCount())]
    return labels(window.workspace.contents, shown)


def cell(window, label, column):
    """What one cell says: the row is that of a label."""
    view = window.views.table.view
    contents = window.workspace.contents
    for place in range(view.order.rowCount()):
        if contents.label(view.row(place).own) == label:
            return view.order.index(place, column).data()
    raise AssertionError(label)


def choose(choice, name):
    """Choose a named entry of a list by its keys."""
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(choice.findText(name)):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == name


def show(window, name):
    """Choose which rows to show, and go to them."""
    choose(window.views.table.shown, name)
    press(window, "Escape")


def tags(window):
    contents = window.workspace.contents
    return {contents.label(t.sentence_id): t.kind for t in window.workspace.store.all(Tag)}
