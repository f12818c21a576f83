"""Read the sentences of an article for what is said, by whom, and what is quoted."""

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
_CITED = 5  # words of a clause that holds no more than who is cited
_SPEECH = 3  # quoted words that may be somebody's speech
_LONGEST = 80  # words of a clause
_DENIED = 2  # words between a verb and its "not"
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


class Attribution(NamedTuple):
    """Who says something in a sentence: the verb's position and those of the speaker's words."""

    verb: int
    speaker: range  # empty where the sentence names none


def attributions(reading: Reading, lists: Lexicon) -> tuple[Attribution, ...]:
    """Return the verbs of saying outside quotation marks, in order, each with its speaker.

    The speaker is looked for in the verb's clause: before it ("Calder said"), else after it
    ("said Ines Calder", "according to the mayor"). Where no verb is known, one beside a name behind
    a quotation says who speaks as well ("Calder countered").
    """
    silent = lists.say.isdisjoint(reading.forms) and lists.strong.isdisjoint(reading.forms)
    inside = {at for part in reading.quoted for at in part}
    found = tuple(
        Attribution(at, _speaker(reading, at, inside, lists))
        for at, word in enumerate(() if silent else reading.words)
        if at not in inside
        and lists.saying(word.form)
        and not _is_denied(reading, at, lists)
        and not _describes(reading, at, lists)
    )
    return found or tuple(_beside_names(reading, inside, lists))


def _is_denied(reading: Reading, verb: int, lists: Lexicon) -> bool:
    """Say whether nobody said so: "did not say", "äußerten sich nicht"."""
    start = verb
    while start and verb - start < _DENIED and not breaks(reading, start - 1):
        start -= 1
    onward = list(clause(reading, verb, _DENIED + 2))
    last = onward[-1:] if len(onward) <= _DENIED + 1 else []
    return any(reading.forms[at] in lists.negation for at in (*range(start, verb), *last))


def _describes(reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether a form of a verb tells of the noun behind it: "an estimated 70,000 euros"."""
    behind = reading.forms[at + 1 : at + 2]
    if not behind or lists.ones.isdisjoint(reading.forms[max(at - 1, 0) : at]):
        return False
    return lists.content(behind[0]) and not breaks(reading, at)


def _beside_names(reading: Reading, inside: set[int], lists: Lexicon) -> Iterator[Attribution]:
    """Yield a word that stands alone with a name or "she" in the clause behind a quotation."""
    for part in reading.quoted:
        if len(part) < _SPEECH or part.stop >= len(reading.words) or part.stop in inside:
            continue
        beside = list(clause(reading, part.stop, _CITED + 1))
        names = [at for at in beside if _is_called(reading, at, lists)]
        verbs = [at for at in beside if at not in names and lists.content(reading.forms[at])]
        if names and len(verbs) == 1 and len(beside) <= _CITED:
            yield Attribution(verbs[0], range(names[0], names[-1] + 1))


def _is_called(reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether a word is a name or a pronoun."""
    return reading.text[reading.words[at].start].isupper() or reading.forms[at] in lists.pronouns


def _speaker(reading: Reading, verb: int, inside: set[int], lists: Lexicon) -> range:
    if reading.forms[verb] in lists.cites:
        return _cited(reading, verb, lists)
    around = clause_around(reading, verb, inside)
    start, end = around.start, around.stop
    if any(_names(reading, at, lists) for at in range(start, verb)):
        return range(start, verb)
    behind = range(verb + 1, end)
    if end not in inside and _is_named(reading, behind, lists, reading.forms[verb] in lists.tell):
        return behind  # "said Ines Calder", "a dit Anne Roy"
    if start == verb and verb and verb - 1 not in inside:
        return _subject(reading, verb, inside)
    if start < verb:
        return range(start, verb)
    pronoun = not (lists.pronouns - lists.definite).isdisjoint(reading.forms[verb + 1 : verb + 2])
    return range(verb + 1, verb + 2 if pronoun else end)  # "said she to reporters"


def _cited(reading: Reading, verb: int, lists: Lexicon) -> range:
    """Return who is cited: small words, one that tells, and the names behind it.

    The whole rest of the clause, if it is short or has no small word: "the regional tourist board".
    """
    end, told = verb + 1, False
    stop = clause_around(reading, verb).stop
    if stop - verb <= _CITED:
        return range(verb + 1, stop)
    while end < stop:
        name = reading.text[reading.words[end].start].isupper()
        if told and not name:
            whole = all(lists.content(form) for form in reading.forms[end:stop])
            end = stop if whole and stop - end < _CITED else end
            break
        told = told or lists.content(reading.forms[end])
        end += 1
    return range(verb + 1, end)


def _is_named(reading: Reading, part: range, lists: Lexicon, told: bool) -> bool:
    """Say whether a few words hold a name: "said chairwoman Miriam Oltmanns".

    Behind "told" stands who hears it, but hardly with a name of two words at the end.
    """
    large = [at for at in part if reading.text[reading.words[at].start].isupper()]
    if len(part) > _CITED or (told and [*part[-2:]] != large[-2:]):
        return False
    return any(reading.forms[at] not in lists.weekdays | lists.months for at in large)


def _subject(reading: Reading, verb: int, inside: set[int]) -> range:
    """Return the first clause after any quotation: "Ines Calder, the director, said".

    If it calls nobody by name, the next one belongs to it: "its director, Ines Calder, said".
    """
    start = max((at + 1 for at in inside if at < verb), default=0)
    first = start + len(list(clause(reading, start, verb - start)))
    second = first + len(list(clause(reading, first, verb - first)))
    behind = range(max(start, 1), first)  # the first word of a sentence is written large
    named = any(reading.text[reading.words[at].start].isupper() for at in behind)
    return range(start, first if named else second)


def words_of_doubt(reading: Reading, phrases: Phrases, lists: Lexicon) -> Iterator[range]:
    """Yield where one of some words of doubt stands; "12 May" and "Theresa May" are none."""
    for part in hits(reading.forms, phrases):
        start = reading.words[part.start].start
        beside = reading.forms[max(part.start - 1, 0) : part.start] + reading.forms[part.stop :][:1]
        name = start > 0 and reading.text[start].isupper()
        month = len(part) == 1 and reading.forms[part.start] in lists.months
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


def _names(reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether a word can stand for a speaker: a telling word or a pronoun."""
    form = reading.words[at].form
    return lists.content(form) or form in lists.pronouns
