"""Measure how well a source sentence and a rewrite sentence fit: the cells of a pair.

Only cells that share something are looked at, and of long texts only the best of each row and
column, so that cost grows with the length of the texts, not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from heapq import nlargest
from math import log
from typing import NamedTuple

from desktop.text.words import forms, words
from desktop.tr import tr

MOST = 12  # cells kept of a row or column


class Profile(NamedTuple):
    """What one sentence is compared by: its words and its character n-grams, with weights."""

    words: Mapping[str, float]
    grams: Mapping[str, float]
    order: tuple[str, ...]
    length: float  # summed weight of the words
    bulk: float  # summed weight of the n-grams
    quoted: bool


class Cell(NamedTuple):
    """One source sentence against one rewrite sentence; features as in NAMES."""

    source: int
    rewrite: int
    features: tuple[float, ...]


NAMES = (
    "bias", "words of rewrite", "words of source", "grams of rewrite", "grams of source",
    "rarest", "both quoted", "one quoted", "length", "row margin", "column margin",
)  # fmt: skip


def profiles(
    texts: Sequence[str], weights: Mapping[str, float], gram_weights: Mapping[str, float]
) -> list[Profile]:
    """Return what `texts` are compared by."""
    found = []
    for text in texts:
        order = forms(text)
        own = {form: weights[form] for form in order}
        grams = {gram: gram_weights[gram] for gram in _grams(order)}
        found.append(
            Profile(own, grams, order, sum(own.values()), sum(grams.values()), _quoted(text))
        )
    return found


def _quoted(text: str) -> bool:
    return any(mark in text for mark in '"“”„«»‘')


def _grams(order: Sequence[str]) -> set[str]:
    line = f" {' '.join(order)} "
    return {line[at : at + size] for size in (3, 4, 5) for at in range(len(line) - size + 1)}


def _rarity(sentences: Sequence[Collection[str]], common: Collection[str]) -> dict[str, float]:
    """Return the weight of each form: high where few sentences have it, low for common words."""
    counts = Counter(form for sentence in sentences for form in set(sentence))
    total = len(sentences)
    return {
        form: (0.1 if form in common else 1.0) * log(1.0 + total / count)
        for form, count in counts.items()
    }


def cells(source: Sequence[str], rewrite: Sequence[str], common: Collection[str]) -> list[Cell]:
    """Return the cells of a pair that are worth a look, by source sentence, then by rewrite."""
    texts = [*source, *rewrite]
    orders = [forms(text) for text in texts]
    weights = _rarity(orders, common)
    gram_weights = _rarity([_grams(order) for order in orders], ())
    every = profiles(texts, weights, gram_weights)
    upper, lower = every[: len(source)], every[len(source) :]
    overlaps = {key: _overlap(upper[key[0]], lower[key[1]]) for key in _worth(upper, lower)}
    bases = {key: sum(values[:4]) / 4 for key, values in overlaps.items()}
    rows, columns = _best_two(bases, 0), _best_two(bases, 1)
    return [
        Cell(
            *key,
            (
                1.0,
                *values,
                bases[key] - _other(rows[key[0]], bases[key]),
                bases[key] - _other(columns[key[1]], bases[key]),
            ),
        )
        for key, values in sorted(overlaps.items())
    ]


def _other(best: tuple[float, float], own: float) -> float:
    return best[1] if own >= best[0] else best[0]


def _best_two(bases: Mapping[tuple[int, int], float], axis: int) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for key, value in bases.items():
        first, second = found[key[axis]]
        if value > second:
            found[key[axis]] = (value, first) if value > first else (first, value)
    return found


def _worth(upper: Sequence[Profile], lower: Sequence[Profile]) -> set[tuple[int, int]]:
    """Return the cells with most in common, at most MOST for each sentence of either side."""
    where: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(lower):
        for form in (*profile.words, *profile.grams):
            where[form].append(at)
    rows = {row: _shared(profile, lower, where) for row, profile in enumerate(upper)}
    columns: dict[int, dict[int, float]] = defaultdict(dict)
    for row, scores in rows.items():
        for at, score in scores.items():
            columns[at][row] = score
    found = {(row, at) for row, scores in rows.items() for at in _top(scores)}
    return found | {(row, at) for at, scores in columns.items() for row in _top(scores)}


def _shared(
    profile: Profile, lower: Sequence[Profile], where: Mapping[str, Sequence[int]]
) -> dict[int, float]:
    scores: dict[int, float] = defaultdict(float)
    for weights in (profile.words, profile.grams):
        for form, weight in weights.items():
            for at in where.get(form, ()):
                scores[at] += weight
    return {at: score / (1.0 + profile.bulk + lower[at].bulk) for at, score in scores.items()}


def _top(scores: Mapping[int, float]) -> list[int]:
    return nlargest(MOST, scores, scores.__getitem__)


def _overlap(a: Profile, b: Profile) -> tuple[float, ...]:
    shared = a.words.keys() & b.words.keys()
    words = sum(a.words[form] for form in shared)
    grams = sum(a.grams[gram] for gram in a.grams.keys() & b.grams.keys())
    return (
        words / (b.length + 1.0),
        words / (a.length + 1.0),
        grams / (b.bulk + 1.0),
        grams / (a.bulk + 1.0),
        max((a.words[form] for form in shared), default=0.0),
        float(a.quoted and b.quoted),
        float(a.quoted != b.quoted),
        abs(log((len(a.order) + 1) / (len(b.order) + 1))),
    )


def reason(source: Sequence[str], rewrite: str, common: Collection[str]) -> str:
    """Return why these sentences were linked, in a sentence for a fifteen-year-old."""
    known = {word.form for text in source for word in words(text)}
    shared: dict[str, str] = {}
    for word in words(rewrite):
        if word.form in known and word.form not in common:
            shared.setdefault(word.form, rewrite[word.start : word.end])
    telling = nlargest(4, shared.values(), key=lambda word: (word[0].isdigit(), len(word)))
    if not telling:
        return tr("They stand between sentences that belong together.")
    quoted = ", ".join(f"“{word}”" for word in shared.values() if word in telling)
    if _quoted(rewrite) and any(map(_quoted, source)):
        return tr("Both quote someone, and both use {words}.", words=quoted)
    return tr("Both use {words}.", words=quoted)
