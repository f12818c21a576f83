"""Find the numbers, letters and rules that set the items of a list apart on one line."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_MARKER = re.compile(r"(?<!\S)([•⁃‣▪●-]?\s?)(\d{1,3}|[a-z]|[A-Z](?=\)))(\.\)|\.|\))(?=\s+\S)")
_FIRST = re.compile(r"\s*[•⁃‣▪●-]?\s?(?:\d{1,3}|[a-z])(?:\.\)|\.|\))(?=\s+\S)")
# A rule of signs, a bullet, and the time stamp a mail program puts on a line of its own.
_ALONE = re.compile(
    r"(?<!\S)(?:[*=~]{3,}|_{6,}|-{6,}|(?P<bullet>[•‣▪●]\s)"
    r"|(?P<stamp>\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M\b)?+(?=\s+[A-Z])))"
    r"|(?P<smiley>[:;]-?[()](?=\s+[A-Z]))"
)
_LEADING = re.compile(r"\b(?:on|at|of|from|by|to|since|until|before|after|dated?)\s*$", re.I)


class Item(NamedTuple):
    """A marker: `start` stands before it, `end` after it."""

    start: int
    end: int


def items(text: str) -> tuple[Item, ...]:
    """Return the markers of numbered or lettered items, where they count up one by one.

    The first of them stands at the start or where a sentence may begin; "in the 2. and the
    3. century" is no list. A marker at the very start counts by itself.
    """
    first = _FIRST.match(text)
    listed = {Item(0, first.end())} if first else set()
    found = [(match, _value(match[2])) for match in _MARKER.finditer(text)]
    for (one, before), (other, after) in pairwise(found):
        alike = one[3] == other[3] and one[2].isdigit() == other[2].isdigit()
        begins = Item(*one.span()) in listed or _begins(text[max(0, one.start() - 3) : one.start()])
        if alike and begins and after == before + 1:
            listed |= {Item(*one.span()), Item(*other.span())}
    return tuple(sorted(listed))


def _begins(before: str) -> bool:
    return not before.strip() or before.rstrip()[-1] in '.!?…:;"”)'


def edges(text: str) -> Iterator[int]:
    """Yield the places before and after what stands alone between two sentences."""
    for found in _ALONE.finditer(text):
        before = text[max(0, found.start() - 8) : found.start()]
        if not found["smiley"] and not (found["stamp"] and _LEADING.search(before)):
            yield found.start()
        if not found["bullet"]:
            yield found.end()


def _value(marker: str) -> int:
    return int(marker) if marker.isdigit() else ord(marker)
