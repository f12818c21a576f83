"""The looks a person chooses: sizes and themes as they are seen in the window."""

from PySide6.QtCore import QSize

from desktop.exchange.lessons import lesson
from desktop.text.codebook import Side
from tests.window import opened, press, sentence


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


def test_what_is_read_stays_in_sight_when_the_window_gets_another_size(qtbot, path):
    window = opened(qtbot, path, lesson("ferry-fares"))
    window.resize(1280, 800)
    window.desk.go(sentence(window, '"People are being asked'))
    pane = window.desk.panes[Side.REWRITE]

    for size in (QSize(1280, 800), QSize(900, 620), QSize(1280, 800), QSize(1000, 640)):
        window.resize(size)

        def all_of_it_is_in_sight(size=size):
            assert window.size() == size
            assert pane.width() < size.width()
            top, bottom = pane.extent(pane.current)
            assert top >= 0
            assert bottom <= pane.viewport().height()

        qtbot.waitUntil(all_of_it_is_in_sight)
    window.close()
