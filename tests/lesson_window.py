"""A window on a lesson whose links are the key's, for those who predict."""

import pytest

from desktop.exchange.lessons import lesson
from tests.window import opened


@pytest.fixture
def window(qtbot, tmp_path):
    """Two sentences of the rewrite draw on the second of the source; the second of the rewrite is
    in hand."""
    window = opened(qtbot, tmp_path / "library.sqlite", lesson("millbrook-bridge"))
    window.desk.go(rewrite(window, 2))
    yield window
    window.close()


def rewrite(window, number):
    return window.workspace.contents.rewrite.linkable[number - 1].id


def source(window, number):
    return window.workspace.contents.source.linkable[number - 1].id
