"""Whatever a person does at the desk, the window shows what is on disk and undo takes it back."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from desktop.text.codebook import Side
from tests.walking import ANYWHERE, CODER, COMMANDS, KEYS
from tests.watched import Watched


def command(act):
    """A rule that draws what `COMMANDS` offers for it."""
    name = act.__name__
    drawn = {what: st.sampled_from(these) for what, these in COMMANDS[name].items()}
    made = rule(**drawn)(act)
    return made if name in ANYWHERE else precondition(lambda self: self.person.in_hand)(made)


class Walk(Watched):
    """Every command a person can give, and what it is to lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.guessed: dict = {}  # by workspace: the links made in it while the person predicted

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
        known = self.link_ids()
        self.person.link(then)
        if self.workspace.predicting:
            self.guessed.setdefault(self.workspace, set()).update(self.link_ids() - known)
        self.done(couples=couples, tags=tags)

    @command
    def unlink(self) -> None:
        """One couple that could be seen is seen no more; what cannot be seen stays."""
        mine, hidden = self.mine(), self.hidden()
        self.person.unlink()
        left = self.disk.said().couples
        assert len(mine - self.mine()) == min(len(mine), 1)
        assert self.mine() <= mine
        assert self.said.couples - left <= mine - hidden
        assert left <= self.said.couples
        assert self.hidden() == hidden
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
        """The linked couples the sentence in hand stands in, as far as they can be seen."""
        pair, current = self.here
        own = self.guessed.get(self.workspace, set())
        couples = {c for link, c in self.disk.linked() if link in own or self.reveals(c)}
        return {c for c in couples if c[0] == pair and current in c}

    def hidden(self) -> set:
        """The linked couples of the library that no tag reveals, whoever guessed them besides."""
        own = self.guessed.get(self.workspace, set())
        return {c for link, c in self.disk.linked() if link not in own and not self.reveals(c)}

    def reveals(self, couple: tuple[str, str, str]) -> bool:
        """Whether all may see how two sentences are linked: one of them has a tag, or nobody
        predicts."""
        pair, *ends = couple
        tags = self.disk.said().tags
        return not self.workspace.predicting or any((pair, end) in tags for end in ends)

    def link_ids(self) -> set[str]:
        return {link for link, _ in self.disk.linked()}

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


Walk.TestCase.settings = settings(
    max_examples=5,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestWalk = Walk.TestCase
