"""Tags as small bars: the patterns that the map and the chart of shares are drawn with."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.text.codebook import Kind
from desktop.window.desk.marks import Mark
from desktop.window.look.theme import Theme, mixed

TINY = 4.0
"""A bar less high or wide than this, in pixels, has no room for a pattern."""
STEP = 5.0
"""From one dot or dash of a pattern to the next, in pixels."""
FRAMED = (None, Kind.ADDITION, Kind.UNSURE)


def draw_bar(
    painter: QPainter, place: QRectF, mark: Mark, t: Theme, *, upright: bool = False
) -> None:
    """Draw a sentence, or a share of sentences, in the pattern of its tag's underline.

    Quote is solid, paraphrase two rails, addition dots, omission dashes, unsure one thin line,
    kept pale grey; not tagged is a dashed frame. A suggestion is paler, within a frame. Rails run
    up and down where `upright`, else across. Only plain shapes are used: the bar is the same on
    the screen, in PDF and in SVG.
    """
    line = t.line(mark.kind) if mark.kind else t["soft"]
    strong = mixed(line, t["paper"], 0.45) if mark.suggested else line
    tiny = min(place.width(), place.height()) < TINY
    if tiny or mark.kind is Kind.KEPT:
        light = mark.kind in (None, Kind.KEPT, Kind.UNSURE)
        share = 0.5 if mark.suggested or mark.kind is None else 0.75
        painter.fillRect(place, mixed(strong, t["paper"], share) if light else strong)
        return
    plain = mark.kind is None or mark.suggested
    painter.fillRect(place, t["paper"] if plain or mark.kind is None else t.fill(mark.kind))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(strong)
    if mark.kind is Kind.ADDITION:
        for point in _dots(place):
            painter.drawEllipse(point, 1.3, 1.3)
    for part in _parts(place, mark.kind, upright=upright):
        painter.fillRect(part, strong)
    if mark.suggested or mark.kind in FRAMED:
        _frame(painter, place, line, dashed=mark.kind is None)


def _parts(place: QRectF, kind: Kind | None, *, upright: bool) -> list[QRectF]:
    """Return the rectangles that make up a kind's pattern."""
    if kind is Kind.QUOTE:
        return [place]
    if kind is Kind.PARAPHRASE:
        return [_lengthwise(place, 0, 0.36, upright), _lengthwise(place, 0.64, 0.36, upright)]
    if kind is Kind.UNSURE:
        return [_lengthwise(place, 0.42, 0.16, upright)]
    if kind is Kind.OMISSION:
        return list(_dashes(place, upright))
    return []


def _lengthwise(place: QRectF, at: float, share: float, upright: bool) -> QRectF:
    """Return a rail along the whole bar, `share` (0..1) of its thickness."""
    if upright:
        wide = place.width()
        return QRectF(place.left() + at * wide, place.top(), share * wide, place.height())
    high = place.height()
    return QRectF(place.left(), place.top() + at * high, place.width(), share * high)


def _dashes(place: QRectF, upright: bool) -> Iterator[QRectF]:
    """Yield the dashes of a bar, one after another along it."""
    at, end = (place.top(), place.bottom()) if upright else (place.left(), place.right())
    step = STEP if upright else 2 * STEP
    while at < end:
        long = min(step - 1.6, end - at)
        if upright:
            yield QRectF(place.left(), at, place.width(), long)
        else:
            yield QRectF(at, place.top(), long, place.height())
        at += step


def _dots(place: QRectF) -> Iterator[QPointF]:
    """Yield dots in rows, as many as the bar has room for, in its middle."""
    across = max(int((place.width() - 1) / STEP), 1)
    down = max(int((place.height() - 1) / STEP), 1)
    for row in range(down):
        for column in range(across):
            yield QPointF(
                place.center().x() + (column - (across - 1) / 2) * STEP,
                place.center().y() + (row - (down - 1) / 2) * STEP,
            )


def _frame(painter: QPainter, place: QRectF, colour: QColor, *, dashed: bool) -> None:
    pen = QPen(colour, 1)
    if dashed:
        pen.setDashPattern([2.0, 2.0])
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
