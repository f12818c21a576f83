"""Other ways to link two texts, as simple as they are usually used: what ours is held against.

Each returns cells. Where a threshold is free, the benchmark gives each peer its best one on the
very pairs it is measured on: more than it would have elsewhere.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from math import erfc, inf, log, sqrt

from rapidfuzz import fuzz

from desktop.text.words import forms
from tests.benchmarks.data import Cell, Texts

Scores = list[list[float]]
"""Likeness 0..1 by source sentence, then by rewrite sentence."""


def by_difflib(texts: Texts) -> Scores:
    """Score by difflib's ratio of the sentences' words."""
    matcher = SequenceMatcher(autojunk=False)
    scores = [[0.0] * len(texts.rewrite) for _ in texts.source]
    for below, text in enumerate(texts.rewrite):
        matcher.set_seq2(forms(text))
        for above, other in enumerate(texts.source):
            matcher.set_seq1(forms(other))
            scores[above][below] = matcher.ratio()
    return scores


def by_token_set(texts: Texts) -> Scores:
    """Score by rapidfuzz token_set_ratio."""
    return [[fuzz.token_set_ratio(s, r) / 100 for r in texts.rewrite] for s in texts.source]


def by_tf_idf(texts: Texts) -> Scores:
    """Score by the cosine of TF-IDF vectors of the pair's words."""
    bags = [Counter(forms(text)) for text in (*texts.source, *texts.rewrite)]
    known = Counter(form for bag in bags for form in bag)
    vectors = [{f: n * log(1 + len(bags) / known[f]) for f, n in bag.items()} for bag in bags]
    sizes = [sqrt(sum(v * v for v in vector.values())) or 1.0 for vector in vectors]

    def cosine(a: int, b: int) -> float:
        shared = vectors[a].keys() & vectors[b].keys()
        return sum(vectors[a][f] * vectors[b][f] for f in shared) / sizes[a] / sizes[b]

    height = len(texts.source)
    return [[cosine(a, height + b) for b in range(len(texts.rewrite))] for a in range(height)]


def best_match(scores: Scores, least: float) -> set[Cell]:
    """Link every rewrite sentence to its best source sentence, if that reaches `least`."""
    columns = range(len(scores[0])) if scores else ()
    best = ((max(range(len(scores)), key=lambda a: scores[a][b]), b) for b in columns)
    return {(above, below) for above, below in best if scores[above][below] >= least}


def monotone(scores: Scores, least: float, *, several: bool = False) -> set[Cell]:
    """Link in order, 1:1, so that the summed likeness above `least` is highest.

    With `several`, 1:n and n:1 as well: better where sentences are split, worse elsewhere.
    """
    height, width = len(scores), len(scores[0]) if scores else 0
    total = [[0.0] * (width + 1) for _ in range(height + 1)]
    came: dict[Cell, tuple[Cell, bool]] = {}
    for a in range(1, height + 1):
        for b in range(1, width + 1):
            gain = scores[a - 1][b - 1] - least
            ways = [(a - 1, b, 0.0, False), (a, b - 1, 0.0, False), (a - 1, b - 1, gain, True)]
            if several:
                ways += [(a - 1, b, gain, True), (a, b - 1, gain, True)]
            total[a][b], came[a, b] = max(
                (total[x][y] + more, ((x, y), linked)) for x, y, more, linked in ways
            )
    found, at = set(), (height, width)
    while at in came:
        before, linked = came[at]
        if linked:
            found.add((at[0] - 1, at[1] - 1))
        at = before
    return found


_BEADS = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.045, (1, 2): 0.045, (2, 2): 0.01}


def gale_church(texts: Texts) -> set[Cell]:
    """Link by length alone (Gale and Church 1993), with their figures for beads and variance."""
    sizes = [len(s) for s in texts.source], [len(r) for r in texts.rewrite]
    ratio = sum(sizes[1]) / max(sum(sizes[0]), 1)
    best: dict[Cell, tuple[float, Cell]] = {(0, 0): (0.0, (0, 0))}
    for a in range(len(sizes[0]) + 1):
        for b in range(len(sizes[1]) + 1):
            for (down, across), prior in _BEADS.items():
                cost, _ = best.get((a - down, b - across), (inf, (0, 0)))
                if cost < inf:
                    x, y = sum(sizes[0][a - down : a]), sum(sizes[1][b - across : b])
                    cost += _length_cost(x * ratio, y) - log(prior)
                    if cost < best.get((a, b), (inf, (0, 0)))[0]:
                        best[a, b] = cost, (a - down, b - across)
    found, at = set(), (len(sizes[0]), len(sizes[1]))
    while at != (0, 0):
        _, before = best[at]
        found |= {(a, b) for a in range(before[0], at[0]) for b in range(before[1], at[1])}
        at = before
    return found


def _length_cost(x: float, y: float) -> float:
    delta = abs(y - x) / sqrt(6.8 * max((x + y) / 2, 1.0))
    return -log(max(erfc(delta / sqrt(2)), 1e-300))


def at_its_best(
    score: Callable[[Texts], Scores],
    decide: Callable[[Scores, float], set[Cell]],
    pairs: Sequence[Texts],
    judge: Callable[[list[set[Cell]]], float],
) -> list[set[Cell]]:
    """Return the peer's links with the threshold that `judge` likes best."""
    scores = [score(texts) for texts in pairs]
    tried = ([decide(cells, least / 100) for cells in scores] for least in range(1, 76))
    return max(tried, key=judge)
