"""Where words stand on the page: rectangles of a stretch of a text document."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


def rectangles(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """Return the places of positions `start` to `end`, one or more a line, top to bottom.

    The stretch stands in one paragraph. Coordinates are the document's. Where the paragraph has
    right-to-left words, the places come from each character: a line's x positions do not grow
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


def extent(document: QTextDocument, start: int, end: int) -> tuple[float, float] | None:
    """Return top and bottom of the lines of positions `start` to `end`, which stand in one
    paragraph; None where it is not laid out."""
    block = document.findBlock(start)
    top = document.documentLayout().blockBoundingRect(block).top()  # lays the lines out
    if not block.isValid():
        return None
    layout = block.layout()
    first = layout.lineForTextPosition(start - block.position())
    last = layout.lineForTextPosition(max(end - 1, start) - block.position())
    if not (first.isValid() and last.isValid()):
        return None
    return top + first.y(), top + last.y() + last.height()


def _on_line(
    block: QTextBlock, line: QTextLine, first: int, last: int, corner: QPointF
) -> list[QRectF]:
    top, height = line.y(), line.height()
    if block.userState() == MIXED:
        runs = _runs(line, first, last)
        return [QRectF(a, top, b - a, height).translated(corner) for a, b in runs]
    text = block.text()[first:last]
    last -= len(text) - len(text.rstrip())  # the space before a line's end is not marked
    start, stop = _x(line, first), _x(line, last)
    return [QRectF(start, top, stop - start, height).translated(corner)]


def _runs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Return the stretches of x that the characters cover, each taken by its own two edges."""
    found: list[tuple[float, float]] = []
    for position in range(first, last):
        left, right = sorted((_x(line, position), _x(line, position, trailing=True)))
        if found and abs(found[-1][1] - left) < 1:
            found[-1] = (found[-1][0], right)
        elif found and abs(found[-1][0] - right) < 1:
            found[-1] = (left, found[-1][1])
        else:
            found.append((left, right))
    return found


def _x(line: QTextLine, position: int, *, trailing: bool = False) -> float:
    edge = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
    found: Any = line.cursorToX(position, edge)  # (x, position); the stub says object
    return float(found[0])


MIXED = 1
"""The user state of a text block with right-to-left words in it."""


def mixes_directions(text: str) -> bool:
    """Tell whether a text has right-to-left words (Unicode bidirectional classes R, AL)."""
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufefc" for c in text)
