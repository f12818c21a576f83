"""The library on disk: the only module that reads and writes its tables; rows never leave it."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from desktop.library.backups import newest
from desktop.library.contents import Contents, SideContents
from desktop.library.edit import Edit
from desktop.library.engine import Opened
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
from desktop.library.place import damaged, is_damage
from desktop.library.tables import EDITS, KINDS, TABLES
from desktop.problem import Problem
from desktop.text.codebook import Side
from desktop.tr import tr

V = TypeVar("V", bound=Value)

ORDER = list(TABLES)
"""Kinds of values, those others refer to first."""


class Entry(NamedTuple):
    """What the library list shows of a pair."""

    pair_id: str
    title: str
    source_outlet: str
    rewrite_outlet: str
    added: str
    binned: bool


class MissingError(LookupError):
    """A value is not in the library although somebody says so: our fault, not the world's."""


class Store:
    """One library, opened. Close it when done."""

    def __init__(self, path: Path) -> None:
        """Open the library at `path`, made if need be.

        Raises Problem where the file cannot be opened; the file is then as it was.
        """
        self._opened = Opened(path)
        self._engine = self._opened.engine
        self.path = self._opened.path

    @property
    def read_only(self) -> str:
        """Why nothing can be written here, for a person; "" where it can."""
        return self._opened.read_only

    def check_writable(self) -> None:
        """Raise Problem, with the reason, where nothing can be written here."""
        if self.read_only:
            raise Problem(self.read_only)

    @property
    def warning(self) -> str:
        """What a person should know about the place of this library; "" where all is well."""
        return self._opened.warning

    def close(self) -> None:
        """Let the file go; another window may then write."""
        self._opened.close()

    # reading

    def all(self, kind: type[V], **where: object) -> list[V]:
        """Return the values of a kind whose fields equal `where`, in the order they were added."""
        with self._reading() as connection:
            return _all(connection, kind, **where)

    def one(self, kind: type[V], value_id: str) -> V:
        """Return the value of this id. Raises MissingError where there is none."""
        with self._reading() as connection:
            return _one(connection, kind, value_id)

    def shelf(self) -> list[Entry]:
        """Return what the library list shows of every pair, newest first."""
        query = text(
            "SELECT pair.id, pair.title, source.outlet, rewrite.outlet, pair.added, pair.binned"
            " FROM pair JOIN article AS source ON source.id = pair.source_id"
            " JOIN article AS rewrite ON rewrite.id = pair.rewrite_id ORDER BY pair.rowid DESC"
        )
        with self._reading() as connection:
            return [Entry(*row) for row in connection.execute(query)]

    def contents(self, pair_id: str) -> Contents:
        """Return all that is known of a pair. Raises MissingError where there is no such pair."""
        with self._reading() as connection:
            # One moment for all reads, while another window writes.
            connection.exec_driver_sql("BEGIN")
            pair = _one(connection, Pair, pair_id)
            return Contents(
                pair,
                _side(connection, Side.SOURCE, pair),
                _side(connection, Side.REWRITE, pair),
                tuple(_all(connection, Link, pair_id=pair_id)),
                tuple(_all(connection, Tag, pair_id=pair_id)),
                tuple(_all(connection, Note, pair_id=pair_id)),
                tuple(_all(connection, Bookmark, pair_id=pair_id)),
            )

    def pair_ids(self, *, binned: bool | None = None) -> list[str]:
        """Return the ids of all pairs, or of those in the bin, or not in it; newest first."""
        pairs = TABLES[Pair].c
        query = select(pairs.id).order_by(text("rowid DESC"))
        if binned is not None:
            query = query.where(pairs.binned == binned)
        with self._reading() as connection:
            return list(connection.execute(query).scalars())

    # writing

    def replace(self, edit: Edit) -> None:
        """Do an edit: apply it and append it to the stored history, in one transaction.

        What could have been redone is forgotten. Raises Problem where the disk refuses,
        MissingError where a value of `before` is not there; the library is then as it was.
        """
        with self._writing() as connection:
            _apply(connection, edit)
            connection.execute(delete(EDITS).where(EDITS.c.undone))
            connection.execute(insert(EDITS).values(**_stored(edit)))

    def add(self, values: Iterable[Value]) -> None:
        """Insert new values without a place in the history: for a library that is being filled."""
        with self._writing() as connection:
            _apply(connection, Edit("", after=tuple(values)))

    def undo(self) -> Edit | None:
        """Take back the last edit that stands; return it turned round, None where none stands."""
        return self._step(undone=False)

    def redo(self) -> Edit | None:
        """Do again the last edit taken back; return it, or None."""
        return self._step(undone=True)

    def next_label(self, *, undone: bool) -> str:
        """Return the name of what `redo` (undone) or `undo` would do; "" where there is nothing."""
        query = _next(undone=undone).with_only_columns(EDITS.c.label)
        with self._reading() as connection:
            return connection.execute(query).scalar() or ""

    def _step(self, *, undone: bool) -> Edit | None:
        with self._writing() as connection:
            row = connection.execute(_next(undone=undone)).mappings().first()
            if row is None:
                return None
            edit = Edit(row["label"], _values(row["before"]), _values(row["after"]))
            if not undone:
                edit = edit.inverse()
            _apply(connection, edit)
            here = EDITS.c.position == row["position"]
            connection.execute(update(EDITS).where(here).values(undone=not undone))
        return edit

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A look at the library; what cannot be read becomes a sentence."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except DatabaseError as error:
            raise self._told(
                error,
                tr(
                    "The library cannot be read: {why}. Nothing was changed. "
                    "Look whether its disk is there, then try again.",
                    why=error.orig,
                ),
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction; what the disk refuses becomes a sentence."""
        self.check_writable()
        try:
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise self._told(
                error,
                tr(
                    "This could not be saved: {why}. Everything before it is kept. "
                    "Make room or check the disk, then try again.",
                    why=error.orig,
                ),
            ) from error

    def _told(self, error: DatabaseError, sentence: str) -> Exception:
        """Return what to raise for an error of the database: ours as it is, the world's told."""
        if isinstance(error.orig, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            return error
        if is_damage(error.orig):
            return damaged(self.path, newest(self.path))
        return Problem(sentence)


def _all(connection: Connection, kind: type[V], **where: object) -> list[V]:
    table = TABLES[kind]
    query = select(table).order_by(text("rowid"))
    for field, value in where.items():
        query = query.where(table.c[field] == value)
    return [kind.model_validate(row) for row in connection.execute(query).mappings()]


def _one(connection: Connection, kind: type[V], value_id: str) -> V:
    found = _all(connection, kind, id=value_id)
    if not found:
        raise MissingError(f"{kind.__name__} {value_id}")
    return found[0]


def _side(connection: Connection, side: Side, pair: Pair) -> SideContents:
    article = _one(connection, Article, pair.article_id(side))
    blocks = sorted(_all(connection, Block, article_id=article.id), key=_start)
    sentences = sorted(_all(connection, Sentence, article_id=article.id), key=_start)
    return SideContents(side, article, tuple(blocks), tuple(sentences), pair.captions)


def _start(part: Block | Sentence) -> int:
    return part.start


def _next(*, undone: bool) -> Any:  # noqa: ANN401  (a Select of the table's columns)
    """The row that undo (last standing) or redo (first taken back) works on."""
    last = EDITS.c.position.asc() if undone else EDITS.c.position.desc()
    return select(EDITS).where(EDITS.c.undone == undone).order_by(last).limit(1)


def _apply(connection: Connection, edit: Edit) -> None:
    """Make `after` stand where `before` stood."""
    kept = {(type(value), value.id) for value in edit.after}  # an id is one of its kind only
    stood = {(type(value), value.id) for value in edit.before}
    for kind in reversed(ORDER):
        gone = [v.id for v in edit.before if type(v) is kind and (kind, v.id) not in kept]
        _remove(connection, kind, gone)
    for kind in ORDER:
        values = [v for v in edit.after if type(v) is kind]
        new = [v.model_dump() for v in values if (kind, v.id) not in stood]
        if new:
            connection.execute(insert(TABLES[kind]), new)
        for value in values:
            if (kind, value.id) in stood:
                _change(connection, value)


def _remove(connection: Connection, kind: type[Value], ids: Sequence[str]) -> None:
    table = TABLES[kind]
    for value_id in ids:
        if not connection.execute(delete(table).where(table.c.id == value_id)).rowcount:
            raise MissingError(f"{kind.__name__} {value_id}")


def _change(connection: Connection, value: Value) -> None:
    table = TABLES[type(value)]
    change = update(table).where(table.c.id == value.id).values(**value.model_dump())
    if not connection.execute(change).rowcount:
        raise MissingError(f"{type(value).__name__} {value.id}")


def _stored(edit: Edit) -> dict[str, str]:
    return {"label": edit.label, "before": _json(edit.before), "after": _json(edit.after)}


def _json(values: Sequence[Value]) -> str:
    rows = [[TABLES[type(value)].name, value.model_dump(mode="json")] for value in values]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _values(rows: str) -> tuple[Value, ...]:
    return tuple(KINDS[name].model_validate(fields) for name, fields in json.loads(rows))
