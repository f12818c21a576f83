"""What the commands of the Text menu do: each method is a command of that name in the table."""

from functools import partial

from PySide6.QtCore import QEvent, QPoint, SignalInstance
from PySide6.QtWidgets import QMenu

from desktop.text.codebook import Role
from desktop.tr import tr
from desktop.window.desk.desk import Desk
from desktop.window.names import role_name
from desktop.window.workspace import Workspace


class RoleMenu(QMenu):
    """A menu that takes the number keys itself: the desk below would tag with them."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Cutwork:
    """Turns commands into verbs that cut the texts otherwise, at the sentence in hand."""

    workspace: Workspace
    desk: Desk
    said: SignalInstance

    def split_sentence(self) -> None:
        if not self.desk.isVisible():  # the cursor is out of sight
            self.said.emit(tr("Go back to the articles, and put the cursor where to split."))
        elif self.desk.current:
            self.workspace.split_sentence(self.desk.current, self.desk.point())

    def merge_sentences(self) -> None:
        if self.desk.current:
            self.workspace.merge_sentences(self.desk.current)

    def split_block(self) -> None:
        if self.desk.current:
            self.workspace.split_block(self.desk.current)

    def merge_blocks(self) -> None:
        if self.desk.current:
            self.workspace.merge_blocks(self.desk.current)

    def take_out(self) -> None:
        """Make furniture of the paragraph, or a part of the story again if it is furniture."""
        if self.desk.current:
            out = self._role() is Role.BOILERPLATE
            self.workspace.set_role(self.desk.current, Role.BODY if out else Role.BOILERPLATE)

    def choose_role(self) -> None:
        """Show the roles at the sentence in hand, each with its number key."""
        if not self.desk.current:
            return
        menu = RoleMenu(tr("Role of paragraph"), self.desk)
        for number, role in enumerate(Role, 1):
            action = menu.addAction(f"&{number}  {role_name(role)}")
            action.setCheckable(True)
            action.setChecked(role is self._role())
            action.triggered.connect(partial(self._set_role, self.desk.current, role))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._below())

    def _set_role(self, sentence_id: str, role: Role) -> None:
        self.workspace.attempt(partial(self.workspace.set_role, sentence_id, role))

    def _role(self) -> Role:
        contents = self.workspace.contents
        assert contents is not None
        side, sentence = contents.sentences[self.desk.current]
        return contents.side(side).role(sentence)

    def _below(self) -> QPoint:
        """Return the place on the screen under the sentence in hand."""
        pane = self.desk.panes[self.desk.side()]
        _, bottom = pane.extent(self.desk.current) or (0.0, 0.0)
        inside = min(max(round(bottom), 0), pane.viewport().height())
        return pane.viewport().mapToGlobal(QPoint(46, inside))
