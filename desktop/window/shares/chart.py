"""The chart of shares: one drawing for the screen, for PDF and for SVG."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from desktop.library.shares import Part, Share
from desktop.text.codebook import Kind, Role, Side
from desktop.tr import tr
from desktop.window.desk.bars import draw_bar
from desktop.window.desk.marks import BADGE, Mark, draw_badge
from desktop.window.look.look import READING_SANS
from desktop.window.look.theme import Theme
from desktop.window.shares.words import counted_apart, of, part_name, share_name, side_name

WIDTH = 560.0
"""The chart's width in its own units: pixels at the usual size of text."""
EDGE = 20.0
LINE = 21.0
BAR = 24.0
COLUMNS = (34.0, 230.0, 380.0)
"""Where names, sentences and words begin in the list below the bars."""


class Chart(NamedTuple):
    """What the chart shows. `outlets` are the names of source and rewrite."""

    title: str
    coder: str
    outlets: dict[Side, str]
    parts: tuple[Part, ...]


def mark_of(share: Share) -> Mark:
    """Return the pattern of a share's bar."""
    return Mark(Kind.KEPT, suggested=True) if share.linked else Mark(share.kind)


def height(chart: Chart) -> float:
    """Return how high the chart is, in its own units."""
    return _Drawing(None, chart, None).drawn()


def draw(painter: QPainter, chart: Chart, t: Theme) -> None:
    """Draw the chart, WIDTH units wide, from the painter's origin."""
    _Drawing(painter, chart, t).drawn()


class _Drawing:
    """One pass from top to bottom. Without a painter it only finds out how high it is."""

    def __init__(self, painter: QPainter | None, chart: Chart, t: Theme | None) -> None:
        self.painter, self.chart, self.t = painter, chart, t
        self.y = EDGE
        self.room = WIDTH - 2 * EDGE

    def drawn(self) -> float:
        """Draw everything; return the height."""
        self._write(0, self.chart.title, 17, bold=True)
        self.y += 25
        told = tr("Tags of {coder}. Suggestions do not count.", coder=self.chart.coder)
        self._write(0, told, 12, "soft")
        self.y += 22
        for side in (Side.REWRITE, Side.SOURCE):
            parts = [part for part in self.chart.parts if part.side is side]
            if parts:
                self._side(side, parts)
        return self.y + EDGE - 14

    def _side(self, side: Side, parts: Sequence[Part]) -> None:
        self.y += 14
        self._write(0, f"{side_name(side)}   {self.chart.outlets[side]}".strip(), 14, bold=True)
        self.y += 21
        for part in parts:
            if part.role is Role.BODY:
                self._write(0, part_name(part), 12, "soft")
                self.y += 23
                by_sentences, by_words = tr("by sentences"), tr("by words")
                self._bar(part, by_sentences, [s.sentences for s in part.shares])
                self._bar(part, by_words, [s.words for s in part.shares])
                self._row("", by_sentences, by_words, "soft")
                for share in part.shares:
                    self._share(part, share)
        for part in parts:
            if part.role is not Role.BODY:
                self._write(0, counted_apart(part), 12, "soft")
                self.y += LINE

    def _bar(self, part: Part, name: str, sizes: Sequence[int]) -> None:
        """Draw a whole as one bar, its shares one after another."""
        self._write(0, name, 12, "soft", BAR)
        left, whole = EDGE + 92.0, sum(sizes)
        room = self.room - 92.0
        for share, size in zip(part.shares, sizes, strict=True):
            if size and self.painter and self.t:
                place = QRectF(round(left), self.y, 0, BAR)
                left += room * size / whole
                place.setRight(round(left) - 2)
                draw_bar(self.painter, place, mark_of(share), self.t)
                if share.kind and place.width() > BADGE + 6:
                    corner = place.center() - QPointF(BADGE, BADGE) / 2
                    letter = Mark(share.kind, suggested=True)
                    draw_badge(self.painter, letter, corner, self.t, self._font(11))
        self.y += BAR + 7

    def _share(self, part: Part, share: Share) -> None:
        """Name a share with its counts and their denominators."""
        if self.painter and self.t:
            draw_bar(self.painter, QRectF(EDGE, self.y + 3, 26, 13), mark_of(share), self.t)
        counts = of(share.sentences, part.sentences), of(share.words, part.words)
        self._row(share_name(share), *counts, "ink")

    def _row(self, name: str, sentences: str, words: str, colour: str) -> None:
        for x, told in zip(COLUMNS, (name, sentences, words), strict=True):
            self._write(x, told, 12.5, colour)
        self.y += LINE

    def _write(
        self,
        x: float,
        words: str,
        size: float,
        colour: str = "ink",
        high: float = 19.0,
        *,
        bold: bool = False,
    ) -> None:
        if self.painter is None or self.t is None:
            return
        font = self._font(size, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(self.t[colour])
        place = QRectF(EDGE + x, self.y, self.room - x, high)
        fitting = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        self.painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        """Return a font in the chart's own units, whatever it is painted on."""
        font = QFont([READING_SANS])
        font.setPixelSize(round(size))
        font.setBold(bold)
        return font
