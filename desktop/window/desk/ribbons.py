"""The bands between the panes: which rewrite sentence draws on which source sentence."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.library.model import Link
from desktop.text.codebook import Kind
from desktop.tr import tr
from desktop.window.desk.marks import Mark
from desktop.window.desk.pane import Pane
from desktop.window.look.theme import Theme, mixed, theme

Extent = tuple[float, float]


class Ribbon(NamedTuple):
    """One source sentence and one rewrite sentence that are linked."""

    source: str
    rewrite: str
    kind: Kind | None = None
    suggested: bool = True


def ribbons(links: Sequence[Link], mark: Callable[[str], Mark]) -> list[Ribbon]:
    """Return a ribbon for every two sentences that links join, in the rewrite sentence's look; one
    only where several links join them."""
    joined = (
        Ribbon(source, rewrite, here.kind, here.suggested)
        for link in links
        for rewrite in link.rewrite
        for source in link.source
        if (here := mark(rewrite))
    )
    return list(dict.fromkeys(joined))


class Ribbons(QWidget):
    """Draws a band for each link of which an end can be seen. A click goes to its sentences."""

    chosen = Signal(str, str)
    """Ids of the source and the rewrite sentence of the band that was clicked."""

    def __init__(self, source: Pane, rewrite: Pane, parent: QWidget) -> None:
        """Both panes and this widget stand in `parent`."""
        super().__init__(parent)
        self._panes = source, rewrite
        self._ribbons: Sequence[Ribbon] = ()
        self._lit: frozenset[str] = frozenset()
        self._paths: list[tuple[QPainterPath, Ribbon]] = []
        self.colours: Theme = theme("light")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Links between the texts"))

    def sizeHint(self) -> QSize:
        return QSize(64, 200)

    def show_ribbons(self, ribbons: Sequence[Ribbon]) -> None:
        """Show these bands."""
        self._ribbons = ribbons
        self.update()

    def light(self, sentence_ids: frozenset[str]) -> None:
        """Draw the bands of these sentences strongly."""
        self._lit = sentence_ids
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paths = []
        lit = []
        upper, lower = (Edge(pane, self) for pane in self._panes)
        for ribbon in self._ribbons:
            path = self._path(ribbon, upper, lower)
            if path is None:
                continue
            self._paths.append((path, ribbon))
            if ribbon.source in self._lit or ribbon.rewrite in self._lit:
                lit.append((path, ribbon))
            else:
                self._draw(painter, path, ribbon, strong=False)
        for path, ribbon in lit:
            self._draw(painter, path, ribbon, strong=True)
        painter.end()

    def _draw(self, painter: QPainter, path: QPainterPath, ribbon: Ribbon, *, strong: bool) -> None:
        """Fill a band with an opaque tint (half-transparent ones cost four times as much)."""
        colours = self.colours
        base = colours.line(ribbon.kind) if ribbon.kind else colours["soft"]
        share = 0.45 if strong else (0.10 if ribbon.suggested else 0.2)
        painter.setBrush(mixed(base, colours["ground"], share))
        edge = mixed(base, colours["ground"], 0.9 if strong else 0.3)
        style = Qt.PenStyle.DashLine if ribbon.suggested else Qt.PenStyle.SolidLine
        painter.setPen(QPen(edge, 1.2 if strong else 0.8, style))
        painter.drawPath(path)

    def _path(self, ribbon: Ribbon, upper: "Edge", lower: "Edge") -> QPainterPath | None:
        beside = upper.beside(ribbon.source), lower.beside(ribbon.rewrite)
        if None in beside or beside in ((-1, -1), (1, 1)):
            return None  # wholly out of sight: where it stands would have to be laid out first
        left, right = upper.extent(ribbon.source), lower.extent(ribbon.rewrite)
        if left is None or right is None:
            return None
        width = float(self.width())
        middle = width / 2
        path = QPainterPath(QPointF(0, left[0]))
        path.cubicTo(QPointF(middle, left[0]), QPointF(middle, right[0]), QPointF(width, right[0]))
        path.lineTo(QPointF(width, right[1]))
        path.cubicTo(QPointF(middle, right[1]), QPointF(middle, left[1]), QPointF(0, left[1]))
        path.closeSubpath()
        return path

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for path, ribbon in reversed(self._paths):
            if path.contains(event.position()):
                self.chosen.emit(ribbon.source, ribbon.rewrite)
                return


class Edge:
    """A pane as the bands meet it while they are painted once."""

    def __init__(self, pane: Pane, ribbons: QWidget) -> None:
        self._pane = pane
        self._first, self._last = pane.view()
        corner = pane.viewport().mapToGlobal(QPoint(0, 0))
        self._top = ribbons.mapFromGlobal(corner).y()

    def beside(self, sentence_id: str) -> int | None:
        """Tell whether a sentence stands above (-1), in (0) or below (1) what is in sight; None
        where it is not shown."""
        number = self._pane.page.number(sentence_id) if self._pane.page else None
        return None if number is None else (number > self._last) - (number < self._first)

    def extent(self, sentence_id: str) -> Extent | None:
        """Return top and bottom of a sentence (the bands' own y)."""
        found = self._pane.extent(sentence_id)
        return None if found is None else (found[0] + self._top, found[1] + self._top)
