"""Whatever was done, undo walks back through the very same states, and redo forward."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Link, Note, Tag
from desktop.library.store import MissingError
from desktop.text.codebook import Kind
from tests import samples
from tests.libraries import Passing

kinds = st.sampled_from([Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION])


class Undo(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.store = Passing()
        self.contents = samples.pair()
        self.store.add(self.contents.values)
        self.history = History(self.store)
        self.past, self.future = [self.state()], []

    def state(self):
        return frozenset(v.model_dump_json() for k in (Tag, Link, Note) for v in self.store.all(k))

    def do(self, edit):
        self.history.do(edit)
        self.past.append(self.state())
        self.future.clear()

    @rule(number=st.integers(0, 4), kind=kinds)
    def tag(self, number, kind):
        sentence = self.contents.rewrite.sentences[number]
        pair_id = self.contents.pair.id
        old = tuple(t for t in self.store.all(Tag, sentence_id=sentence.id))
        new = Tag(pair_id=pair_id, sentence_id=sentence.id, coder="K1", kind=kind)
        self.do(Edit(f"tag as {kind}", old, (new,)))

    @rule(text=st.text(max_size=5), at=st.integers(0, 4))
    def note_and_link(self, text, at):
        ids = {"pair_id": self.contents.pair.id}
        source, rewrite = self.contents.source.sentences[0], self.contents.rewrite.sentences[at]
        link = Link(source=(source.id,), rewrite=(rewrite.id,), **ids)
        note = Note(sentence_id=rewrite.id, coder=f"K{len(self.past)}", text=text, **ids)
        self.do(Edit("link", after=(link, note)))

    @precondition(lambda self: self.store.all(Tag))
    @rule(kind=kinds)
    def retag_everything(self, kind):
        old = tuple(self.store.all(Tag))
        self.do(Edit("retag", old, tuple(t.model_copy(update={"kind": kind}) for t in old)))

    @precondition(lambda self: self.history.undo_label)
    @rule()
    def undo(self):
        self.history.undo()
        self.future.append(self.past.pop())

    @precondition(lambda self: self.history.redo_label)
    @rule()
    def redo(self):
        self.history.redo()
        self.past.append(self.future.pop())

    @rule()
    def start_anew(self):
        """A new program on the same library knows the same history."""
        labels = self.history.undo_label, self.history.redo_label
        self.history = History(self.store)
        assert (self.history.undo_label, self.history.redo_label) == labels

    @invariant()
    def same_state(self):
        assert self.state() == self.past[-1]

    def teardown(self):
        self.store.close()


Undo.TestCase.settings = settings(max_examples=30, deadline=None)
TestUndo = Undo.TestCase


@pytest.fixture
def store():
    store = Passing()
    yield store
    store.close()


def test_an_edit_that_fails_leaves_library_and_history_alone(store):
    contents = samples.pair()
    store.add(contents.values)
    history = History(store)
    sentence = contents.rewrite.sentences[0]
    ids = {"pair_id": contents.pair.id, "sentence_id": sentence.id, "coder": "K1"}
    ghost, real = Tag(kind=Kind.QUOTE, **ids), Tag(kind=Kind.ADDITION, **ids)
    with pytest.raises(MissingError):
        history.do(Edit("retag", (ghost,), (real,)))
    assert (history.undo_label, store.all(Tag)) == ("", [])


def test_whoever_listens_hears_of_do_undo_and_redo_after_it_is_stored(store):
    contents = samples.pair()
    store.add(contents.values)
    heard = []
    history = History(store, lambda edit: heard.append((edit, len(store.all(Tag)))))
    ids = {"pair_id": contents.pair.id, "sentence_id": contents.rewrite.sentences[0].id}
    edit = Edit("tag", after=(Tag(kind=Kind.QUOTE, coder="K1", **ids),))
    history.do(edit)
    history.undo()
    history.redo()
    assert heard == [(edit, 1), (edit.inverse(), 0), (edit, 1)]
    assert edit.pair_id == contents.pair.id
