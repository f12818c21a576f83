"""How each constant of the aligner should change: the slope of a conditional random field.

Each chain of a pair is a field (Lafferty, McCallum and Pereira 2001): what the constants make
likely is held against the known links.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import exp, log, log1p
from operator import mul
from typing import NamedTuple

from desktop.text.linking.cells import FEATURES, MEANINGS, cells, likeness_of
from desktop.text.linking.chains import Steps
from desktop.text.linking.meanings import Nearness
from desktop.text.linking.order import MIDDLING, orderly
from tests.benchmarks.data import Texts

HAND = {
    "headlines": 3.25,
    "headline in the body": -3.0,
    "names alone": -1.75,
    "facts": 0.8,
    "verbatim": 3.0,
}
"""What the codebook says, and fables cannot teach: a headline links to the headline, a body
sentence to the body, and a name alone makes no link. A number tells more than a word of its length
(flat from 0.6 to 1). Five quoted words in a row do not stand in another sentence by chance, however
common they are: 271 cells of the own pairs have such words, and all are links."""

NAMES = (*FEATURES, *MEANINGS)
LEARNED = [at for at, name in enumerate(NAMES) if name not in HAND]
COUNT = len(LEARNED)
EAGER, STEPS, ORDER = COUNT, slice(COUNT + 1, COUNT + 6), slice(COUNT + 6, COUNT + 11)
BESIDE = slice(COUNT + 11, COUNT + 15)
START = [-2.0, *[0.0] * COUNT, 0.0, 0.0, -1.5, -2.5, -5.0, *[0.0] * 5, 1.0, 1.0, 0.0, -1.0]
PULL = [0.001, *[1.0] * (COUNT - 1), *[0.05] * 15]
"""Where the search begins, and how strongly each constant is drawn back there (Gaussian prior)."""


class Field(NamedTuple):
    """One chain of one pair: the features of its candidates and the links it should have."""

    rows: list[dict[int, tuple[float, ...]]]
    gold: list[set[int]]
    length: int
    order: float  # above MIDDLING
    along_rewrite: bool
    share: float


def fields(texts: Texts, share: float, near: Nearness | None = None) -> Iterator[Field]:
    """Yield the two chains of a pair; links without a candidate cannot be learned.

    Without `near`, MEANINGS are 0, and nothing is learned of them.
    """
    blank = () if near else (0.0,) * len(MEANINGS)
    found = {
        cell: (*values, *blank) for cell, values in cells(texts.source, texts.rewrite, near).items()
    }
    sizes = len(texts.source), len(texts.rewrite)
    order = orderly({cell: likeness_of(values) for cell, values in found.items()}) - MIDDLING
    for axis in (0, 1):
        field = Field(
            [{} for _ in range(sizes[axis])],
            [set() for _ in range(sizes[axis])],
            sizes[1 - axis],
            order,
            axis == 1,
            share,
        )
        for cell, values in found.items():
            field.rows[cell[axis]][cell[1 - axis]] = tuple(values[at] for at in LEARNED)
            if cell in texts.links:
                field.gold[cell[axis]].add(cell[1 - axis])
        yield field


Part = tuple[float, ...]  # the walks that arrive by no step, then by each of Steps


def walk(
    rows: Sequence[Mapping[int, float]], must: Sequence[bool], length: int, steps: Steps
) -> Iterator[tuple[dict[int, Part], float]]:
    """Do what `chains._walk` does, but tell the steps apart; rows that `must` link do."""
    sums, unlinked, scale = [0.0] * (length + 3), 1.0, 0.0
    for row, bound in zip(rows, must, strict=True):
        until = list(accumulate(sums))
        parts = {
            at: (
                unlinked,
                steps.same * sums[at],
                steps.next * sums[at - 1],
                steps.second * sums[at - 2],
                steps.ahead * (until[at - 3] if at > 2 else 0.0),
                steps.back * max(0.0, until[-1] - until[at]),
            )
            for at in row
        }
        yield parts, scale
        if bound:
            sums, unlinked = [0.0] * (length + 3), 0.0
        for at, weight in row.items():
            sums[at] += weight * sum(parts[at])
        whole = unlinked + sum(sums)
        if not 1e-60 < whole < 1e60:
            sums, unlinked = [value / whole for value in sums], unlinked / whole
            scale += log(whole)
    yield {}, scale + log(unlinked + sum(sums))


class Expected(NamedTuple):
    """The logarithm of all walks' weight, the chance of each main link, the steps taken."""

    whole: float
    mains: list[dict[int, float]]
    steps: list[float]


