"""Find which rewrite sentences draw on which source sentences."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, log
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.cells import Cell, cells, reason
from desktop.text.chains import Row, Steps, posteriors


class Link(NamedTuple):
    """These rewrite sentences draw on these source sentences (m:n).

    Numbers are positions in the sequences given to `align`, ascending; `score` is 0..1;
    `reason` is a sentence for a person and names no sentence numbers.
    """

    source: tuple[int, ...]
    rewrite: tuple[int, ...]
    score: float
    reason: str


class Model(NamedTuple):
    """The constants of the aligner, made by `tests/benchmarks/train_align.py`."""

    common: frozenset[str]
    weights: Mapping[str, float]  # of the features of a cell
    steps: Steps
    threshold: float  # least log-odds of a link


@lru_cache(maxsize=1)
def _model() -> Model:
    found = json.loads((RESOURCES / "models" / "align.json").read_text("utf-8"))
    return Model(
        frozenset(found["common"]), found["weights"], Steps(**found["steps"]), found["threshold"]
    )


def align(
    source: Sequence[str], rewrite: Sequence[str], fixed: Sequence[Link] = ()
) -> tuple[Link, ...]:
    """Return the links between two lists of sentences (or of paragraphs), in rewrite order.

    Links need not follow the order of the texts; a sentence in no link is an omission or an
    addition. Proposed are links of one rewrite sentence with all its source sentences. `fixed`
    are links a person made or confirmed: they come out unchanged, they are the whole answer for
    their rewrite sentences, and they draw their neighbours along. The same input gives the same
    links.
    """
    model = _model()
    answered = _answered(fixed)
    found = cells(source, rewrite, model.common)
    open_cells = [cell for cell in found if cell.rewrite not in answered]
    weights = {(cell.source, cell.rewrite): _weight(cell, model) for cell in open_cells}
    weights |= {(at, row): exp(12.0) for row, sources in answered.items() for at in sources}
    odds = _log_odds(weights, len(source), len(rewrite), model)
    chosen: dict[int, list[Cell]] = defaultdict(list)
    for cell in open_cells:
        if odds[cell.source, cell.rewrite] > model.threshold:
            chosen[cell.rewrite].append(cell)
    proposed = [_link(members, odds, source, rewrite, model) for members in chosen.values()]
    return tuple(sorted((*fixed, *proposed), key=lambda link: (link.rewrite, link.source)))


def _answered(fixed: Sequence[Link]) -> dict[int, set[int]]:
    answered: dict[int, set[int]] = defaultdict(set)
    for link in fixed:
        for at in link.rewrite:
            answered[at].update(link.source)
    return answered


def _weight(cell: Cell, model: Model) -> float:
    fit = sum(map(float.__mul__, model.weights.values(), cell.features))
    return exp(max(-12.0, min(12.0, fit)))


def _log_odds(
    weights: Mapping[tuple[int, int], float], height: int, width: int, model: Model
) -> dict[tuple[int, int], float]:
    """Return the mean log-odds of every cell in the chain over source and that over rewrite."""
    rows: list[Row] = [{} for _ in range(height)]
    columns: list[Row] = [{} for _ in range(width)]
    for (above, below), weight in weights.items():
        rows[above][below] = weight
        columns[below][above] = weight
    downwards = posteriors(rows, width, model.steps)
    upwards = posteriors(columns, height, model.steps)
    return {
        (above, below): (_odds(downwards[above][below]) + _odds(upwards[below][above])) / 2
        for above, below in weights
    }


def _odds(probability: float) -> float:
    return log(max(probability, 1e-9)) - log(max(1.0 - probability, 1e-9))


def _link(
    members: Sequence[Cell],
    odds: Mapping[tuple[int, int], float],
    source: Sequence[str],
    rewrite: Sequence[str],
    model: Model,
) -> Link:
    at = members[0].rewrite
    best = max(odds[cell.source, at] for cell in members)
    sources = tuple(sorted(cell.source for cell in members))
    why = reason([source[number] for number in sources], rewrite[at], model.common)
    return Link(sources, (at,), 1.0 / (1.0 + exp(-best)), why)
