"""Find the stretch of a page that is its article."""

from collections.abc import Sequence
from enum import IntEnum

from desktop.text.page.furniture import Furniture
from desktop.text.page.line import Line


class Part(IntEnum):
    """Where on its page a line stands."""

    BEFORE = 0
    ARTICLE = 1
    ASIDE = 2  # an insertion: an advert, a list of links
    AFTER = 3


# From which parts a part can be entered.
_FROM = {
    Part.BEFORE: (Part.BEFORE,),
    Part.ARTICLE: (Part.BEFORE, Part.ARTICLE, Part.ASIDE),
    Part.ASIDE: (Part.ARTICLE, Part.ASIDE),
    Part.AFTER: (Part.ARTICLE, Part.AFTER),
}
# Adverts and links interrupt an article often, but what comes back after them must be worth it:
# teasers and comments are sentences, too. What begins and ends with a button is hardly more than an
# interruption.
_IN, _IN_AT_A_BUTTON = 2.8, 1.0
_OUT, _OUT_AFTER_A_BUTTON = 2.5, 1.0
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
    above: Line | None = None
    for line in lines:
        into = _costs(above, line)
        came = {
            part: max(ways, key=lambda before: best[before] - into.get((before, part), 0.0))
            for part, ways in _FROM.items()
        }
        best = {
            part: best[before] - into.get((before, part), 0.0) + _worth(line, part)
            for part, before in came.items()
        }
        back.append(came)
        above = line
    return _traced(back, max((Part.BEFORE, Part.ARTICLE, Part.AFTER), key=lambda part: best[part]))


def _costs(above: Line | None, line: Line) -> dict[tuple[Part, Part], float]:
    """Return what it costs to leave the article before `line`, and to come back to it."""
    at_a_button = line.furniture is Furniture.SURELY
    after_a_button = above is not None and above.furniture is Furniture.SURELY and line.full
    return {
        (Part.ARTICLE, Part.ASIDE): _IN_AT_A_BUTTON if at_a_button else _IN,
        (Part.ASIDE, Part.ARTICLE): _OUT_AFTER_A_BUTTON if after_a_button else _OUT,
    }


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
