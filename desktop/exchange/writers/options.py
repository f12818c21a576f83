"""What a person chooses before something is written."""

from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import shorten

from desktop.library.codebook import Codebook, codebook
from desktop.library.contents import Contents
from desktop.library.model import Tag

_SNIPPET = 48  # characters


class TextPolicy(StrEnum):
    """How much of the articles' words a file carries: news text is usually under copyright."""

    FULL = "full"
    SNIPPETS = "snippets"
    IDS = "ids"

    def shown(self, text: str) -> str:
        """Return as much of a sentence as the policy allows."""
        if self is TextPolicy.FULL:
            return text
        return shorten(text, _SNIPPET, placeholder=" …") if self is TextPolicy.SNIPPETS else ""


@dataclass(frozen=True)
class Options:
    """Choices for one export.

    `coder` is whose tags are wanted; empty, each writer says whose it takes. `delimiter` parts
    the columns of a table: a semicolon where the decimal sign is a comma.
    """

    coder: str = ""
    text_policy: TextPolicy = TextPolicy.FULL
    codebook: Codebook = field(default_factory=codebook)
    delimiter: str = ","


def coders(contents: Contents) -> tuple[str, ...]:
    """Return who tagged the pair, the key first, the others in alphabetical order."""
    found = {tag.coder for tag in contents.tags}
    return tuple(sorted(found, key=lambda coder: (coder != contents.pair.key, coder)))


def key_coder(contents: Contents, options: Options) -> str:
    """Return whose tags an answer key tells: the key's, else those of the coder asked for, else
    somebody's; "" where there are none."""
    found = coders(contents)
    asked = (contents.pair.key, options.coder) if options.coder else found
    return next((coder for coder in asked if coder in found), "")


def chosen(contents: Contents, options: Options) -> tuple[Tag, ...]:
    """Return the tags that were asked for: one coder's, or everybody's."""
    return tuple(tag for tag in contents.tags if options.coder in ("", tag.coder))
