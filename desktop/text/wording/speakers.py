"""Tell who speaks in every sentence of an article, and whether a rewrite lets another speak."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.text.lexicon import Lexicon
from desktop.text.wording.attributions import Attribution, attributions, verb_of
from desktop.text.wording.matching import similar
from desktop.text.wording.reading import Reading
from desktop.text.words import forms


class Voice(NamedTuple):
    """Who speaks in a sentence. `verb` is "" where nobody is said to speak in this sentence.

    `speaker` holds the telling words of the speaker; where the sentence only says "she" or goes on
    with a quotation, they are those of the last speaker, and after a "she" not `sure`. `named`
    says whether a name is among them, `vague` whether it could be anybody ("one parent").
    `listener` is who is told, where the sentence says so; `who` are the speaker's words as they
    stand.
    """

    verb: str
    speaker: frozenset[str]
    named: bool
    sure: bool = True
    vague: bool = False
    listener: str = ""
    who: str = ""


_BESIDE = 5  # words between a name and the role it goes with
NOBODY = Voice("", frozenset(), False)


def voices(every: Sequence[Reading], lists: Lexicon) -> tuple[Voice, ...]:
    """Return who speaks in each sentence of an article, in order."""
    lower = {word.form for r in every for word in r.words if r.text[word.start].islower()}
    found = []
    last = NOBODY
    for reading in every:
        voice = _voice(reading, last, lists, lower)
        if voice.speaker:
            last = voice
        found.append(voice)
    return tuple(found)


def _voice(reading: Reading, last: Voice, lists: Lexicon, lower: set[str]) -> Voice:
    said = _main(reading, attributions(reading, lists))
    if said is None:
        whole = reading.quoted_words >= len(reading.words) - 1 > 0
        return last._replace(verb="", listener="") if whole else NOBODY
    words = [reading.words[at] for at in said.speaker]
    telling = frozenset(word.form for word in words if lists.content(word.form))
    verb = verb_of(reading, said.verb, lists)
    listener = _listener(reading, said, lists)
    if not telling:
        return last._replace(verb=verb, sure=False, listener=listener)
    named = any(reading.text[w.start].isupper() and w.form in telling - lower for w in words)
    first = words[0].form
    vague = not named and first in lists.function and first not in lists.definite
    who = _who(reading, said.speaker, lists)
    return Voice(verb, telling, named, True, vague, listener, who)


def _who(reading: Reading, speaker: range, lists: Lexicon) -> str:
    """Return a speaker as they are called, without "which" before and "on Friday" after it."""
    start, stop = speaker.start, speaker.stop
    days = [at for at in speaker if reading.forms[at] in lists.weekdays]
    stop = days[0] if days and days[0] > start else stop
    while start < stop - 1 and _small(reading.forms[start], lists):
        start += 1
    while stop > start + 1 and _small(reading.forms[stop - 1], lists):
        stop -= 1
    return reading.said(range(start, stop))


def _small(form: str, lists: Lexicon) -> bool:
    """Say whether a word tells nothing of a speaker: not "the", nor "an" that makes it vague."""
    return form in lists.function and form not in lists.definite | lists.ones


def _main(reading: Reading, found: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution that counts: the nearest to a quotation, else the first."""
    with_speaker = [said for said in found if len(said.speaker)] or found
    ends = [end for part in reading.quoted for end in (part.start, part.stop)]
    if not with_speaker:
        return None
    if not ends:
        return with_speaker[0]
    return min(with_speaker, key=lambda said: min(abs(said.verb - end) for end in ends))


def _listener(reading: Reading, said: Attribution, lists: Lexicon) -> str:
    """Return the name that follows a verb of telling: "told the Post"; "" where none does."""
    if reading.words[said.verb].form not in lists.tell:
        return ""
    for at, word in enumerate(reading.words[said.verb + 1 : said.verb + 3], said.verb + 1):
        if at not in said.speaker and reading.text[word.start].isupper():
            return reading.text[word.start : word.end]
    return ""


class Changed(NamedTuple):
    """How the attribution of the same words differs; all False where it does not."""

    speaker: bool  # another one, or one that could be anybody
    verb: bool  # stronger: "said" became "admitted"
    listener: bool  # told to somebody the source does not know


class Cast:
    """Who speaks in the source, and by which words the source calls them.

    `where` tells in which of its sentences a form stands, as `support.index` does.
    """

    def __init__(
        self, source: Sequence[Reading], lists: Lexicon, where: Mapping[str, Sequence[int]]
    ) -> None:
        self.voices = voices(source, lists)
        self._lists = lists
        self._source = source
        self._where = where

    def changed(self, rewrite: Voice, reading: Reading, at: int) -> Changed:
        """Compare who speaks in a rewrite sentence with who speaks in source sentence `at`.

        Who is named in the rewrite sentence, beside what it quotes, is taken for its speaker, where
        the words before its verb call nobody else.
        """
        source = self.voices[at]
        inside = {place for part in reading.quoted for place in part}
        told_of = {form for place, form in enumerate(reading.forms) if place not in inside}
        called = rewrite.named or rewrite.vague
        same = source.named and not called and not source.speaker.isdisjoint(told_of)
        strong = self._lists.strong
        said = any(similar(rewrite.verb, form) for form in self._source[at].forms)
        harder = rewrite.verb in strong and source.verb not in strong and not said
        return Changed(
            not same and self._other_speaker(rewrite, source),
            harder and bool(source.speaker),
            any(form not in self._where for form in forms(rewrite.listener)),
        )

    def _other_speaker(self, rewrite: Voice, source: Voice) -> bool:
        if not (rewrite.verb and rewrite.speaker and rewrite.sure and source.speaker):
            return False
        if not source.sure:  # "she": only somebody the source never names is surely another
            return rewrite.named and self._where.keys().isdisjoint(rewrite.speaker)
        if rewrite.vague and source.named:
            return True
        if not (rewrite.named or source.named) or _overlap(rewrite.speaker, source.speaker):
            return False
        return not self._one_person(rewrite.speaker, source.speaker)

    def _one_person(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Say whether the source puts words of both close together, as a name and its role."""
        shared = self._sentences(one) & self._sentences(other)
        return any(_close(self._source[at].forms, one, other) for at in shared)

    def _sentences(self, forms: frozenset[str]) -> set[int]:
        return {at for form in forms for at in self._where.get(form, ())}


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(similar(a, b) for a in one for b in other)


def _close(forms: Sequence[str], one: frozenset[str], other: frozenset[str]) -> bool:
    first = [at for at, form in enumerate(forms) if form in one]
    second = [at for at, form in enumerate(forms) if form in other]
    return any(abs(a - b) <= _BESIDE for a in first for b in second)
