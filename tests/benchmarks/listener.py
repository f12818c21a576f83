"""A screen reader's client does the whole job: it knows only what AT-SPI tells, and presses keys.

Runs under the system's Python, which has pyatspi: `python3 -m tests.benchmarks.listener PYTHON
HOME`, inside a session bus of its own. `screenreader` starts it.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import pyatspi
from gi.repository import GLib

from tests.benchmarks.screen import Screen
from tests.benchmarks.whole_job import Job, run

SENTENCE = re.compile(r"(Rewrite|Source), sentence (\d+) of (\d+)((?:, [^:]+)?): (.*)", re.DOTALL)
NAMES = {
    "quote": "quote",
    "paraphrase": "paraphrase",
    "addition": "editorial addition",
    "omission": "omission",
    "kept": "kept",
    "unsure": "unsure",
}
"""What is heard of a kind of tag."""
TEXTS = """
select sentence.id, substr(article.text, sentence.start + 1, sentence.end - sentence.start),
    block.role in ('headline', 'standfirst', 'body')
from sentence
join article on article.id = sentence.article_id
join block on block.article_id = sentence.article_id
    and sentence.start >= block.start and sentence.end <= block.end
where block.role in ('headline', 'standfirst', 'body', 'caption')
    and article.id = (select {side}_id from pair order by rowid desc limit 1)
