"""Take the page furniture out of an article, without deleting a line."""

from typing import NamedTuple

from desktop.text.codebook import Role


class Block(NamedTuple):
    """A paragraph on one line, and what it is on its page."""

    role: Role
    text: str


def pasted(raw: str) -> tuple[Block, ...]:
    """Return the blocks of a text pasted from a page, in order.

    Every non-blank line of `raw` is in exactly one block.
    """
    lines = [line.strip() for line in raw.splitlines() if line.strip()]
    return tuple(Block(Role.BODY, line) for line in lines)
