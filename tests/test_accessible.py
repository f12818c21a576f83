"""Everything by keyboard, everything with a name: each window as a screen reader finds it."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QScrollBar,
    QWidget,
)

from desktop.library.relinking import Change
from desktop.text.codebook import Side
from desktop.window.commands.keys_sheet import KeysSheet
from desktop.window.commands.palette import Palette
from desktop.window.look.theme import theme
from desktop.window.sheets.appearance import Appearance
from desktop.window.sheets.export_sheet import ExportSheet
from desktop.window.sheets.help_sheet import HelpSheet
from desktop.window.sheets.import_sheet import ImportSheet
from desktop.window.sheets.lessons_sheet import LessonsSheet
from desktop.window.sheets.realign import RealignSheet
from tests.window import arrived, opened, press, sentence

STORY = "Bridge shut\n\nThe bridge is shut, the council said. It will stay so."
SHEETS = {
    "import": lambda window: full(ImportSheet(theme("light"), window.workspace.shelve, window)),
    "export": lambda window: ExportSheet(window.workspace.contents, "K1", window),
    "keys": lambda window: KeysSheet(window.binding, window),
    "palette": lambda window: Palette(window.binding, window),
    "appearance": lambda window: Appearance(window.looks, window),
    "lessons": lambda window: LessonsSheet(window.workspace.shelve, window),
    "help": lambda window: HelpSheet(window.looks.look, window),
    "realign": lambda window: RealignSheet(window.workspace.contents, gone(window), window),
    "shares": lambda window: window.views.shares,
    "lesson": lambda window: asked(window),
}


def asked(window):
    """The sheet that tells what to look for."""
    window.views.show_lesson()
    return window.views.lesson


def gone(window):
    """What re-aligning would change: one link, taken away."""
    return (Change(window.workspace.contents.links[0], None),)


def full(sheet):
    """The import sheet with both articles in it, so that everything on it can be used."""
    QGuiApplication.clipboard().setText(STORY)
    sheet.paste()
    sheet.paste()
    return arrived(sheet)


@pytest.fixture
def window(qtbot, tmp_path):
    """The window with a tagged sentence in hand and the search open: all its parts are shown."""
    window = opened(qtbot, tmp_path / "library.sqlite")
    mayor = sentence(window, "The mayor quit")
    window.desk.go(mayor)
    press(window, "2")
    window.desk.go(mayor)
    window.finder.open()
    window.desk.take_focus()
    yield window
    window.close()


@pytest.fixture(params=["main", "table", "empty", *SHEETS])
def shown(qtbot, window, request):
    """Each window of the program in turn; the main one with articles, table, or no pair open."""
    if request.param == "table":
        press(window, "F7")
    if request.param == "empty":
        window.actions_["bin_pair"].trigger()
    if request.param in ("main", "table", "empty"):
        return window
    sheet = SHEETS[request.param](window)
    sheet.show()
    qtbot.waitExposed(sheet)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def widgets(window):
    """What belongs to a window and can be seen, scroll bars left out."""
    found = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window]
    return [w for w in found if not isinstance(w, QScrollBar)]


def painted(widget):
    """Whether a widget draws itself, so that Qt cannot know what there is to see."""
    return any(
        "paintEvent" in k.__dict__ for k in type(widget).__mro__ if "desktop" in k.__module__
    )


def takes_keys(widget):
    """Whether Tab may come to a widget itself, not to another one in its place."""
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isEnabled() and widget.focusProxy() is None


def name(widget):
    """What a screen reader calls a widget; a combo box goes by the label that is its buddy."""
    if isinstance(widget, QComboBox):
        labels = [p for p in widget.window().findChildren(QLabel) if p.buddy() is widget]
        return labels[0].text().replace("&", "") if labels else ""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def told(widget):
    return f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def test_everything_that_can_be_used_or_is_drawn_by_hand_has_a_name(shown):
    there = [
        w
        for w in widgets(shown)
        if takes_keys(w) or painted(w) or isinstance(w, QAbstractButton | QComboBox)
    ]
    assert [told(w) for w in there if not name(w)] == []
    assert shown.windowTitle()


def test_no_two_things_of_a_window_have_the_same_name(shown):
    named = Counter(
        (type(w).__name__, name(w))
        for w in widgets(shown)
        if takes_keys(w) and not isinstance(w, QComboBox)
    )
    del named["QPushButton", "New pair…"]  # where no pair is open there are two, for the same
    assert [thing for thing, count in named.items() if count > 1] == []


def test_no_letter_of_the_alt_key_means_two_things(shown):
    parts = [w for w in widgets(shown) if isinstance(w, QAbstractButton) or buddy(w)]
    groups = [[part.text() for part in parts]]
    for bar in shown.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if bar.metaObject().className() == "QMenuBar":
            groups.append([action.text() for action in bar.actions()])
            groups += [[a.text() for a in menu.menu().actions()] for menu in bar.actions()]
    for texts in groups:
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == [], texts


def buddy(widget):
    return isinstance(widget, QLabel) and widget.buddy() is not None


def walk(window):
    """Press Tab until the keys come back to where they were; return where they have been."""
    been = []
    for _ in range(60):
        here = QApplication.focusWidget()
        if here in been:
            return been
        been.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come round")


def leave():
    """Answer, by key, that the articles may go."""
    asked = QApplication.activeModalWidget()
    going = next(button for button in asked.buttons() if button.text() == "&Leave")
    QTest.keyClick(going, Qt.Key.Key_Space)


def test_tab_comes_to_everything_on_a_sheet_and_escape_closes_it(qtbot, shown):
    if not isinstance(shown, QDialog):
        pytest.skip("in the window Tab changes sides; F6 goes round")
    been = walk(shown)
    missed = [
        told(w)
        for w in widgets(shown)
        if takes_keys(w) and not any(b is w or w.isAncestorOf(b) for b in been)
    ]
    assert missed == []
    if isinstance(shown, ImportSheet):  # asks before articles are thrown away
        QTimer.singleShot(0, leave)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not shown.isVisible()


@pytest.mark.parametrize(
    "shown", ["import", "export", "appearance", "lessons", "realign"], indirect=True
)
def test_a_sheet_that_asks_has_a_button_for_the_enter_key(shown):
    assert [b for b in shown.findChildren(QPushButton) if b.isDefault()]


def test_f6_goes_round_the_parts_and_shift_f6_back(qtbot, window):
    window.finder.hide()
    window.desk.take_focus()
    places = []
    for _ in range(5):
        places.append(part(window))
        press(window, "F6")
    assert places == ["rewrite", "inspector", "shelf", "source", "rewrite"]
    assert part(window) == "inspector"
    press(window, "Shift+F6", "Shift+F6")
    assert part(window) == "source"
    assert window.desk.side() is Side.SOURCE


def part(window):
    """Which part of the window has the keys."""
    parts = {
        "shelf": window.shelf,
        "source": window.desk.panes[Side.SOURCE],
        "rewrite": window.desk.panes[Side.REWRITE],
        "inspector": window.inspector,
        "finder": window.finder,
    }
    focus = window.focusWidget()
    return next(n for n, w in parts.items() if w is focus or w.isAncestorOf(focus))


def test_f6_comes_back_to_where_one_was_in_a_part(window):
    window.desk.take_focus()
    window.inspector.note.setFocus()
    press(window, "Shift+F6", "F6")
    assert window.inspector.note.hasFocus()


def test_escape_leads_back_to_the_articles_from_everywhere(window):
    here = window.desk.current
    for widget in widgets(window):
        if takes_keys(widget):
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_Escape)
            assert window.desk.panes[window.desk.side()].hasFocus(), told(widget)
            assert window.desk.current == here, told(widget)
            window.finder.open()
    window.desk.take_focus()


def test_keys_that_come_to_a_pane_by_tab_take_its_sentence_in_hand(window):
    window.desk.go(sentence(window, "The mayor quit"))
    window.desk.panes[Side.SOURCE].setFocus(Qt.FocusReason.TabFocusReason)
    assert window.desk.current == sentence(window, "The mayor resigned")
    press(window, "4")
    assert window.workspace.contents.tags[-1].sentence_id == sentence(window, "The mayor resigned")


def test_the_import_sheet_needs_no_mouse(qtbot, window):
    sheet = ImportSheet(theme("light"), window.workspace.shelve, window)
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(sheet.isActiveWindow)
    upper, lower = sheet.sides.values()
    assert upper.open.hasFocus()
    for words in (STORY, STORY.replace("shut", "closed")):
        QGuiApplication.clipboard().setText(words)
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
        )
    arrived(sheet)
    assert [side.blocks.count() for side in (upper, lower)] == [2, 2]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert upper.blocks.hasFocus()
    QTest.keyClick(upper.blocks, Qt.Key.Key_Down)
    QTest.keyClick(upper.blocks, Qt.Key.Key_Space)
    assert "1 line taken for page furniture" in upper.story.text()
    QTest.keyClick(upper.blocks, Qt.Key.Key_Space)
    QTest.keySequence(QApplication.focusWidget(), QKeySequence("Alt+A"))
    qtbot.waitUntil(lambda: sheet.contents is not None)
    assert len(sheet.contents.source.taggable) == 3
