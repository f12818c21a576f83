"""Do, undo, redo: every edit passes here, and whoever shows something hears of it."""

from collections.abc import Callable

from desktop.library.edit import Edit
from desktop.library.store import Store


class History:
    """The stored history of a library. It outlives the program: undo works after a restart."""

    def __init__(self, store: Store, changed: Callable[[Edit], None] = lambda edit: None) -> None:
        """Call `changed` after each edit, when everything is on disk."""
        self._store = store
        self._changed = changed
        self._remember()

    def do(self, edit: Edit) -> None:
        """Apply an edit; it is on disk when this returns. Raises Problem and changes nothing
        where the library cannot be written."""
        self._store.replace(edit)
        self.undo_label, self.redo_label = edit.label, ""
        self._changed(edit)

    def undo(self) -> Edit | None:
        """Take back the last edit; return it turned round, or None where there is none."""
        return self._told(self._store.undo())

    def redo(self) -> Edit | None:
        """Do again what was taken back last; return it, or None where there is none."""
        return self._told(self._store.redo())

    def _told(self, edit: Edit | None) -> Edit | None:
        if edit is not None:
            self._remember()
            self._changed(edit)
        return edit

    def _remember(self) -> None:
        self.undo_label = self._store.next_label(undone=False)
        self.redo_label = self._store.next_label(undone=True)
