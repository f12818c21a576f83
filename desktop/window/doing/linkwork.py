"""What the commands that look the engine's links over do: each method is a command of that name."""

from functools import partial

from PySide6.QtCore import SignalInstance

from desktop.library.relinking import Change, unconfirmed
from desktop.text.linking.meanings import missing
from desktop.tr import tr
from desktop.window.desk.desk import Desk
from desktop.window.sheets.realign import RealignSheet
from desktop.window.workspace import Workspace


class Linkwork:
    """Turns commands into verbs that confirm, reject and renew the engine's links."""

    workspace: Workspace
    desk: Desk
    said: SignalInstance

    def confirm_before(self) -> None:
        """Confirm everything before the sentence in hand, on its side."""
        if self.desk.current:
            self.workspace.confirm_before(self.desk.current)

    def reject(self) -> None:
        """Take the engine's links of the sentence in hand away."""
        if self.desk.current:
            self.workspace.reject(self.desk.current)

    def next_unconfirmed(self) -> None:
        """Go to the next sentence of this side that stands in a link of the engine."""
        contents = self.workspace.shown
        if contents is None:
            return
        here = {s.id for s in contents.side(self.desk.side()).sentences}
        if not self.desk.next_of(here & unconfirmed(contents)):
            self.said.emit(tr("There is no other link to confirm."))

    def realign(self) -> None:
        """Look for links anew, and show what would change before changing it."""
        if self.workspace.contents is not None:
            self.said.emit(tr("Looking for links…"))
            self.workspace.find_links(self._preview)

    def realign_by_meaning(self) -> None:
        """Do the same with the help of the encoder, where it is installed."""
        why = missing()
        if why:
            self.said.emit(why)
        elif self.workspace.contents is not None:
            self.said.emit(tr("Comparing meanings; this takes some seconds…"))
            self.workspace.find_links(partial(self._preview, meaning=True), meaning=True)

    def _preview(self, changes: tuple[Change, ...], *, meaning: bool = False) -> None:
        contents = self.workspace.contents
        if contents is None or not changes:
            self.said.emit(tr("The engine finds the links that are there already."))
            return
        sheet = RealignSheet(contents, changes, self.desk, meaning=meaning)
        sheet.accepted.connect(partial(self._relink, sheet))
        sheet.open()

    def _relink(self, sheet: RealignSheet) -> None:
        self.workspace.attempt(partial(self.workspace.relink, sheet.chosen()))
