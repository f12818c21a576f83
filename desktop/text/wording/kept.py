"""Find what a hedge softens, and whether a rewrite still tells it."""

from collections import defaultdict

from desktop.text.lexicon import Lexicon
from desktop.text.wording.reading import Reading, breaks
from desktop.text.wording.support import Vocabulary

_NEAR = 3  # words between a hedge and the number it softens


class Kept:
    """The words of a rewrite sentence, ready to be asked for what the source softens."""

    def __init__(self, lower: Reading, lists: Lexicon) -> None:
        self._lower, self._lists = lower, lists
        self._known = Vocabulary(lower.forms)
        self._values = {number.value: number.at for number in reversed(lower.numbers)}
        self._told: dict[str, range] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, form in enumerate(lower.forms):
            self._places[form].append(at)

    def place(self, reading: Reading, softened: range) -> range:
        """Return where the number or word stands, with a "will" before it; or an empty range."""
        if not softened:
            return softened
        values = [number.value for number in reading.numbers if number.at == softened]
        if values:
            return self._number(self._values.get(values[0], range(0)))
        form = reading.forms[softened.start]
        if form not in self._told:
            self._told[form] = self._word(form)
        return self._told[form]

    def _number(self, told: range) -> range:
        """Return a number from the "will" before it on: "will take nine"."""
        before = range(max(told.start - _NEAR, 0), told.start)
        certain = (at for at in before if self._lower.forms[at] in self._lists.certain)
        start = next(certain, told.start)
        same = all(not breaks(self._lower, at) for at in range(start, told.start))
        return range(start, told.stop) if same else told

    def _word(self, form: str) -> range:
        """Return the very word before its other forms, and of these what is said to be certain."""
        places = (at for other in self._known.like(form) for at in self._places[other])
        every = [at for at in places if not denied_beside(self._lower, range(at, at), self._lists)]
        if not every:
            return range(0)
        forms = self._lower.forms
        at = min(every, key=lambda at: (forms[at] != form, not self._is_certain(at), at))
        return range(at - self._is_certain(at), at + 1)

    def _is_certain(self, at: int) -> bool:
        lower = self._lower
        return at > 0 and lower.forms[at - 1] in self._lists.certain and not breaks(lower, at - 1)


def softened_by(reading: Reading, hedge: range, lists: Lexicon) -> range:
    """Return the next number or telling word after a hedge; empty where there is none."""
    end = hedge.stop + _NEAR
    for number in reading.numbers:
        if hedge.stop <= number.at.start < end:
            return number.at
    words = reading.forms[hedge.start : hedge.stop]
    if words not in lists.possible and lists.function.issuperset(words):
        return range(0)  # "about" and "over" are no hedges without a number
    for at in range(hedge.stop, min(end, len(reading.words))):
        if lists.content(reading.forms[at]):
            return range(at, at + 1)
    return range(0)


def denied_beside(reading: Reading, part: range, lists: Lexicon) -> bool:
    """Say whether a "not" stands right beside some words: other questions are about that."""
    return not lists.negation.isdisjoint(reading.forms[max(part.start - 1, 0) : part.stop + 1])
