"""Ways to change a sentence of which we know whether its words are altered, by the codebook.

A word replaced, inflected, added, negated or moved inside quotation marks is altered; so is a wrong
or rounded number, another day, and a "not" lost or added in what is retold. Other marks, a
quotation broken off, interrupted or cut, and the same words in another sentence are not.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from desktop.text.lexicon import Lexicon
from desktop.text.linking.groups import alike
from desktop.text.wording.days import calendar, same
from desktop.text.wording.reading import Reading
from desktop.text.words import Word

INFLECTED = {
    "is": "was", "was": "is", "are": "were", "were": "are", "will": "would", "can": "could",
    "have": "had", "has": "had", "had": "have", "do": "did", "did": "do",
    "ist": "war", "war": "ist", "sind": "waren", "wird": "würde", "haben": "hatten", "hat": "hatte",
    "est": "était", "sont": "étaient", "a": "avait", "ont": "avaient", "était": "est",
}  # fmt: skip
FUNCTION = {
    "and": "but", "but": "and", "the": "a", "a": "the", "to": "for", "we": "they", "i": "we",
    "und": "aber", "wir": "sie", "ich": "wir", "et": "mais", "nous": "ils", "de": "pour",
}  # fmt: skip
ABOUT = {
    "en": "about",
    "de": "rund",
    "fr": "environ",
    "es": "unos",
    "it": "circa",
    "pt": "cerca de",
    "nl": "ongeveer",
    "ru": "около",
}
NOT = {
    "en": "not",
    "de": "nicht",
    "fr": "pas",
    "es": "no",
    "it": "non",
    "pt": "não",
    "nl": "niet",
    "ru": "не",
}
FRAMES = {
    "en": "On Friday she told the Post at length, as many had feared, that “{}” was her view.",
    "de": "Am Freitag erklärte sie der Post ausführlich, wie viele befürchtet hatten, „{}“ sei es.",
    "fr": "Vendredi, comme beaucoup le craignaient, elle a longuement dit au Post que « {} ».",
    "es": "El viernes contó con detalle al Post, como muchos temían, que «{}» era su parecer.",
    "it": "Venerdì ha raccontato a lungo al Post, come molti temevano, che «{}» era la sua idea.",
    "pt": "Na sexta-feira contou longamente ao Post, como muitos temiam, que “{}” era a sua ideia.",
    "nl": "Vrijdag vertelde zij de Post uitvoerig, zoals velen vreesden, dat “{}” haar mening was.",
    "ru": "В пятницу она подробно рассказала газете, как многие опасались, что «{}» её мнение.",
}
MARKS = ("«{}»", "„{}“", "‘{}’", '"{}"', "»{}«", "“{}”", "'{}'")
_PARTIAL = 5  # words of a quotation within a sentence of others


class Change(NamedTuple):
    """A sentence changed in one way, and whether that altered it."""

    way: str
    sentence: str
    altered: bool


def _replaced(reading: Reading, word: Word, new: str) -> str:
    text = reading.text
    if text[word.start].isupper():
        new = new[:1].upper() + new[1:]
    return text[: word.start] + new + text[word.end :]


def _dropped(reading: Reading, word: Word) -> str:
    return reading.text[: word.start] + reading.text[word.end :].lstrip()


class Speech(NamedTuple):
    """A quotation of a sentence: positions of its words; `pool` are words to put into it."""

    reading: Reading
    part: range
    lists: Lexicon
    pool: Sequence[str]
    random: Random

    def some(self, fits: Callable[[Word], bool]) -> list[Word]:
        """Return one of the quotation's words that fit, or none."""
        found = [self.reading.words[at] for at in self.part if fits(self.reading.words[at])]
        return [self.random.choice(found)] if found else []

    def content(self, word: Word) -> bool:
        return self.lists.content(word.form) and word.form.isalpha()


def altered_words(speech: Speech) -> Iterator[Change]:
    """Yield quotations in which words were altered."""
    for way, sentence in (
        *_other_content(speech),
        *_other_small_words(speech),
        *_turned(speech),
        *_other_numbers(speech),
        *_swapped(speech),
    ):
        yield Change(way, sentence, True)


def _other_content(speech: Speech) -> Iterator[tuple[str, str]]:
    reading, lists, random = speech.reading, speech.lists, speech.random
    for word in speech.some(speech.content):
        yield "another word", _replaced(reading, word, random.choice(speech.pool))
        new = f"{random.choice(speech.pool)} {reading.text[word.start : word.end]}"
        yield "a word added", _replaced(reading, word, new)
    for word in speech.some(lambda word: bool(_synonyms(word.form, lists))):
        yield "a synonym", _replaced(reading, word, random.choice(_synonyms(word.form, lists)))
    for word in speech.some(lambda word: speech.content(word) and len(word.form) > 3):
        new = word.form[:-1] if word.form.endswith(("s", "e", "n")) else word.form + "s"
        yield "another ending", _replaced(reading, word, new)


def _other_small_words(speech: Speech) -> Iterator[tuple[str, str]]:
    for word in speech.some(lambda word: word.form in INFLECTED):
        yield "another tense", _replaced(speech.reading, word, INFLECTED[word.form])
    for word in speech.some(lambda word: word.form in FUNCTION):
        yield "another small word", _replaced(speech.reading, word, FUNCTION[word.form])


def _turned(speech: Speech) -> Iterator[tuple[str, str]]:
    reading, lists = speech.reading, speech.lists
    for word in speech.some(lambda word: word.form in lists.negation):
        yield "a not dropped", _dropped(reading, word)
    for word in speech.some(lambda word: word.form in INFLECTED):
        new = f"{reading.text[word.start : word.end]} {NOT[lists.language]}"
        yield "a not added", _replaced(reading, word, new)


