"""Pairs with known links and tags, as lists of sentences: the measure of suggestions."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from desktop.text.align import Link
from desktop.text.codebook import LINKED_ROLES, TAGGED_ROLES, Flag, Kind, Role, Side, Subkind
from desktop.text.words import forms
from tests.gold import Gold, Page, gold_pairs

DATA = Path(__file__).parents[3] / "shared" / "data"


class Answer(NamedTuple):
    """What the key says of one rewrite sentence."""

    kind: Kind
    flags: frozenset[Flag] = frozenset()
    also_accepted: tuple[Kind, ...] = ()


class Case(NamedTuple):
    """A pair; `tags` by position of the rewrite sentence, `omitted` of the source.

    `sorts` are the sub-kinds of additions and omissions by side and position.
    """

    name: str
    source: list[str]
    rewrite: list[str]
    roles: tuple[list[Role], list[Role]]
    links: list[Link]
    tags: dict[int, Answer]
    omitted: set[int]
    sorts: dict[tuple[Side, int], Subkind]


def own_cases() -> list[Case]:
    """Return the project's gold pairs, furniture left out."""
    return [_case(pair) for pair in gold_pairs()]


def _case(pair: Gold) -> Case:
    upper, lower = _taking_part(pair.source), _taking_part(pair.rewrite)
    places = {unit.id: at for at, unit in enumerate(upper)}
    links, tags = [], {}
    for at, unit in enumerate(lower):
        verdict = pair.key.get(unit.id)
        if verdict and verdict.links:
            links.append(Link(tuple(sorted(places[s] for s in verdict.links)), (at,), 1.0, ""))
        if verdict and verdict.kind and unit.role in TAGGED_ROLES:
            tags[at] = Answer(verdict.kind, frozenset(verdict.flags), verdict.also_accepted)
    omitted = {
        places[name]
        for name, verdict in pair.key.items()
        if verdict.kind is Kind.OMISSION and name in places
    }
    sorts = {
        (side, at): verdict.subkind
        for side, units in ((Side.SOURCE, upper), (Side.REWRITE, lower))
        for at, unit in enumerate(units)
        if (verdict := pair.key.get(unit.id)) and verdict.subkind
        if verdict.kind in (Kind.ADDITION, Kind.OMISSION)
    }
    roles = [unit.role for unit in upper], [unit.role for unit in lower]
    texts = [unit.text for unit in upper], [unit.text for unit in lower]
    return Case(pair.id, *texts, roles, links, tags, omitted, sorts)


def _taking_part(page: Page) -> list:
    return [unit for unit in page.units if unit.role in LINKED_ROLES]


def foreign_cases(name: str) -> Iterator[Case]:
    """Yield pairs of other people with links only; tags follow from links and wording.

    A quote has three quarters of its words in two runs of one source sentence, as the codebook
    asks for.
    """
    path = DATA / f"alignment_{name}_dev.json"
    for item in json.loads(path.read_text("utf-8")):
        partners: dict[int, list[int]] = {}
        for above, below in item["links"]:
            partners.setdefault(below, []).append(above)
        links = [Link(tuple(sorted(s)), (at,), 1.0, "") for at, s in sorted(partners.items())]
        tags = {at: Answer(_derived(item, at, partners)) for at in range(len(item["rewrite"]))}
        kept = {above for above, _ in item["links"]}
        roles = [Role.BODY] * len(item["source"]), [Role.BODY] * len(item["rewrite"])
        omitted = set(range(len(item["source"]))) - kept
        yield Case(item["id"], item["source"], item["rewrite"], roles, links, tags, omitted, {})


def _derived(item: dict, at: int, partners: dict[int, list[int]]) -> Kind:
    if at not in partners:
        return Kind.ADDITION
    own = forms(item["rewrite"][at])
    shares = (_two_runs(forms(item["source"][above]), own) for above in partners[at])
    return Kind.QUOTE if max(shares) >= 0.75 else Kind.PARAPHRASE


def _two_runs(source: Sequence[str], own: Sequence[str]) -> float:
    blocks = SequenceMatcher(None, source, own, autojunk=False).get_matching_blocks()
    return sum(sorted((block.size for block in blocks), reverse=True)[:2]) / max(len(own), 1)
