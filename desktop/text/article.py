"""Cut an article into sentences."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.clean import Block
from desktop.text.codebook import TAGGED_ROLES, Role
from desktop.text.sentences import Span, sentences

_PLACE = re.compile(r"([A-ZÄÖÜ][^\W\d_]+(?:[-/ ](?:am |an der |im )?[A-ZÄÖÜ][^\W\d_]+){0,2})\.")
_TOLD = r"\b(?:aus|bei|für|in|nach|um|von|vor|zwischen) {place}\b|\b{place}er [A-ZÄÖÜ]"


class Cut(NamedTuple):
    """One sentence of an article: where it stands, and what it says."""

    block: int  # position of its block
    span: Span  # in the block's text
    role: Role
    text: str


def cut(blocks: Sequence[Block], language: str = "en") -> tuple[Cut, ...]:
    """Return the sentences of all blocks, in order.

    A dateline that is only a place ("Lorchau. Wer am Mittwoch …", as German papers set it) stays
    part of the first sentence of the body, as the codebook asks for.
    """
    first = next((at for at, block in enumerate(blocks) if block.role is Role.BODY), -1)
    found: list[Cut] = []
    for number, block in enumerate(blocks):
        spans = sentences(block.text, language)
        opens = number == first and language == "de" and len(spans) > 1
        if opens and _is_dateline(spans[0].of(block.text), blocks):
            spans = (Span(spans[0].start, spans[1].end), *spans[2:])
        found += (Cut(number, span, block.role, span.of(block.text)) for span in spans)
    return tuple(found)


def _is_dateline(sentence: str, blocks: Sequence[Block]) -> bool:
    """Say whether a sentence is only a place: the article tells of what is in it or from there.

    By itself "Stille. Dann ein Knall." looks the same, but is two sentences.
    """
    place = _PLACE.fullmatch(sentence)
    if not place:
        return False
    told = "\n".join(block.text for block in blocks if block.role in TAGGED_ROLES)
    return re.search(_TOLD.format(place=re.escape(place[1])), told) is not None
