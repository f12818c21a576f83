"""Whether an altered quotation or claim is told from a cut, a moved and a merely reprinted one.

Every quotation of the gold pairs' sources is brought into the rewrite in the ways of `altering`,
and the rewrites' own sentences are retold with other numbers and days. Beside it stands what the
keys of the pairs say.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from desktop.text.align import align
from desktop.text.codebook import Flag, Kind, Side
from desktop.text.lexicon import Lexicon, lexicon_for
from desktop.text.suggest import suggest
from desktop.text.wording.reading import Reading, readings
from tests.benchmarks.altering import (
    Change,
    Speech,
    altered_words,
    merged,
    partial,
    retold,
    same_words,
    short,
)
from tests.benchmarks.cases import Case, own_cases

_LEAST = 5  # words of a quotation worth altering
_PLACE = 4  # where in the rewrite it goes


class Trial(NamedTuple):
    """A rewrite with one sentence changed."""

    change: Change
    rewrite: list[str]
    at: int


def trials(case: Case, random: Random) -> Iterator[Trial]:
    """Yield rewrites of a pair with one sentence brought in, or one of its own changed."""
    lists = lexicon_for(case.source)
    source = readings(case.source, lists)
    for change in _brought_in(source, lists, random):
        before, after = case.rewrite[:_PLACE], case.rewrite[_PLACE : _PLACE + 2]
        yield Trial(change, [*before, change.sentence, *after], len(before))
    linked = {link.rewrite[0]: [source[at] for at in link.source] for link in case.links}
    for at, reading in enumerate(readings(case.rewrite, lists)):
        answer = case.tags.get(at)
        if answer and answer.kind is not Kind.ADDITION and Flag.ALTERED not in answer.flags:
            for change in retold(reading, linked.get(at, ()), lists, random):
                yield Trial(
                    change, [*case.rewrite[:at], change.sentence, *case.rewrite[at + 1 :]], at
                )


def _brought_in(source: Sequence[Reading], lists: Lexicon, random: Random) -> Iterator[Change]:
    pool = [f for reading in source for f in reading.forms if f.isalpha() and lists.content(f)]
    every = [
        Speech(reading, part, lists, pool, random)
        for reading in source
        for part in reading.quoted
        if len(part) >= _LEAST
    ]
    for speech in every:
        yield from altered_words(speech)
        yield from same_words(speech)
        yield from partial(speech)
        yield from short(speech)
    for one, other in zip(every[::2], every[1::2], strict=False):
        yield merged(one, other)


def flagged(source: Sequence[str], rewrite: Sequence[str], at: int) -> bool:
    """Say whether the program calls a rewrite sentence altered."""
    return any(
        s.side is Side.REWRITE and s.sentence == at and Flag.ALTERED in s.flags
        for s in suggest(source, rewrite, align(source, rewrite))
    )


def by_the_keys(cases: Sequence[Case]) -> None:
    """Print how well the flag stands where the keys have it."""
    judged: list[tuple[str, bool, bool]] = []
    for case in cases:
        links = align(case.source, case.rewrite)
        found = suggest(case.source, case.rewrite, links, roles=case.roles)
        marked = {s.sentence for s in found if s.side is Side.REWRITE and Flag.ALTERED in s.flags}
        for at, answer in case.tags.items():
            sort = "quotes" if answer.kind is Kind.QUOTE else "retold"
            judged.append((sort, Flag.ALTERED in answer.flags, at in marked))
    for sort in ("quotes", "retold", "all"):
        print_row(f"keys, {sort}", [row[1:] for row in judged if sort in (row[0], "all")])


def print_row(name: str, judged: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    """Print and return precision and recall over (altered, flagged) pairs."""
    hit = sum(gold and guess for gold, guess in judged)
    gold, guess = sum(gold for gold, _ in judged), sum(guess for _, guess in judged)
    precision, recall = hit / max(guess, 1), hit / max(gold, 1)
    print(f"  {name:14} {gold:4} altered  P {precision:.3f} (bar .90)  R {recall:.3f} (bar .85)")
    return precision, recall


def main() -> int:
    """Print precision and recall of the flag; return 1 where a bar is missed."""
    random = Random(4)
    ways: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for case in own_cases():
        for change, rewrite, at in trials(case, random):
            ways[change.altered, change.way].append(flagged(case.source, rewrite, at))
    for (altered, way), found in sorted(ways.items(), reverse=True):
        name = "altered" if altered else "same words"
        print(f"    {name:10} {way:34} {len(found):4}, flagged {sum(found) / len(found):.2f}")
    judged = [(altered, guess) for (altered, _), found in ways.items() for guess in found]
    precision, recall = print_row("made", judged)
    by_the_keys(own_cases())
    return 0 if precision >= 0.90 and recall >= 0.85 else 1


if __name__ == "__main__":
    raise SystemExit(main())
