"""Take the page furniture out of an article, without deleting a line."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.codebook import Role
from desktop.text.furniture import Furniture
from desktop.text.headline import headline
from desktop.text.normal import normal
from desktop.text.page import Part, parts
from desktop.text.paragraphs import paragraphs
from desktop.text.prose import Line, lines

LONGEST_PAGE = 10_000
"""Lines: no news page has more, and furniture is not looked for in what is longer."""

_NEAR = 6  # lines around an article in which its date, author and credits stand


class Block(NamedTuple):
    """A paragraph on one line, and what it is on its page."""

    role: Role
    text: str


def pasted(raw: str) -> tuple[Block, ...]:
    """Return the blocks of a text pasted from a page, in order.

    Every non-blank line of `raw` is in exactly one block; the words are those of
    `desktop.text.normal.normal`, with single spaces.
    """
    texts = paragraphs(normal(raw))
    if len(texts) > LONGEST_PAGE:
        return tuple(Block(Role.BODY, text) for text in texts)
    found = lines(texts)
    where = parts(found)
    title = headline(found, where)
    return tuple(
        Block(_role(found, where, number, title), line.text) for number, line in enumerate(found)
    )


def _role(found: Sequence[Line], where: Sequence[Part], number: int, title: int | None) -> Role:
    line, part = found[number], where[number]
    if number == title:
        return Role.HEADLINE
    if line.furniture >= Furniture.SURELY:
        return Role.BOILERPLATE
    if line.label is not None and _is_near(where, number, title):
        return line.label
    if part is Part.ARTICLE:
        return Role.BODY
    if (
        title is not None
        and part is Part.BEFORE
        and number > title
        and (line.full or line.words > 8)
    ):
        return Role.STANDFIRST
    return Role.BOILERPLATE


def _is_near(where: Sequence[Part], number: int, title: int | None) -> bool:
    """Say whether a line stands in the article, between it and its headline, or close to them."""
    if title is not None and title <= number and where[number] is Part.BEFORE:
        return True
    around = where[max(0, number - _NEAR) : number + _NEAR + 1]
    return Part.ARTICLE in around or (title is not None and abs(title - number) <= 3)
