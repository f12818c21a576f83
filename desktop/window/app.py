"""Start the window: its fonts, its library, its first pair; and what is said when that fails."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.exchange.lessons import seed_pair
from desktop.exchange.pairing import paired
from desktop.library.place import default_path
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.look import load_fonts
from desktop.window.main_window import MainWindow
from desktop.window.workspace import Workspace


def has_display() -> bool:
    """Tell whether a window can be shown. Qt ends the whole process where it cannot."""
    if os.environ.get("QT_QPA_PLATFORM") or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """Return the application with its fonts and its look."""
    app = QApplication.instance() or QApplication(["twice-told"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Twice Told")
    app.setStyle("Fusion")
    load_fonts()
    return app


def settings() -> QSettings:
    """Return where looks are kept, apart from the library: a plain file."""
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "twice-told", "twice-told"
    )


def window(store: Store, kept: QSettings) -> MainWindow:
    """Return the window of a library, with the pair open that was open last.

    An empty library gets the seed pair, and a hint.
    """
    workspace = Workspace(store)
    shown = MainWindow(workspace, kept)
    entries = [entry for entry in workspace.shelf() if not entry.binned]
    if entries:
        last = str(kept.value("pair", ""))
        known = {entry.pair_id for entry in entries}
        shown.open_pair(last if last in known else entries[0].pair_id)
    elif not store.read_only:
        workspace.add_pair(paired(*seed_pair()))
        shown.show_hint(
            tr(
                "Welcome. Two newsrooms tell one story here.  1 · Read the outlined sentence of "
                "the rewrite and what it is linked to.  2 · Press 1, 2 or 3 to tag it, or Enter to "
                "accept the dashed suggestion.  3 · Tab goes to the source: press 4 where "
                "something was left out."
            )
        )
    return shown


def run(library: Path | None) -> int:
    """Open the window on a library and stay until it is closed; return the exit code."""
    app = application()
    try:
        store = Store(library or default_path())
    except Problem as problem:
        QMessageBox.warning(None, tr("Twice Told"), str(problem))
        return 1
    shown = window(store, settings())
    shown.show()
    for sentence in (store.read_only, store.warning):
        if sentence:
            shown.show_hint(sentence)
    return app.exec()
