"""The grid of the aligned table: columns and rows as high as their words, and the hand in it."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.tr import tr
from desktop.window.look.look import Look
from desktop.window.table.drawing import CellDrawing
from desktop.window.table.model import Column, TableModel, TableOrder
from desktop.window.table.rows import Row

Index = QModelIndex | QPersistentModelIndex
Move = QAbstractItemView.CursorAction
NARROW = {Column.TAG: 140, Column.FINER: 112, Column.LINK: 92, Column.NOTE: 116}
"""Pixels the columns without sentences take at a text size of 12.5 points; where room is short,
the last ones stand beyond the edge, where the arrow keys and the scroll bar lead …"""
WIDE = 190
"""… so that each column of sentences has at least so many."""
TAG_SHARE = 0.3
USUAL = 12.5


class TableView(QTableView):
    """Shows the rows. The current cell says which sentence is in hand; others may move it."""

    chosen = Signal(str)
    """The id of the sentence a person went to."""
    reached = Signal()
    """The keys go to the rows from now on."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.order = TableOrder(model, self)
        self.drawing = CellDrawing(model, self.order)
        self._told = self._losing = False
        self._look = Look()
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)
        # Before Qt's own slots: a row that goes takes the current cell along, but nobody moved it.
        self.order.rowsAboutToBeRemoved.connect(lambda *_: self._lose(True))
        self.setModel(self.order)
        self.order.rowsRemoved.connect(lambda *_: self._lose(False))
        self.setItemDelegate(self.drawing)
        self._furnish()
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fitting.start())
        self.order.layoutChanged.connect(self._fitting.start)
        self.order.modelReset.connect(self._fitting.start)
        self.order.rowsInserted.connect(lambda _, first, last: self._fit(first, last))
        self.order.dataChanged.connect(lambda one, other: self._fit(one.row(), other.row()))

    def _furnish(self) -> None:
        self.setAccessibleName(tr("Aligned table"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)

    # where one is

    def set_hand(self, sentence_id: str) -> None:
        """Show this sentence as the one in hand, and scroll to it."""
        self.drawing.hand = sentence_id
        self.order.hold(sentence_id)
        self._told = True
        self.setCurrentIndex(self._index(sentence_id))
        self._told = False
        self._reveal()
        self.viewport().update()

    def _reveal(self) -> None:
        """Scroll so that the current row can be read, a third from the top if it was not."""
        place, view = self.visualRect(self.currentIndex()), self.viewport().rect()
        if not place.isNull() and (place.top() < 0 or place.bottom() > view.bottom()):
            bar = self.verticalScrollBar()
            bar.setValue(
                bar.value()
                + place.top()
                - min(view.height() // 3, max(view.height() - place.height(), 0))
            )

    def row(self, place: int) -> Row:
        """Return the row shown at a place, from 0."""
        return self.rows.rows[self.order.mapToSource(self.order.index(place, 0)).row()]

    def _index(self, sentence_id: str) -> QModelIndex:
        """Return the cell of a sentence: in the current row if it stands there too."""
        here = self.currentIndex()
        found = [
            self.order.mapFromSource(self.rows.index(p, 0)) for p in self.rows.places(sentence_id)
        ]
        found = [index for index in found if index.isValid()]
        if not found:
            return QModelIndex()
        place = next((i.row() for i in found if i.row() == here.row()), found[0].row())
        row = self.row(place)
        if here.column() > Column.REWRITE and sentence_id == row.own:
            return self.order.index(place, here.column())
        column = Column.SOURCE if sentence_id in row.source else Column.REWRITE
        return self.order.index(place, column)

    def _sentence(self, index: Index) -> str:
        """Return the sentence a cell stands for."""
        row, hand = self.row(index.row()), self.drawing.hand
        if index.column() == Column.SOURCE and row.source:
            return hand if hand in row.source else row.source[0]
        return row.own

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.drawing.current = self.currentIndex()
        if current.isValid() and not self._told and not self._losing:
            self.chosen.emit(self._sentence(current))

    def _lose(self, losing: bool) -> None:
        self._losing = losing

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go left and right through the sentences of a cell before leaving it."""
        here, hand = self.currentIndex(), self.drawing.hand
        by = {Move.MoveLeft: -1, Move.MoveRight: 1}.get(action, 0)
        if by and here.isValid() and here.column() == Column.SOURCE:
            source = self.row(here.row()).source
            at = source.index(hand) + by if hand in source else -1
            if 0 <= at < len(source):
                self.chosen.emit(source[at])
                return here
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self._under(event.position().toPoint())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found)

    def _under(self, point: QPoint) -> str:
        """Return the source sentence at a point; "" where there is none."""
        index = self.indexAt(point)
        if not index.isValid() or index.column() != Column.SOURCE:
            return ""
        cell = QRectF(self.visualRect(index))
        places = self.drawing.places(self.row(index.row()).source, cell)
        return next((p.sentence_id for p in places if point.y() <= p.words.bottom()), "")

    # room

    def set_look(self, look: Look) -> None:
        """Show the rows in another look."""
        self._look = look
        self.drawing.set_look(look)
        self._share_width()
        self._fitting.start()
        self.viewport().update()

    def fit(self) -> None:
        """Make every row as high as its words."""
        self._fitting.stop()
        self._fit(0, self.order.rowCount() - 1)
        self.updateGeometries()
        self._reveal()

    def _fit(self, first: int, last: int) -> None:
        widths = {column: self.columnWidth(column) for column in Column}
        for place in range(first, last + 1):
            high = self.drawing.height(self.row(place), widths)
            if high != self.rowHeight(place):
                self.setRowHeight(place, high)

    def _share_width(self) -> None:
        """Give the sentences what the other columns in sight leave."""
        room, scale = self.viewport().width(), self._look.text_size / USUAL
        narrow = {column: round(pixels * scale) for column, pixels in NARROW.items()}
        seen = dict(narrow)
        while len(seen) > 1 and sum(seen.values()) + 2 * WIDE * scale > room:
            seen.popitem()
        seen[Column.TAG] = min(seen[Column.TAG], round(TAG_SHARE * room))
        half = (room - sum(seen.values())) // 2
        for column in Column:
            self.setColumnWidth(column, (narrow | seen).get(column, half))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.drawing.focused = True
        super().focusInEvent(event)
        self.reached.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.drawing.focused = False
        super().focusOutEvent(event)
