"""The map: the whole pair at a glance, a bar a sentence, and where one is in it."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.library.contents import Contents
from desktop.text.codebook import Kind, Side
from desktop.tr import tr
from desktop.window.desk.bars import draw_bar
from desktop.window.desk.map_layout import Bar, Extent, Line, Seen, bars, heights, lines
from desktop.window.desk.map_words import described, told_of
from desktop.window.desk.marks import Mark
from desktop.window.look.theme import Theme, mixed, theme

WIDTH = 72
COLUMNS = {Side.SOURCE: (15.0, 24.0), Side.REWRITE: (46.0, 57.0)}
"""Left and right edge of each side's bars, in pixels."""
ASIDE = 5.0
"""How far a sentence without a link stands out of its column, away from the other text."""
MARGIN = 16.0
"""Room above and below the bars, in pixels."""
HELD = 6.0
"""The frame around the sentence in hand is at least this high."""
REST = 250
"""Milliseconds without a change after which the picture is put into words."""
FEW = 12
"""So many bars are drawn one by one; more of them, with all the others."""
NOTHING, PLAIN = Mark(), Mark(Kind.KEPT, suggested=True)


class Map(QWidget):
    """Draws two columns of bars, source and rewrite, with their links. A click goes there."""

    chosen = Signal(str)
    """The id of the sentence that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours: Theme = theme("light")
        self._contents: Contents | None = None
        self._marks: dict[str, Mark] = {}
        self._bars: dict[Side, list[Bar]] = {}
        self._heights: dict[Side, dict[str, Extent]] = {}
        self._places: dict[str, QRectF] = {}
        self._lines: list[Line] = []
        self._open = frozenset[str]()
        self.seen: dict[Side, Seen] = {}
        self._current, self._partners = "", frozenset[str]()
        self._wires: QPixmap | None = None
        self._picture: QPixmap | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._describe)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Map of the pair"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    # what is shown

    def show_pair(self, contents: Contents | None, colours: Theme) -> None:
        """Show a pair, without marks; None shows nothing."""
        self.colours = colours
        self._marks, self.seen = {}, {}
        self._current, self._partners = "", frozenset()
        self._picture = None
        self._bars = {side: bars(contents.side(side)) for side in Side} if contents else {}
        self._measure()
        self.show_links(contents)

    def show_links(self, contents: Contents | None) -> None:
        """Draw the links as they are now; marks stay."""
        self._contents = contents
        self._lines = lines(contents) if contents else []
        self._wires = None
        old, asked = self._places, self._open
        self._open = frozenset(contents.asked) if contents else frozenset()
        self._lay_out()
        moved = [s for s, place in self._places.items() if old.get(s) != place]
        self._redraw(dict.fromkeys([*moved, *(self._open ^ asked)]), old)

    def set_marks(self, marks: Mapping[str, Mark]) -> None:
        """Draw these marks; sentences not named keep theirs."""
        new = {s: m for s, m in marks.items() if s in self._places and m != self.mark(s)}
        self._marks |= new
        self._redraw(new, {})

    def mark(self, sentence_id: str) -> Mark:
        """Return what is drawn on a sentence's bar."""
        return self._marks.get(sentence_id, NOTHING)

    def light(self, current: str, partners: frozenset[str]) -> None:
        """Frame the sentence in hand and those linked to it."""
        if (current, partners) != (self._current, self._partners):
            self._current, self._partners = current, partners
            self.update()

    def show_seen(self, side: Side, seen: Seen | None) -> None:
        """Mark the part of a side that can be read just now."""
        if self.seen.get(side) != seen:
            if seen is None:
                self.seen.pop(side)
            else:
                self.seen[side] = seen
            self.update()

    def place(self, sentence_id: str) -> QRectF:
        """Return where a sentence's bar stands; an empty rectangle where it has none."""
        return self._places.get(sentence_id, QRectF())

    def sentence_at(self, point: QPointF) -> str:
        """Return the id of the sentence whose bar is next to a point; "" where there is none."""
        if self._contents is None:
            return ""
        left = point.x() < (COLUMNS[Side.SOURCE][1] + COLUMNS[Side.REWRITE][0]) / 2
        column = self._contents.side(Side.SOURCE if left else Side.REWRITE).linkable
        return min(
            (s.id for s in column),
            key=lambda s: max(
                self._places[s].top() - point.y(), point.y() - self._places[s].bottom()
            ),
            default="",
        )

    # inside

    def _measure(self) -> None:
        """Find how high every bar is; no link changes that."""
        self._heights = heights(self._bars, self.height() - 2 * MARGIN)

    def _lay_out(self) -> None:
        """Find every bar's place anew."""
        self._places = {}
        linked = {end for line in self._lines for end in line[:2]}
        for side, found in self._heights.items():
            left, right = COLUMNS[side]
            out = -ASIDE if side is Side.SOURCE else ASIDE
            for sentence_id, (top, bottom) in found.items():
                aside = 0.0 if sentence_id in linked else out
                self._places[sentence_id] = QRectF(
                    left + aside, top + MARGIN, right - left, bottom - top
                )

    def _redraw(self, sentence_ids: Collection[str], old: Mapping[str, QRectF]) -> None:
        """Draw these bars anew in the picture, where they stand and where they stood before."""
        if self._picture is None or len(sentence_ids) > FEW:
            self._picture = None
        else:
            painter = QPainter(self._picture)
            for sentence_id in sentence_ids:
                for place in (old.get(sentence_id), self._places.get(sentence_id)):
                    if place is not None:
                        self._draw_anew(painter, place)
            painter.end()
        self._rest.start()
        self.update()

    def _draw_anew(self, painter: QPainter, place: QRectF) -> None:
        """Draw the bars at a place, and those crowded into the same pixels, over the old ones."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(place, Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for sentence_id, other in self._places.items():
            if other.intersects(place):
                draw_bar(painter, other, self._look_of(sentence_id), self.colours, upright=True)

    def _look_of(self, sentence_id: str) -> Mark:
        """Return what to draw: a sentence nobody need decide on is plain."""
        mark = self.mark(sentence_id)
        return PLAIN if mark.kind is None and sentence_id not in self._open else mark

    def _drawn(self, draw: Callable[[QPainter], None]) -> QPixmap:
        """Return a picture of what does not change from key to key."""
        ratio = self.devicePixelRatio()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw(painter)
        painter.end()
        return picture

    def _draw_bars(self, painter: QPainter) -> None:
        for sentence_id, place in self._places.items():
            draw_bar(painter, place, self._look_of(sentence_id), self.colours, upright=True)

    def _draw_lines(self, painter: QPainter) -> None:
        """Draw thin lines for what follows, stronger ones over them for what was moved."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        soft, paper = self.colours["soft"], self.colours["paper"]
        for moved, share, width in ((False, 0.3, 1.0), (True, 0.7, 1.1)):
            painter.setPen(QPen(mixed(soft, paper, share), width))
            for line in self._lines:
                if line.moved is moved:
                    painter.drawLine(*self._ends(line))

    def _ends(self, line: Line) -> tuple[QPointF, QPointF]:
        source, rewrite = self._places[line.source], self._places[line.rewrite]
        return (
            QPointF(source.right() + 2, source.center().y()),
            QPointF(rewrite.left() - 2, rewrite.center().y()),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        self._wires = self._wires or self._drawn(self._draw_lines)
        self._picture = self._picture or self._drawn(self._draw_bars)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colours["edge"], 1))
        painter.setBrush(self.colours["paper"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for side, part in self.seen.items():
            self._draw_seen(painter, side, part)
        painter.drawPixmap(0, 0, self._wires)
        painter.drawPixmap(0, 0, self._picture)
        self._draw_held(painter)
        painter.end()

    def _draw_seen(self, painter: QPainter, side: Side, seen: Seen) -> None:
        first, last = self.place(seen.first), self.place(seen.last)
        if first.isNull() or last.isNull():
            return
        left, right = COLUMNS[side]
        out = (ASIDE, 0) if side is Side.SOURCE else (0, ASIDE)
        top = first.top() + seen.above * first.height()
        bottom = last.bottom() - seen.below * last.height()
        band = QRectF(left - out[0] - 4, top - 3, 0, max(bottom - top, 1) + 6)
        band.setRight(right + out[1] + 4)
        painter.setPen(QPen(self.colours["edge"], 1))
        painter.setBrush(self.colours["wash"])
        painter.drawRoundedRect(band, 4, 4)

    def _draw_held(self, painter: QPainter) -> None:
        """Draw the sentence in hand, its partners and the lines between them strongly."""
        accent, paper = self.colours["accent"], self.colours["paper"]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 1.4))
        for line in self._lines:
            if self._current in line[:2]:
                painter.drawLine(*self._ends(line))
        for sentence_id in (*self._partners, self._current):
            place = self.place(sentence_id)
            if place.isNull():
                continue
            here = sentence_id == self._current
            more = max(HELD - place.height(), 0) / 2
            painter.setPen(QPen(accent if here else mixed(accent, paper, 0.6), 2 if here else 1.4))
            painter.drawRoundedRect(place.adjusted(-2.5, -2.5 - more, 2.5, 2.5 + more), 3, 3)

    def _describe(self) -> None:
        contents = self._contents
        told = described(contents, self._marks, self._lines) if contents else ""
        self.setAccessibleDescription(told)

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wires = self._picture = None
        self._measure()
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.sentence_at(event.position())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(found)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.sentence_at(QPointF(event.pos()))
            if self._contents is not None and found:
                told = told_of(self._contents, found, self.mark(found))
                QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)
