"""A window in which texts are cut and linked otherwise, what it says, and all that is on disk."""

import pytest

from tests.cutting_desk import EVERYTHING
from tests.window import opened


@pytest.fixture
def window(qtbot, path):
    window = opened(qtbot, path)
    yield window
    window.workspace.blockSignals(True)  # of a suggestion still on its way nobody needs to hear
    window.close()


def state(window):
    store = window.workspace.store
    return frozenset(v.model_dump_json() for kind in EVERYTHING for v in store.all(kind))


def said(window):
    return window.statusBar().currentMessage()
