"""Cut a paragraph into sentences."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sentencex import get_sentence_boundaries

from desktop.text.cutting.breaks import cuts
from desktop.text.cutting.enumerations import edges, items
from desktop.text.typed import twice


class Span(NamedTuple):
    """A stretch of a text in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this stretch."""
        return text[self.start : self.end]


# sentencex keeps a quotation whole; here each sentence in it is tagged on its own. So it sees the
# text without quotation marks, and a closing mark goes to the sentence before it. Of three dots it
# knows only the long form as an end. Half a surrogate pair, which it cannot be given, ends nothing.
_MARKS = str.maketrans(
    dict.fromkeys('"“”„‟«»', " ") | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
)
_APOSTROPHE = re.compile(r"(?<!\w)['‘’]|['‘’](?!\w)")
_CLOSING = re.compile(r"\s+»(?=[\s.,]|$)|[\"”“’'»)\]」』]*(?=\s|$)|[”’'»)\]」』]*")
_STOP = re.compile(r"[.!?…。！？؟۔]+")


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of `text` in order; between them stands nothing but white space.

    `language` is an ISO 639-1 code; sentencex knows some 300 of them and reads others as English.
    """
    ends = [*_ends(twice(text), language), len(text)]
    spans = (_trimmed(text, start, end) for start, end in zip([0, *ends], ends, strict=False))
    return tuple(span for span in spans if span.start < span.end)


def _ends(text: str, language: str) -> Iterator[int]:
    """Yield where sentences end: what the library proposes, corrected for news."""
    listed = items(text)
    certain = {item.start for item in listed} | set(edges(text))
    never = {item.end for item in listed}
    proposed = _proposed(text, language)
    stops = {_closed(text, found.end()) for found in _STOP.finditer(text)}
    for place in sorted((proposed | stops | certain) - never):
        if place in certain or cuts(text, place, language, place in proposed):
            yield place


def _proposed(text: str, language: str) -> set[int]:
    hidden = _APOSTROPHE.sub(" ", text.translate(_MARKS))
    found = get_sentence_boundaries(language, hidden)
    ends = (_rstripped(hidden, boundary["start_index"]) for boundary in found)
    return {_closed(text, end) for end in ends if end}


def _rstripped(text: str, end: int) -> int:
    """Return where `text[:end].rstrip()` ends."""
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _closed(text: str, place: int) -> int:
    """Return the place after the closing marks that follow `place`."""
    found = _CLOSING.match(text, place)
    return found.end() if found else place


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, start + max(left, len(words.rstrip())))
