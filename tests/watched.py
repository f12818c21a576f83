"""A person at the desk, watched: what they say, what is on disk, and what holds always."""

import json
import sqlite3
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception
from typing import NamedTuple

from hypothesis.stateful import RuleBasedStateMachine, invariant
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.library.tagging import kind_name
from desktop.text.codebook import KINDS, LINKED_ROLES, TAGGED_ROLES, Kind, Role, Side
from tests.walking import CODER, Person, fill

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
        return Said(
            {(pair, sentence): kind for pair, sentence, kind in tags},
            {(pair, sentence): text for pair, sentence, text in texts},
            set(self.rows("SELECT pair_id, sentence_id FROM bookmark")),
            {couple for _, couple in self.linked()},
        )

    def linked(self) -> list[tuple[str, tuple[str, str, str]]]:
        """Every two sentences that are linked: the link's id, then pair, source and rewrite."""
        return [
            (link, (pair, upper, lower))
            for link, pair, source, rewrite in self.rows(
                "SELECT id, pair_id, source, rewrite FROM link"
            )
            for upper in json.loads(source)
            for lower in json.loads(rewrite)
        ]


class Watched(RuleBasedStateMachine):
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

    # the history

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


def background(pane, sentence) -> QColor | None:
    """The colour behind a sentence's first word."""
    cursor = QTextCursor(pane.document())
    cursor.setPosition(pane.page.span(sentence)[0] + 1)
    brush = cursor.charFormat().background()
    return None if brush.style() is Qt.BrushStyle.NoBrush else brush.color()
