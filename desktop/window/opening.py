"""From a library's path to its window. Imports the whole program: half a second of start-up,
so `app` shows a first window before it imports this."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PySide6.QtCore import QSettings

from desktop.library.backups import back_up, restore
from desktop.library.edit import Edit
from desktop.library.place import DamageError, default_path
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.main_window import MainWindow
from desktop.window.workspace import Workspace


class Opened(NamedTuple):
    """A library to show. `new` says that it was made just now, `told` what a person must know."""

    store: Store
    new: bool
    told: str = ""


def _put_seed_pair(store: Store) -> None:
    from desktop.exchange.lessons import seed_pair  # readers and engine: 100 ms of start-up
    from desktop.exchange.pairing import paired

    seed = paired(*seed_pair())
    store.replace(Edit(tr("add “{title}”", title=seed.pair.title), after=seed.values))


def library(path: Path | None) -> Opened:
    """Open a library, with the seed pair put into a new one.

    May run on any thread. Raises Problem where the library cannot be opened.
    """
    store = Store(path or default_path())
    try:
        new = not store.read_only and not store.pair_ids()
        if new:
            _put_seed_pair(store)
    except Exception:
        store.close()
        raise
    return Opened(store, new)


def restored(path: Path, copy: Path | None) -> Opened:
    """Put a backup, or a new library where `copy` is None, in the place of a library that is closed
    or gone, and open it; where that cannot be done, open the library that stands there.

    May run on any thread. Raises Problem where neither can be opened.
    """
    try:
        aside = restore(path, copy) if copy else _begun_anew(path)
    except Problem as problem:
        if path.exists():
            with suppress(DamageError):
                return library(path)._replace(told=str(problem))
        raise
    if copy:
        told = tr(
            "The backup is open now. The library that stood there is kept in {path}.", path=aside
        )
    else:
        told = tr(
            "A new library is open now. What stood in its place is kept in {path}.", path=aside
        )
    return library(path)._replace(told=told if aside else "")


def _begun_anew(path: Path) -> Path | None:
    """Put an empty library where one was; return the folder with what was left of that."""
    with TemporaryDirectory() as folder:
        empty = Path(folder) / path.name
        Store(empty).close()
        return restore(path, empty)


def todays_backup(path: Path) -> None:
    """Copy the library if it holds what today's backup does not: at the start, and at the end of
    the program. May run on any thread.

    Raises DamageError where the library is damaged; the older backups are kept then.
    """
    try:
        back_up(path)
    except DamageError:
        raise
    except Problem:  # no room or no right for a copy: next time again
        return


def window(store: Store, settings: QSettings, *, new: bool = False) -> MainWindow:
    """Return the window of a library, with the pair open that was open last, and one hint with all
    that is to be known; in a new library also how to begin. A pair that cannot be read is told of
    there, and the others are shown.

    Raises Problem where not even the list of the pairs can be read.
    """
    shown = MainWindow(Workspace(store), settings)
    known = store.pair_ids(binned=False)
    last = str(settings.value("pair", ""))
    hints = [hint for hint in (store.read_only, store.warning) if hint]
    if known:
        try:
            shown.workspace.open(last if last in known else known[0])
        except Problem as problem:
            hints.append(str(problem))
    lasting = bool(hints)
    if new:
        hints.append(
            tr(
                "Welcome. Two newsrooms tell one story here.  1 · Read the outlined sentence of "
                "the rewrite and what it is linked to.  2 · Press 1, 2 or 3 to tag it, or Enter to "
                "accept the dashed suggestion.  3 · Tab goes to the source: press 4 where "
                "something was left out."
            )
        )
    if hints:
        shown.show_hint("\n".join(hints), lasting=lasting)
    return shown
