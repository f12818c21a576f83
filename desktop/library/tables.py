"""The tables behind the values: thin shadows, known to the store alone."""

from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from desktop.library.model import (
    Article,
    Block,
    Bookmark,
    Link,
    Note,
    Pair,
    Sentence,
    Tag,
    Value,
)

SCHEMA = 5
"""The version of the tables below, kept as the file's `user_version`."""

APPLICATION_ID = 0x32544F4C  # "2TOL": says whose file this is (SQLite header, offset 68)


class ArticleRow(Article, table=True):
    __tablename__ = "article"


class BlockRow(Block, table=True):
    __tablename__ = "block"


class SentenceRow(Sentence, table=True):
    __tablename__ = "sentence"


class PairRow(Pair, table=True):
    __tablename__ = "pair"


class LinkRow(Link, table=True):
    __tablename__ = "link"


def _once(table: str) -> tuple[Index]:
    """Let a coder have one of these on a sentence."""
    return (Index(f"ix_{table}_once", "pair_id", "sentence_id", "coder", unique=True),)


class TagRow(Tag, table=True):
    __tablename__ = "tag"
    __table_args__ = _once(__tablename__)


class NoteRow(Note, table=True):
    __tablename__ = "note"
    __table_args__ = _once(__tablename__)


class BookmarkRow(Bookmark, table=True):
    __tablename__ = "bookmark"


class EditRow(SQLModel, table=True):
    """One step of the stored history; `before` and `after` are JSON of the values."""

    __tablename__ = "edit"

    position: int | None = Field(default=None, primary_key=True)
    label: str
    before: str
    after: str
    undone: bool = Field(default=False, index=True)


ROWS: dict[type[Value], Any] = {
    Article: ArticleRow,
    Block: BlockRow,
    Sentence: SentenceRow,
    Pair: PairRow,
    Link: LinkRow,
    Tag: TagRow,
    Note: NoteRow,
    Bookmark: BookmarkRow,
}
"""Values to tables, those others refer to first."""

TABLES = {value: row.__table__ for value, row in ROWS.items()}
KINDS = {table.name: value for value, table in TABLES.items()}
EDITS: Any = EditRow.__table__  # type: ignore[attr-defined]
