"""Where the keys go can be seen in every window and theme.

The measure is that of WCAG 2.2, 2.4.13 (focus appearance), for a line of one pixel: what takes the
focus changes as many pixels as its edge is long, corners left out, each by a contrast of 3:1.
"""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.text.codebook import Side
from desktop.window.desk.pane import Pane
from desktop.window.look.theme import THEMES
from desktop.window.table.view import TableView
from tests.test_accessible import SHEETS, takes_keys, told, widgets, window  # noqa: F401
from tests.test_theme import contrast
from tests.window import press

CORNERS = 4 * 8


def picture(widget):
    """A widget as it is seen, with what surrounds it."""
    place = widget.rect().adjusted(-3, -3, 3, 3).translated(widget.mapTo(widget.window(), QPoint()))
    QApplication.processEvents()
    return widget.window().grab(place).toImage()


def changed(one, other):
    """The number of pixels that stand out from what they were."""
    pairs = {}
    for y in range(one.height()):
        for x in range(one.width()):
            before, after = one.pixel(x, y), other.pixel(x, y)
            if before != after:
                pairs[before, after] = pairs.get((before, after), 0) + 1
    return sum(n for (b, a), n in pairs.items() if contrast(QColor(b), QColor(a)) >= 3)


def edge(widget):
    """How long the edge is of what shows the focus: in a pane or table, the sentence in hand."""
    box = QRectF(widget.rect())
    if isinstance(widget, Pane):
        places = widget.page.rectangles(widget.page.sentences[1])
        box = places[0].united(places[-1])
    if isinstance(widget, TableView):
        box = QRectF(widget.visualRect(widget.currentIndex()))
    return 2 * (box.width() + box.height()) - CORNERS


def unseen(shown):
    """What takes the focus without showing it."""
    there = [w for w in widgets(shown) if takes_keys(w)]
    found = []
    for widget in there:
        next(w for w in there if w is not widget).setFocus()
        before = picture(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if changed(before, picture(widget)) < edge(widget):
            found.append(told(widget))
    return found


@pytest.mark.parametrize("theme_name", THEMES)
@pytest.mark.parametrize("name", ["main", "table", *SHEETS])
def test_the_focus_can_be_seen(qtbot, window, name, theme_name):  # noqa: F811
    window.actions_[theme_name].trigger()
    if name == "table":
        press(window, "F7")
    shown = SHEETS[name](window) if name in SHEETS else window
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    assert unseen(shown) == []


@pytest.mark.parametrize("theme_name", THEMES)
def test_in_the_articles_the_sentence_in_hand_shows_it(qtbot, window, theme_name):  # noqa: F811
    window.actions_[theme_name].trigger()
    pane = window.desk.panes[Side.REWRITE]
    window.finder.typed.setFocus()
    before = picture(pane)
    window.desk.take_focus()
    assert changed(before, picture(pane)) >= edge(pane)
