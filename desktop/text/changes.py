"""Show what became of the words: kept, changed, moved, added, dropped."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, pairwise
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, lexicon, lexicon_for
from desktop.text.sentences import Span
from desktop.text.wording.matching import matching
from desktop.text.words import Word, words

_LEAST = 8  # words changed on both sides of a lone "of the" that make all of it one change


class What(StrEnum):
    """What became of a stretch of words."""

    KEPT = "kept"
    CHANGED = "changed"
    MOVED = "moved"
    ADDED = "added"
    DROPPED = "dropped"


class Change(NamedTuple):
    """A stretch of words and what became of it.

    Spans are code points from the first word to the end of the last one; `source` is None for
    what was added, `rewrite` for what was dropped. `sentence` is the position of the source
    sentence that `source` counts in.
    """

    what: What
    source: Span | None
    rewrite: Span | None
    sentence: int = 0


class _Words(NamedTuple):
    """The words of both sides, and of each source word the sentence it stands in."""

    source: tuple[Word, ...]
    rewrite: tuple[Word, ...]
    sentences: tuple[int, ...]


class _Stretch(NamedTuple):
    """Neighbouring words of both sides, as positions."""

    what: What
    source: Sequence[int]
    rewrite: Sequence[int]


def changes(
    source: str | Sequence[str], rewrite: str, language: str | None = None
) -> tuple[Change, ...]:
    """Return what became of every word between linked sentences.

    `source` may be several sentences. In the order of the rewrite, dropped stretches where they
    stood; every word of either side is in exactly one change. Words that only changed places are
    moved, not dropped and added; function words alone between two larger changes become part of
    one. The language is guessed where not given.
    """
    texts = (source,) if isinstance(source, str) else tuple(source)
    lists = lexicon(language) if language else lexicon_for((*texts, rewrite))
    numbered = [(word, at) for at, text in enumerate(texts) for word in words(text)]
    both = _Words(
        tuple(word for word, _ in numbered), words(rewrite), tuple(at for _, at in numbered)
    )
    found = matching(
        [word.form for word in both.source], [word.form for word in both.rewrite], lists.content
    )
    runs = _without_confetti(_runs(found.kept, both), both, lists)
    return tuple(_change(part, both) for part in _stretches(runs, dict(_turned(found.moved)), both))


def _turned(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((j, i) for i, j in pairs)


def _runs(pairs: Sequence[tuple[int, int]], both: _Words) -> list[_Stretch]:
    """Gather pairs that follow one another; an inflected word is a change of its own."""

    def run(item: tuple[int, tuple[int, int]]) -> tuple[object, ...]:
        at, (i, j) = item
        equal = both.source[i].form == both.rewrite[j].form
        return (equal or at, i - j, both.sentences[i])

    found = []
    for key, members in groupby(enumerate(pairs), run):
        what = What.KEPT if key[0] is True else What.CHANGED
        together = [pair for _, pair in members]
        found.append(_Stretch(what, [i for i, _ in together], [j for _, j in together]))
    return [piece for stretch in found for piece in _unbroken(stretch)]


def _unbroken(stretch: _Stretch) -> Iterator[_Stretch]:
    """Cut a stretch where words were jumped over on both sides alike."""
    start = 0
    for at in range(1, len(stretch.source) + 1):
        whole = at < len(stretch.source) and stretch.source[at] == stretch.source[at - 1] + 1
        if not whole:
            yield _Stretch(stretch.what, stretch.source[start:at], stretch.rewrite[start:at])
            start = at


def _without_confetti(runs: Sequence[_Stretch], both: _Words, lists: Lexicon) -> list[_Stretch]:
    """Leave out kept function words that stand alone between two larger changes."""
    kept: list[_Stretch] = []
    ends = *runs, _Stretch(What.KEPT, (len(both.source),), (len(both.rewrite),))
    for run, following in pairwise(ends):
        before = _between(kept[-1] if kept else _Stretch(What.KEPT, (-1,), (-1,)), run)
        after = _between(run, following)
        telling = any(lists.content(both.rewrite[j].form) for j in run.rewrite)
        if telling or len(run.rewrite) > 2 or not (before and after) or before + after < _LEAST:
            kept.append(run)
    return kept


def _between(one: _Stretch, other: _Stretch) -> int:
    """Return how many words of both sides stand between two stretches."""
    return other.source[0] - one.source[-1] + other.rewrite[0] - one.rewrite[-1] - 2


def _stretches(
    runs: Sequence[_Stretch], moved: Mapping[int, int], both: _Words
) -> Iterator[_Stretch]:
    i = j = 0
    for run in runs:
        yield from _gap(range(i, run.source[0]), range(j, run.rewrite[0]), moved, both)
        yield run
        i, j = run.source[-1] + 1, run.rewrite[-1] + 1
    yield from _gap(range(i, len(both.source)), range(j, len(both.rewrite)), moved, both)


def _gap(above: range, below: range, moved: Mapping[int, int], both: _Words) -> Iterator[_Stretch]:
    """Explain the words between two kept runs: source stretches answer rewrite stretches."""
    away = set(moved.values())
    left = [
        list(members)
        for key, members in groupby(above, lambda i: (i in away, both.sentences[i]))
        if not key[0]
    ]
    right: list[_Stretch] = []
    for offset, members in groupby(below, lambda j: moved[j] - j if j in moved else None):
        places = list(members)
        if offset is None:
            right.append(_Stretch(What.CHANGED, (), places))
        else:
            right.extend(_moved([j + offset for j in places], places, both))
    for part in right:
        if part.what is What.MOVED:
            yield part
        elif left and _comparable(left[0], part.rewrite):
            yield part._replace(source=left.pop(0))
        else:
            yield part._replace(what=What.ADDED)
    for places in left:
        yield _Stretch(What.DROPPED, places, ())


def _comparable(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether one stretch may stand for the other: their lengths are not too far apart."""
    return max(len(one), len(other)) <= 3 * min(len(one), len(other))


def _moved(above: list[int], below: list[int], both: _Words) -> Iterator[_Stretch]:
    for _, members in groupby(zip(above, below, strict=True), lambda p: both.sentences[p[0]]):
        pairs = list(members)
        yield _Stretch(What.MOVED, [i for i, _ in pairs], [j for _, j in pairs])


def _change(stretch: _Stretch, both: _Words) -> Change:
    return Change(
        stretch.what,
        _span(stretch.source, both.source),
        _span(stretch.rewrite, both.rewrite),
        both.sentences[stretch.source[0]] if stretch.source else 0,
    )


def _span(places: Sequence[int], all_words: Sequence[Word]) -> Span | None:
    if not places:
        return None
    return Span(all_words[places[0]].start, all_words[places[-1]].end)
