"""The two views of the pair, one in front: the desk with its articles, and the aligned table."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.window.desk import Desk
from desktop.window.look import Look
from desktop.window.table import AlignedTable
from desktop.window.workspace import Workspace


class Views(QStackedWidget):
    """Holds both views. Whoever goes on to another sentence goes on in the one in front."""

    def __init__(self, workspace: Workspace, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.table = AlignedTable(workspace, desk)
        self.addWidget(desk)
        self.addWidget(self.table)

    @property
    def front(self) -> Desk | AlignedTable:
        """The view that is shown."""
        return self.table if self.currentWidget() is self.table else self.desk

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The parts of both views that keys go to, in the order one goes through them."""
        return (*self.desk.panes.values(), self.table.choices, self.table.view)

    def toggle_table(self) -> None:
        """Show the pair as an aligned table, or as two articles again; the sentence stays."""
        self.setCurrentWidget(self.desk if self.front is self.table else self.table)
        self.desk.go(self.desk.current)
        self.take_focus()

    def set_look(self, look: Look) -> None:
        """Show both views in another look."""
        self.desk.set_look(look)
        self.table.set_look(look)

    def take_focus(self) -> None:
        """Let the keys go to the sentence in hand."""
        self.front.take_focus()

    def step(self, by: int) -> None:
        """Go `by` sentences or rows down, below 0 up."""
        self.front.step(by)

    def next_left(self) -> bool:
        """Go to the next sentence still to decide; tell whether there is one."""
        return self.front.next_left()
