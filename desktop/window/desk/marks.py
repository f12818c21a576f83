"""How a sentence's tag or suggestion is drawn: fill, underline of its own style, letter badge."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from desktop.library.codebook import codebook
from desktop.text.codebook import Kind
from desktop.window.look.theme import Theme, mixed

BADGE = 15.0
"""Side of a letter badge in pixels."""
BOOKMARK = QSizeF(6, 15)
"""Size of a bookmark in pixels."""


class Mark(NamedTuple):
    """What is to be seen on one sentence. `suggested` marks are dashed and have no fill."""

    kind: Kind | None = None
    suggested: bool = False
    noted: bool = False
    number: int = 0
    bookmarked: bool = False

    @property
    def filled(self) -> Kind | None:
        """The kind whose pale colour stands behind the words, if any."""
        return None if self.suggested else self.kind


def draw_underline(painter: QPainter, mark: Mark, rectangle: QRectF, base: float, t: Theme) -> None:
    """Draw the underline of one line of a sentence; `base` is the y of its upper edge.

    Quote one line, paraphrase two, addition dots, omission long dashes, kept and unsure thin:
    the four differ without colour. A suggestion is a thin dashed line.
    """
    assert mark.kind is not None
    colour = t.line(mark.kind)
    x, end = rectangle.left(), rectangle.right()
    if mark.suggested:
        _line(painter, QPen(colour, 1.2, Qt.PenStyle.CustomDashLine), x, end, base + 1, [3.0, 3.0])
    elif mark.kind is Kind.PARAPHRASE:
        for y in (base, base + 3):
            _line(painter, QPen(colour, 1.3), x, end, y)
    elif mark.kind is Kind.ADDITION:
        pen = QPen(colour, 2.4, Qt.PenStyle.CustomDashLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        _line(painter, pen, x, end, base + 1.5, [0.1, 1.9])
    elif mark.kind is Kind.OMISSION:
        _line(painter, QPen(colour, 2, Qt.PenStyle.CustomDashLine), x, end, base + 1, [4.0, 2.0])
    else:
        _line(painter, QPen(colour, 2 if mark.kind is Kind.QUOTE else 1), x, end, base + 1)


def _line(
    painter: QPainter, pen: QPen, x: float, end: float, y: float, dashes: list[float] | None = None
) -> None:
    pen.setCapStyle(pen.capStyle() if dashes and dashes[0] < 1 else Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(end, y))


def draw_badge(painter: QPainter, mark: Mark, corner: QPointF, t: Theme, font: QFont) -> None:
    """Draw a kind's letter: filled for a tag, an outline for a suggestion."""
    if mark.kind is None:
        return
    colour = t.line(mark.kind)
    square = QRectF(corner.x(), corner.y(), BADGE, BADGE)
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(t["paper"] if mark.suggested else colour)
    painter.drawRoundedRect(square, 3.5, 3.5)
    font = QFont(font)
    font.setPixelSize(11)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour if mark.suggested else _on(colour, t))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, codebook().letters[mark.kind])


def draw_bookmark(painter: QPainter, corner: QPointF, t: Theme) -> None:
    """Draw a bookmark hanging from `corner`: a ribbon with a notch, like no badge."""
    width, height = BOOKMARK.width(), BOOKMARK.height()
    ribbon = QPainterPath(corner)
    for x, y in ((width, 0), (width, height), (width / 2, height - 3), (0, height)):
        ribbon.lineTo(corner + QPointF(x, y))
    ribbon.closeSubpath()
    painter.fillPath(ribbon, t["accent"])


def draw_number(painter: QPainter, number: int, place: QRectF, font: QFont, t: Theme) -> None:
    """Write a sentence's number small, raised, before its first word."""
    small = QFont(font)
    small.setPixelSize(10)
    painter.setFont(small)
    painter.setPen(t["soft"])
    corner = QRectF(place.left() - 12, place.top() - 5, 24, 12)
    painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, str(number))


def draw_veil(
    painter: QPainter, area: QRectF, bright: Iterable[Sequence[QRectF]], t: Theme
) -> None:
    """Dim an area but for some sentences, each given by the places of its lines."""
    shade = QPainterPath()
    shade.addRect(area)
    for places in bright:
        shade -= outline(places)
    veil = t["ground"]
    veil.setAlphaF(0.72)
    painter.fillPath(shade, veil)


def _on(colour: QColor, t: Theme) -> QColor:
    """Return paper or ink, whichever can be read on `colour`."""
    paper, ink = t["paper"], t["ink"]
    return max((paper, ink), key=lambda c: abs(c.lightnessF() - colour.lightnessF()))


def frame_pen(t: Theme, *, strong: bool) -> QPen:
    """Return the line around a sentence in hand or linked to it: strong where the keys go."""
    return QPen(t["accent"], 2.4) if strong else QPen(mixed(t["accent"], t["paper"], 0.6), 1.2)


def outline(rectangles: Sequence[QRectF], by: float = 3.0) -> QPainterPath:
    """Return one line around all the places of a sentence."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for number, rectangle in enumerate(rectangles):
        place = rectangle.adjusted(-by, 0, by, 0)
        if number + 1 < len(rectangles):  # down to the next line, so that no gap is between them
            place.setBottom(max(place.bottom(), rectangles[number + 1].top() + 0.5))
        path.addRect(place)
    return path.simplified()
