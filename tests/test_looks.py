"""The looks a person chooses: sizes and themes as they are seen in the window."""

from desktop.text.codebook import Side
from tests.window import opened, press


def test_menus_grow_with_the_articles_and_one_key_brings_both_back(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    pane = window.desk.panes[Side.REWRITE]
    sizes = [(window.menuBar().font().pointSizeF(), pane.document().defaultFont().pointSizeF())]
    for keys in (["Ctrl+Equal"] * 6, ["Ctrl+0"]):
        press(window, *keys)
        found = window.menuBar().font().pointSizeF(), pane.document().defaultFont().pointSizeF()
        sizes.append(found)
    assert sizes[1][0] > sizes[0][0]
    assert sizes[1][1] > sizes[0][1]
    assert sizes[2] == sizes[0]
    window.close()
