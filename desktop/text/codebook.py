"""The names of codebook `twice-told-1`: kinds of tags, their sub-kinds, and flags.

Their definitions, for people, stand in `resources/codebook/`.
"""

from enum import StrEnum
from typing import NamedTuple

CODEBOOK_ID = "twice-told-1"


class Side(StrEnum):
    """The two articles of a pair."""

    SOURCE = "source"
    REWRITE = "rewrite"


class Role(StrEnum):
    """What a block is on its page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


TAGGED_ROLES = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY})
"""Roles whose sentences get tags."""

LINKED_ROLES = TAGGED_ROLES | {Role.CAPTION}
"""Roles whose sentences may be linked: what only a caption tells is still told."""


class Kind(StrEnum):
    """A tag's verdict. `UNSURE` belongs to both sides; it is data, not failure."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    ADDITION = "addition"
    OMISSION = "omission"
    KEPT = "kept"  # a source sentence looked at and found in the rewrite; the default, unsaid
    UNSURE = "unsure"


KINDS = {
    Side.SOURCE: (Kind.OMISSION, Kind.KEPT, Kind.UNSURE),
    Side.REWRITE: (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION, Kind.UNSURE),
}


class Subkind(StrEnum):
    """A finer kind of quote, addition or omission."""

    SPEECH = "speech"
    COPIED = "copied"
    NEW_FACT = "new_fact"
    BACKGROUND = "background"
    NEW_QUOTE = "new_quote"
    INTERPRETATION = "interpretation"
    SERVICE = "service"
    VOICE = "voice"
    CONTEXT = "context"
    NUMBER_OR_DETAIL = "number_or_detail"
    CAVEAT = "caveat"
    PROCEDURE = "procedure"
    OTHER = "other"


SUBKINDS = {
    Kind.QUOTE: (Subkind.SPEECH, Subkind.COPIED),
    Kind.ADDITION: (
        Subkind.NEW_FACT,
        Subkind.BACKGROUND,
        Subkind.NEW_QUOTE,
        Subkind.INTERPRETATION,
        Subkind.SERVICE,
    ),
    Kind.OMISSION: (
        Subkind.VOICE,
        Subkind.CONTEXT,
        Subkind.NUMBER_OR_DETAIL,
        Subkind.CAVEAT,
        Subkind.PROCEDURE,
        Subkind.OTHER,
    ),
}


class Flag(StrEnum):
    """A finer mark on a tag."""

    ALTERED = "altered"
    CUT = "cut"
    ATTRIBUTION_CHANGED = "attribution_changed"
    MOVED_CONTEXT = "moved_context"
    MERGED_QUOTES = "merged_quotes"
    PARTIAL_QUOTE = "partial_quote"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    MIXED = "mixed"
    SMALL_ADDITION = "small_addition"
    TONE_SHIFT = "tone_shift"
    UPDATE = "update"
    PARTLY = "partly"


class Marks(NamedTuple):
    """The finer marks a tag may carry, in the codebook's order; on scales, whether it has them."""

    subkinds: tuple[Subkind, ...]
    flags: tuple[Flag, ...]
    effect: bool
    importance: bool


def marks(side: Side, kind: Kind) -> Marks:
    """Return the finer marks a tag of this kind may carry on this side."""
    retold = side is Side.REWRITE
    kept = kind is Kind.KEPT
    return Marks(
        SUBKINDS.get(kind, ()),
        tuple(flag for flag in Flag if (kept if flag is Flag.PARTLY else retold)),
        effect=retold and kind is not Kind.UNSURE,
        importance=kind is Kind.OMISSION,
    )
