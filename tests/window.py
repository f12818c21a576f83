"""A real window on a real library in a temporary folder, for tests."""

from dataclasses import replace

from PySide6.QtCore import QDeadlineTimer, QSettings, Qt
from PySide6.QtTest import QTest

from desktop.library import hints
from desktop.library.model import Tag
from desktop.library.store import Store
from desktop.window.app import application
from desktop.window.main_window import MainWindow
from desktop.window.workspace import Workspace
from tests import samples


def settled(qtbot, window):
    """Wait until the suggestions for the links as they stand are there."""
    qtbot.waitUntil(lambda: not window.workspace.thinking)


def arrived(sheet):
    """Wait until the import sheet has read what it was given; return it."""
    patience = QDeadlineTimer(20_000)
    while any(half.waiting for half in sheet.sides.values()):
        QTest.qWait(1)
        assert not patience.hasExpired(), "nothing was read"
    return sheet


def opened(qtbot, path, contents=None):
    """Open a window on the library at `path`, with one pair in it if it is new."""
    application()
    store = Store(path)
    workspace = Workspace(store)
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = MainWindow(workspace, settings)
    qtbot.addWidget(window)
    if workspace.shelf():
        workspace.open(workspace.shelf()[0].pair_id)
    else:
        contents = contents or samples.pair()
        add_pair(workspace, replace(contents, links=hints.links(contents)))
    window.show()
    qtbot.waitExposed(window)
    settled(qtbot, window)
    window.desk.panes[window.desk.side()].setFocus()
    return window


def add_pair(workspace, new):
    """Put a new pair into the library and open it, as the sheets for one do."""
    workspace.shelve(new)
    workspace.open(new.pair.id)


def press(window, *keys):
    """Press keys where the focus is, as a person would: "1", "Tab", "Ctrl+Z"."""
    for key in keys:
        *modifiers, name = key.split("+")
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= {
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
                "Shift": Qt.KeyboardModifier.ShiftModifier,
            }[modifier]
        target = window.focusWidget() or window
        QTest.keyClick(target, getattr(Qt.Key, f"Key_{name}"), held)


def sentence(window, words):
    """Return the id of the sentence that begins with these words."""
    contents = window.workspace.contents
    for side, found in contents.sentences.values():
        if contents.side(side).text(found).startswith(words):
            return found.id
    raise AssertionError(words)


def stored(window, kind=Tag):
    return window.workspace.store.all(kind)
