"""Cut a paragraph into sentences."""

import re
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this stretch."""
        return text[self.start : self.end]


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of `text` in order; between them stands nothing but white space."""
    return tuple(Span(*found.span()) for found in re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", text))
