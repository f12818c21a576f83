"""Whatever a person does at the desk, the window shows what is on disk and undo takes it back."""

import json
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from PySide6.QtCore import QDeadlineTimer, QEvent, QSettings, Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.library import hints
from desktop.library.contents import Contents
from desktop.library.model import Pair
from desktop.library.store import Store
from desktop.library.tagging import kind_name
from desktop.text.codebook import KINDS, LINKED_ROLES, TAGGED_ROLES, Kind, Role, Side
from desktop.window.app import application
from desktop.window.opening import window as window_of
from tests import samples
from tests.window import press

CODER = "K1"
KEYS = {
    "1": Kind.QUOTE,
    "2": Kind.PARAPHRASE,
    "3": Kind.ADDITION,
    "4": Kind.OMISSION,
    "5": Kind.KEPT,
    "6": Kind.UNSURE,
}
LOOKS = (
    *("dark", "light", "contrast", "larger", "smaller", "toggle_library", "toggle_furniture"),
    *("toggle_table", "toggle_suggestions", "toggle_scrolling"),
)
SECOND = (
    (Role.HEADLINE, "Council stunned"),
    (Role.BODY, "The mayor left on Monday. She gave no reason. Nobody was told."),
    (Role.BODY, "“I am tired,” the mayor told the council. The bridge stays shut."),
    (Role.CREDIT, "Photo: a passer-by"),
)
UNORDERED = {"links": (), "tags": (), "notes": (), "bookmarks": ()}
LEAVES = ("Return", "Escape", "F6", "click", "menu", "restart", "open")
notes = st.sampled_from(["", "why", "12 j", "Ärger 🎉"])


class Said(NamedTuple):
    """What a coder said, in plain values: tags and notes by pair and sentence, linked couples."""

    tags: dict[tuple[str, str], str]
    notes: dict[tuple[str, str], str]
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
        return Said({(p, s): k for p, s, k in tags}, {(p, s): t for p, s, t in texts}, couples)


def fill(path: Path) -> None:
    """Make a library of two pairs that share their source."""
    first = samples.pair()
    lower = samples.side(Side.REWRITE, SECOND)
    ids = {"source_id": first.source.article.id, "rewrite_id": lower.article.id}
    second = Contents(Pair(**ids, title="Council"), first.source, lower)
    with closing(Store(path)) as store:
        store.add(replace(first, links=hints.links(first)).values)
        shared = set(first.source.sentences + first.source.blocks) | {first.source.article}
        values = replace(second, links=hints.links(second)).values
        store.add(value for value in values if value not in shared)


