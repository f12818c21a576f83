"""The aligned table: the pair as rows of linked sentences, with everything the desk can do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.library.edit import Edit
from desktop.tr import counted, tr
from desktop.window.desk.desk import Desk
from desktop.window.desk.spoken import spoken
from desktop.window.desk.tagform import Choice
from desktop.window.look.look import Look
from desktop.window.table.model import Column, TableModel, title
from desktop.window.table.rows import Facts, Show
from desktop.window.table.view import TableView
from desktop.window.workspace import Workspace


class Finder(QLineEdit):
    """Words to look for. Enter, Down and Escape lead back to the rows; Escape clears first."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(tr("Find words"))
        self.setAccessibleName(tr("Find words"))
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        """Keep Escape, which would lead elsewhere in the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class RowsChoice(Choice):
    """Which rows, or which order. What is taken from the open list leads to the rows, so the keys
    work there; with the list shut one may go through it first, and Enter leads there."""

    left = Signal()

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._opened = False
        self.activated.connect(self._taken)

    def _taken(self) -> None:
        if self._opened:
            self.left.emit()

    def showPopup(self) -> None:
        self._opened = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._opened = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._opened = False
        super().wheelEvent(event)


class AlignedTable(QWidget):
    """Shows the open pair while it is visible. The desk holds which sentence is in hand."""

    def __init__(self, workspace: Workspace, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace, self.desk = workspace, desk
        self.model = TableModel(lambda sentence_id: spoken(workspace, sentence_id), self)
        self.view = TableView(self.model)
        self.shown = RowsChoice(tr("Rows to show"))
        self.sorted = RowsChoice(tr("Order of the rows"))
        self.finder = Finder()
        self.count = QLabel()
        self.choices = QWidget()
        self._chosen_anew = False
        self._arrange()
        self.shown.chosen.connect(lambda _: self._choose())
        self.finder.textChanged.connect(lambda _: self._choose())
        self.sorted.chosen.connect(self._sort)
        for part in (self.shown, self.sorted, self.finder):
            part.left.connect(self.take_focus)
        self.view.horizontalHeader().sortIndicatorChanged.connect(
            lambda column, _: self.sorted.offer(_orders(), column)
        )
        self.view.chosen.connect(desk.go)
        self.view.reached.connect(self._enter)
        desk.moved.connect(self._moved)
        workspace.opened.connect(self.show_pair)
        workspace.changed.connect(self._changed)
        workspace.suggested.connect(self._tell)

    def _arrange(self) -> None:
        self.shown.offer(_shows(), Show.ALL)
        self.sorted.offer(_orders(), -1)
        self.count.setObjectName("soft")
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 0, 0, 0)
        for label, part in ((tr("Show"), self.shown), (tr("Order"), self.sorted)):
            name = QLabel(label)
            name.setBuddy(part)
            row.addWidget(name)
            row.addWidget(part)
            row.addSpacing(10)
        row.addWidget(self.finder, 1)
        row.addSpacing(10)
        row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        column.addWidget(self.view, 1)

    # what is shown

    def set_look(self, look: Look) -> None:
        """Show the table in another look."""
        self.view.set_look(look)

    def show_pair(self) -> None:
        """Show the open pair anew."""
        if self.isVisible():
            self.model.show_pair(self._facts())
            self.view.fit()
            self._moved(self.desk.current)
            self._count()

    def _facts(self) -> Facts | None:
        workspace = self.workspace
        if workspace.shown is None:
            return None
        tags, suggestions = workspace.tags(), workspace.suggestions
        left = frozenset(sentence.id for sentence in workspace.left())
        return Facts(workspace.shown, workspace.coder, tags, suggestions, left)

    def _changed(self, edit: Edit) -> None:
        self._tell({getattr(value, "sentence_id", "") for value in edit.values})

    def _tell(self, sentence_ids: set[str] | None = None) -> None:
        facts, known = self._facts(), self.model.facts
        if facts is None or not self.isVisible():
            return
        if known is None or known.contents.links != facts.contents.links:
            self.show_pair()
        else:
            self.model.tell(facts, sentence_ids)
            self._count()

    def _choose(self) -> None:
        """Show the rows that were asked for; one moves only when one goes to them."""
        self._chosen_anew = True
        self.view.order.choose(self.shown.value, self.finder.text())
        self._count()

    def _enter(self) -> None:
        """Take the first row in hand that was asked for, where the one in hand was not."""
        order, anew = self.view.order, self._chosen_anew
        self._chosen_anew = False
        rows = [self.view.row(place) for place in range(order.rowCount())] if anew else []
        fitting = [row for row in rows if order.fits(row)]
        if fitting and not any(self.desk.current in row.sentences for row in fitting):
            self.desk.go(fitting[0].own)
        elif anew:
            self._moved(self.desk.current)

    def _sort(self, column: int) -> None:
        self.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)

    def _count(self) -> None:
        fitting, rows = self.view.order.fitting(), len(self.model.rows)
        self.count.setText(
            counted("{count} row", "{count} rows", rows)
            if fitting == rows
            else tr("{fitting} of {rows} rows", fitting=fitting, rows=rows)
        )

    # where one is

    def _moved(self, sentence_id: str) -> None:
        if self.isVisible():
            self.view.set_hand(sentence_id)

    def take_focus(self) -> None:
        """Let the keys go to the sentence in hand."""
        self.view.setFocus()

    def step(self, by: int) -> None:
        """Go `by` rows down (or, below 0, up); stay at the ends."""
        here, last = self.view.currentIndex(), self.view.order.rowCount() - 1
        if last >= 0:
            goal = min(max(here.row() + by, 0), last)
            self.view.setCurrentIndex(self.view.order.index(goal, max(here.column(), 0)))

    def next_left(self) -> bool:
        """Go to the next row still to decide, in the order shown; tell whether there is one.

        Where some rows only are shown and all of them are decided, go down one row.
        """
        facts, here = self._facts(), self.view.currentIndex().row()
        if facts is None or not facts.left:
            return False
        count = self.view.order.rowCount()
        for place in (*range(here + 1, count), *range(max(here, 0))):
            row = self.view.row(place)
            if row.own in facts.left:
                self.desk.go(row.own)
                return True
        if self.view.order.fitting() < len(self.model.rows):
            self.step(1)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_pair()


def _shows() -> list[tuple[str, Show]]:
    return [
        (tr("All rows"), Show.ALL),
        (tr("Untagged"), Show.UNTAGGED),
        (tr("Omissions"), Show.OMISSIONS),
        (tr("Additions"), Show.ADDITIONS),
        (tr("Altered quotations"), Show.ALTERED),
        (tr("My notes"), Show.NOTED),
        (tr("Suggestion differs from my tag"), Show.DIFFERENT),
        (tr("Other coders differ from my tag"), Show.DISPUTED),
    ]


def _orders() -> list[tuple[str, int]]:
    own = (tr("As the rewrite tells it"), -1)
    return [
        own,
        *((title(column), int(column)) for column in Column if column is not Column.REWRITE),
    ]
