"""A line without room keeps its beginning and its end, and all of it for a screen reader."""

from PySide6.QtWidgets import QWidget

from desktop.window.look.elided import ElidedLabel

HEAD = "SOURCE   The Northgate Agency, on the Alderton Portal · 2025-02-04"


def test_a_line_without_room_is_shortened_in_the_middle(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    line = ElidedLabel(parent)
    line.setIndent(40)
    line.setText(HEAD)
    line.resize(900, 20)
    assert line.shown == HEAD
    line.resize(300, 20)
    assert line.shown.startswith("SOURCE")
    assert line.shown.endswith("2025-02-04")
    assert len(line.shown) < len(line.text()) == len(HEAD)