class Walk(RuleBasedStateMachine):
    """A person at the desk. Knows what was said so far, and every state there ever was."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._hook, sys.excepthook = sys.excepthook, self.fault
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.sqlite"
        fill(self.path)
        self.disk = Disk(self.path)
        self.past, self.future = [self.disk.state()], []
        self.said = self.disk.said()
        self.begin()

    def fault(self, *error) -> None:
        """Qt goes on after an error in a slot; we do not."""
        self.faults.append("".join(format_exception(*error)))

    def begin(self) -> None:
        application()
        kept = QSettings(str(self.path.with_suffix(".ini")), QSettings.Format.IniFormat)
        self.window = window_of(Store(self.path), kept)
        self.workspace, self.desk = self.window.workspace, self.window.desk
        self.states: list[dict] = []  # as they were on disk when the window heard of an edit
        self.told: list[str] = []
        self.workspace.changed.connect(lambda _: self.states.append(self.disk.state()))
        self.workspace.told.connect(self.told.append)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window)
        self.settle()

    def settle(self) -> None:
        patience = QDeadlineTimer(30_000)
        while self.workspace.thinking:
            QTest.qWait(1)
            assert not patience.hasExpired()
        QApplication.processEvents()

    def end(self) -> None:
        self.settle()
        self.window.close()
        self.workspace.deleteLater()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def teardown(self) -> None:
        try:
            if not any(sys.exc_info()):
                self.undo_everything()
        finally:
            self.end()
            self.disk.close()
            self.folder.cleanup()
            sys.excepthook = self._hook

    # what is in hand

    @property
    def open(self) -> bool:
        return self.workspace.contents is not None

    @property
    def here(self) -> tuple[str, str]:
        """The pair and the sentence in hand."""
        return self.workspace.contents.pair.id, self.desk.current

    def linkable(self, sentence_id: str) -> bool:
        side, sentence = self.workspace.contents.sentences[sentence_id]
        return self.workspace.contents.side(side).role(sentence) in LINKED_ROLES

    def keys(self, *keys: str) -> None:
        """Press keys on the desk, whatever had the focus before."""
        self.settle()
        if not self.window.views.isAncestorOf(self.window.focusWidget() or self.window):
            press(self.window, "Escape")
        press(self.window, *keys)

    def done(self, **expected: dict | set) -> None:
        """Something was done: whatever edits that made, this is what is said now."""
        if self.states:
            self.past += self.states
            self.future.clear()
            self.states.clear()
        self.said = self.said._replace(**expected)
        assert self.disk.said() == self.said

    # deciding

    @precondition(lambda self: self.open)
    @rule(key=st.sampled_from(sorted(KEYS)))
    def tag(self, key: str) -> None:
        kind, tags = KEYS[key], dict(self.said.tags)
        side, sentence = self.workspace.contents.sentences[self.desk.current]
        role = self.workspace.contents.side(side).role(sentence)
        if kind in KINDS[side] and role in TAGGED_ROLES:
            tags[self.here] = kind.value
        self.keys(key)
        self.done(tags=tags)

    @precondition(lambda self: self.open)
    @rule(key=st.sampled_from(["0", "Delete"]))
    def clear(self, key: str) -> None:
        tags = {place: kind for place, kind in self.said.tags.items() if place != self.here}
        self.keys(key)
        self.done(tags=tags)

    @precondition(lambda self: self.open)
    @rule()
    def accept(self) -> None:
        self.settle()
        tags = dict(self.said.tags)
        suggestion = self.workspace.suggestion(self.desk.current)
        if suggestion is not None:
            tags[self.here] = suggestion.kind.value
        self.keys("Return")
        self.done(tags=tags)

    @precondition(lambda self: self.open)
    @rule(score=st.sampled_from([0.0, 0.5, 0.8]))
    def accept_all(self, score: float) -> None:
        self.settle()
        pair, _ = self.here
        good = {s: f.kind.value for s, f in self.workspace.suggestions.items() if f.score >= score}
        tags = {(pair, sentence): kind for sentence, kind in good.items()} | self.said.tags
        self.workspace.accept_all(score)
        self.done(tags=tags)

    @precondition(lambda self: self.open)
    @rule(text=notes, leave=st.sampled_from(LEAVES))
    def note(self, text: str, leave: str) -> None:
        """However one leaves the line, what was typed into it is kept."""
        written = {place: note for place, note in self.said.notes.items() if place != self.here}
        if text:
            written[self.here] = text
        self.keys("T")
        line = self.window.inspector.note
        assert line.hasFocus()
        press(self.window, "Backspace")
        line.insert(text)
        if leave == "click" and self.window.views.front is self.desk:
            self.click(Side.REWRITE, 0)
        elif leave == "click":  # nobody clicks an article behind the table
            press(self.window, "Return")
        elif leave == "menu":
            self.window.actions_["next_sentence"].trigger()
        elif leave == "restart":
            self.restart()
        elif leave == "open":
            self.open_other(0)
        else:
            press(self.window, leave)
        self.done(notes=written)

    # linking

    @precondition(lambda self: self.open)
    @rule(then=st.sampled_from(["", "1", "4"]))
    def link(self, then: str) -> None:
        """Link; now and then tag at once, while suggestions are still being looked for."""
        couples, tags = set(self.said.couples), dict(self.said.tags)
        side = self.desk.side()
        other = self.desk.visited.get(Side.SOURCE if side is Side.REWRITE else Side.REWRITE)
        if other and self.linkable(other) and self.linkable(self.desk.current):
            ends = (other, self.desk.current)
            couples.add((self.here[0], *(ends if side is Side.REWRITE else reversed(ends))))
        if then and KEYS[then] in KINDS[side]:
            tags[self.here] = KEYS[then].value
        self.keys("L", *filter(None, [then]))
        self.done(couples=couples, tags=tags)

    @precondition(lambda self: self.open)
    @rule()
    def unlink(self) -> None:
        pair, current = self.here
        mine = {c for c in self.said.couples if c[0] == pair and current in c}
        self.keys("U")
        left = self.disk.said().couples
        assert len(self.said.couples - left) == min(len(mine), 1)
        assert self.said.couples - left <= mine
        assert left <= self.said.couples
        self.done(couples=left)

    @precondition(lambda self: self.open)
    @rule()
    def confirm(self) -> None:
        self.keys("C")
        self.done()

    # cutting

    @precondition(lambda self: self.open)
    @rule(key=st.sampled_from(["S", "M", "Shift+S", "Shift+M", "O"]), right=st.integers(0, 30))
    def cut(self, key: str, right: int) -> None:
        """What is given up is told of; the texts stay."""
        self.keys(*["Right"] * (right if key == "S" else 0))
        self.told.clear()
        press(self.window, key)
        now = self.disk.said()
        here = now.tags.get(self.here)
        assert len(self.states) <= 1
        lost = [kind for place, kind in self.said.tags.items() if place not in now.tags]
        assert self.told or all(kind == here for kind in lost)
        self.done(**now._asdict())

    # going, looking, opening

    @precondition(lambda self: self.open)
    @rule(key=st.sampled_from(["Down", "Up", "J", "K", "Tab", "N"]))
    def go(self, key: str) -> None:
        self.keys(key)
        self.done()

    @precondition(lambda self: self.open)
    @rule(side=st.sampled_from(Side), number=st.integers(0, 8))
    def click(self, side: Side, number: int) -> None:
        self.settle()
        pane = self.desk.panes[side]
        if not pane.isVisible():
            return
        shown = pane.visible()
        sentence = shown[number % len(shown)]
        cursor = QTextCursor(pane.document())
        cursor.setPosition(pane.page.span(sentence)[0] + 1)
        place = pane.cursorRect(cursor).center()
        QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
        if pane.viewport().rect().contains(place):
            assert self.desk.current == sentence.id

    @rule(name=st.sampled_from(LOOKS))
    def look(self, name: str) -> None:
        self.settle()
        self.window.actions_[name].trigger()
        self.done()

    @rule(wide=st.integers(700, 1600), high=st.integers(480, 1000))
    def resize(self, wide: int, high: int) -> None:
        self.window.resize(wide, high)
        self.done()

    @rule(row=st.integers(0, 1))
    def open_other(self, row: int) -> None:
        """Click on a pair in the list."""
        self.settle()
        if not self.window.shelf.isVisible():
            self.window.actions_["toggle_library"].trigger()
        listed, rows = self.window.shelf.list, self.window.shelf.found
        if rows.rowCount():
            QApplication.processEvents()
            index = rows.index(row % rows.rowCount(), 0)
            place = listed.visualRect(index).center()
            QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
            assert self.window.title.text() == index.data().splitlines()[0]

    @precondition(lambda self: self.open)
    @rule()
    def bin(self) -> None:
        self.window.actions_["bin_pair"].trigger()
        self.done()

    @rule()
    def restart(self) -> None:
        states = self.states
        self.end()
        assert not self.faults, self.faults
        self.begin()
        self.states = states + self.states

    # the history

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.step("undo", self.past, self.future)

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.step("redo", self.future, self.past)

    def undo_everything(self) -> None:
        while len(self.past) > 1:
            self.step("undo", self.past, self.future)
        assert not self.window.actions_["undo"].isEnabled()

    def step(self, name: str, start: list, goal: list) -> None:
        """Undo or redo one edit: the state on disk is exactly the one before, or after, it."""
        self.settle()
        if len(start) > (name == "undo"):
            goal.append(start.pop())
            self.window.actions_[name].trigger()
            assert self.states == [self.past[-1]]
            self.states.clear()
            self.said = self.disk.said()

    # what holds always

    @invariant()
    def all_is_well(self) -> None:
        self.history_is_whole()
        self.sentences_stand_in_order()
        self.the_list_shows_every_pair_that_is_not_in_the_bin()
        if self.open:
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
        assert self.desk.current in self.workspace.contents.sentences
        assert inspector.sentence_id == self.desk.current
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
    walk.open_other(0 if walk.window.title.text() != "Council" else 1)
    walk.open_other(0 if walk.window.title.text() != "Council" else 1)
    walk.done()


def test_a_note_stays_its_coders_when_another_coder_sits_down(walk):
    walk.note("why", "Return")
    walk.workspace.take_coder("K2")
    assert walk.window.inspector.note.text() == ""
    assert [coder for (coder,) in walk.disk.rows("SELECT coder FROM note")] == [CODER]
    walk.workspace.take_coder(CODER)


def test_a_note_outlives_the_bin(walk):
    walk.note("why", "Return")
    walk.bin()
    walk.undo(1)
    walk.all_is_well()
    walk.go("Down")


def test_joined_notes_stay_joined_when_their_sentences_are_merged(walk):
    desk, contents = walk.desk, walk.workspace.contents
    first, second = (s.id for s in contents.rewrite.taggable[1:3])
    for sentence, text in ((second, "two"), (first, "one")):
        desk.go(sentence)
        walk.note(text, "Return")
    desk.go(first)
    walk.cut("M", 0)
    assert walk.said.notes[walk.here] == "one / two"


def background(pane, sentence) -> QColor | None:
    """The colour behind a sentence's first word."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.page.span(sentence)[0] + 1)
    brush = cursor.charFormat().background()
    return None if brush.style() is Qt.BrushStyle.NoBrush else brush.color()


Walk.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestWalk = Walk.TestCase
