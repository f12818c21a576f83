"""The views of the pair: desk and aligned table, and the sheets that stand beside them."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.window.desk.desk import Desk
from desktop.window.look.look import Look
from desktop.window.shares.sheet import SharesSheet
from desktop.window.sheets.lesson_sheet import LessonSheet
from desktop.window.table.aligned import AlignedTable
from desktop.window.workspace import Workspace


class Views(QStackedWidget):
    """Holds desk and table, one in front: whoever goes to another sentence goes there in that."""

    def __init__(self, workspace: Workspace, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.table = AlignedTable(workspace, desk)
        self.shares = SharesSheet(workspace, self)
        self.lesson = LessonSheet(workspace, self)
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

    def show_shares(self) -> None:
        """Show what the tags come to."""
        self.shares.open_()

    def show_lesson(self) -> None:
        """Show what to look for in the open pair."""
        self.lesson.open_()

    def set_look(self, look: Look) -> None:
        """Show all views in another look."""
        for view in (self.desk, self.table, self.shares, self.lesson):
            view.set_look(look)

    def take_focus(self) -> None:
        """Let the keys go to the sentence in hand."""
        self.front.take_focus()

    def step(self, by: int) -> None:
        """Go `by` sentences or rows down, below 0 up."""
        self.front.step(by)

    def next_left(self) -> bool:
        """Go to the next sentence still to decide; tell whether there is one."""
        return self.front.next_left()
