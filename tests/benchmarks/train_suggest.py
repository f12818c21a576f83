"""Fit `resources/models/suggest.json` to the project's gold pairs, and say how well it judges.

`python -m tests.benchmarks.train_suggest` writes the file. Every pair is used twice, with the
links of an aligner that has not seen it and with those of the key, so that the model knows both
kinds.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.align import Link
from desktop.text.codebook import SUBKINDS, TAGGED_ROLES, Kind, Side, Subkind
from desktop.text.judging.evidence import Evidence, Pair, evidence, read_pair
from desktop.text.judging.judge import Model, chance, chances
from desktop.text.judging.omissions import Absence, absences
from desktop.text.judging.sorts import added, of_addition, of_omission, omitted
from tests.benchmarks.cases import Case, own_cases
from tests.benchmarks.train_align import REAL
from tests.benchmarks.unseen import unseen_links

SUPPORT = (
    "bias", "link", "alike", "ahead", "new quotation", "quotation", "new numbers", "new names",
    "lead", "in order", "copied", "loaded", "background", "service",
)  # fmt: skip
WORDING = ("bias", "quotation", "opens with quotation", "whole quotation", "in two runs", "copied")
OMISSION = (
    "bias", "alike", "ahead", "added", "link", "gone", "quoted", "numbers", "lead", "sure",
    "position", "neighbours",
)  # fmt: skip
SORTS = tuple(s for kind in (Kind.ADDITION, Kind.OMISSION) for s in SUBKINDS[kind])
FEWEST = 10  # sentences of a sort: of fewer nothing is learned
PENALTY = {"support": 0.5, "wording": 0.2, "omission": 0.5}  # on squared weights, not on the bias
OF_SORTS = 1.0  # the same, for sub-kinds
BY_MACHINE = 2
"""How many times more links nobody has looked at count: so a score is right as often as it says."""


class Row(NamedTuple):
    """One decision of a key: the features of a sentence, and whether the answer is yes."""

    question: str  # support, wording or omission
    features: Mapping[str, float]
    yes: bool


class Guessed(NamedTuple):
    """Tags with their scores by rewrite sentence, and the chance of omission by source sentence."""

    tags: dict[int, tuple[Kind, float]]
    omitted: dict[int, float]


class Read(NamedTuple):
    """A pair with links, and the evidence for each rewrite sentence."""

    case: Case
    pair: Pair
    evidence: tuple[Evidence, ...]


Readings = tuple[Read, Read]
"""A pair with the links of an aligner that has not seen it, and with those of its key."""


def read(case: Case, links: Sequence[Link]) -> Read:
    """Read a pair with some links."""
    pair = read_pair(case.source, case.rewrite, links)
    return Read(case, pair, evidence(pair))


def tag_rows(taught: Read) -> Iterator[Row]:
    """Yield what the key of a pair teaches about the tags of the rewrite."""
    tags = taught.case.tags
    for at, found in enumerate(taught.evidence):
        if at in tags:
            yield Row("support", found.features(), tags[at].kind is not Kind.ADDITION)
            if tags[at].kind is not Kind.ADDITION:
                yield Row("wording", found.features(), tags[at].kind is Kind.QUOTE)


def missing(taught: Read, model: Model) -> Iterator[Absence]:
    """Yield the source sentences that may be omissions, where `model` judges the rewrite."""
    added = [chances(found, model)[Kind.ADDITION] for found in taught.evidence]
    for absence in absences(taught.pair, taught.evidence, added):
        if taught.case.roles[0][absence.at] in TAGGED_ROLES:
            yield absence


def sort_rows(taught: Read) -> Iterator[tuple[Subkind, Mapping[str, float]]]:
    """Yield what the key of a pair teaches about the sub-kinds of additions and omissions."""
    for (side, at), sort in taught.case.sorts.items():
        if side is Side.SOURCE:
            yield sort, omitted(at, taught.pair)
        else:
            yield sort, added(at, taught.evidence[at], taught.pair)


def fitted_sorts(taught: Sequence[Read]) -> dict[str, dict[str, float]]:
    """Return by sub-kind the regression that tells it from the others of its kind."""
    found = {}
    every = [pair for one in taught for pair in sort_rows(one)]
    for sort in SORTS:
        rivals = next(known for known in SUBKINDS.values() if sort in known)
        rows = [Row(sort, features, own is sort) for own, features in every if own in rivals]
        if sum(row.yes for row in rows) >= FEWEST:
            found[sort.value] = _fitted(rows, tuple(rows[0].features), OF_SORTS)
    return found


def fitted(readings: Iterable[Readings]) -> Model:
    """Return the regressions that fit some pairs best: first the tags, by them the omissions.

    Those of `fitted_sorts` are left to it: they take longer than all others.
    """
    taught = [
        one
        for by_machine, by_key in readings
        for one in (*[by_machine] * BY_MACHINE, by_key)
        for _ in range(REAL if one.case.name == "seed-pair" else 1)
    ]
    rows = [row for one in taught for row in tag_rows(one)]
    found = _one(rows, "support", SUPPORT), _one(rows, "wording", WORDING)
    tags = Model(*found, {}, {})
    rows = [
        Row("omission", gone.features(), gone.at in one.case.omitted)
        for one in taught
        for gone in missing(one, tags)
    ]
    return tags._replace(omission=_one(rows, "omission", OMISSION))


def _one(rows: Sequence[Row], question: str, names: Sequence[str]) -> dict[str, float]:
    mine = [row for row in rows if row.question == question]
    return _fitted(mine, names, PENALTY[question])


def _fitted(taught: Sequence[Row], names: Sequence[str], penalty: float) -> dict[str, float]:
    """Fit one logistic regression by Newton's method."""
    size = len(names)
    vectors = [([row.features[name] for name in names], row.yes) for row in taught]
    weights = [0.0] * size
    for _ in range(12):
        slope = [penalty * weight if at else 0.0 for at, weight in enumerate(weights)]
        bend = [[penalty * (i == j > 0) for j in range(size)] for i in range(size)]
        for vector, yes in vectors:
            p = 1.0 / (1.0 + exp(-sum(map(float.__mul__, weights, vector))))
            for i, value in enumerate(vector):
                if value:
                    slope[i] += (p - yes) * value
                    steep = p * (1.0 - p) * value
                    bend[i] = [
                        sum_ + steep * other for sum_, other in zip(bend[i], vector, strict=True)
                    ]
        weights = [w - step for w, step in zip(weights, _solved(bend, slope), strict=True)]
    return {name: round(weight, 3) for name, weight in zip(names, weights, strict=True)}


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by Gauss-Jordan elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(len(rows)):
        pivot = max(range(at, len(rows)), key=lambda n: abs(rows[n][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][at] for value in rows[at]]
        for n, row in enumerate(rows):
            if n != at:
                rows[n] = [a - row[at] * b for a, b in zip(row, rows[at], strict=True)]
    return [row[-1] for row in rows]


def held_out(taught: Mapping[str, Readings], machine: bool) -> Iterator[Guessed]:
    """Yield what is guessed for each case by a model fitted to all others.

    `machine` says with whose links: the aligner's or the key's.
    """
    for case, (by_machine, by_key) in taught.items():
        model = fitted(own for name, own in taught.items() if name != case)
        own = by_machine if machine else by_key
        tags = {}
        for at, found in enumerate(own.evidence):
            odds = chances(found, model)
            kind = max(odds, key=odds.__getitem__)
            tags[at] = kind, odds[kind]
        omitted = {gone.at: chance(model.omission, gone.features()) for gone in missing(own, model)}
        yield Guessed(tags, omitted)


def held_out_sorts(
    taught: Mapping[str, Readings], folds: int = 10
) -> Iterator[tuple[Kind, Subkind, Subkind | None]]:
    """Yield the kind of each addition and omission, its sub-kind, and what is guessed unseen."""
    names = sorted(taught)
    for fold in range(folds):
        out = names[fold::folds]
        rest = [one for name in names if name not in out for one in taught[name]]
        model = Model({}, {}, {}, fitted_sorts(rest))
        for by_machine, _ in (taught[name] for name in out):
            for (side, at), sort in by_machine.case.sorts.items():
                if side is Side.SOURCE:
                    yield Kind.OMISSION, sort, of_omission(at, by_machine.pair, model)
                else:
                    found = by_machine.evidence[at]
                    yield Kind.ADDITION, sort, of_addition(at, found, by_machine.pair, model)


def both(cases: Sequence[Case]) -> dict[str, Readings]:
    """Read pairs in either way, by name."""
    links = unseen_links(cases)
    return {case.name: (read(case, links[case.name]), read(case, case.links)) for case in cases}


def main() -> int:
    """Fit, write, and print the weights; return 0."""
    taught = both(own_cases()).values()
    sorts = fitted_sorts([one for readings in taught for one in readings])
    model = fitted(taught)._replace(sorts=sorts)
    path = RESOURCES / "models" / "suggest.json"
    path.write_text(json.dumps(model._asdict(), indent=1) + "\n", "utf-8")
    for question, weights in model._asdict().items():
        print(question, weights)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
