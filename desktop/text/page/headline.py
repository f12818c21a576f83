"""Find the headline of an article on its page."""

import re
from collections.abc import Sequence

from desktop.text.codebook import Role
from desktop.text.page.furniture import Furniture
from desktop.text.page.labels import is_name
from desktop.text.page.line import ITEM, Inset, Line
from desktop.text.page.parts import Part

_WORD = re.compile(r"[^\W_]{4,}")
_FAR = 30  # lines above the article in which its headline is looked for
_ENOUGH = 0.35
_MARKS = "\"'“”„«»‘’—– "
_STORY = 12  # words: hardly a line of verse, or of a note, is longer
_ROOM = 4  # lines: how far above a standfirst the headline may stand


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
    fitness = {number: _fitness(lines, number, start, told) for number in above}
    best = max(above, key=lambda number: fitness[number], default=start)
    if fitness.get(best, 0.0) > _ENOUGH:
        return _highest(lines, best, fitness)
    return start if _opens(lines, start) else None


def _fitness(lines: Sequence[Line], number: int, start: int, told: set[str]) -> float:
    """Return how well a line above the article would do as its headline."""
    line = lines[number]
    if not _can_be(line):
        return 0.0
    words = set(_WORD.findall(line.text.lower()))
    shared = len(words & told) / max(3, len(words))
    signed = any(_signs(other) for other in lines[number + 1 : number + 4])
    below = any(other.label is Role.BYLINE for other in lines[max(0, number - 6) : number])
    like_a_name = is_name(line.text) or line.text.isupper()
    far = (start - number) * 0.03
    fit = shared + min(line.words, 8) * 0.06 + 0.2 * signed - far
    return fit - 0.3 * line.text.endswith(".") - 0.6 * like_a_name - 0.4 * below


def _signs(line: Line) -> bool:
    """Say whether `line` is one of those that stand under a headline."""
    return line.label is not None


def _can_be(line: Line) -> bool:
    return (
        line.furniture < Furniture.SURELY
        and line.label is None
        and line.inset is Inset.NO
        and 2 <= line.words <= 35
        and len(line.text) <= 220
    )


def _highest(lines: Sequence[Line], best: int, fitness: dict[int, float]) -> int:
    """Return the line over `best` that is the headline, where `best` is only the standfirst."""
    for number in range(max(0, best - _ROOM), best):
        text = lines[number].text
        alike = fitness.get(number, 0.0) > fitness[best] * 0.4 and lines[number].words >= 5
        shouts = text.isupper() and not lines[best].text.isupper()
        apart = any(line.furniture >= Furniture.ASIDE for line in lines[number + 1 : best])
        if alike and not shouts and not apart and not text.endswith("."):
            return number
    return best


def _opens(lines: Sequence[Line], start: int) -> bool:
    """Say whether the first line of the article is its headline."""
    first, rest = lines[start], lines[start + 1 : start + 8]
    if not _can_be(first) or first.text.endswith((".", ",", ":", ";")):
        return False
    if rest and rest[0].label is not None:
        return True
    if any(line.full and line.words > max(_STORY, first.words) for line in rest):
        return True
    return _is_over_short_sentences(first, rest)


def _is_over_short_sentences(first: Line, rest: Sequence[Line]) -> bool:
    """Say whether a line without a stop stands over sentences alone: verse and notes do not."""
    if first.full or not first.text.rstrip(_MARKS)[-1:].isalnum() or ITEM.match(first.text):
        return False
    story = rest if rest and rest[0].full else rest[1:]  # under a standfirst
    begun = (line.text.lstrip(_MARKS)[:1] for line in (first, *rest))
    return (
        not any(map(str.islower, begun))
        and all(line.full for line in story)
        and any(line.words > first.words for line in story)
    )
