"""Whatever a person does at the desk, the window shows what is on disk and undo takes it back."""

import json
import sqlite3
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.library.tagging import kind_name
from desktop.text.codebook import KINDS, LINKED_ROLES, TAGGED_ROLES, Kind, Role, Side
from tests.walking import ANYWHERE, CODER, COMMANDS, KEYS, Person, fill

UNORDERED = ("links", "tags", "notes", "bookmarks")


class Said(NamedTuple):
    """What a coder said, in plain values by pair and sentence; and the linked couples."""

    tags: dict[tuple[str, str], str]
    notes: dict[tuple[str, str], str]
    bookmarks: set[tuple[str, str]]
    couples: set[tuple[str, str, str]]


class Disk:
    """The library's file, read by a connection of its own."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.close = self._connection.close

    def rows(self, query: str) -> list[tuple]:
        return self._connection.execute(query).fetchall()

    def state(self) -> dict[str, Counter]:
        """Everything but the history."""
        tables = self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        kept = sorted(name for (name,) in tables if name != "edit" and "sqlite" not in name)
        return {name: Counter(self.rows(f'SELECT * FROM "{name}"')) for name in kept}

    def steps(self) -> tuple[int, int]:
        """How many edits stand, and how many were taken back."""
        [(standing, undone)] = self.rows("SELECT total(undone = 0), total(undone = 1) FROM edit")
        return int(standing), int(undone)

    def said(self) -> Said:
        tags = self.rows(f"SELECT pair_id, sentence_id, kind FROM tag WHERE coder = '{CODER}'")
        texts = self.rows(f"SELECT pair_id, sentence_id, text FROM note WHERE coder = '{CODER}'")
        links = self.rows("SELECT pair_id, source, rewrite FROM link")
        couples = {
            (pair, upper, lower)
            for pair, source, rewrite in links
            for upper in json.loads(source)
            for lower in json.loads(rewrite)
        }
        return Said(
            {(pair, sentence): kind for pair, sentence, kind in tags},
            {(pair, sentence): text for pair, sentence, text in texts},
            set(self.rows("SELECT pair_id, sentence_id FROM bookmark")),
            couples,
        )


def command(act):
    """A rule that draws what `COMMANDS` offers for it."""
    name = act.__name__
    drawn = {what: st.sampled_from(these) for what, these in COMMANDS[name].items()}
    made = rule(**drawn)(act)
    return made if name in ANYWHERE else precondition(lambda self: self.person.in_hand)(made)


class Walk(RuleBasedStateMachine):
    """A person at the desk, watched: what was said so far, and every state there ever was."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._hook, sys.excepthook = sys.excepthook, self.fault
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "library.sqlite"
        fill(path)
        self.disk = Disk(path)
        self.past, self.future = [self.disk.state()], []
        self.said = self.disk.said()
        self.states: list[dict] = []  # as they were on disk when the window showed an edit
        self.person = Person(path, lambda _: self.states.append(self.disk.state()))

    def fault(self, *error) -> None:
        """Qt goes on after an error in a slot; we do not."""
        self.faults.append("".join(format_exception(*error)))

    def teardown(self) -> None:
        try:
            if not any(sys.exc_info()):
                self.undo_everything()
        finally:
            self.close()

    def close(self) -> None:
        """Let the window and the library go."""
        self.person.end()
        self.disk.close()
        self.folder.cleanup()
        sys.excepthook = self._hook

    # what is in hand

    @property
    def window(self):
        return self.person.window

    @property
    def workspace(self):
        return self.person.workspace

    @property
    def desk(self):
        return self.person.desk

    @property
    def here(self) -> tuple[str, str]:
        return self.person.here

    def role(self, sentence_id: str) -> Role:
        side, sentence = self.workspace.contents.sentences[sentence_id]
        return self.workspace.contents.side(side).role(sentence)

    def linkable(self, sentence_id: str) -> bool:
        return self.role(sentence_id) in LINKED_ROLES

    def fits(self, kind: Kind) -> bool:
        """Whether the sentence in hand may carry such a tag."""
        return kind in KINDS[self.desk.side()] and self.role(self.desk.current) in TAGGED_ROLES

    def done(self, **expected: dict | set) -> None:
        """Something was done: whatever edits that made, this is what is said now."""
        if self.states:
            self.past += self.states
            self.future.clear()
            self.states.clear()
        self.said, now = self.said._replace(**expected), self.disk.said()
        assert now == self.said, f"{self.said} was expected, {now} is on disk; {self.desk.current}"

    # deciding

    @command
    def tag(self, key: str) -> None:
        tags = dict(self.said.tags)
        if self.fits(KEYS[key]):
            tags[self.here] = KEYS[key].value
        self.person.tag(key)
        self.done(tags=tags)

    @command
    def clear(self, key: str) -> None:
        tags = {place: kind for place, kind in self.said.tags.items() if place != self.here}
        self.person.clear(key)
        self.done(tags=tags)

    @command
    def accept(self) -> None:
        self.person.settle()
        tags = dict(self.said.tags)
        suggestion = self.workspace.suggestion(self.desk.current)
        if suggestion is not None:
            tags[self.here] = suggestion.kind.value
        self.person.accept()
        self.done(tags=tags)

    @command
    def accept_all(self, score: float) -> None:
        self.person.settle()
        pair, _ = self.here
        good = {s: f.kind.value for s, f in self.workspace.suggestions.items() if f.score >= score}
        tags = {(pair, sentence): kind for sentence, kind in good.items()} | self.said.tags
        self.person.accept_all(score)
        self.done(tags=tags)

    @command
    def note(self, text: str, leave: str) -> None:
        """However one leaves the line, what was typed into it is kept."""
        written = {place: note for place, note in self.said.notes.items() if place != self.here}
        if text:
            written[self.here] = text
        self.person.note(text, leave)
        self.done(notes=written)

    @command
    def bookmark(self) -> None:
        self.person.bookmark()
        self.done(bookmarks=self.said.bookmarks ^ {self.here})

    # linking

    @command
    def link(self, then: str) -> None:
        couples, tags = set(self.said.couples), dict(self.said.tags)
        side = self.desk.side()
        other = self.desk.visited.get(Side.SOURCE if side is Side.REWRITE else Side.REWRITE)
        if other and self.linkable(other) and self.linkable(self.desk.current):
            ends = (other, self.desk.current)
            couples.add((self.here[0], *(ends if side is Side.REWRITE else reversed(ends))))
        if then and self.fits(KEYS[then]):
            tags[self.here] = KEYS[then].value
        self.person.link(then)
        self.done(couples=couples, tags=tags)

    @command
    def unlink(self) -> None:
        mine = self.mine()
        self.person.unlink()
        left = self.disk.said().couples
        assert len(self.said.couples - left) == min(len(mine), 1)
        assert self.said.couples - left <= mine
        assert left <= self.said.couples
        self.done(couples=left)

    @command
    def confirm(self, key: str) -> None:
        self.person.confirm(key)
        self.done()

    @command
    def reject(self) -> None:
        """Only the engine's links of the sentence in hand go."""
        mine = self.mine()
        self.person.reject()
        left = self.disk.said().couples
        assert left <= self.said.couples
        assert self.said.couples - left <= mine
        self.done(couples=left)

    def mine(self) -> set:
        """The linked couples the sentence in hand stands in."""
        pair, current = self.here
        return {couple for couple in self.said.couples if couple[0] == pair and current in couple}

    # cutting

    @command
    def cut(self, key: str, right: int) -> None:
        """What is given up is told of; the texts stay."""
        self.person.cut(key, right)
        now = self.disk.said()
        here = now.tags.get(self.here)
        assert len(self.states) <= 1
        lost = [kind for place, kind in self.said.tags.items() if place not in now.tags]
        assert self.person.told or all(kind == here for kind in lost)
        self.done(**now._asdict())

    # going, looking, opening

    @command
    def go(self, key: str) -> None:
        self.person.go(key)
        self.done()

    @command
    def click(self, side: Side, number: int) -> None:
        clicked = self.person.click(side, number)
        assert not clicked or self.desk.current == clicked

    @command
    def find(self, words: str) -> None:
        self.person.find(words)
        self.done()

    @command
    def look(self, name: str) -> None:
        self.person.look(name)
        self.done()

    @command
    def resize(self, wide: int, high: int) -> None:
        self.person.resize(wide, high)
        self.done()

    @command
    def open_other(self, row: int) -> None:
        title = self.person.open_other(row)
        assert not title or self.window.title.text() == title

    @command
    def bin(self) -> None:
        self.person.bin()
        self.done()

    @command
    def restart(self) -> None:
        self.person.restart()

    # the history

    @command
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.step(self.person.undo, self.past, self.future, 1)

    @command
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.step(self.person.redo, self.future, self.past, 0)

    def undo_everything(self) -> None:
        while len(self.past) > 1:
            self.step(self.person.undo, self.past, self.future, 1)
        assert not self.window.actions_["undo"].isEnabled()

    def step(self, act, start: list, goal: list, first: int) -> None:
        """Undo or redo one edit: the state on disk is exactly the one before, or after, it.

        The `first` of the states to start from is no edit's.
        """
        if len(start) > first:
            goal.append(start.pop())
            act(1)
            assert self.states == [self.past[-1]]
            self.states.clear()
            self.said = self.disk.said()

    # what holds always

    @invariant()
    def all_is_well(self) -> None:
        self.history_is_whole()
        self.sentences_stand_in_order()
        self.the_list_shows_every_pair_that_is_not_in_the_bin()
        if self.workspace.contents is not None:
            self.the_window_knows_what_is_on_disk()
            self.every_sentence_looks_as_it_was_tagged()
            self.the_inspector_shows_the_sentence_in_hand()

    def history_is_whole(self) -> None:
        QApplication.processEvents()
        assert not self.faults, self.faults
        assert self.disk.state() == self.past[-1]
        assert self.disk.steps() == (len(self.past) - 1, len(self.future))
        assert self.window.actions_["undo"].isEnabled() is (len(self.past) > 1)
        assert self.window.actions_["redo"].isEnabled() is bool(self.future)
        assert not self.disk.rows("PRAGMA foreign_key_check")

    def sentences_stand_in_order(self) -> None:
        query = "SELECT article_id, start, end FROM sentence ORDER BY article_id, start"
        for (article, _, end), (other, start, _) in pairwise(self.disk.rows(query)):
            assert article != other or end <= start

    def the_list_shows_every_pair_that_is_not_in_the_bin(self) -> None:
        titles = [title for (title,) in self.disk.rows("SELECT title FROM pair WHERE NOT binned")]
        rows = self.window.shelf.found
        shown = [rows.index(row, 0).data().splitlines()[0] for row in range(rows.rowCount())]
        assert sorted(shown) == sorted(titles)

    def the_window_knows_what_is_on_disk(self) -> None:
        fresh, known = self.workspace.store.contents(self.here[0]), self.workspace.contents
        assert (fresh.pair, fresh.source, fresh.rewrite) == (
            known.pair,
            known.source,
            known.rewrite,
        )
        for kind in UNORDERED:
            one, other = ({v.id: v for v in getattr(c, kind)} for c in (fresh, known))
            assert one == other

    def every_sentence_looks_as_it_was_tagged(self) -> None:
        pair, contents = self.here[0], self.workspace.contents
        colours, left = self.window.looks.look.colours(), 0
        for side, pane in self.desk.panes.items():
            for sentence in contents.side(side).taggable:
                kind = self.said.tags.get((pair, sentence.id))
                kept = side is Side.SOURCE and any(
                    c[:2] == (pair, sentence.id) for c in self.said.couples
                )
                hidden = side is Side.SOURCE and self.workspace.predicting
                left += kind is None and not kept and not hidden
                mark = pane.mark(sentence.id)
                assert (mark.kind.value if mark.filled else None) == kind
                assert mark.noted is ((pair, sentence.id) in self.said.notes)
                fill = colours.fill(Kind(kind)) if kind else None
                assert background(pane, sentence) == fill
        assert self.window.saved.text().startswith(f"Saved · {left} sentence")

    def the_inspector_shows_the_sentence_in_hand(self) -> None:
        inspector = self.window.inspector
        assert inspector.sentence_id == self.desk.current
        if not self.desk.current:
            assert not self.workspace.contents.rewrite.taggable
            return
        assert self.desk.current in self.workspace.contents.sentences
        assert inspector.note.text() == self.said.notes.get(self.here, "")
        kind = self.said.tags.get(self.here)
        if kind:
            assert inspector.verdict.text().startswith(kind_name(Kind(kind)).capitalize())


