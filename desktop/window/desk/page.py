"""An article as a Qt document: its blocks in their type, its sentences findable both ways."""

from bisect import bisect_right

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.library.contents import SideContents
from desktop.library.model import Block, Sentence
from desktop.text.codebook import Role
from desktop.window.desk.positions import Positions, Shown
from desktop.window.desk.shapes import MIXED, extent, mixes_directions, rectangles
from desktop.window.look.look import Look, load_fonts_for

SCALES = {Role.HEADLINE: 1.35, Role.STANDFIRST: 1.08}
SMALL = 0.86
GUTTER = 46
"""Room at the left of the words for badges, in pixels at the smallest text."""


class Page:
    """Lays an article out in a document and knows where its sentences stand."""

    def __init__(self, document: QTextDocument, side: SideContents, *, furniture: bool) -> None:
        self.side = side
        self.document = document
        self.blocks = [b for b in side.blocks if furniture or b.role is not Role.BOILERPLATE]
        self._positions = Positions(side.article.text, [Shown(b.start, b.end) for b in self.blocks])
        shown = {(b.start, b.end) for b in self.blocks}
        self.sentences = [
            s for s in side.sentences if (b := side.block(s)) and (b.start, b.end) in shown
        ]
        self._starts = [s.start for s in self.sentences]
        self._numbers = {s.id: number for number, s in enumerate(self.sentences)}
        self._rectangles: dict[str, list[QRectF]] = {}

    def write(self, look: Look) -> None:
        """Fill the document with the article in its type."""
        document = self.document
        load_fonts_for(self.side.article.text)
        document.setDefaultFont(look.reading_font())
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, block in enumerate(self.blocks):
            form = self._block_format(block, look)
            if number:
                cursor.insertBlock(form)
            else:
                cursor.setBlockFormat(form)
            # a block merged of two has a line end inside, which would begin a paragraph here
            text = self.side.text(block).replace("\n", " ")
            cursor.setBlockCharFormat(self._type(block, look))
            cursor.insertText(text, self._type(block, look))
            cursor.block().setUserState(MIXED if mixes_directions(text) else 0)
        cursor.endEditBlock()
        self.forget_places()

    def forget_places(self) -> None:
        """The lines were laid out anew."""
        self._rectangles.clear()

    def sentence(self, sentence_id: str) -> Sentence | None:
        """Return the shown sentence of this id; None where it is not shown."""
        number = self._numbers.get(sentence_id)
        return None if number is None else self.sentences[number]

    def number(self, sentence_id: str) -> int | None:
        """Return the place of a sentence among those shown, from 0; None where it is not shown."""
        return self._numbers.get(sentence_id)

    def span(self, sentence: Sentence) -> tuple[int, int]:
        """Return a shown sentence's document positions."""
        start = self._positions.to_document(sentence.start)
        end = self._positions.to_document(sentence.end)
        assert start is not None
        assert end is not None
        return start, end

    def point(self, position: int) -> int:
        """Return the code point of the article that stands at a document position."""
        return self._positions.to_text(position)

    def position(self, point: int) -> int:
        """Return the document position of a code point; 0 where it is not shown."""
        return self._positions.to_document(point) or 0

    def number_at(self, position: int) -> int:
        """Return the place among the shown sentences of the one a document position stands in, or
        of the one before it; 0 before the first."""
        return max(bisect_right(self._starts, self._positions.to_text(position)) - 1, 0)

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence a document position stands in, or the one before it."""
        return self.sentences[self.number_at(position)] if self.sentences else None

    def extent(self, sentence: Sentence) -> tuple[float, float] | None:
        """Return top and bottom of a shown sentence in document coordinates, None before it is
        laid out; cheaper than its rectangles."""
        return extent(self.document, *self.span(sentence))

    def rectangles(self, sentence: Sentence) -> list[QRectF]:
        """Return where a shown sentence stands, in document coordinates, top to bottom."""
        found = self._rectangles.get(sentence.id)
        if found is None:
            found = rectangles(self.document, *self.span(sentence))
            self._rectangles[sentence.id] = found
        return found

    def _type(self, block: Block, look: Look) -> QTextCharFormat:
        role = block.role
        form = QTextCharFormat()
        font = look.reading_font(SCALES.get(role, 1.0))
        if role is Role.HEADLINE:
            font.setWeight(QFont.Weight.Bold)
        elif role not in (Role.BODY, Role.STANDFIRST):
            font = QFont(["Atkinson Hyperlegible"])
            font.setPointSizeF(look.text_size * SMALL)
        form.setFont(font)
        soft = role not in (Role.BODY, Role.STANDFIRST, Role.HEADLINE)
        form.setForeground(look.colours()["soft" if soft else "ink"])
        return form

    def _block_format(self, block: Block, look: Look) -> QTextBlockFormat:
        form = QTextBlockFormat()
        tight = block.role in (Role.HEADLINE, Role.BOILERPLATE)
        form.setLineHeight(
            min(look.line_height, 130) if tight else look.line_height,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        form.setBottomMargin(look.text_size * (0.1 if block.role is Role.BOILERPLATE else 0.75))
        form.setLeftMargin(GUTTER)
        form.setRightMargin(6)  # room for the outline of a full line
        form.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return form
