"""Version 4: of one sentence a coder has one tag and one note."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from alembic.operations import Operations
from sqlalchemy import Connection, text

KEY = ("pair_id", "sentence_id", "coder")

Key = tuple[str, ...]
Row = Mapping[str, Any]
Rows = tuple[Row, ...]
State = dict[Key, Rows]
"""Rows of one table, none twice, by what there is to be one of."""
One = Callable[[Rows], Row]


class Edit(NamedTuple):
    """A step of the stored history: values as the names of their tables, each with a row."""

    position: int
    undone: bool
    before: list[tuple[str, Row]]
    after: list[tuple[str, Row]]


class Step(NamedTuple):
    """What stood before and after an edit of the keys it touches."""

    edit: Edit
    before: State
    after: State


def upgrade(op: Operations) -> None:
    """Let the tables hold one tag and one note for each pair, sentence and coder.

    An archive could bring several in. Notes become one with the words of all; of tags the newest
    counts. The stored history is told anew to match: undo and redo go on through the same states.
    """
    for table, one in (("note", _all_said), ("tag", _newest)):
        _resolve(op.get_bind(), table, one)
        op.create_index(f"ix_{table}_once", table, list(KEY), unique=True)


def _all_said(rows: Rows) -> Row:
    words = dict.fromkeys(row["text"] for row in rows if row["text"])
    return {**rows[-1], "text": " / ".join(words)}


def _newest(rows: Rows) -> Row:
    """Return the tag made last; of those made in the same second, the one that was shown."""
    return max(reversed(rows), key=lambda row: str(row["made"]))


def _resolve(connection: Connection, table: str, one: One) -> None:
    now = _present(connection, table)
    steps = _walked(_edits(connection), table, now)
    ids = _ids([now, *(state for step in steps for state in (step.before, step.after))])

    def resolved(state: State) -> list[Row]:
        return [{**one(rows), "id": ids[key]} for key, rows in state.items() if rows and key in ids]

    for row in resolved(now):
        _put(connection, table, now[_key(row)], one, row)
    for edit, *states in steps:
        if ids.keys() & states[0].keys():
            sides = (
                [v for v in values if v[0] != table or _key(v[1]) not in ids]
                + [(table, row) for row in resolved(state)]
                for values, state in zip((edit.before, edit.after), states, strict=True)
            )
            _tell(connection, edit.position, *map(json.dumps, sides))


def _ids(states: Iterable[State]) -> dict[Key, str]:
    """Return one id for each key that had two rows at some time: it stays the same through all."""
    seen: dict[Key, set[str]] = {}
    double = set()
    for state in states:
        for key, rows in state.items():
            seen.setdefault(key, set()).update(row["id"] for row in rows)
            if len(rows) > 1:
                double.add(key)
    return {key: min(seen[key]) for key in double}


# the history, walked through


def _walked(edits: list[Edit], table: str, now: State) -> list[Step]:
    """Return what stood before and after each edit, told from what stands now."""
    steps = []
    state = dict(now)
    for edit in (edit for edit in reversed(edits) if not edit.undone):
        after, before = _moved(state, table, edit.after, edit.before)
        steps.append(Step(edit, before, after))
    state = dict(now)
    for edit in (edit for edit in edits if edit.undone):
        before, after = _moved(state, table, edit.before, edit.after)
        steps.append(Step(edit, before, after))
    return steps


def _moved(
    state: State, table: str, old: list[tuple[str, Row]], new: list[tuple[str, Row]]
) -> tuple[State, State]:
    """Let `new` stand where `old` stood; return what stood and what stands of their keys."""
    gone, come = (_by_key(row for t, row in values if t == table) for values in (old, new))
    there = {key: state.get(key, ()) for key in gone.keys() | come.keys()}
    then = {key: _exchanged(there[key], gone.get(key, ()), come.get(key, ())) for key in there}
    state.update(then)
    return there, then


def _exchanged(rows: Rows, gone: Rows, come: Rows) -> Rows:
    old = {row["id"] for row in gone}
    new = {row["id"]: row for row in come}
    stand = [new.pop(r["id"], r) for r in rows if r["id"] in new or r["id"] not in old]
    return (*stand, *new.values())


# the tables


def _key(row: Row) -> Key:
    return tuple(row[name] for name in KEY)


def _by_key(rows: Iterable[Row]) -> State:
    found: State = {}
    for row in rows:
        found[_key(row)] = (*found.get(_key(row), ()), row)
    return found


def _present(connection: Connection, table: str) -> State:
    """Return the rows as they stand in the history's values: flags as a list."""
    rows = connection.execute(text(f"SELECT * FROM {table} ORDER BY rowid")).mappings()
    read = [dict(row) for row in rows]
    return _by_key(r | {"flags": json.loads(r["flags"])} if "flags" in r else r for r in read)


def _edits(connection: Connection) -> list[Edit]:
    rows = connection.execute(
        text("SELECT position, undone, before, after FROM edit ORDER BY position")
    )
    return [Edit(p, bool(u), *([tuple(v) for v in json.loads(x)] for x in b)) for p, u, *b in rows]


def _put(connection: Connection, table: str, rows: Rows, one: One, row: Row) -> None:
    """Let `row` stand for all of `rows`, where the one it was made of stands."""
    own = one(rows)["id"]
    for other in rows:
        if other["id"] != own:
            connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": other["id"]})
    words = ", text = :text" if "text" in row else ""
    connection.execute(
        text(f"UPDATE {table} SET id = :id{words} WHERE id = :own"), {**row, "own": own}
    )


def _tell(connection: Connection, position: int, before: str, after: str) -> None:
    connection.execute(
        text("UPDATE edit SET before = :before, after = :after WHERE position = :position"),
        {"position": position, "before": before, "after": after},
    )
