"""Where things stand on the map: how high bars are, which links leave the order, what is seen."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.library.contents import Contents, SideContents
from desktop.text.codebook import Side
from desktop.text.words import words
from desktop.window.desk.pane import Pane

TALLEST = 0.8
"""Pixels a word has at most: a short pair does not fill the map."""
EVEN = 5
"""Words every sentence counts on top of its own, so that the shortest can be seen."""
GAP, BREAK = 2.0, 5.0
"""Pixels between two sentences, and between two paragraphs, where there is room."""
AIR = 0.3
"""The share of the height that gaps may take."""

Extent = tuple[float, float]


class Bar(NamedTuple):
    """A sentence: its size in words, a few added, and the gap after it, in pixels at most."""

    id: str
    size: int
    gap: float


class Line(NamedTuple):
    """A link between two sentences; `moved` where it does not follow the order of the others."""

    source: str
    rewrite: str
    moved: bool


class Seen(NamedTuple):
    """The part of an article one can read just now.

    It runs from the sentence `first`, of which the share `above` (0..1) is scrolled away, to
    `last`, of which the share `below` is.
    """

    first: str
    last: str
    above: float = 0.0
    below: float = 0.0


def seen(pane: Pane) -> Seen | None:
    """Return the part of a pane's article that can be read just now."""
    view = pane.viewport().rect()
    first, last = pane.sentence_under(view.topLeft()), pane.sentence_under(view.bottomRight())
    upper, lower = pane.extent(first), pane.extent(last)
    if upper is None or lower is None:
        return None
    return Seen(first, last, _share(-upper[0], upper), _share(lower[1] - view.height(), lower))


def _share(hidden: float, extent: Extent) -> float:
    return min(max(hidden / max(extent[1] - extent[0], 1.0), 0.0), 1.0)


def heights(sides: Mapping[Side, Sequence[Bar]], height: float) -> dict[Side, dict[str, Extent]]:
    """Return top and bottom of each bar, in whole pixels from 0 to `height`, by sentence id.

    A word is as high on one side as on the other, so that the columns compare.
    """
    air = max((sum(gap for *_, gap in column) for column in sides.values()), default=0.0)
    narrow = min(1.0, AIR * height / air) if air else 1.0
    most = max((sum(size for _, size, _ in column) for column in sides.values()), default=0)
    word = min(TALLEST, max(height - air * narrow, 1.0) / most) if most else 0.0
    return {side: _stacked(column, word, narrow) for side, column in sides.items()}


def bars(side: SideContents) -> list[Bar]:
    """Return a bar for each sentence that may be linked, in reading order."""
    shown = side.linkable
    blocks = [side.block(sentence).id for sentence in shown]
    gaps = [GAP if one == other else BREAK for one, other in pairwise(blocks)]
    sizes = [len(words(side.text(sentence))) + EVEN for sentence in shown]
    return [Bar(s.id, size, gap) for s, size, gap in zip(shown, sizes, [*gaps, 0.0], strict=False)]


def _stacked(column: Sequence[Bar], word: float, narrow: float) -> dict[str, Extent]:
    found, at = {}, 0.0
    for sentence_id, size, gap in column:
        top, bottom = round(at), round(at + size * word)
        found[sentence_id] = (float(top), float(max(bottom, top + 1)))
        at += size * word + gap * narrow
    return found


def lines(contents: Contents) -> list[Line]:
    """Return every linked couple of sentences once."""
    upper, lower = contents.source.numbers, contents.rewrite.numbers
    couples = {
        (upper[source], lower[rewrite]): (source, rewrite)
        for link in contents.links
        for source in link.source
        for rewrite in link.rewrite
        if source in upper and rewrite in lower
    }
    follow = following(couples)
    return [Line(*ids, moved=couple not in follow) for couple, ids in couples.items()]


def following(couples: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the couples (source number, rewrite number) that run in the same order on both sides.

    Where a rewrite sentence draws on several source sentences in a row, all of them follow as
    soon as one does.
    """
    follow = in_order(couples)
    for step, couple in [
        *((-1, couple) for couple in sorted(couples)),
        *((1, couple) for couple in sorted(couples, reverse=True)),
    ]:
        if (couple[0] + step, couple[1]) in follow:
            follow.add(couple)
    return follow


def in_order(couples: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return as many of the couples as there are in which neither number ever falls.

    The longest such chain is found by patience sorting (Schensted 1961) in n log n steps.
    """
    ordered = sorted(couples, key=lambda couple: (couple[1], couple[0]))
    least: list[int] = []  # the least source number a chain of each length can end with …
    ends: list[int] = []  # … and the place in `ordered` it then ends at
    before: list[int] = []
    for at, (source, _) in enumerate(ordered):
        length = bisect_right(least, source)
        before.append(ends[length - 1] if length else -1)
        least[length : length + 1] = [source]
        ends[length : length + 1] = [at]
    chain = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.add(ordered[at])
        at = before[at]
    return chain
