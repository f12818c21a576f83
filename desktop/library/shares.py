"""How much of a pair carries each tag: counts for each side by itself, never for both together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from desktop.library.contents import Contents, SideContents
from desktop.library.model import Sentence
from desktop.text.codebook import KINDS, Kind, Role, Side
from desktop.text.words import words


class Share(NamedTuple):
    """The sentences of one part that stand in one way, and their words.

    `kind` is None for those without a tag. Of these, `linked` ones are source sentences that a
    link keeps: the codebook takes them for kept, but nobody said so.
    """

    kind: Kind | None
    linked: bool = False
    sentences: int = 0
    words: int = 0


@dataclass(frozen=True)
class Part:
    """What is counted together: the body of one side, or its headline, or its standfirst.

    `shares` holds every way a sentence of the side can stand, in the codebook's order, also where
    none does; each sentence is in exactly one of them.
    """

    side: Side
    role: Role
    shares: tuple[Share, ...]

    @property
    def sentences(self) -> int:
        """The denominator of the shares by sentences."""
        return sum(share.sentences for share in self.shares)

    @property
    def words(self) -> int:
        """The denominator of the shares by words (those of `desktop.text.words`)."""
        return sum(share.words for share in self.shares)


def shares(contents: Contents, coder: str) -> tuple[Part, ...]:
    """Return what one coder's tags come to, rewrite first, the body before headline and standfirst.

    Parts without sentences are left out. Suggestions do not count.
    """
    return tuple(
        Part(side, role, _shares(contents, contents.side(side), sentences, coder))
        for side in (Side.REWRITE, Side.SOURCE)
        for role in (Role.BODY, Role.HEADLINE, Role.STANDFIRST, Role.CAPTION)
        if (sentences := _of(contents.side(side), role))
    )


def _of(side: SideContents, role: Role) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in side.taggable if side.role(sentence) is role)


def _shares(
    contents: Contents, side: SideContents, sentences: Iterable[Sentence], coder: str
) -> tuple[Share, ...]:
    tags = contents.tags_of(coder)
    ways: list[tuple[Kind | None, bool]] = [(kind, False) for kind in KINDS[side.side]]
    ways += [(None, True), (None, False)] if side.side is Side.SOURCE else [(None, False)]
    found = dict.fromkeys(ways, (0, 0))
    for sentence in sentences:
        tag = tags.get(sentence.id)
        kept = sentence.id not in contents.asked
        way: tuple[Kind | None, bool] = (tag.kind, False) if tag else (None, kept)
        count, size = found[way]
        found[way] = (count + 1, size + len(words(side.text(sentence))))
    return tuple(Share(*way, *counts) for way, counts in found.items())
