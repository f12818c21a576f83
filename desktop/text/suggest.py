"""Propose a tag for every sentence, with a reason."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.align import Link
from desktop.text.codebook import TAGGED_ROLES, Flag, Kind, Role, Side, Subkind
from desktop.text.lexicon import lexicon_for
from desktop.text.reading import Reading, readings
from desktop.text.support import Support, rarity, support
from desktop.tr import tr


class Suggestion(NamedTuple):
    """What the engine would tag; never a tag until a person accepts it.

    `sentence` is the position in the side's sequence; `score` is 0..1 and calibrated: of the
    suggestions scored 0.8, four in five are right.
    """

    side: Side
    sentence: int
    kind: Kind
    subkind: Subkind | None
    flags: tuple[Flag, ...]
    score: float
    reason: str


def suggest(
    source: Sequence[str],
    rewrite: Sequence[str],
    links: Sequence[Link],
    *,
    roles: tuple[Sequence[Role], Sequence[Role]] | None = None,
    numbers: Sequence[int] | None = None,
) -> tuple[Suggestion, ...]:
    """Return at most one suggestion for each sentence, rewrite first, each side in order.

    `roles` are those of the source's and the rewrite's sentences (body where not given); only
    those of TAGGED_ROLES get suggestions. `numbers` are what the reasons call the source
    sentences (1, 2, … where not given).
    """
    lists = lexicon_for([*source, *rewrite])
    upper, lower = readings(source), readings(rewrite)
    weights = rarity((upper, lower), lists)
    called = numbers or range(1, len(source) + 1)
    partners: dict[int, set[int]] = {}
    for link in links:
        for at in link.rewrite:
            partners.setdefault(at, set()).update(link.source)
    kept = {at for found in partners.values() for at in found}
    found = []
    for at, reading in enumerate(lower):
        if roles is None or roles[1][at] in TAGGED_ROLES:
            sources = {place: upper[place] for place in sorted(partners.get(at, ()))}
            found.append(_tagged(at, reading, support(reading, sources, weights), called))
    found.extend(
        _omitted(at, reading)
        for at, reading in enumerate(upper)
        if at not in kept and (roles is None or roles[0][at] in TAGGED_ROLES)
    )
    return tuple(found)


def _tagged(at: int, reading: Reading, found: Support, called: Sequence[int]) -> Suggestion:
    if found.best < 0:
        reason = tr("No sentence of the source says this.")
        return Suggestion(Side.REWRITE, at, Kind.ADDITION, Subkind.NEW_FACT, (), 0.7, reason)
    counts = {"count": found.order, "all": len(reading.words), "number": called[found.best]}
    if len(found.copied) >= 0.7 * len(reading.words):
        speech = reading.quoted_words * 2 >= len(reading.words)
        subkind = Subkind.SPEECH if speech else Subkind.COPIED
        reason = tr(
            "{count} of {all} words stand in the same order in source sentence {number}.", **counts
        )
        return Suggestion(Side.REWRITE, at, Kind.QUOTE, subkind, (), 0.8, reason)
    reason = tr("Source sentence {number} tells this in other words.", **counts)
    return Suggestion(Side.REWRITE, at, Kind.PARAPHRASE, None, (), 0.7, reason)


def _omitted(at: int, reading: Reading) -> Suggestion:
    reason = tr("No sentence of the rewrite draws on this.")
    return Suggestion(Side.SOURCE, at, Kind.OMISSION, Subkind.OTHER, (), 0.8, reason)
