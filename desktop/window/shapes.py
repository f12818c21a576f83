"""Where words stand on the page: rectangles of a stretch of a text document."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def rectangles(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """Return the places of positions `start` to `end`, one or more a line, top to bottom.

    The stretch stands in one paragraph. Coordinates are the document's. Where the paragraph has
    right-to-left words, the places come from the drawn glyphs: a line's x positions do not grow
    with the text there.
    """
    block = document.findBlock(start)
    corner = document.documentLayout().blockBoundingRect(block).topLeft()  # lays the lines out
    layout = block.layout()
    if not layout.lineCount():
        return []
    left, right = start - block.position(), min(end, block.position() + block.length() - 1)
    right -= block.position()
    found = []
    for number in range(
        layout.lineForTextPosition(left).lineNumber(),
        layout.lineForTextPosition(max(right - 1, left)).lineNumber() + 1,
    ):
        line = layout.lineAt(number)
        first = max(left, line.textStart())
        last = min(right, line.textStart() + line.textLength())
        if first < last:
            found += _on_line(block, line, first, last, corner)
    return found


def _on_line(
    block: QTextBlock, line: QTextLine, first: int, last: int, corner: QPointF
) -> list[QRectF]:
    top, height = line.y(), line.height()
    if block.userState() == MIXED:
        runs = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
        return [QRectF(r.x(), top, r.width(), height).translated(corner) for r in runs]
    text = block.text()[first:last]
    last -= len(text) - len(text.rstrip())  # the space before a line's end is not marked
    start, stop = _x(line, first), _x(line, last)
    return [QRectF(start, top, stop - start, height).translated(corner)]


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # the binding gives (x, position); its stub says object
    return float(found[0])


MIXED = 1
"""The user state of a text block with right-to-left words in it."""


def mixes_directions(text: str) -> bool:
    """Tell whether a text has right-to-left words (Unicode bidirectional classes R, AL)."""
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)
