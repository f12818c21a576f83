"""Find the headline of an article on its page."""

import re
from collections.abc import Sequence

from desktop.text.furniture import Furniture
from desktop.text.page import Part
from desktop.text.prose import Line

_WORD = re.compile(r"[^\W_]{4,}")
_FAR = 30  # lines above the article in which its headline is looked for
_ENOUGH = 0.5


def headline(lines: Sequence[Line], where: Sequence[Part]) -> int | None:
    """Return the place of the headline among the lines of a page, or None where there is none."""
    if Part.ARTICLE not in where:
        return None
    start = where.index(Part.ARTICLE)
    body = " ".join(
        line.text for line, part in zip(lines, where, strict=True) if part is Part.ARTICLE
    )
    told = set(_WORD.findall(body[:5000].lower()))
    above = range(max(0, start - _FAR), start)
    best = max(above, key=lambda number: _fitness(lines, number, start, told), default=None)
    if best is not None and _fitness(lines, best, start, told) > _ENOUGH:
        return best
    return start if _opens(lines, start) else None


def _fitness(lines: Sequence[Line], number: int, start: int, told: set[str]) -> float:
    """Return how well a line above the article would do as its headline."""
    line = lines[number]
    if not _can_be(line):
        return 0.0
    words = set(_WORD.findall(line.text.lower()))
    shared = len(words & told) / max(3, len(words))
    followed = any(other.label for other in lines[number + 1 : number + 4])
    far = (start - number) * 0.03
    return shared + min(line.words, 8) * 0.06 + 0.2 * followed - 0.3 * line.text.endswith(".") - far


def _can_be(line: Line) -> bool:
    return (
        line.furniture is Furniture.NO
        and line.label is None
        and 2 <= line.words <= 35
        and len(line.text) <= 220
    )


def _opens(lines: Sequence[Line], start: int) -> bool:
    """Say whether the first line of the article is its headline."""
    first, rest = lines[start], lines[start + 1 : start + 8]
    if not _can_be(first) or first.text.endswith((".", ",", ":", ";")):
        return False
    return any(line.full and line.words > max(12, first.words) for line in rest)
