"""Find which rewrite sentences draw on which source sentences."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import exp, log
from typing import Any, NamedTuple

from desktop.places import RESOURCES
from desktop.text.lexicon import lexicon_for
from desktop.text.linking.again import First, FirstLook, Network, looked_again, product
from desktop.text.linking.cells import FEATURES, MEANINGS, Cell, cells, likeness_of
from desktop.text.linking.chains import Beside, Chances, Fit, Steps, chances
from desktop.text.linking.grounds import ground
from desktop.text.linking.meanings import nearness
from desktop.text.linking.order import MIDDLING, orderly
from desktop.text.uncollected import uncollected
from desktop.text.values import Link
from desktop.text.words import forms

__all__ = ["Link", "align"]


class Model(NamedTuple):
    """The constants of the aligner, made by `tests/benchmarks/train_align.py`."""

    weights: tuple[float, ...]  # of FEATURES, and of MEANINGS where these are compared
    eager: float  # more log-odds for the chain along the rewrite, whose sentences link oftener
    steps: Steps
    order: Steps  # how much the logarithm of each step grows with `orderly`
    beside: Beside
    headline: float  # more log-odds for what a headline links beside its main link
    trust: float  # how many times more the chain along the source counts, at equal lengths
    threshold: float  # least log-odds of a link
    gap: float  # in log-odds and words: see `chosen`
    calibration: tuple[float, float]  # from log-odds to those of the score: factor, summand
    again: Network | None  # looks again at what the chains leave in doubt; none while they learn

    @property
    def of_meaning(self) -> bool:
        """Whether meanings are compared as well."""
        return len(self.weights) > len(FEATURES)


_LIMIT = 12.0  # no single cell may count more than this, in log-odds
_HOPELESS = -4.0  # a cell that fits worse is never linked, whatever stands beside it
_LEAST = 1e-6  # nothing is surer than this, nor less sure
_HEADLINES = FEATURES.index("headlines")


def as_model(found: Mapping[str, Any]) -> Model:
    """Return the constants as a file holds them."""
    return Model(
        tuple(
            found["weights"][name]
            for name in (*FEATURES, *MEANINGS)
            if name in FEATURES or name in found["weights"]
        ),
        found["eager"],
        Steps(**found["steps"]),
        Steps(**found["order"]),
        Beside(**found["beside"]),
        found["headline"],
        found["trust"],
        found["threshold"],
        found["gap"],
        (found["calibration"]["factor"], found["calibration"]["summand"]),
        Network.of(found["again"]) if "again" in found else None,
    )


@lru_cache(maxsize=2)
def model(meaning: bool = False) -> Model:
    """Return the constants in use; each of their files is read once."""
    name = "align_meaning" if meaning else "align"
    return as_model(json.loads((RESOURCES / "models" / f"{name}.json").read_text("utf-8")))


@uncollected()
def align(
    source: Sequence[str],
    rewrite: Sequence[str],
    fixed: Sequence[Link] = (),
    *,
    meaning: bool = False,
) -> tuple[Link, ...]:
    """Return the links between two lists of sentences (or of paragraphs), in rewrite order.

    Links need not follow the order of the texts; a sentence in no link is an omission or an
    addition. A proposed link holds one rewrite sentence with all its source sentences, or
    several that stand together and draw on the very same ones: every source sentence of a link
    is meant for every rewrite sentence of it. `score` is the probability that the rewrite
    sentence draws on the likeliest of them (of several, the least sure one).

    `fixed` are links a person made or confirmed: they come out unchanged, they are the whole
    answer for their rewrite sentences (and, where they have none, for their source sentences),
    and they draw their neighbours along. The same input gives the same links.

    With `meaning`, meanings are compared as well as words (see `desktop.text.linking.meanings`).
    """
    return aligned(source, rewrite, fixed, model(meaning))


def aligned(
    source: Sequence[str], rewrite: Sequence[str], fixed: Sequence[Link], constants: Model
) -> tuple[Link, ...]:
    """Do what `align` does with other constants: those of a model that is being judged."""
    odds = log_odds(source, rewrite, fixed, constants)
    sources = chosen(odds, source, constants)
    lists = lexicon_for((*source, *rewrite))
    found = []
    for group in _together(sources):
        drawn = sources[group[0]]
        texts = [source[at] for at in drawn], [rewrite[at] for at in group]
        why = ground(*texts, lists, meaning=constants.of_meaning)
        found.append(Link(tuple(drawn), tuple(group), _score(odds, drawn, group, constants), why))
    return tuple(sorted((*fixed, *found), key=lambda link: (link.rewrite, link.source)))


def log_odds(
    source: Sequence[str], rewrite: Sequence[str], fixed: Sequence[Link], constants: Model
) -> dict[Cell, float]:
    """Return the log-odds of every cell that may be linked."""
    measured = _measured(source, rewrite, constants)
    look = _chained(measured, source, rewrite, fixed, constants)
    if not constants.again:
        return {cell: look.found[cell].odds for cell in look.features}
    alone = _chained(measured, source, rewrite, (), constants) if fixed else None
    return looked_again(look, constants.again, alone)


def first_look(
    source: Sequence[str], rewrite: Sequence[str], fixed: Sequence[Link], constants: Model
) -> FirstLook:
    """Return what the two chains tell of every cell that may be linked."""
    measured = _measured(source, rewrite, constants)
    return _chained(measured, source, rewrite, fixed, constants)


_Measured = Mapping[Cell, Sequence[float]]


def _measured(source: Sequence[str], rewrite: Sequence[str], constants: Model) -> _Measured:
    near = nearness(source, rewrite) if constants.of_meaning else None
    return cells(source, rewrite, near)


def _chained(
    measured: _Measured,
    source: Sequence[str],
    rewrite: Sequence[str],
    fixed: Sequence[Link],
    constants: Model,
) -> FirstLook:
    answered = {below for link in fixed for below in link.rewrite}
    unused = {above for link in fixed if not link.rewrite for above in link.source}
    fits = {
        cell: fit
        for cell, fit in _fits(measured, constants).items()
        if cell[0] not in unused and cell[1] not in answered
    }
    features = {cell: measured[cell] for cell in fits}
    fits |= {
        (above, below): Fit(_LIMIT, _LIMIT)
        for link in fixed
        for below in link.rewrite
        for above in link.source
    }
    order = orderly({cell: likeness_of(values) for cell, values in measured.items()})
    steps = constants.steps.where(order - MIDDLING, constants.order)
    constants = constants._replace(steps=steps)
    down, up = _both_ways(fits, len(source), len(rewrite), constants)
    trust = _trust(source, rewrite, constants)
    found = {}
    for (above, below), fit in fits.items():
        ways = _odds(down[above][below]), _odds(up[below][above])
        odds = trust * ways[0] + (1 - trust) * ways[1]
        found[above, below] = First(odds, *ways, fit.main)
    return FirstLook(found, features, order, trust)


def _trust(source: Sequence[str], rewrite: Sequence[str], constants: Model) -> float:
    """Return the share, 0..1, of the chain along the source in the log-odds of a link.

    A chain looks for one main link of each of its sentences. So it is trusted less, the longer
    they are beside those of the other text: a long sentence is told in several short ones.
    """
    upper, lower = _length(source), _length(rewrite)
    return constants.trust * lower / (constants.trust * lower + upper)


def _length(texts: Sequence[str]) -> float:
    """Return how many words they have each, and one more."""
    return 1.0 + sum(len(forms(text)) for text in texts) / max(len(texts), 1)


def chosen(
    odds: Mapping[Cell, float], source: Sequence[str], constants: Model
) -> dict[int, list[int]]:
    """Return the source sentences each rewrite sentence draws on, ascending.

    What is likely by itself may still be left out, beside a link that is very much surer: the
    sooner, the longer what is linked, because whole paragraphs share words by chance.
    """
    gap = constants.gap / _length(source)
    surest: dict[int, float] = {}
    for (_, below), value in odds.items():
        surest[below] = max(value, surest.get(below, value))
    sources: dict[int, list[int]] = defaultdict(list)
    for (above, below), value in odds.items():
        if value > max(constants.threshold, surest[below] - gap):
            sources[below].append(above)
    return sources


def _fits(found: Mapping[Cell, Sequence[float]], constants: Model) -> dict[Cell, Fit]:
    fits = {}
    headlines = {below for (_, below), values in found.items() if values[_HEADLINES]}
    for cell, values in found.items():
        fit = min(_LIMIT, product(constants.weights, values))
        if fit > _HOPELESS:
            more = constants.headline if cell[1] in headlines else 0.0
            fits[cell] = Fit(fit, constants.beside.slope * fit + more)
    return fits


def _both_ways(
    fits: Mapping[Cell, Fit], height: int, width: int, constants: Model
) -> tuple[list[Chances], list[Chances]]:
    """Return the chances of the cells in the chain along the source and that along the rewrite."""
    rows: list[dict[int, Fit]] = [{} for _ in range(height)]
    columns: list[dict[int, Fit]] = [{} for _ in range(width)]
    eager, slope = constants.eager, constants.beside.slope
    for (above, below), fit in fits.items():
        rows[above][below] = fit
        columns[below][above] = Fit(fit.main + eager, fit.beside + slope * eager)
    return (
        chances(rows, width, constants.steps, constants.beside),
        chances(columns, height, constants.steps, constants.beside),
    )


def _odds(chance: float) -> float:
    return log(max(chance, _LEAST)) - log(max(1.0 - chance, _LEAST))


def _together(sources: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """Yield the linked rewrite sentences, neighbours with the very same sources as one."""
    group: list[int] = []
    for below in sorted(sources):
        if group and (below != group[-1] + 1 or sources[below] != sources[group[-1]]):
            yield group
            group = []
        group.append(below)
    if group:
        yield group


def _score(
    odds: Mapping[Cell, float], above: Sequence[int], below: Sequence[int], constants: Model
) -> float:
    factor, summand = constants.calibration
    surest = min(max(odds[one, other] for one in above) for other in below)
    return 1.0 / (1.0 + exp(-factor * surest - summand))
