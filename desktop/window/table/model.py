"""The rows of the aligned table as a Qt model, and the order and choice of them."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.library.model import Origin
from desktop.text.codebook import Kind
from desktop.tr import tr
from desktop.window.table.rows import SURE, Facts, Row, Show, rows
from desktop.window.table.words import (
    called,
    finer_words,
    link_words,
    suggestion_words,
    tag_words,
)

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ORDER = Qt.ItemDataRole.UserRole
"""The role of what a column is sorted by."""
LAST = 1_000_000
KINDS = {kind: place for place, kind in enumerate((*Kind, None))}


class Column(IntEnum):
    """The columns, left to right."""

    SOURCE = 0
    REWRITE = 1
    TAG = 2
    FINER = 3
    LINK = 4
    NOTE = 5


def title(column: Column) -> str:
    """Return what stands above a column."""
    return {
        Column.SOURCE: tr("Source"),
        Column.REWRITE: tr("Rewrite"),
        Column.TAG: tr("Tag"),
        Column.FINER: tr("Sub-kind, flags"),
        Column.LINK: tr("Link"),
        Column.NOTE: tr("Note"),
    }[column]


class TableModel(QAbstractTableModel):
    """The open pair's rows, in the rewrite's order. It is told what is true.

    `spoken` says a sentence to people who hear the window.
    """

    def __init__(self, spoken: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self.rows: tuple[Row, ...] = ()
        self.facts: Facts | None = None
        self._places: dict[str, list[int]] = {}

    def show_pair(self, facts: Facts | None) -> None:
        """Show a pair, or none."""
        self.beginResetModel()
        self.facts = facts
        self.rows = rows(facts.contents) if facts else ()
        self._places = {}
        for place, row in enumerate(self.rows):
            for sentence_id in row.sentences:
                self._places.setdefault(sentence_id, []).append(place)
        self.endResetModel()

    def tell(self, facts: Facts, sentence_ids: Iterable[str] | None) -> None:
        """Show what is now known of these sentences (None: of all); links are as they were."""
        self.facts = facts
        if sentence_ids is None:
            self._changed(0, len(self.rows) - 1)
        else:
            self.touch(sentence_ids)

    def touch(self, sentence_ids: Iterable[str]) -> None:
        """Let every view look at the rows of these sentences again."""
        for place in sorted({p for s in sentence_ids for p in self._places.get(s, ())}):
            self._changed(place, place)

    def places(self, sentence_id: str) -> list[int]:
        """Return the numbers of the rows a sentence stands in."""
        return self._places.get(sentence_id, [])

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # what Qt asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return title(Column(section)) if orientation is Qt.Orientation.Horizontal else section + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or self.facts is None:
            return None
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(self.facts, row, column)
        return _ANSWERS[role](self.facts, row, column) if role in _ANSWERS else None

    def _heard(self, facts: Facts, row: Row, column: Column) -> str:
        """Return what is said of a cell: never nothing, and always of which sentence."""
        if column is Column.SOURCE:
            return " ".join(self._spoken(s) for s in row.source) or tr("No source sentence")
        if column is Column.REWRITE:
            return self._spoken(row.rewrite) if row.rewrite else tr("Not in the rewrite")
        said = shown(facts, row, column).replace("\n", ", ") or tr("none")
        return f"{called(facts, row.own)}, {title(column)}: {said}"


def shown(facts: Facts, row: Row, column: Column) -> str:
    """Return what a cell says to the eye."""
    if column is Column.SOURCE:
        return "\n".join(_sentence(facts, sentence_id) for sentence_id in row.source)
    if column is Column.REWRITE:
        return _sentence(facts, row.rewrite) if row.rewrite else ""
    if column is Column.TAG:
        told = (tag_words(facts, row.own), suggestion_words(facts, row.own))
        return "\n".join(part for part in told if part)
    if column is Column.FINER:
        return finer_words(facts, row.own)
    if column is Column.LINK:
        return link_words(facts.link(row))
    return "\n".join(facts.notes[s].text for s in row.sentences if s in facts.notes)


def _sentence(facts: Facts, sentence_id: str) -> str:
    return f"{facts.contents.label(sentence_id)}  {facts.text(sentence_id)}"


def _order(facts: Facts, row: Row, column: Column) -> int | float | str:
    """Return what a column is sorted by; what has nothing there comes last."""
    numbers = facts.contents.source.numbers, facts.contents.rewrite.numbers
    if column is Column.SOURCE:
        return numbers[0][row.source[0]] if row.source else LAST
    if column is Column.REWRITE:
        return numbers[1][row.rewrite] if row.rewrite else LAST
    if column is Column.TAG:
        return 2 * KINDS[facts.kind(row.own)] + (row.own not in facts.tags)
    if column is Column.LINK:
        link = facts.link(row)
        sure = SURE[link.origin] if link and link.origin is not Origin.MACHINE else 0
        return link.score + sure if link else LAST
    return shown(facts, row, column).casefold() or chr(0x10FFFF)


_ANSWERS: dict[int, Callable[[Facts, Row, Column], str | int | float]] = {
    Qt.ItemDataRole.DisplayRole: shown,
    Qt.ItemDataRole.ToolTipRole: lambda facts, row, column: (
        link.reason if column is Column.LINK and (link := facts.link(row)) else ""
    ),
    ORDER: _order,
}


class TableOrder(QSortFilterProxyModel):
    """The rows that are shown, in the order that was asked for.

    The row of the sentence that is held is shown in any case: it goes only when one leaves it.
    """

    def __init__(self, model: TableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.show_, self.words, self.held = Show.ALL, "", ""
        self.setSourceModel(model)
        self.setSortRole(ORDER)

    def choose(self, show: Show, words: str) -> None:
        """Show the rows that fit, with these words in them; none is held."""
        self.beginFilterChange()
        self.show_, self.words, self.held = show, words.strip(), ""
        self.endFilterChange()

    def hold(self, sentence_id: str) -> None:
        """Show the row of this sentence, whether it fits or not, instead of the one held before."""
        before, self.held = self.held, sentence_id
        self.model.touch((before, sentence_id))

    def fitting(self) -> int:
        """Return how many rows fit."""
        return sum(self.fits(row) for row in self.model.rows)

    def filterAcceptsRow(self, place: int, parent: Index) -> bool:
        row = self.model.rows[place]
        return self.held in row.sentences or self.fits(row)

    def fits(self, row: Row) -> bool:
        """Tell whether a row is one of those that were asked for."""
        facts = self.model.facts
        return facts is not None and facts.fits(row, self.show_, self.words)