def expected(
    rows: Sequence[Mapping[int, float]], must: Sequence[bool], length: int, steps: Steps
) -> Expected:
    """Return what to expect of a walk along `rows` of weights."""
    last = length - 1
    turned = [{last - at: weight for at, weight in row.items()} for row in reversed(rows)]
    before = list(walk(rows, must, length, steps))
    after = list(walk(turned, must[::-1], length, steps))
    whole = before.pop()[1]
    after.pop()
    mains, taken = [], [0.0] * 5
    for row, (parts, ahead), (leaving, behind) in zip(rows, before, reversed(after), strict=True):
        scale = exp(ahead + behind - whole)
        mains.append({})
        for at, weight in row.items():
            rest = weight * sum(leaving[last - at]) * scale
            mains[-1][at] = sum(parts[at]) * rest
            taken = [had + part * rest for had, part in zip(taken, parts[at][1:], strict=True)]
    return Expected(whole, mains, taken)


def beside_odds(fit: float, distance: int, beside: Sequence[float]) -> float:
    """Return the log-odds of a further link at some distance from the main one."""
    return beside[0] * fit + beside[min(abs(distance), 3)]


def agreement(
    row: Mapping[int, float], gold: set[int], centre: int, beside: Sequence[float]
) -> float:
    """Return the log-probability of the other links of a row, were `centre` its main one."""
    total = 0.0
    for at, fit in row.items():
        if at != centre:
            odds = beside_odds(fit, at - centre, beside)
            total -= log1p(exp(-odds if at in gold else odds))
    return total


def teach(field: Field, constants: Sequence[float], slope: list[float]) -> float:
    """Return the loss of one chain and add to `slope` how it changes with each constant."""
    eager = constants[EAGER] if field.along_rewrite else 0.0
    weights = constants[:COUNT]
    fits = [
        {at: max(-12.0, min(12.0, sum(map(mul, weights, values)) + eager))
         for at, values in row.items()}
        for row in field.rows
    ]  # fmt: skip
    steps = Steps(*map(exp, constants[STEPS])).where(field.order, Steps(*constants[ORDER]))
    steps = steps.among(field.length)
    beside = constants[BESIDE]
    free = expected(
        [{at: exp(fit) for at, fit in row.items()} for row in fits],
        [False] * len(fits),
        field.length,
        steps,
    )
    agree = [
        {at: agreement(row, gold, at, beside) for at in gold}
        for row, gold in zip(fits, field.gold, strict=True)
    ]
    known = expected(
        [
            {at: exp(fits[n][at] + value) for at, value in row.items()}
            for n, row in enumerate(agree)
        ],
        [bool(row) for row in agree],
        field.length,
        steps,
    )
    for taken, (much, had) in enumerate(zip(free.steps, known.steps, strict=True)):
        slope[STEPS.start + taken] += field.share * (much - had)
        slope[ORDER.start + taken] += field.share * (much - had) * field.order
    for number, row in enumerate(fits):
        pushes = _pushes(row, field.gold[number], known.mains[number], beside, slope, field.share)
        for at, values in field.rows[number].items():
            push = pushes[at] + free.mains[number][at] - known.mains[number].get(at, 0.0)
            push *= field.share
            for position, value in enumerate(values):
                slope[position] += push * value
            slope[EAGER] += push * field.along_rewrite
    return field.share * (free.whole - known.whole)


def _pushes(
    row: Mapping[int, float],
    gold: set[int],
    mains: Mapping[int, float],
    beside: Sequence[float],
    slope: list[float],
    share: float,
) -> dict[int, float]:
    """Return how each cell's fit is pushed by the links beside the main ones."""
    pushes = dict.fromkeys(row, 0.0)
    for centre, chance in mains.items():
        for at, fit in row.items():
            if at != centre:
                odds = beside_odds(fit, at - centre, beside)
                wrong = chance * (1.0 / (1.0 + exp(-odds)) - (at in gold))
                pushes[at] += beside[0] * wrong
                slope[BESIDE.start] += share * wrong * fit
                slope[BESIDE.start + min(abs(at - centre), 3)] += share * wrong
    return pushes
