"""Match the words of two texts, in order and moved: the ground under every difference shown."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_CONTENT, _FUNCTION, _SIMILAR = 1.0, 0.4, 0.6
_RUN = 0.45  # for going on with the next word of both: one long run beats two short ones
_BESIDE = 3  # words from the rest of a quotation to a single one that was moved into it
_MOST = 40_000  # pairs of words looked at: 200 words against 200; more is no sentence


class Matching(NamedTuple):
    """Pairs of positions: `kept` ascends on both sides, `moved` are the rest, by rewrite."""

    kept: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]


def matching(
    source: Sequence[str], rewrite: Sequence[str], content: Callable[[str], bool]
) -> Matching:
    """Match two lists of forms; `content` says which forms tell something by themselves.

    Kept pairs are the heaviest alignment in order (Needleman and Wunsch 1970, with a reward for
    runs); forms that are only similar (voted, vote) may stand in it. Moved are runs of equal
    forms with a content word among what is left, longest first. Texts far longer than sentences
    are only searched for their longest common subsequence.
    """
    if len(source) * len(rewrite) > _MOST:
        blocks = LCSseq.editops(source, rewrite).as_matching_blocks()
        return Matching(
            tuple((b.a + step, b.b + step) for b in blocks for step in range(b.size)), ()
        )
    kept = _in_order(source, rewrite, content)
    return Matching(kept, _moved(source, rewrite, kept, content))


def runs(pairs: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the pairs that follow one another on both sides; `pairs` come by the second."""
    run: list[tuple[int, int]] = []
    for i, j in pairs:
        if run and (i - 1, j - 1) != run[-1]:
            yield run
            run = []
        run.append((i, j))
    if run:
        yield run


def from_there(found: Matching) -> list[tuple[int, int]]:
    """Return the moved words, but not single ones from afar amid others: chance put "job" there.

    One that was moved to an end of the quotation, as "tomorrow", was moved on purpose.
    """
    if not found.kept:
        return list(found.moved)
    (first, head), (last, tail) = found.kept[0], found.kept[-1]
    near, amid = range(first - _BESIDE, last + _BESIDE + 1), range(head, tail)
    there = (
        run
        for run in runs(found.moved)
        if len(run) > 1 or run[0][0] in near or run[0][1] not in amid
    )
    return [pair for run in there for pair in run]


def in_a_row(places: Iterable[int]) -> Iterator[list[int]]:
    """Yield the places that follow one another, ascending."""
    run: list[int] = []
    for at in sorted(places):
        if run and at != run[-1] + 1:
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def similar(one: str, other: str) -> bool:
    """Say whether two forms are likely the same word inflected: a long common beginning."""
    if one == other:
        return True
    if not (one.isalpha() and other.isalpha()):
        return False
    common = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        common += 1
    longest = max(len(one), len(other))
    return common >= 4 and common >= 0.56 * longest


def _in_order(
    source: Sequence[str], rewrite: Sequence[str], content: Callable[[str], bool]
) -> tuple[tuple[int, int], ...]:
    worth = {form: _CONTENT if content(form) else _FUNCTION for form in (*source, *rewrite)}
    width = len(rewrite)
    best = [[0.0] * (width + 1) for _ in range(len(source) + 1)]
    ends = [[-inf] * (width + 1) for _ in range(len(source) + 1)]  # last words matched
    for i, one in enumerate(source):
        for j, other in enumerate(rewrite):
            score = max(best[i][j + 1], best[i + 1][j])
            gain = _gain(one, other, worth)
            if gain:
                ends[i + 1][j + 1] = gain + max(best[i][j], ends[i][j] + _RUN)
                score = max(score, ends[i + 1][j + 1])
            best[i + 1][j + 1] = score
    return _traced(best, ends)


def _gain(one: str, other: str, worth: dict[str, float]) -> float:
    if one == other:
        return worth[one]
    if worth[one] == worth[other] == _CONTENT and similar(one, other):
        return _SIMILAR
    return 0.0


def _traced(best: list[list[float]], ends: list[list[float]]) -> tuple[tuple[int, int], ...]:
    i, j = len(best) - 1, len(best[0]) - 1
    pairs: list[tuple[int, int]] = []
    run = False
    while i and j:
        if run or ends[i][j] == best[i][j]:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
            run = ends[i][j] + _RUN > best[i][j]
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return tuple(reversed(pairs))


def _moved(
    source: Sequence[str],
    rewrite: Sequence[str],
    kept: Sequence[tuple[int, int]],
    content: Callable[[str], bool],
) -> tuple[tuple[int, int], ...]:
    above = dict(enumerate(source))
    below = dict(enumerate(rewrite))
    for i, j in kept:
        del above[i], below[j]
    found: list[tuple[int, int]] = []
    for _, _, run in sorted(_common_runs(above, below, content)):
        if all(i in above and j in below for i, j in run):
            found.extend(run)
            for i, j in run:
                del above[i], below[j]
    return tuple(sorted(found, key=lambda pair: pair[1]))


def _common_runs(
    above: dict[int, str], below: dict[int, str], content: Callable[[str], bool]
) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Yield the common runs that tell something, with their (negative) length and their leap."""
    where: dict[str, list[int]] = defaultdict(list)
    for i, form in above.items():
        where[form].append(i)
    for j, form in below.items():
        for i in where.get(form, ()):
            length = 1
            while above.get(i + length, "") == below.get(j + length):
                length += 1
            if any(content(below[j + step]) for step in range(length)):
                yield -length, abs(i - j), [(i + step, j + step) for step in range(length)]