@pytest.fixture
def walk():
    walk = Walk()
    yield walk
    walk.teardown()


def test_a_note_stays_with_its_pair_when_another_is_opened(walk):
    walk.note("why", "Return")
    notes, first = walk.said.notes, walk.here[0]
    for _ in range(2):
        walk.open_other(0 if walk.window.title.text() != "Council" else 1)
    assert walk.here[0] == first
    assert walk.disk.said().notes == notes
    assert walk.window.inspector.note.text() == notes.get(walk.here, "")
    walk.done()


def test_a_note_stays_its_coders_when_another_coder_sits_down(walk):
    walk.note("why", "Return")
    walk.workspace.take_coder("K2")
    assert walk.window.inspector.note.text() == ""
    assert [coder for (coder,) in walk.disk.rows("SELECT coder FROM note")] == [CODER]
    walk.workspace.take_coder(CODER)


def test_a_note_outlives_the_bin(walk):
    walk.note("why", "Return")
    notes = walk.said.notes
    walk.bin()
    walk.undo(1)
    walk.all_is_well()
    walk.go("Down")
    assert walk.disk.said().notes == notes
    assert list(notes.values()) == ["why"]


def test_joined_notes_stay_joined_when_their_sentences_are_merged(walk):
    desk, contents = walk.desk, walk.workspace.contents
    first, second = (s.id for s in contents.rewrite.taggable[1:3])
    for sentence, text in ((second, "two"), (first, "one")):
        desk.go(sentence)
        walk.note(text, "Return")
    desk.go(first)
    walk.cut("M", 0)
    assert walk.said.notes[walk.here] == "one / two"


def test_one_who_does_not_wait_accepts_nothing_for_a_sentence_that_is_gone(walk):
    """Suggestions are looked for anew after a cut; until then the old ones stand."""
    walk.desk.go(walk.workspace.contents.rewrite.taggable[2].id)
    walk.person.patient = False
    walk.cut("M", 0)
    known, standing = set(walk.workspace.contents.sentences), set(walk.workspace.suggestions)
    assert standing - known
    walk.person.accept_all(0.0)
    walk.person.patient = True
    assert {sentence for _, sentence in walk.disk.said().tags} == standing & known
    walk.done(**walk.disk.said()._asdict())


def background(pane, sentence) -> QColor | None:
    """The colour behind a sentence's first word."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.page.span(sentence)[0] + 1)
    brush = cursor.charFormat().background()
    return None if brush.style() is Qt.BrushStyle.NoBrush else brush.color()


Walk.TestCase.settings = settings(
    max_examples=5,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestWalk = Walk.TestCase