order by sentence.start
"""
"""The sentences of the newest pair that may stand in links, and whether they get tags."""


class Ear:
    """Hears what Orca says: announcements, and new descriptions of what has the focus."""

    def __init__(self) -> None:
        self.heard: list[tuple[float, str]] = []
        """When (monotonic seconds) and what was said."""
        self.focus = None
        listen = pyatspi.Registry.registerEventListener
        listen(self._announced, "object:announcement")
        listen(self._described, "object:property-change:accessible-description")
        listen(self._focused, "object:state-changed:focused")

    def _announced(self, event) -> None:
        self.heard.append((time.monotonic(), event.any_data))

    def _described(self, event) -> None:
        if event.source == self.focus and event.any_data:
            self.heard.append((time.monotonic(), event.any_data))

    def _focused(self, event) -> None:
        if event.detail1:
            self.focus = event.source

    def listen(self) -> None:
        """Let what has been sent come in."""
        while GLib.MainContext.default().iteration(False):
            pass
        time.sleep(0.002)

    def caret(self) -> int | None:
        """Return where the caret is in the pane that has the focus."""
        try:
            return self.focus.queryText().caretOffset if self.focus else None
        except NotImplementedError:  # it has the focus of something without text
            return None

    def name(self) -> str:
        """Return what has the focus: its name, or that of its label."""
        if self.focus is None:
            return ""
        labels = [
            relation.getTarget(0).name
            for relation in self.focus.getRelationSet()
            if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        ]
        return " ".join((*labels, self.focus.name))


class HeardJob(Job):
    """The job, each step of it heard."""

    def __init__(self, screen: Screen, ear: Ear) -> None:
        super().__init__(screen)
        self.ear = ear
        self.screen.idle = ear.listen
        self._from = 0
        self.changes = 0
        self.delays: list[float] = []
        """Seconds from a key to what is heard of it."""

    def hear(self, words: str) -> str:
        """Wait until this is said; return all that is said with it."""

        def found() -> str:
            for at, (when, said) in enumerate(self.ear.heard[self._from :], self._from):
                if words in said:
                    self._from = at + 1
                    self.delays.append(when - self.screen.pressed)
                    return said
            return ""

        return self.screen.until(found, f"“{words}” to be heard; last: {self.ear.heard[-1:]}")

    def _decided(self, key: str, holds: Callable[[], bool], heard: str) -> None:
        super()._decided(key, holds, heard)
        self.changes += 1

    def land(self, name: str) -> None:
        """Wait until the focus is on what has this name."""
        self.screen.until(lambda: name in self.ear.name(), f"the focus on “{name}”")

    def steps(self) -> Iterator[str]:
        yield from self.first_start()
        yield from self.reading("suggestions")
        yield from self.tagging()
        yield from self.linking()
        yield from self.note_and_undo()
        yield from self.new_pair()
        yield from self.reading("tags")
        yield from self.table()
        yield from self.export()
        yield from self.leave()

    # reading

    def reading(self, what: str) -> Iterator[str]:
        """Go through both articles by the arrow keys; each sentence must be told rightly."""
        self.screen.press("F6")  # somewhere else and back: the focus tells where one is
        self.screen.press("shift+F6")
        told = 0
        for side in ("rewrite", "source"):
            self._go_to(side)
            told += self._read(side)
        self._go_to("rewrite")
        self.screen.press("ctrl+Home")
        yield (
            f"read, with {what}: {told} sentences, each with side, number, tag, links and words; "
            "the caret at each, each the description of its pane"
        )

    def _go_to(self, side: str) -> None:
        self.screen.until(lambda: self.ear.name() in ("Source", "Rewrite"), "the focus in a pane")
        if self.ear.name() != side.capitalize():
            self.screen.press("Tab")
        self.screen.until(lambda: self.ear.name() == side.capitalize(), f"the focus in the {side}")

    def _read(self, side: str) -> int:
        sentences = self.library.rows(TEXTS.format(side=side))
        self.screen.press("ctrl+Home")
        self.screen.until(lambda: self.ear.caret() == 0, "the caret at the top")
        self.screen.press("ctrl+End")
        self.hear(f"{side.capitalize()}, ")
        self.screen.press("ctrl+Home")
        for number, (sentence, text, taggable) in enumerate(sentences, 1):
            if number > 1:
                self.screen.press("Down")
            facts, words = self._sentence(side, number)
            assert words == text, (words, text)
            assert self._links_told(side, sentence) in facts, facts
            if taggable:
                self._check_tag(side, sentence, facts)
            self._check_caret(text)
        return len(sentences)

    def _sentence(self, side: str, number: int) -> tuple[str, str]:
        """Wait until this sentence is told; return its facts and its words."""
        said = self.hear(f"{side.capitalize()}, sentence {number} of ")
        found = SENTENCE.search(said)
        assert found, said
        return found[4], found[5]

    def _links_told(self, side: str, sentence: str) -> str:
        other = "rewrite" if side == "source" else "source"
        order = [row[0] for row in self.library.rows(TEXTS.format(side=other))]
        linked = set()
        for source, rewrite, _ in self._links():
            ends = {"source": json.loads(source), "rewrite": json.loads(rewrite)}
            if sentence in ends[side]:
                linked.update(ends[other])
        numbers = [str(order.index(s) + 1) for s in sorted(linked, key=order.index)]
        if not numbers:
            return "not linked"
        several = "s" if len(numbers) > 1 else ""
        listed = " and ".join((", ".join(numbers[:-1]), numbers[-1])) if several else numbers[0]
        return f"linked to {other} sentence{several} {listed}"

    def _check_tag(self, side: str, sentence: str, facts: str) -> None:
        tag = self.library.rows("select kind from tag where sentence_id = ?", sentence)
        if tag:
            assert f", {NAMES[tag[0][0]]}" in facts, facts
            assert "suggested" not in facts, facts
        else:
            kept = side == "source" and "not linked" not in facts
            assert kept or "suggested " in facts or "not tagged" in facts, facts

    def _check_caret(self, text: str) -> None:
        """The caret stands at the sentence, and the pane that has the focus is described by it."""
        pane = self.ear.focus
        shown = pane.queryText()
        place = shown.caretOffset
        assert shown.getText(place, place + len(text)) == text, (place, text)
        assert pane.description.endswith(text), pane.description

    def table(self) -> Iterator[str]:
        """Read the aligned table cell by cell."""
        self.screen.press("F7")
        self.hear(", sentence ")
        self.screen.press("Down")
        cell = pyatspi.ROLE_TABLE_CELL
        self.screen.until(lambda: self.ear.focus.getRole() == cell, "the focus in a cell")
        table = self.ear.focus.parent.queryTable()
        rows, columns = range(table.nRows), range(table.nColumns)
        cells = [table.getAccessibleAt(row, column).name for row in rows for column in columns]
        assert all(cells), cells
        for side in ("source", "rewrite"):
            for number, (_, text, _) in enumerate(self.library.rows(TEXTS.format(side=side)), 1):
                wanted = f"{side.capitalize()}, sentence {number} of "
                assert any(wanted in cell and text in cell for cell in cells), (wanted, text)
        self.screen.press("F7")
        yield f"table: {len(rows)} rows, {len(cells)} cells, every one with words; all sentences"


def main() -> int:
    """Do the job and print what was heard."""
    python, home = sys.argv[1:]
    screen = Screen(Path(home), python)
    job = HeardJob(screen, Ear())
    try:
        failed = run(job)
    finally:
        screen.close()
    said = sorted(1000 * seconds for seconds in job.delays)
    if said:
        print(
            f"  {job.changes} changes made, each heard; said {len(job.ear.heard)} times; "
            f"from the key to the ear: median {median(said):.0f} ms, slowest {said[-1]:.0f} ms"
        )
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
