"""Cut an article into sentences."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.clean import Block
from desktop.text.codebook import TAGGED_ROLES, Role
from desktop.text.sentences import Span, sentences

_PLACE = re.compile(r"((?:[A-ZÀ-ÞА-Я][^\W\d_]+[-/ ]?){1,3})\.")


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
        if number == first and len(spans) > 1 and _is_dateline(spans[0].of(block.text), blocks):
            spans = (Span(spans[0].start, spans[1].end), *spans[2:])
        found += (Cut(number, span, block.role, span.of(block.text)) for span in spans)
    return tuple(found)


def _is_dateline(sentence: str, blocks: Sequence[Block]) -> bool:
    """Say whether a sentence is only a place: a name that the article tells of again.

    By itself "Stille. Dann ein Knall." looks the same, but is two sentences.
    """
    place = _PLACE.fullmatch(sentence)
    if not place:
        return False
    told = "\n".join(block.text for block in blocks if block.role in TAGGED_ROLES)
    return len(re.findall(rf"\b{re.escape(place[1])}", told)) > 1
