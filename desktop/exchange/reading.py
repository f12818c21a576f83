"""What was read from a file or the clipboard: an article's blocks, and what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from desktop.text.clean import Block
from desktop.text.codebook import TAGGED_ROLES, Role
from desktop.text.language import UNKNOWN, language


@dataclass(frozen=True)
class Reading:
    """One article as it came in. Nothing visible on the page is missing from `blocks`.

    `published` is an ISO date; `language` a code like "en"; everything unknown is empty.
    `name` is what a list calls the article. `notes` are sentences for a person about what was
    noticed on the way in.
    """

    blocks: tuple[Block, ...]
    headline: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    address: str = ""
    language: str = "en"
    name: str = ""
    notes: tuple[str, ...] = ()


def title(blocks: Sequence[Block], name: str = "") -> str:
    """Return what to call an article: its headline, else `name`, else how it begins."""
    headline = next((block.text for block in blocks if block.role is Role.HEADLINE), "")
    return headline or name or (shorten(blocks[0].text, 80, placeholder=" …") if blocks else "")


def spoken(blocks: Sequence[Block], declared: str = "") -> str:
    """Return the language of an article's own words, else the `declared` one, else English."""
    found = language("\n".join(block.text for block in blocks if block.role in TAGGED_ROLES))
    return found if found != UNKNOWN else declared or "en"
