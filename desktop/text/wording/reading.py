"""Read the sentences of an article: words, numbers, quotations, clauses, doubts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import accumulate
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, Phrases, hits
from desktop.text.numerals import Numeral, numerals
from desktop.text.quotations import quotations
from desktop.text.words import Word, forms, words

_BREAKS = frozenset(',;:.?!–—“”„«»"()…')
_BUT_A_DOT = _BREAKS - {"."}
_DATELINE = re.compile(
    r"[^\W\d_][^!?()\n]{0,40}\([^()]{2,40}\)(?:[.:]?\s?[-–—.]{1,2}\s)"  # ALDERTON (CPS) —
    r"|[^\W\d_a-zà-ÿа-я][^\Wa-zà-ÿа-я]+[^.!?()\n]{0,40}?\s[–—-]{1,2}\s"  # ALDERTON, May 3 –
)
_LONGEST = 80  # words of a clause
_HEDGE = 3  # words a hedge may have
_TITLE = 4  # letters of "Dr.", "Gov.", "Prof."
_PER_CENT = re.compile(
    r"\s?(?:%|(?:per ?cento?|prozent|pour ?cent|procent|por ?cien(?:to)?|por ?cento)\b|процент\w*)",
    re.IGNORECASE,
)


TABLE = 30
"""More numbers than a sentence has: what has more is a table, and not judged by them."""


class Reading(NamedTuple):
    """One sentence with its words; ranges are positions of words, from `start` up to `end`."""

    text: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]  # of the words
    plain: tuple[str, ...]  # the same, with the values of numbers: "sixty-four" is "64", "64·1"
    numbers: tuple[Numeral, ...]
    quoted: tuple[range, ...]  # inside quotation marks, not counting quotations within those

    @property
    def quoted_words(self) -> int:
        """How many words stand inside quotation marks."""
        return sum(map(len, self.quoted))

    def said(self, part: range) -> str:
        """Return the text from the first to the last word of a range."""
        return self.text[self.words[part.start].start : self.words[part.stop - 1].end]

    @property
    def dateline(self) -> range:
        """The words of the dateline that opens the sentence: "MOSCOW (AP) —"; empty without one."""
        found = _DATELINE.match(self.text)
        end = found.end() if found else 0
        return range(sum(word.end <= end for word in self.words))

    def compound(self, at: int) -> str:
        """Return the word at a position with those that hyphens tie to it: "terça-feira"."""
        end = at + 1
        while end < len(self.words) and self.tied(end):
            end += 1
        while at and self.tied(at):
            at -= 1
        return self.said(range(at, end))

    def tied(self, at: int) -> bool:
        """Say whether a hyphen ties a word to the one before it."""
        return self.text[self.words[at - 1].end : self.words[at].start] in ("-", "\u2010")

    def figure(self, part: range) -> str:
        """Return a range as `said` does, with the currency or per cent beside it."""
        start = self.words[part.start].start
        sign = self.text[max(start - 1, 0) : start]
        return (sign if sign in "$£€¥" else "") + self.said(part) + self.per_cent(part)

    def end(self, part: range) -> int:
        """Return where a range ends, with the per cent beside it if that is a word."""
        return part.stop + len(forms(self.per_cent(part)))

    def per_cent(self, part: range) -> str:
        """Return the words or the sign for per cent behind a range, "" where there are none."""
        found = _PER_CENT.match(self.text, self.words[part.stop - 1].end)
        return found[0] if found else ""


def readings(texts: Sequence[str], lists: Lexicon) -> tuple[Reading, ...]:
    """Return a reading of each sentence; quotations may run over several of them."""
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    quoted: list[list[range]] = [[] for _ in texts]
    for found in quotations("\n".join(texts)):
        if found.level:
            continue
        last = bisect_left(starts, found.inside.end)
        for at in range(bisect_right(starts, found.inside.start) - 1, last):
            inside = found.inside.start - starts[at], found.inside.end - starts[at]
            part = _inside(words(texts[at]), *inside)
            if part:
                quoted[at].append(part)
    return tuple(
        _reading(text, tuple(parts), lists) for text, parts in zip(texts, quoted, strict=True)
    )


def _reading(text: str, quoted: tuple[range, ...], lists: Lexicon) -> Reading:
    found = words(text)
    numbers = numerals(text, lists.language)
    own = forms(text)
    plain = list(own)
    for number in numbers:
        value = [number.form, *(f"{number.form}·{n}" for n in range(1, len(number.at)))]
        plain[number.at.start : number.at.stop] = value
    return Reading(text, found, own, tuple(plain), numbers, quoted)


def _inside(all_words: Sequence[Word], start: int, end: int) -> range:
    first = bisect_left(all_words, start, key=lambda word: word.start)
    return range(first, bisect_right(all_words, end, key=lambda word: word.end))


def words_of_doubt(reading: Reading, phrases: Phrases, lists: Lexicon) -> Iterator[range]:
    """Yield where one of some words of doubt stands; "12 May" and "Theresa May" are none."""
    for part in hits(reading.forms, phrases):
        start = reading.words[part.start].start
        beside = reading.forms[max(part.start - 1, 0) : part.start] + reading.forms[part.stop :][:1]
        large = reading.text[start].isupper()
        name = start > 0 and large
        month = large and len(part) == 1 and reading.forms[part.start] in lists.months
        if not name and not (month and any(form[0].isdecimal() for form in beside)):
            yield part


def breaks(reading: Reading, at: int) -> bool:
    """Say whether a clause ends between word `at` and the next; after "Dr." none does."""
    word = reading.words[at]
    between = reading.text[word.end : reading.words[at + 1].start]
    title = word.end - word.start <= _TITLE and reading.text[word.start].isupper()
    return not (_BUT_A_DOT if title else _BREAKS).isdisjoint(between)


def softened(reading: Reading, number: Numeral, lists: Lexicon) -> range:
    """Return a number with the hedge right before it."""
    start = max(number.at.start - _HEDGE, 0)
    before = reading.forms[start : number.at.start]
    stops = (len(before), len(before) - (not lists.ones.isdisjoint(before[-1:])))  # "about a 5%"
    ends = [start + part.start for part in hits(before, lists.hedges) if part.stop in stops]
    if not ends or any(breaks(reading, at) for at in range(ends[0], number.at.start)):
        return number.at
    return range(ends[0], number.at.stop)


def clause_around(reading: Reading, at: int, inside: Set[int] = frozenset()) -> range:
    """Return the clause a word stands in, without quotations, whose words are `inside`.

    Of a clause that is longer than any the words far off are left out.
    """
    start, stop = at, at + 1
    first, last = max(at - _LONGEST, 0), min(at + _LONGEST, len(reading.words))
    while start > first and start - 1 not in inside and not breaks(reading, start - 1):
        start -= 1
    while stop < last and stop not in inside and not breaks(reading, stop - 1):
        stop += 1
    return range(start, stop)


def clause(reading: Reading, start: int, most: int) -> Iterator[int]:
    """Yield the places from `start` to the end of its clause, `most` at the most."""
    for at in range(start, min(start + most, len(reading.words))):
        if at > start and breaks(reading, at - 1):
            return
        yield at
