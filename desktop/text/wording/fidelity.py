"""Hold every quotation of a rewrite against the source, word by word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from desktop.text.changes import What
from desktop.text.lexicon import Lexicon
from desktop.text.wording.contractions import drawn_apart, spelled
from desktop.text.wording.denials import turning
from desktop.text.wording.matching import from_there, in_a_row, matching, runs
from desktop.text.wording.reading import Reading
from desktop.text.wording.traces import Difference, Fate, Trace
from desktop.text.words import words

_FOUND = 0.55  # least share of a quotation's words that the sentence it is from must have
_FUNCTION = 0.4  # what a function word counts against a content word
_SHORT = 3  # quotations of so few words are found only where they stand together
_UTTERANCE = 3  # fewer words in a row are no second utterance
_CANDIDATES = 4
_DRAWN, _ENDS = ("is", "has"), ("'s", "’s")  # English verbs drawn to the word before them
_BARE = dict(zip("àáâèéêíîóôúùûç", "aaaeeeiioouuuc", strict=True))
_COMMON = 0.03  # a word in more of the source's sentences points to none of them


class Originals:
    """The sentences of a source, ready to be searched for the words of quotations.

    `where` tells in which of them a form stands, as `support.index` does.
    """

    def __init__(
        self, every: Sequence[Reading], lists: Lexicon, where: Mapping[str, Sequence[int]]
    ) -> None:
        self.every = every
        self.lists = lists
        self._forms = [reading.forms for reading in every]
        self._common = max(20, _COMMON * len(every))
        self._where = where

    def trace(self, reading: Reading, quotation: range, linked: Iterable[int] = ()) -> Trace:
        """Find a quotation of a rewrite sentence; of equals a `linked` source sentence is taken."""
        forms = reading.forms[quotation.start : quotation.stop]
        candidates = self._candidates(forms, set(linked))
        for at in candidates:
            start = _run(self._forms[at], forms)
            if start is None:
                printed = _printed(reading.text)[quotation.start : quotation.stop]
                start = _run(_printed(self.every[at].text), printed)
            if start is not None:
                used = range(start, start + len(forms))
                same = self.every[at].said(used) == reading.said(quotation)
                fate = Fate.IDENTICAL if same else Fate.TYPOGRAPHY
                return Trace(quotation, (fate,), at, frozenset(used))
        if len(forms) > _SHORT:
            return self._compared(reading, quotation, candidates)
        found = self._spelled_out(reading, quotation, sorted(set(linked)))
        if found is None and len(forms) == _SHORT:
            return self._one_word_off(reading, quotation, sorted(set(linked)))
        return found or Trace(quotation)

    def _spelled_out(
        self, reading: Reading, quotation: range, linked: Iterable[int]
    ) -> Trace | None:
        """Find a few quoted words in quotations of linked sentences, "it's" for "it is"."""
        own = spelled(reading, quotation)
        for at in linked:
            for part in self.every[at].quoted:
                theirs = spelled(self.every[at], part)
                start = _run([word.form for word in theirs], [word.form for word in own])
                if start is not None:
                    pairs = list(zip(theirs[start : start + len(own)], own, strict=True))
                    used = frozenset(above.at for above, _ in pairs)
                    return Trace(quotation, (Fate.ALTERED,), at, used, tuple(drawn_apart(pairs)))
        return None

    def _one_word_off(self, reading: Reading, quotation: range, linked: Iterable[int]) -> Trace:
        """Find three quoted words of which one is another, in quotations of linked sentences."""
        forms = reading.forms[quotation.start : quotation.stop]
        for at in linked:
            for part in self.every[at].quoted:
                for start in part[: 1 - _SHORT]:
                    theirs = self._forms[at][start : start + _SHORT]
                    off = [n for n in range(_SHORT) if theirs[n] != forms[n]]
                    same = set(theirs).intersection(forms)
                    if len(off) == 1 and any(map(self.lists.content, same)):
                        used = frozenset(start + n for n in range(_SHORT) if n != off[0])
                        other = Difference(
                            What.CHANGED, (start + off[0],), (quotation.start + off[0],)
                        )
                        return Trace(quotation, (Fate.ALTERED,), at, used, (other,))
        return Trace(quotation)

    def _candidates(self, forms: Sequence[str], linked: set[int]) -> list[int]:
        """Return the sentences that have most of the words, rare words counting more."""
        shared = dict.fromkeys(sorted(linked), 0.05 * len(forms))
        for form in dict.fromkeys(forms):
            places = self._where.get(form, ())
            if len(places) <= self._common:
                for at in places:
                    shared[at] = shared.get(at, 0.0) + 1.0 / len(places)
        return sorted(shared, key=lambda at: (-shared[at], at))[:_CANDIDATES]

    def _compared(self, reading: Reading, quotation: range, candidates: Sequence[int]) -> Trace:
        forms = set(reading.forms[quotation.start : quotation.stop])
        matched = {
            at: self._pairs(at, reading, quotation)
            for at in candidates
            if 3 * len(forms.intersection(self._forms[at])) >= len(forms)
        }
        if not matched:
            return Trace(quotation)
        best = max(matched, key=lambda at: len(matched[at]))
        pairs = matched.pop(best)
        other, second = self._second(reading, pairs, matched)
        pairs = [pair for pair in pairs if pair[1] not in second]
        found = self._weight(reading, {j for _, j in pairs} | second)
        if found < _FOUND * self._weight(reading, _unmarked(reading, quotation)):
            return Trace(quotation)
        differences = tuple(
            part._replace(rewrite=tuple(j for j in part.rewrite if j not in second))
            for part in self._differences(best, reading, quotation, pairs)
            if part.what is What.DROPPED or not second.issuperset(part.rewrite)
        )
        return Trace(
            quotation,
            self._fates(best, reading, differences, other),
            best,
            frozenset(i for i, _ in pairs),
            differences,
            other,
            self._taken(other, matched),
        )

    def _second(
        self,
        reading: Reading,
        first: Sequence[tuple[int, int]],
        matched: Mapping[int, Sequence[tuple[int, int]]],
    ) -> tuple[int | None, set[int]]:
        """Return the sentence with most of the words that the first has not, and its words.

        They must be an utterance, several words in a row. Small words that the first happens to
        have may be among them, but not for their own sake.
        """
        known, telling = {j for _, j in first}, self._telling(reading, first)
        best: tuple[int | None, set[int]] = (None, set())
        for at, pairs in matched.items():
            places = {j for _, j in pairs}
            new = places - known
            long = [run for run in in_a_row(places - telling) if len(run) >= _UTTERANCE]
            words = {j for run in long if self._says(reading, new.intersection(run)) for j in run}
            if len(words) > len(best[1]):
                best = at, words | new
        return best

    def _taken(
        self, other: int | None, matched: Mapping[int, Sequence[tuple[int, int]]]
    ) -> frozenset[int]:
        """Return the words of the second sentence that a quotation has, if they are most of it."""
        if other is None:
            return frozenset()
        taken = {i for i, _ in matched[other]}
        spoken = self._spoken(other, matched[other])
        return frozenset(taken if 2 * len(taken & spoken) >= len(spoken) else ())

    def _says(self, reading: Reading, places: Set[int]) -> bool:
        """Say whether some words are more than a few small ones."""
        long = any(len(run) >= _UTTERANCE for run in in_a_row(places))
        return long or any(self.lists.content(reading.forms[j]) for j in places)

    def _telling(self, reading: Reading, pairs: Sequence[tuple[int, int]]) -> set[int]:
        """Return the places of the matched words but for runs of function words alone."""
        return {
            j
            for run in runs(pairs)
            if any(self.lists.content(reading.forms[place]) for _, place in run)
            for _, j in run
        }

    def _weight(self, reading: Reading, places: Iterable[int]) -> float:
        forms = (reading.words[at].form for at in places)
        return sum(1.0 if self.lists.content(form) else _FUNCTION for form in forms)

    def _pairs(self, at: int, reading: Reading, quotation: range) -> list[tuple[int, int]]:
        forms = reading.forms[quotation.start : quotation.stop]
        found = matching(self._forms[at], forms, self.lists.content)
        spoken = self._spoken(at, found.kept)  # "of the bridge" behind "it is safe" was not said
        moved = (pair for pair in from_there(found) if pair[0] in spoken)
        return sorted(
            ((i, quotation.start + j) for i, j in (*found.kept, *moved)), key=lambda p: p[1]
        )

    def _differences(
        self, at: int, reading: Reading, quotation: range, pairs: Sequence[tuple[int, int]]
    ) -> Iterator[Difference]:
        spoken = self._spoken(at, pairs).difference(i for i, _ in pairs)
        (first, head), (last, tail) = pairs[0], pairs[-1]
        ends = (
            (first - 1 - (head - quotation.start), quotation.start - 1),
            (last + (quotation.stop - tail), quotation.stop),
        )
        for (i, j), (k, m) in pairwise((ends[0], *pairs, ends[1])):
            above = tuple(place for place in range(i + 1, k) if place in spoken)
            below = tuple(range(j + 1, m))
            drawn = self._drawn(at, reading, (i, j), above, below)
            if drawn:
                yield drawn
            elif k < i:
                yield Difference(What.MOVED, (), (*below, m) if m < quotation.stop else below)
            elif above or below:
                both = What.CHANGED if above and below else None
                yield Difference(both or (What.DROPPED if above else What.ADDED), above, below)
        for i, j in pairs:
            if self._forms[at][i] != reading.words[j].form:
                yield Difference(What.CHANGED, (i,), (j,))

    def _drawn(
        self,
        at: int,
        reading: Reading,
        before: tuple[int, int],
        above: tuple[int, ...],
        below: tuple[int, ...],
    ) -> Difference | None:
        """Return that "that is" became "that's", or the reverse: their forms differ by "is"."""
        gone, new = (above, below) if above else (below, above)
        short, long = (reading, self.every[at]) if above else (self.every[at], reading)
        place = before[1] if above else before[0]
        verb = len(gone) == 1 and not new and long.forms[gone[0]] in _DRAWN
        if not verb or place < 0 or not short.said(range(place, place + 1)).endswith(_ENDS):
            return None
        return Difference(What.CHANGED, (before[0], *above), (before[1], *below))

    def _spoken(self, at: int, pairs: Sequence[tuple[int, int]]) -> set[int]:
        """Return the words of a sentence that a quotation could have dropped.

        Of a quoted sentence those inside its quotation marks: "he said" between two halves is no
        loss.
        """
        source = self.every[at]
        quoted = {place for part in source.quoted for place in part}
        if sum(i in quoted for i, _ in pairs) * 2 > len(pairs):
            return quoted
        return set(range(len(source.words)))

    def _fates(
        self, at: int, reading: Reading, differences: Sequence[Difference], other: int | None
    ) -> tuple[Fate, ...]:
        new = {reading.words[j].form for part in differences for j in part.rewrite}
        source = self.every[at]
        dropped = [part.source for part in differences if part.what is What.DROPPED]
        turned = {form for places in dropped for form in turning(source, places, self.lists)}
        lost = {source.forms[i] for places in dropped for i in places}
        found = []
        if any(part.rewrite for part in differences) or turned:
            found.append(Fate.ALTERED)
        gone = lost - new - turned
        if gone - self.lists.ones - self.lists.definite or (gone and not found):
            found.append(Fate.CUT)  # an article alone went with the word that was altered
        if other is not None:
            found.append(Fate.MERGED)
        return tuple(found) or (Fate.TYPOGRAPHY,)


def _unmarked(reading: Reading, quotation: range) -> list[int]:
    """Return the words of a quotation that are not put in by the paper: "[The bridge] is safe"."""
    before = (reading.text[: reading.words[at].start] for at in quotation)
    inside = [text.count("[") > text.count("]") for text in before]
    return [at for at, put_in in zip(quotation, inside, strict=True) if not put_in]


@lru_cache(maxsize=256)
def _printed(text: str) -> tuple[str, ...]:
    """Return the forms of a text, À and É as A and E: some houses print capitals without accents.

    Ä and Ñ are other letters.
    """
    return tuple(
        _BARE.get(form[0], form[0]) + form[1:] if text[start].isupper() else form
        for start, _, form in words(text)
    )


def _run(source: Sequence[str], forms: Sequence[str]) -> int | None:
    """Return where `forms` stand one after the other in `source`."""
    for start in range(len(source) - len(forms) + 1):
        if source[start] == forms[0] and source[start : start + len(forms)] == forms:
            return start
    return None
