"""The whole job by keys alone: from first start to a worksheet on disk, step by step."""

import json
import time
import zipfile
from collections.abc import Callable, Iterator
from statistics import median

from tests.benchmarks.screen import Library, Screen

SOURCE = """Library to open on Sundays

The town library will open on Sundays from autumn, the council said. It will close on Mondays.

“Families asked for this,” librarian Rosa Lind said. The change will cost $40,000 a year.
"""
TITLE = "Sunday at last for book lovers"
REWRITE = f"""{TITLE}

The library will open on Sundays from autumn. Readers are thrilled.

“Families asked for this,” said Rosa Lind.
"""

TAGS = (
    ("1", "quote", "quote"),
    ("3", "addition", "editorial addition"),
    ("2", "paraphrase", "paraphrase"),
    ("4", "omission", "omission"),
)
"""Keys, what they put into the library, and what is heard."""
LEFT = """
select sentence.id from sentence
join block on block.article_id = sentence.article_id
    and sentence.start >= block.start and sentence.end <= block.end
where block.role in ('headline', 'standfirst', 'body')
    and sentence.article_id = (select {side}_id from pair order by rowid desc limit 1)
    and sentence.id not in (select sentence_id from tag)
"""


class Job:
    """The steps. `hear` is told what a person should hear; without a screen reader nobody does."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.library = Library(screen.home)
        self.times: list[float] = []
        """Seconds from a key to its decision on disk, as seen from outside."""

    def hear(self, words: str) -> None:
        """Wait until this is heard."""

    def land(self, name: str) -> None:
        """Wait until the focus is heard to be on what has this name."""

    def steps(self) -> Iterator[str]:
        """Do one step after another; yield what was done. Raises NotThereError where it was not."""
        yield from self.first_start()
        yield from self.tagging()
        yield from self.linking()
        yield from self.note_and_undo()
        yield from self.new_pair()
        yield from self.export()
        yield from self.leave()

    # the steps

    def first_start(self) -> Iterator[str]:
        """Start where nothing is yet: the seed pair is open, with a hint."""
        began = time.monotonic()
        self.program = self.screen.start()
        self.screen.until(lambda: self.library.count("pair") == 1, "the seed pair")
        title = self.library.rows("select title from pair")[0][0]
        self.screen.window(f"{title} –")
        yield f"first start: “{title}” is open after {time.monotonic() - began:.1f} s"

    def tagging(self) -> Iterator[str]:
        """Tag three sentences of the rewrite and one of the source; take the last one back."""
        for key, kind, name in TAGS:
            if kind == "omission":
                self.screen.press("Tab")
            self._decide(key, "tag", self._tags() + 1, f": {name}")
            assert self.library.rows("select kind from tag order by rowid desc")[0] == (kind,)
        self._decide("ctrl+z", "tag", self._tags() - 1, ": tag cleared.")
        self._decide("ctrl+shift+z", "tag", self._tags() + 1, ": omission")
        yield "tagged: quote, addition, paraphrase, omission; the last undone and done again"

    def linking(self) -> Iterator[str]:
        """Link the sentence in hand with one of the other side, take it back, do it again."""
        before = self._links()
        self.screen.press("Tab", "j")
        self._decided("l", lambda: self._links() != before, ": linked to source sentence")
        after = self._links()
        assert [origin for *_, origin in after - before] == ["manual"]
        self._decided("ctrl+z", lambda: self._links() == before, "linked")
        self._decided("ctrl+shift+z", lambda: self._links() == after, ": linked to source sentence")
        yield "linked by hand, undone, done again"

    def note_and_undo(self) -> Iterator[str]:
        """Write a note, take it back, write it again."""
        self.screen.press("t")
        self.land("Note")
        self.screen.type("Who says so?")
        self._decide("Return", "note", 1, ": note kept.")
        self._decide("ctrl+z", "note", 0, ": note removed.")
        self._decide("ctrl+shift+z", "note", 1, ": note kept.")
        assert self.library.rows("select text from note") == [("Who says so?",)]
        yield "noted, undone, done again"

    def new_pair(self) -> Iterator[str]:
        """Make a pair of two pasted articles and decide every sentence of it."""
        self.screen.press("ctrl+n")
        self.screen.window("New pair")
        self.land("Source: Open a file")
        for words in (SOURCE, REWRITE):
            self.screen.copy(words)
            self.screen.press("ctrl+v")
            self.hear("paragraphs of the story")
        self.screen.press("alt+a")
        self.screen.until(lambda: self.library.count("pair") == 2, "the second pair")
        self.screen.window(f"{TITLE} –")
        yield "new pair: pasted twice, added"
        yield from self._decide_all()

    def _decide_all(self) -> Iterator[str]:
        begun = self._tags()
        for side, key, name in (("rewrite", "2", "paraphrase"), ("source", "4", "omission")):
            for _ in range(self._left(side)):
                self._decide(key, "tag", self._tags() + 1, f": {name}.")
        yield f"every sentence of it tagged: {self._tags() - begun}"

    def export(self) -> Iterator[str]:
        """Write the worksheet."""
        goal = self.screen.home / "worksheet.docx"
        self.screen.press("ctrl+e")
        sheet = self.screen.window("Export")
        self.land("Format")
        self.screen.press("alt+s")
        self.screen.window("Export", unlike=sheet)
        self.screen.type(str(goal))
        self.screen.press("Return")
        self.screen.until(goal.is_file, "the worksheet")
        self.screen.window(f"{TITLE} –")
        self.hear("Written:")
        with zipfile.ZipFile(goal) as parts:
            words = parts.read("word/document.xml").decode("utf-8")
        assert "Readers are thrilled." in words
        yield f"exported: {goal.name}, {goal.stat().st_size:,} bytes, with both articles"

    def leave(self) -> Iterator[str]:
        """Close the window."""
        self.screen.press("ctrl+q")
        self.screen.until(lambda: self.program.poll() is not None, "the end of the program")
        assert self.program.returncode == 0
        assert self.library.rows("pragma integrity_check") == [("ok",)]
        yield "closed: exit code 0, library whole"

    # what the steps are made of

    def _decide(self, key: str, table: str, count: int, heard: str) -> None:
        self._decided(key, lambda: self.library.count(table) == count, heard)

    def _decided(self, key: str, holds: Callable[[], bool], heard: str) -> None:
        """Press a key, and wait until the library's file tells of it and it is heard."""
        began = time.monotonic()
        self.screen.press(key)
        self.screen.until(holds, f"“{heard}” in the library after {key}")
        self.times.append(time.monotonic() - began)
        self.hear(heard)

    def _tags(self) -> int:
        return self.library.count("tag")

    def _links(self) -> set[tuple[str, str, str]]:
        return set(self.library.rows("select source, rewrite, origin from link"))

    def _left(self, side: str) -> int:
        """Return how many sentences of the newest pair are still to decide on a side."""
        linked = {s for link in self._links() for ids in link[:2] for s in json.loads(ids)}
        left = self.library.rows(LEFT.format(side=side))
        return sum(side == "rewrite" or sentence not in linked for (sentence,) in left)


def run(job: Job) -> int:
    """Do the job and print its steps; return 0, or 1 where one failed."""
    began = time.monotonic()
    try:
        for number, step in enumerate(job.steps(), 1):
            print(f"  {number:2}  {time.monotonic() - began:5.1f} s  {step}", flush=True)
    except AssertionError as error:
        print(f"  failed: {error}")
        return 1
    milliseconds = sorted(1000 * seconds for seconds in job.times)
    print(
        f"  {len(milliseconds)} decisions by key; from the key to the file, seen from outside: "
        f"median {median(milliseconds):.0f} ms, slowest {milliseconds[-1]:.0f} ms"
    )
    return 0
