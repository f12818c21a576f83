"""The pinned Qt keeps the count of references to None, on which the whole program stands."""

import sys

from PySide6.QtWidgets import QLabel


def test_calls_that_return_none_do_not_use_up_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("A sentence")
    assert sys.getrefcount(None) > before - 100
