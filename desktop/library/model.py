"""The nouns of the library: frozen, validated values, safe to pass anywhere."""

from enum import StrEnum
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import JSON, String
from sqlmodel import Field, SQLModel

from desktop.text.codebook import CODEBOOK_ID, Flag, Kind, Role, Side, Subkind


def new_id() -> str:
    """Return a fresh id. Ids are made here, not in the database: what is undone comes back."""
    return uuid4().hex


class Value(SQLModel):
    """Something the library holds. Change one by `model_copy(update=...)` inside an `Edit`."""

    model_config = {"frozen": True}

    id: str = Field(default_factory=new_id, primary_key=True)


class Article(Value):
    """One text as it was imported; it never changes.

    `text` is NFC with LF line ends, one line a block; `published` is an ISO date or empty.
    """

    headline: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    address: str = ""
    language: str = "en"
    text: str

    @property
    def sha256(self) -> str:
        """The fingerprint that stands in every file about this text."""
        return sha256(self.text.encode()).hexdigest()


class Block(Value):
    """A paragraph: code points `start` to `end` of its article's text, on one line."""

    article_id: str = Field(foreign_key="article.id", ondelete="CASCADE", index=True)
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    role: Role = Field(sa_type=String)


class Sentence(Value):
    """The unit that is tagged: code points `start` to `end` of its article's text, in one block."""

    article_id: str = Field(foreign_key="article.id", ondelete="CASCADE", index=True)
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Pair(Value):
    """One source and one rewrite. `key` is the coder whose tags are the reference, if any;
    `captions` says that captions get tags too, `lesson` what to look for, for whoever teaches."""

    source_id: str = Field(foreign_key="article.id", index=True)
    rewrite_id: str = Field(foreign_key="article.id", index=True)
    title: str = ""
    added: str = ""  # UTC, ISO 8601, to the second
    key: str = ""
    binned: bool = False
    captions: bool = False
    lesson: str = ""

    def article_id(self, side: Side) -> str:
        """Return the id of the article on `side`."""
        return self.source_id if side is Side.SOURCE else self.rewrite_id


class OfPair(Value):
    """Something said of a pair."""

    pair_id: str = Field(foreign_key="pair.id", ondelete="CASCADE", index=True)


class Origin(StrEnum):
    """Who made a link."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    MANUAL = "manual"


class Link(OfPair):
    """These rewrite sentences draw on these source sentences (ids, in reading order)."""

    source: tuple[str, ...] = Field(sa_type=JSON)
    rewrite: tuple[str, ...] = Field(sa_type=JSON)
    origin: Origin = Field(default=Origin.MACHINE, sa_type=String)
    score: float = Field(default=1.0, ge=0, le=1)
    reason: str = ""


class Confidence(StrEnum):
    """How sure a coder was."""

    SURE = "sure"
    FAIRLY = "fairly"
    GUESS = "guess"


class Tag(OfPair):
    """One coder's verdict on one sentence.

    `effect` is 0..3 (same, emphasis, meaning changed, reversed); `importance` is 0..2, for
    omissions; both None where not judged.
    """

    sentence_id: str = Field(foreign_key="sentence.id", ondelete="CASCADE", index=True)
    coder: str
    kind: Kind = Field(sa_type=String)
    subkind: Subkind | None = Field(default=None, sa_type=String)
    flags: tuple[Flag, ...] = Field(default=(), sa_type=JSON)
    effect: int | None = Field(default=None, ge=0, le=3)
    importance: int | None = Field(default=None, ge=0, le=2)
    confidence: Confidence | None = Field(default=None, sa_type=String)
    suggestion_seen: bool = False
    suggestion_taken: bool = False
    codebook: str = CODEBOOK_ID
    made: str = ""  # UTC, ISO 8601, to the second


class Note(OfPair):
    """What a coder wrote about one sentence, tagged or not."""

    sentence_id: str = Field(foreign_key="sentence.id", ondelete="CASCADE", index=True)
    coder: str
    text: str


class Bookmark(OfPair):
    """A sentence somebody wants to come back to."""

    sentence_id: str = Field(foreign_key="sentence.id", ondelete="CASCADE", index=True)