def _other_numbers(speech: Speech) -> Iterator[tuple[str, str]]:
    for number in speech.reading.numbers:
        if number.at.start in speech.part and len(number.at) == 1:
            word = speech.reading.words[number.at.start]
            yield "another number", _replaced(speech.reading, word, f"{number.value + 3:g}")


def _synonyms(form: str, lists: Lexicon) -> list[str]:
    own = set(alike(form, lists.language))
    known = ("killed", "big", "close", "help", "start", "people", "money", "said", "old", "hard")
    return [other for other in known if other != form and own & set(alike(other, lists.language))]


def _swapped(speech: Speech) -> Iterator[tuple[str, str]]:
    words, text = speech.reading.words, speech.reading.text
    for at in speech.part[1:-1]:
        one, other = words[at], words[at + 1]
        if speech.content(one) and speech.content(other) and one.form != other.form:
            swapped = f"{text[other.start : other.end]} {text[one.start : one.end]}"
            yield "words in another order", text[: one.start] + swapped + text[other.end :]
            return


def same_words(speech: Speech) -> Iterator[Change]:
    """Yield quotations whose words are the source's, or cut."""
    reading, part = speech.reading, speech.part
    said = reading.said(part)
    yield Change("other marks", speech.random.choice(MARKS).format(said), False)
    yield Change("another speaker", f"She said: “{said}.”", False)
    half = part.start + len(part) // 2
    first, second = reading.said(part[: half - part.start]), reading.said(part[half - part.start :])
    yield Change("interrupted", f"“{first},” she said on Friday, “{second}.”", False)
    yield Change("the first half", f"“{first},” she said.", False)
    yield Change("the second half", f"“{second[:1].upper()}{second[1:]},” she said.", False)
    for word in speech.some(speech.content):
        yield Change("a word cut", _dropped(reading, word), False)
    if len(part) >= 9:
        third = len(part) // 3
        ends = reading.said(part[:third]), reading.said(part[-third:])
        yield Change("the middle cut, marked", "“{} … {},” she said.".format(*ends), False)


def partial(speech: Speech) -> Iterator[Change]:
    """Yield a few words of a quotation within a sentence of others, as they are and altered."""
    part = speech.part[1 : 1 + _PARTIAL]
    if len(part) < _PARTIAL:
        return
    frame, said = FRAMES[speech.lists.language], speech.reading.said(part)
    yield Change("a part within other words", frame.format(said), False)
    for word in speech._replace(part=part).some(speech.content):
        start = speech.reading.words[part.start].start
        new = speech.random.choice(speech.pool)
        changed = said[: word.start - start] + new + said[word.end - start :]
        yield Change("a part within other words, altered", frame.format(changed), True)


def short(speech: Speech) -> Iterator[Change]:
    """Yield three words of a quotation within other words, the last of them another one."""
    part = speech.part[1:4]
    words = [speech.reading.words[at] for at in part]
    if len(part) == 3 and any(map(speech.content, words[:2])):
        frame, said = FRAMES[speech.lists.language], speech.reading.said(part[:2])
        last = speech.random.choice(speech.pool)
        yield Change("two of three words", frame.format(f"{said} {last}"), True)


def merged(one: Speech, other: Speech) -> Change:
    """Return two quotations run together: merged, and altered by the word that joins them."""
    join = FUNCTION.get("and" if one.lists.language == "en" else "und", "but")
    said = one.reading.said(one.part), other.reading.said(other.part)
    sentence = f"“{said[0]}, {join} {said[1][:1].lower()}{said[1][1:]},” she said."
    return Change("two joined by a word", sentence, True)


def retold(
    reading: Reading, sources: Sequence[Reading], lists: Lexicon, random: Random
) -> Iterator[Change]:
    """Yield a retold sentence with another number or day, or a "not" less than the source has."""
    quoted = {at for part in reading.quoted for at in part}
    values = {number.value for source in sources for number in source.numbers}
    free = [word for at, word in enumerate(reading.words) if at not in quoted]
    for number in reading.numbers:
        word = reading.words[number.at.start]
        if word in free and len(number.at) == 1 and number.value in values and not number.is_year:
            wrong, near = _wrong(number.value, random), _rounded(number.value, lists)
            yield Change("retold, another number", _replaced(reading, word, wrong), True)
            if near:
                yield Change("retold, rounded", _replaced(reading, word, near), True)
    forms = {form for source in sources for form in source.forms}
    for word in free:
        for names in calendar(lists):
            if word.form in names & forms:
                new = random.choice(_others(names, word.form)).title()
                yield Change("retold, another day", _replaced(reading, word, new), True)
        if word.form in lists.negation & forms:
            yield Change("retold, a not dropped", _dropped(reading, word), True)


def _others(names: Iterable[str], form: str) -> list[str]:
    return sorted(name for name in names if len(name) > 4 and not same(name, form))


def _wrong(value: float, random: Random) -> str:
    new = round(value * random.choice((0.8, 0.9, 1.1, 1.2)))
    return str(new if new != value else new + 1)


def _rounded(value: float, lists: Lexicon) -> str:
    """Return a number in round words, "" where it is round already."""
    size = 10 ** (len(f"{value:.0f}") - 1)
    near = round(value / size) * size
    if value < 13 or near == value or abs(near - value) > 0.1 * value:
        return ""
    return f"{ABOUT[lists.language]} {near:g}"
