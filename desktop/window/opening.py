"""From a library's path to its window. Imports the whole program: half a second of start-up,
so `app` shows a first window before it imports this."""

import sqlite3
from pathlib import Path

from PySide6.QtCore import QSettings

from desktop.exchange.lessons import seed_pair
from desktop.exchange.pairing import paired
from desktop.library.backups import back_up, backups
from desktop.library.edit import Edit
from desktop.library.place import damaged, default_path
from desktop.library.store import Store
from desktop.tr import tr
from desktop.window.main_window import MainWindow
from desktop.window.workspace import Workspace


def library(path: Path | None) -> tuple[Store, bool]:
    """Open a library, with the seed pair put into a new one; tell whether it is new.

    May run on any thread. Raises Problem where the library cannot be opened.
    """
    store = Store(path or default_path())
    new = not store.read_only and not store.pair_ids()
    if new:
        seed = paired(*seed_pair())
        store.replace(Edit(tr("add “{title}”", title=seed.pair.title), after=seed.values))
    return store, new


def daily_backup(path: Path) -> None:
    """Copy the library once a day. May run on any thread.

    Raises Problem where the library is damaged; the older backups are kept then.
    """
    try:
        back_up(path)
    except (OSError, sqlite3.OperationalError):  # no room or no right for a copy: tomorrow again
        return
    except sqlite3.DatabaseError as error:
        raise damaged(path, backups(path)) from error


def window(store: Store, settings: QSettings, *, new: bool = False) -> MainWindow:
    """Return the window of a library, with the pair open that was open last; for a new library,
    with a hint."""
    shown = MainWindow(Workspace(store), settings)
    known = store.pair_ids(binned=False)
    last = str(settings.value("pair", ""))
    if known:
        shown.pairs.open_pair(last if last in known else known[0])
    if new:
        shown.show_hint(
            tr(
                "Welcome. Two newsrooms tell one story here.  1 · Read the outlined sentence of "
                "the rewrite and what it is linked to.  2 · Press 1, 2 or 3 to tag it, or Enter to "
                "accept the dashed suggestion.  3 · Tab goes to the source: press 4 where "
                "something was left out."
            )
        )
    for sentence in (store.read_only, store.warning):
        if sentence:
            shown.show_hint(sentence)
    return shown
