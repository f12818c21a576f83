"""The chart of shares as a file: SVG, or PDF for printing."""

import re

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSize, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop.tr import tr
from desktop.window.look.theme import theme
from desktop.window.shares.chart import WIDTH, Chart, draw, height
from desktop.window.shares.words import read_out

SCREEN = 96
"""Dots an inch of the chart's own units."""
PRINT = 1200
MARGIN = 20.0
"""Millimetres around the chart on paper."""
_DATES = re.compile(rb"(?<=D:)\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def svg(chart: Chart) -> bytes:
    """Return the chart as SVG, on white, with its figures as description. Same chart, same file."""
    buffer = _buffer()
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    high = round(height(chart))
    made.setResolution(SCREEN)
    made.setSize(QSize(round(WIDTH), high))
    made.setViewBox(QRectF(0, 0, WIDTH, high))
    made.setTitle(_title(chart))
    made.setDescription(read_out(chart.parts))
    painter = QPainter(made)
    draw(painter, chart, theme("light"))
    painter.end()
    return bytes(buffer.data().data())


def pdf(chart: Chart) -> bytes:
    """Return the chart on one A4 page. Same chart, same file: no dates, no names of people."""
    buffer = _buffer()
    made = QPdfWriter(buffer)
    made.setTitle(_title(chart))
    made.setCreator("Twice Told")
    figures = (_title(chart) + read_out(chart.parts)).encode()
    made.setDocumentId(QUuid.createUuidV5(QUuid(), figures))
    made.setResolution(PRINT)
    made.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter(made)
    room = made.pageLayout().paintRectPixels(PRINT)
    scale = min(room.width() / WIDTH, room.height() / height(chart))
    painter.scale(scale, scale)
    draw(painter, chart, theme("light"))
    painter.end()
    return _DATES.sub(lambda found: _undated(found.group()), bytes(buffer.data().data()))


def _undated(date: bytes) -> bytes:
    """Return a date of the same length that is the same in every file."""
    return b"19800101000000" if b"-" not in date else b"1980-01-01T00:00:00"


def _title(chart: Chart) -> str:
    return tr("Shares: {title}", title=chart.title)


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer
