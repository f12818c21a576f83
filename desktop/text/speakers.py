"""Tell who speaks in every sentence of an article, and whether a rewrite lets another speak."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.lexicon import Lexicon
from desktop.text.matching import similar
from desktop.text.reading import Attribution, Reading, attributions


class Voice(NamedTuple):
    """Who speaks in a sentence. `verb` is "" where nobody is said to speak in this sentence.

    `speaker` holds the telling words of the speaker; where the sentence only says "she" or goes on
    with a quotation, they are those of the last speaker, and after a "she" not `sure`. `named`
    says whether a name is among them, `vague` whether it could be anybody ("one parent").
    `listener` is who is told, where the sentence says so.
    """

    verb: str
    speaker: frozenset[str]
    named: bool
    sure: bool = True
    vague: bool = False
    listener: str = ""


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
    verb = reading.words[said.verb].form
    listener = _listener(reading, said, lists)
    if not telling:
        return last._replace(verb=verb, sure=False, listener=listener)
    named = any(reading.text[w.start].isupper() and w.form in telling - lower for w in words)
    vague = not named and not lists.definite.intersection(word.form for word in words[:2])
    return Voice(verb, telling, named, True, vague, listener)


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
    for word in reading.words[said.verb + 1 : said.verb + 3]:
        if reading.text[word.start].isupper():
            return word.form
    return ""


class Changed(NamedTuple):
    """How the attribution of the same words differs; all False where it does not."""

    speaker: bool  # another one, or one that could be anybody
    verb: bool  # stronger: "said" became "admitted"
    listener: bool  # told to somebody the source does not know


def changed(rewrite: Voice, source: Voice, every: Sequence[Reading], lists: Lexicon) -> Changed:
    """Compare who speaks in a rewrite sentence with who speaks in its source sentence.

    `every` are all source sentences: "the director" is Calder where the source calls her so.
    """
    stronger = rewrite.verb in lists.strong and source.verb not in lists.strong
    known = {form for reading in every for form in reading.forms}
    return Changed(
        _other_speaker(rewrite, source, every),
        stronger and bool(source.speaker),
        bool(rewrite.listener) and rewrite.listener not in known,
    )


def _other_speaker(rewrite: Voice, source: Voice, every: Sequence[Reading]) -> bool:
    if not (rewrite.verb and rewrite.speaker and rewrite.sure and source.speaker and source.sure):
        return False
    if rewrite.vague and source.named:
        return True
    if not (rewrite.named or source.named) or _overlap(rewrite.speaker, source.speaker):
        return False
    return not any(_same_person(reading, rewrite.speaker, source.speaker) for reading in every)


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(similar(a, b) for a in one for b in other)


def _same_person(reading: Reading, one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether a sentence puts words of both close together, as a name and its role."""
    forms = reading.forms
    first = [at for at, form in enumerate(forms) if form in one]
    second = [at for at, form in enumerate(forms) if form in other]
    return any(abs(a - b) <= 5 for a in first for b in second)
