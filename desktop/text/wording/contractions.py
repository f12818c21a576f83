"""Spell out what English draws together: "won't" is "will not", "it's" is "it is"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from desktop.text.changes import What
from desktop.text.wording.reading import Reading
from desktop.text.wording.traces import Difference

_WHOLE = {"won't": ("will", "not"), "can't": ("can", "not"), "cannot": ("can", "not")}
_ENDS = {"'re": "are", "'m": "am", "'ll": "will", "'ve": "have", "'d": "'d"}
_ONE = {"is": "'s", "has": "'s", "had": "'d", "would": "'d"}  # "it's" may be either
_WITH_IS = frozenset({"it", "he", "she", "that", "there", "here", "what", "who", "where", "how"})


class Spelled(NamedTuple):
    """One word of a contraction, or a word as it stands, and the position it stands at."""

    form: str
    at: int


def spelled(reading: Reading, places: Iterable[int]) -> list[Spelled]:
    """Return the words at some places, spelled out, in order."""
    return [Spelled(form, at) for at in places for form in _forms(reading, at)]


def _forms(reading: Reading, at: int) -> Iterator[str]:
    word = reading.words[at]
    text = reading.text[word.start : word.end].lower().replace("’", "'")
    if text in _WHOLE:
        yield from _WHOLE[text]
        return
    if text.endswith("n't"):
        yield from (text[:-3], "not")
        return
    for end, verb in _ENDS.items():
        if text.endswith(end):
            yield from (text.removesuffix(end), verb)
            return
    yield _ONE.get(word.form, word.form)
    if text.endswith("'s") and word.form in _WITH_IS:
        yield "'s"
    elif text == "let's":
        yield "us"


def drawn_apart(pairs: Iterable[tuple[Spelled, Spelled]]) -> Iterator[Difference]:
    """Yield what stands in one word on one side and in two on the other."""
    for above, below in _bound(pairs):
        if len(above) != len(below):
            yield Difference(What.CHANGED, above, below)


def _bound(
    pairs: Iterable[tuple[Spelled, Spelled]],
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield the positions that belong together: those that share a word of either side."""
    above: dict[int, None] = {}
    below: dict[int, None] = {}
    for one, other in pairs:
        if above and one.at not in above and other.at not in below:
            yield tuple(above), tuple(below)
            above, below = {}, {}
        above[one.at] = below[other.at] = None
    yield tuple(above), tuple(below)
