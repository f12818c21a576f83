"""Of one sentence a coder has one tag and one note, also in a library that came to have more."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Note, Tag
from desktop.library.store import Store
from desktop.text.codebook import Flag, Kind
from tests.libraries import sound
from tests.samples import filled
from tests.test_schema import BEFORE_4, BEFORE_5


def old_library(path, edits, undone=0):
    """A library of version 3 in which these edits were done, and so many of them undone again."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(BEFORE_4)
    with closing(Store(path)) as store:
        history = History(store)
        for edit in edits:
            history.do(edit)
        for _ in range(undone):
            history.undo()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"{BEFORE_5}; PRAGMA user_version = 3")


def on(contents, at=1, coder="K1"):
    sentence = contents.rewrite.sentences[at]
    return {"pair_id": contents.pair.id, "sentence_id": sentence.id, "coder": coder}


def notes(store):
    return sorted(note.text for note in store.all(Note))


def test_no_second_one_by_the_same_coder_gets_onto_the_disk(path):
    contents = filled(path)
    with closing(Store(path)) as store:
        for coder in ("K1", "K2"):
            ids = on(contents, coder=coder)
            store.replace(Edit("said", after=(Note(**ids, text="a"), Tag(**ids, kind=Kind.QUOTE))))
        for again in (Note(**ids, text="b"), Tag(**ids, kind=Kind.ADDITION)):
            with pytest.raises(IntegrityError, match="UNIQUE"):
                store.replace(Edit("again", after=(again,)))
        assert notes(store) == ["a", "a"]
        assert [tag.kind for tag in store.all(Tag)] == [Kind.QUOTE, Kind.QUOTE]


def test_two_notes_become_one_and_of_two_tags_the_newest_counts_through_all_the_history(path):
    contents = filled(path)
    first, second = (Note(**on(contents), text=text) for text in ("first", "second"))
    thought = second.model_copy(update={"text": "second thought"})
    other = Note(**on(contents, coder="K2"), text="mine")
    newer = Tag(**on(contents), kind=Kind.QUOTE, flags=(Flag.CUT,), made="2026-02-01T00:00:00Z")
    older = Tag(**on(contents), kind=Kind.ADDITION, made="2026-01-01T00:00:00Z")
    edits = [
        Edit("open", after=(first, second, newer, older, other)),
        Edit("note", (second,), (thought,)),
        Edit("remove note", (thought,)),
        Edit("clear tag", (newer,)),
    ]
    old_library(path, edits, undone=2)
    with closing(Store(path)) as store:
        history = History(store)
        assert history.undo_label == "note"
        assert notes(store) == ["first / second thought", "mine"]
        assert [(tag.kind, tag.flags) for tag in store.all(Tag)] == [(Kind.QUOTE, (Flag.CUT,))]
        history.undo()
        assert notes(store) == ["first / second", "mine"]
        history.undo()
        assert (store.all(Note), store.all(Tag)) == ([], [])
        for _ in range(3):
            history.redo()
        assert notes(store) == ["first", "mine"]
        assert [tag.kind for tag in store.all(Tag)] == [Kind.QUOTE]
        assert history.redo_label == "clear tag"
        history.redo()
        assert [tag.kind for tag in store.all(Tag)] == [Kind.ADDITION]
        while history.undo_label:
            history.undo()
        assert (store.all(Note), store.all(Tag)) == ([], [])
    copy = path.with_name(f"{path.name}.schema-3.sqlite")
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT count(*) FROM tag").fetchone() == (2,)


def test_a_library_without_doubles_is_left_as_it_is(path):
    contents = filled(path)
    one, two = Note(**on(contents), text="one"), Note(**on(contents), text="two")
    old_library(path, [Edit("a", after=(one,)), Edit("b", (one,)), Edit("c", after=(two,))], 1)

    def everything():
        with closing(sqlite3.connect(path)) as connection:
            what = [f"* FROM {name}" for name in ("note", "tag", "edit", "sentence")]
            of_pair = [row[1] for row in connection.execute("PRAGMA table_info(pair)")]
            what.append(f"{', '.join(name for name in of_pair if name != 'lesson')} FROM pair")
            return [connection.execute(f"SELECT {wanted}").fetchall() for wanted in what]

    before = everything()
    Store(path).close()
    assert everything() == before
    assert sound(path) == (1, 0)


@st.composite
def histories(draw, contents):
    """Edits as version 3 let them be, and what was said by sentence and coder after each."""
    values, edits, states = {}, [], [{}]
    places = st.tuples(st.integers(0, 1), st.sampled_from(["K1", "K2"]))
    for number in range(draw(st.integers(1, 8))):
        here = sorted(values)
        gone = draw(st.lists(st.sampled_from(here), unique=True)) if here else []
        stay = gone[: draw(st.integers(0, len(gone)))]
        after = [values[i].model_copy(update={"text": f"{number} {i}"}) for i in stay]
        after += [
            Note(**on(contents, *place), text=f"{number} new {at}")
            for at, place in enumerate(draw(st.lists(places, max_size=3)))
        ]
        edits.append(Edit(str(number), tuple(values.pop(i) for i in gone), tuple(after)))
        values |= {note.id: note for note in after}
        states.append(said(values.values()))
    return edits, states


def said(notes):
    found = {}
    for note in notes:
        found.setdefault((note.sentence_id, note.coder), set()).update(note.text.split(" / "))
    return found


@given(st.data())
@settings(max_examples=12)
def test_whatever_was_done_undo_and_redo_go_on_through_the_same_notes(data):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        edits, states = data.draw(histories(filled(path)))
        undone = data.draw(st.integers(0, len(edits)))
        old_library(path, edits, undone)
        with closing(Store(path)) as store:
            at = len(edits) - undone
            assert said(store.all(Note)) == states[at]
            for step in [*[-1] * at, *[1] * len(edits)]:
                assert (store.undo() if step < 0 else store.redo()) is not None
                at += step
                assert said(store.all(Note)) == states[at]
