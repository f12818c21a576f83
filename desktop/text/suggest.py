"""Propose a tag for every sentence, with a reason."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.text.codebook import TAGGED_ROLES, Kind, Role, Side, Subkind
from desktop.text.judging.evidence import Evidence, Pair, evidence, read_pair
from desktop.text.judging.flags import findings
from desktop.text.judging.judge import chance, chances, shipped
from desktop.text.judging.omissions import Absence, absences
from desktop.text.judging.reasons import why_addition, why_omission, why_paraphrase, why_quote
from desktop.text.judging.sorts import of_addition, of_omission, of_quote
from desktop.text.judging.tagged import Tagged, used_beside, used_words
from desktop.text.uncollected import uncollected
from desktop.text.values import Link, Suggestion
from desktop.text.wording.support import Vocabulary, forms_of

__all__ = ["Suggestion", "suggest"]

LEAST = 0.45
"""Below this score of a tag "not sure" is the answer: no suggestion. A quote and a paraphrase that
are likely alike pass: the doubt is about the words, not about what the source says."""

LEAST_OMITTED = 0.4
"""The same for omissions: what may be missing is worth a second look. F1 on held-out pairs is best
here (.848, at .5 .844), and what is lost is found oftener (.93 of it, not .90)."""


@uncollected()
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
    called = numbers or range(1, len(source) + 1)
    pair = read_pair(source, rewrite, links)
    every = evidence(pair)
    odds = [chances(found, shipped()) for found in every]
    tagged = [
        _Sentence(at, found, *_likeliest(odds[at]))
        for at, found in enumerate(every)
        if roles is None or roles[1][at] in TAGGED_ROLES
    ]
    used = used_words(every)
    below = (_tag(sentence, pair, used, called) for sentence in tagged if sentence.score >= LEAST)
    added = [chance_of[Kind.ADDITION] for chance_of in odds]
    missing = (
        gone
        for gone in absences(pair, every, added)
        if roles is None or roles[0][gone.at] in TAGGED_ROLES
    )
    return (*below, *_omissions(missing, pair))


class _Sentence(NamedTuple):
    """A rewrite sentence with its likeliest tag."""

    at: int
    evidence: Evidence
    kind: Kind
    score: float


def _likeliest(odds: Mapping[Kind, float]) -> tuple[Kind, float]:
    """Return the likeliest tag; of equals the one that reports more change."""
    kind = max(odds, key=odds.__getitem__)
    return kind, odds[kind]


def _tag(
    sentence: _Sentence, pair: Pair, used: Mapping[int, frozenset[int]], called: Sequence[int]
) -> Suggestion:
    at, found, kind, score = sentence
    sort: Subkind | None = None
    marks = findings(Tagged(kind, found, pair, used_beside(found, used)))
    if kind is Kind.QUOTE:
        sort, why = of_quote(found), why_quote(found, called)
    elif kind is Kind.PARAPHRASE:
        why = why_paraphrase(found, pair, called)
    else:
        sort = of_addition(at, found, pair, shipped())
        why = why_addition(sort, found, pair, called)
    changes = " ".join(mark.reason for mark in marks)
    flags = tuple(mark.flag for mark in marks)
    reason = f"{changes} {why}".lstrip()
    return Suggestion(Side.REWRITE, at, kind, sort, flags, score, reason, changes)


def _omissions(missing: Iterable[Absence], pair: Pair) -> Iterator[Suggestion]:
    words = Vocabulary(forms_of(pair.rewrite))
    for gone in missing:
        score = chance(shipped().omission, gone.features())
        if score >= LEAST_OMITTED:
            sort = of_omission(gone.at, pair, shipped())
            reason = why_omission(gone, words, pair)
            yield Suggestion(Side.SOURCE, gone.at, Kind.OMISSION, sort, (), score, reason)
