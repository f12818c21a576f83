"""Find the stretch of a page that is its article."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from desktop.text.page.furniture import Furniture
from desktop.text.page.prose import Line


class Part(IntEnum):
    """Where on its page a line stands."""

    BEFORE = 0
    ARTICLE = 1
    ASIDE = 2  # an insertion: an advert, a list of links
    AFTER = 3


# From which parts a part can be entered, and at what cost. Adverts and links interrupt an article
# often, but what comes back after them must be worth it: teasers and comments are sentences, too.
_FROM = {
    Part.BEFORE: {Part.BEFORE: 0.0},
    Part.ARTICLE: {Part.BEFORE: 0.0, Part.ARTICLE: 0.0, Part.ASIDE: 2.5},
    Part.ASIDE: {Part.ARTICLE: 2.8, Part.ASIDE: 0.0},
    Part.AFTER: {Part.ARTICLE: 0.0, Part.AFTER: 0.0},
}
_IN_AN_ASIDE = {Furniture.END: -14.0, Furniture.ASIDE: -2.2}
_LINE_OF_AN_ASIDE = -0.2


def parts(lines: Sequence[Line]) -> list[Part]:
    """Return the part of the page each line belongs to: the likeliest way through it (Viterbi)."""
    best = {
        Part.BEFORE: 0.0,
        Part.ARTICLE: float("-inf"),
        Part.ASIDE: float("-inf"),
        Part.AFTER: float("-inf"),
    }
    back: list[dict[Part, Part]] = []
    for line in lines:
        came = {part: _best_way(best, ways) for part, ways in _FROM.items()}
        best = {
            part: best[before] - _FROM[part][before] + _worth(line, part)
            for part, before in came.items()
        }
        back.append(came)
    return _traced(back, max((Part.BEFORE, Part.ARTICLE, Part.AFTER), key=lambda part: best[part]))


def _best_way(best: Mapping[Part, float], ways: Mapping[Part, float]) -> Part:
    return max(ways, key=lambda before: best[before] - ways[before])


def _worth(line: Line, part: Part) -> float:
    if part is Part.ARTICLE:
        return line.score
    return _IN_AN_ASIDE.get(line.furniture, _LINE_OF_AN_ASIDE) if part is Part.ASIDE else 0.0


def _traced(back: Sequence[dict[Part, Part]], part: Part) -> list[Part]:
    found = []
    for came in reversed(back):
        found.append(part)
        part = came[part]
    return found[::-1]
