"""Find who says something in a sentence: the verb of saying, and its speaker."""

from collections.abc import Iterator
from typing import NamedTuple

from desktop.text.lexicon import Lexicon
from desktop.text.wording.reading import Reading, breaks, clause, clause_around

_CITED = 5  # words of a clause that holds no more than who is cited
_FRAME = 8  # words from a verb to its particle
_SPEECH = 3  # quoted words that may be somebody's speech
_CLOSES = (":", ".", "")  # what may stand behind a name that closes who is speaking
_DENIED = 2  # words between a verb and its "not"


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
    verbs = (lists.say, lists.strong, lists.parted.keys())
    silent = all(known.isdisjoint(reading.forms) for known in verbs)
    inside = {at for part in reading.quoted for at in part}
    found = tuple(
        Attribution(at, _speaker(reading, at, inside, lists))
        for at in (() if silent else range(len(reading.words)))
        if at not in inside
        and lists.saying(verb_of(reading, at, lists))
        and not _is_denied(reading, at, lists)
        and not _describes(reading, at, lists)
    )
    return found or tuple(_beside_names(reading, inside, lists))


def verb_of(reading: Reading, at: int, lists: Lexicon) -> str:
    """Return the verb at a place, with the particle that ends its clause: "gab … zu" is "zugab"."""
    form = reading.forms[at]
    if form not in lists.parted:
        return form
    end = clause_around(reading, at).stop
    ends = reading.forms[end - 1] == lists.parted[form] and end - at <= _FRAME
    return lists.parted[form] + form if ends else form


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
    behind = range(verb + 1, _with_name(reading, end, inside))
    if len(behind) > end - verb - 1:
        return behind
    if end not in inside and _is_named(reading, behind, lists, reading.forms[verb] in lists.tell):
        return behind  # "said Ines Calder", "a dit Anne Roy"
    if start == verb and verb and verb - 1 not in inside:
        return _subject(reading, verb, inside, lists)
    if start < verb:
        return range(start, verb)
    pronoun = not (lists.pronouns - lists.definite).isdisjoint(reading.forms[verb + 1 : verb + 2])
    return range(verb + 1, verb + 2 if pronoun else end)  # "said she to reporters"


def _with_name(reading: Reading, end: int, inside: set[int]) -> int:
    """Return where a name ends that stands behind a role and closes what is said of the speaker:
    "said its director, Ines Calder."; `end` where none does."""
    name = list(clause(reading, end, _CITED + 1))
    if not 1 < len(name) <= _CITED or not inside.isdisjoint((end - 1, *name)):
        return end
    between = reading.text[reading.words[end - 1].end : reading.words[end].start]
    behind = reading.text[reading.words[name[-1]].end :].lstrip()
    large = all(reading.text[reading.words[at].start].isupper() for at in name)
    return name[-1] + 1 if large and between == ", " and behind[:1] in _CLOSES else end


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


def _subject(reading: Reading, verb: int, inside: set[int], lists: Lexicon) -> range:
    """Return the first clause after any quotation: "Ines Calder, the director, said".

    If it calls nobody by name, the next one belongs to it: "its director, Ines Calder, said".
    """
    start = max((at + 1 for at in inside if at < verb), default=0)
    first = start + len(list(clause(reading, start, verb - start)))
    second = first + len(list(clause(reading, first, verb - first)))
    behind = range(max(start, 1), first)  # the first word of a sentence is written large
    named = any(reading.text[reading.words[at].start].isupper() for at in behind)
    stop = first if named else second
    said = (at for at in range(start + 1, stop) if lists.saying(reading.forms[at]))
    return range(start, next(said, stop))  # "a spokesman said, adding"


def _names(reading: Reading, at: int, lists: Lexicon) -> bool:
    """Say whether a word can stand for a speaker: a telling word or a pronoun."""
    form = reading.words[at].form
    return lists.content(form) or form in lists.pronouns
