"""The whole way of the text room: from the sentences of two articles to links and suggestions."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.align import align
from desktop.text.codebook import LINKED_ROLES, Role, Side
from desktop.text.suggest import suggest
from desktop.text.values import Link, Suggestion


class Comparison(NamedTuple):
    """Links and suggestions; numbers are positions among all sentences of a side."""

    links: tuple[Link, ...]
    suggestions: tuple[Suggestion, ...]


def compare(
    source: Sequence[tuple[Role, str]],
    rewrite: Sequence[tuple[Role, str]],
    fixed: Sequence[Link] = (),
    numbers: Sequence[int] | None = None,
    *,
    meaning: bool = False,
) -> Comparison:
    """Align, then suggest: furniture of the page takes no part.

    Both sides are all sentences with their roles. `numbers` are what the reasons call the source
    sentences (position + 1 where not given); for `meaning` see `align`.
    """
    links = linked(source, rewrite, fixed, meaning=meaning)
    return Comparison(links, suggested(source, rewrite, links, numbers))


def linked(
    source: Sequence[tuple[Role, str]],
    rewrite: Sequence[tuple[Role, str]],
    fixed: Sequence[Link] = (),
    *,
    meaning: bool = False,
) -> tuple[Link, ...]:
    """Return the links among all sentences of two articles; `fixed` come out unchanged."""
    upper, lower = _taking_part(source), _taking_part(rewrite)
    known = _inside(fixed, _places(upper), _places(lower))
    found = align(
        [source[at][1] for at in upper], [rewrite[at][1] for at in lower], known, meaning=meaning
    )
    new = (link for link in found if link not in known)
    outside = (
        link._replace(
            source=tuple(upper[at] for at in link.source),
            rewrite=tuple(lower[at] for at in link.rewrite),
        )
        for link in new
    )
    return tuple(sorted((*fixed, *outside), key=lambda link: (link.rewrite, link.source)))


def suggested(
    source: Sequence[tuple[Role, str]],
    rewrite: Sequence[tuple[Role, str]],
    links: Sequence[Link],
    numbers: Sequence[int] | None = None,
) -> tuple[Suggestion, ...]:
    """Return the suggestions that follow from links as they stand."""
    upper, lower = _taking_part(source), _taking_part(rewrite)
    found = suggest(
        [source[at][1] for at in upper],
        [rewrite[at][1] for at in lower],
        _inside(links, _places(upper), _places(lower)),
        roles=([source[at][0] for at in upper], [rewrite[at][0] for at in lower]),
        numbers=[numbers[at] if numbers else at + 1 for at in upper],
    )
    outside = {Side.SOURCE: upper, Side.REWRITE: lower}
    return tuple(s._replace(sentence=outside[s.side][s.sentence]) for s in found)


def _taking_part(side: Sequence[tuple[Role, str]]) -> list[int]:
    return [number for number, (role, _) in enumerate(side) if role in LINKED_ROLES]


def _places(part: Sequence[int]) -> dict[int, int]:
    return {number: at for at, number in enumerate(part)}


def _inside(links: Sequence[Link], source: dict[int, int], rewrite: dict[int, int]) -> list[Link]:
    """Return links by the positions of what takes part.

    A library from elsewhere may link page furniture: that is left out, and with it a link that has
    nothing else on one of its sides.
    """
    found = []
    for link in links:
        above = tuple(source[at] for at in link.source if at in source)
        below = tuple(rewrite[at] for at in link.rewrite if at in rewrite)
        if bool(above) == bool(link.source) and bool(below) == bool(link.rewrite):
            found.append(link._replace(source=above, rewrite=below))
    return found
