"""How the cells of the aligned table look, and how much room they need."""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.text.codebook import Kind, Side
from desktop.window.desk.bars import draw_bar
from desktop.window.desk.marks import BADGE, Mark, draw_badge, frame_pen
from desktop.window.look.look import READING_SANS, Look
from desktop.window.table.model import Column, Index, TableModel, TableOrder, shown
from desktop.window.table.rows import Facts, Row
from desktop.window.table.words import suggestion_words, tag_words

PAD = 9.0
"""Room around the words of a cell, in pixels."""
APART = 8.0
"""Room between two sentences of one cell."""
BAR = 7.0
"""Width of the bar beside a sentence that shows its tag."""
PLAIN = Mark(Kind.KEPT, suggested=True)


def starts_at_the_right(text: str) -> bool:
    """Tell whether a text is written from right to left, by its first letter (UAX #9, rule P2)."""
    kinds = (bidirectional(letter) for letter in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


class Place(NamedTuple):
    """Where one sentence stands in its cell: its label, its bar, its words."""

    sentence_id: str
    label: QRectF
    bar: QRectF
    words: QRectF


class CellDrawing(QStyledItemDelegate):
    """Draws sentences with their bars, tags with their badges, and the sentence in hand."""

    def __init__(self, model: TableModel, order: TableOrder) -> None:
        super().__init__(order)
        self.model, self.order = model, order
        self.hand = ""
        self.focused = False
        self.current = QModelIndex()
        self.set_look(Look())

    def set_look(self, look: Look) -> None:
        """Draw in another look."""
        self.colours = look.colours()
        self.reading = look.reading_font(0.9)
        self.plain = QFont([READING_SANS])
        self.plain.setPointSizeF(look.text_size * 0.8)
        self.strong = QFont(self.plain)
        self.strong.setBold(True)
        self._scale = look.text_size / 12.5
        self._set: dict[tuple[str, int, int], QStaticText] = {}

    # room

    def height(self, row: Row, widths: dict[Column, int]) -> int:
        """Return how high a row must be, in pixels, in columns of these widths; 0 is hidden."""
        facts = self.model.facts
        assert facts is not None
        cells = [
            self._high(facts, row.source, widths[Column.SOURCE]),
            self._high(facts, (row.rewrite,) if row.rewrite else (), widths[Column.REWRITE]),
            self._tag_height(facts, row, widths[Column.TAG]),
            *(
                self._measured(self.plain, shown(facts, row, column), widths[column] - 2 * PAD)
                for column in (Column.FINER, Column.LINK, Column.NOTE)
                if widths[column]
            ),
        ]
        return round(max(cells) + 2 * PAD)

    def _high(self, facts: Facts, ids: tuple[str, ...], width: float) -> float:
        words = [self._measured(self.reading, facts.text(s), self._room(width)) for s in ids]
        return sum(words) + APART * max(len(words) - 1, 0)

    def _gutter(self) -> float:
        """Return how wide the longest label is."""
        longest = "R000" if len(self.model.rows) > 99 else "R00"
        return QFontMetricsF(self.strong).horizontalAdvance(longest) + 6

    def _badge(self) -> float:
        """Return how much room a badge takes beside the words."""
        return BADGE * self._scale + 6

    def _room(self, width: float) -> float:
        """Return how wide the words of a cell are."""
        return max(width - 2 * PAD - self._gutter() - BAR - 8, 40.0)

    def _tag_height(self, facts: Facts, row: Row, width: float) -> float:
        room = width - 2 * PAD - self._badge()
        high = self._measured(self.strong, tag_words(facts, row.own), room)
        return high + self._measured(self.plain, suggestion_words(facts, row.own), room)

    def _measured(self, font: QFont, text: str, width: float) -> float:
        """Return how high a text is, wrapped to a width."""
        return self._wrapped(font, text, width).size().height() if text else 0.0

    def _wrapped(self, font: QFont, text: str, width: float) -> QStaticText:
        """Return a text in its font, broken between words, or in words that are too long."""
        key = (text, round(width), id(font))
        found = self._set.get(key)
        if found is None:
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            if starts_at_the_right(text):
                option.setAlignment(Qt.AlignmentFlag.AlignRight)
            found = self._set[key] = QStaticText(text)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.setTextOption(option)
            found.setTextWidth(max(width, 20.0))
            found.prepare(font=font)
        return found

    def places(self, ids: tuple[str, ...], cell: QRectF) -> Iterator[Place]:
        """Yield where the sentences of a cell stand, top to bottom."""
        facts = self.model.facts
        assert facts is not None
        left, top, room = cell.left() + PAD, cell.top() + PAD, self._room(cell.width())
        for sentence_id in ids:
            high = self._measured(self.reading, facts.text(sentence_id), room)
            bar = QRectF(left + self._gutter(), top + 2, BAR, high - 4)
            words = QRectF(bar.right() + 8, top, room, high)
            yield Place(sentence_id, QRectF(left, top + 2, self._gutter(), high), bar, words)
            top += high + APART

    # drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        facts = self.model.facts
        if facts is None:
            return
        cell = QRectF(option.rect)
        place = self.order.mapToSource(index).row()
        row, column = self.model.rows[place], Column(index.column())
        painter.save()
        painter.setClipRect(cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.hand in row.sentences
        painter.fillRect(cell, self.colours["wash" if here else "paper"])
        if column in (Column.SOURCE, Column.REWRITE):
            self._draw_sentences(painter, facts, row, column, cell, self._above(index, place))
        elif column is Column.TAG:
            self._draw_tag(painter, facts, row.own, cell)
        else:
            ink = self.colours["ink" if row.own in facts.tags or column > Column.FINER else "soft"]
            room = cell.adjusted(PAD, PAD, -PAD, 0)
            self._write(painter, self.plain, ink, room, shown(facts, row, column))
        if column > Column.REWRITE and self.focused and index == self.current:
            self._frame(painter, cell.adjusted(3, 3, -3, -4))
        painter.setPen(QPen(self.colours["edge"], 1))
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        painter.restore()

    def _above(self, index: Index, place: int) -> Row | None:
        """Return the row above, where it is the one above in the rewrite too."""
        if not index.row():
            return None
        above = self.order.mapToSource(self.order.index(index.row() - 1, 0)).row()
        return self.model.rows[above] if above == place - 1 else None

    def _draw_sentences(
        self,
        painter: QPainter,
        facts: Facts,
        row: Row,
        column: Column,
        cell: QRectF,
        above: Row | None,
    ) -> None:
        source = column is Column.SOURCE
        ids = row.source if source else (row.rewrite,) if row.rewrite else ()
        told = set(above.source) if above and above.rewrite and source else set[str]()
        for place in self.places(ids, cell):
            again = place.sentence_id in told
            painter.setFont(self.strong)
            painter.setPen(self.colours["soft"])
            painter.drawText(place.label, 0, facts.contents.label(place.sentence_id))
            mark = self.mark(facts, place.sentence_id)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            draw_bar(painter, place.bar, mark, self.colours, upright=True)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if mark.kind and not mark.suggested and mark.kind is not Kind.KEPT:
                painter.fillRect(place.words.adjusted(-4, 0, 2, 0), self.colours.fill(mark.kind))
            ink = self.colours["soft" if again else "ink"]
            self._write(painter, self.reading, ink, place.words, facts.text(place.sentence_id))
            if place.sentence_id == self.hand:
                self._frame(painter, place.words.adjusted(-5, -4, 5, 4))

    def mark(self, facts: Facts, sentence_id: str) -> Mark:
        """Return what is drawn beside a sentence; plain where nobody need decide."""
        tag, suggestion = facts.tags.get(sentence_id), facts.suggestions.get(sentence_id)
        if tag is not None:
            return Mark(tag.kind)
        if suggestion is not None:
            return Mark(suggestion.kind, suggested=True)
        side, _ = facts.contents.sentences[sentence_id]
        linked = side is Side.SOURCE and facts.contents.links_of(sentence_id)
        return PLAIN if linked or sentence_id not in facts.left else Mark()

    def _draw_tag(self, painter: QPainter, facts: Facts, sentence_id: str, cell: QRectF) -> None:
        mark = self.mark(facts, sentence_id)
        if mark.kind is not None and mark is not PLAIN:
            painter.save()
            painter.translate(cell.topLeft() + QPointF(PAD, PAD))
            painter.scale(self._scale, self._scale)
            draw_badge(painter, mark, QPointF(0, 0), self.colours, self.plain)
            painter.restore()
        room = cell.adjusted(PAD + self._badge(), PAD, -PAD, 0)
        ink = self.colours["ink" if sentence_id in facts.tags else "soft"]
        name, more = tag_words(facts, sentence_id), suggestion_words(facts, sentence_id)
        self._write(painter, self.strong, ink, room, name)
        high = self._measured(self.strong, name, room.width())
        self._write(painter, self.plain, self.colours["soft"], room.adjusted(0, high, 0, 0), more)

    def _write(
        self, painter: QPainter, font: QFont, colour: QColor, place: QRectF, text: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawStaticText(place.topLeft(), self._wrapped(font, text, place.width()))

    def _frame(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(frame_pen(self.colours, strong=self.focused))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 3, 3)
