"""What the worksheet and its key have in common."""

import re
from dataclasses import replace
from typing import TypeVar

from docx.table import _Cell

from desktop.exchange.writers import pieces
from desktop.exchange.writers.options import Options
from desktop.library.contents import Contents, SideContents
from desktop.library.model import Sentence, Value
from desktop.text.codebook import Role
from desktop.tr import tr

V = TypeVar("V", bound=Value)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return `text` without the control characters that no XML file can hold."""
    return _UNPRINTABLE.sub("", text)


def printed(contents: Contents) -> Contents:
    """Return the pair with everything people typed made printable; texts are so from import on."""
    sides = [
        replace(side, article=_printed(side.article, "outlet", "published"))
        for side in (contents.source, contents.rewrite)
    ]
    return replace(
        contents,
        pair=_printed(contents.pair, "title", "lesson"),
        source=sides[0],
        rewrite=sides[1],
        notes=tuple(_printed(note, "text") for note in contents.notes),
    )


def _printed(value: V, *fields: str) -> V:
    return value.model_copy(update={name: printable(getattr(value, name)) for name in fields})


def put_sentence(
    cell: _Cell,
    style: str,
    side: SideContents,
    sentence: Sentence,
    label: str,
    options: Options,
) -> None:
    """Write a sentence with its number; headlines are bold, captions slanted and named."""
    line = pieces.paragraph(cell, style)
    number = pieces.soft(line, f"{label}\t", 10)
    number.font.bold = True
    role = side.role(sentence)
    words = options.text_policy.shown(side.text(sentence))
    text = line.add_run(words)
    text.font.bold = role in (Role.HEADLINE, Role.STANDFIRST) or None
    text.font.italic = role is Role.CAPTION or None
    pieces.spoken(text, side.article.language)
    if role is Role.CAPTION:
        pieces.soft(line, f"  ({tr('caption')})", 10)
