"""Where an article's code points stand in a Qt document: the one place that converts."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Shown(NamedTuple):
    """A stretch of an article (code points) that a document shows as one paragraph of its own."""

    start: int
    end: int


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes; Qt counts its positions in these."""
    return len(text) + sum(1 for character in text if character > "\uffff")


class Positions:
    """Code points of an article to positions in the document that shows parts of it, and back.

    The document holds the stretches in order, one paragraph each.
    """

    def __init__(self, text: str, shown: Sequence[Shown]) -> None:
        self._text = text
        self._shown = shown
        self._starts = [stretch.start for stretch in shown]
        self._places = []
        place = 0
        for stretch in shown:
            self._places.append(place)
            place += utf16_length(text[stretch.start : stretch.end]) + 1

    def to_document(self, point: int) -> int | None:
        """Return the document position before code point `point`; None where it is not shown."""
        number = bisect_right(self._starts, point) - 1
        if number < 0 or point > self._shown[number].end:
            return None
        before = self._text[self._shown[number].start : point]
        return self._places[number] + utf16_length(before)

    def to_text(self, position: int) -> int:
        """Return the code point at or before a document position (the last, past the end)."""
        number = max(bisect_right(self._places, position) - 1, 0)
        if not self._shown:
            return 0
        start, end = self._shown[number]
        units = position - self._places[number]
        for point in range(start, end):
            units -= 2 if self._text[point] > "\uffff" else 1
            if units < 0:
                return point
        return end
