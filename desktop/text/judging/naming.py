"""Name the words a reason rests on, as a reader will find them in the text."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.text.judging.evidence import Pair
from desktop.text.lexicon import Lexicon
from desktop.text.wording.reading import Reading, breaks

_SHOWN = 3  # words, figures or names in a reason
_NAME = 4  # words of a name


def named(reading: Reading, places: Iterable[int], pair: Pair, whole: bool = False) -> str:
    """Return the most telling words among some places, as they stand: “nine”, “Millbrook Bridge”.

    Of names, figures and plain words that are equally rare in the pair, plain and short ones come
    last. `whole` lets a name have its other words too, which are not among the places.
    """
    parts = _parts(reading, places, pair.lists, whole)
    words = {part: _shown(reading, part) for part in parts}
    telling = sorted(parts, key=lambda part: (_plain(reading, part), -len(words[part])))
    rarest = sorted(telling, key=lambda part: -_rarity(reading, part, pair.weights))
    shown: list[str] = []
    for part in sorted(rarest[:_SHOWN], key=lambda part: part.start):
        if not any(words[part] in other for other in shown):
            shown.append(words[part])
    return ", ".join(f"“{word}”" for word in shown)


def _parts(reading: Reading, places: Iterable[int], lists: Lexicon, whole: bool) -> list[range]:
    """Return what stands at some places, each form once.

    Figures with their units, compounds with hyphens and names of several words stay whole.
    """
    told = [number.told(reading.forms, lists) for number in reading.numbers]
    figures = {at: part for part in told for at in part}
    asked = sorted(places)
    known = set[str]()
    found: list[range] = []
    for at in asked:
        form = reading.forms[at]
        if found and at in found[-1]:
            continue
        if found and found[-1].stop == at and _goes_on(reading, found[-1], at):
            found[-1] = range(found[-1].start, at + 1)
        elif at in figures:
            found.append(figures[at])
        elif len(form) > 1 and form not in known:
            found.append(range(at, at + 1))
        known.add(form)
    return list(dict.fromkeys(_grown(reading, part) for part in found)) if whole else found


def _grown(reading: Reading, part: range) -> range:
    """Return a name with the words of it before and after."""
    start, stop = part.start, part.stop
    while stop < len(reading.words) and _goes_on(reading, range(start, stop), stop):
        stop += 1
    while start > 1 and stop - start < _NAME and _goes_on(reading, range(start - 1, start), start):
        start -= 1  # not to the first word: it has a capital in any case
    return range(start, stop)


def _goes_on(reading: Reading, part: range, at: int) -> bool:
    """Say whether a word belongs to what stands before it: "Safety Office", "Covid-19"."""
    if reading.tied(at):
        return True
    first = (at + 1,) if part == range(1) else ()  # a first word has a capital in any case
    capitals = all(map(str.isupper, _firsts(reading, (*part, at, *first))))
    return capitals and len(part) < _NAME and not breaks(reading, at - 1)


def _firsts(reading: Reading, places: Iterable[int]) -> Iterator[str]:
    return (reading.text[reading.words[at].start] for at in places if at < len(reading.words))


def _shown(reading: Reading, part: range) -> str:
    """Return words as they stand, without the possessive, which the other text may not have."""
    text = reading.figure(part)
    return text[:-2] if text.endswith(("'s", "’s")) else text


def _rarity(reading: Reading, part: range, weights: Mapping[str, float]) -> float:
    return max((weights.get(reading.forms[at], 0.0) for at in part), default=0.0)


def _plain(reading: Reading, part: range) -> bool:
    """Say whether a word is neither a name nor a number: those are easier to look for."""
    first = next(_firsts(reading, part[:1]))
    return not (first.isdecimal() or (part.start > 0 and first.isupper()))
