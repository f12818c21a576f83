"""The pair as rows: what each rewrite sentence draws on, and what was left out at its place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from desktop.library.contents import Contents
from desktop.library.model import Link, Note, Origin, Tag
from desktop.text.codebook import Flag, Kind, Role
from desktop.text.values import Suggestion

QUOTATION_FLAGS = frozenset(
    {
        Flag.ALTERED,
        Flag.CUT,
        Flag.ATTRIBUTION_CHANGED,
        Flag.MOVED_CONTEXT,
        Flag.MERGED_QUOTES,
    }
)
"""What the codebook's fifth step looks for: wording that did not come over whole."""


class Row(NamedTuple):
    """A rewrite sentence with the source sentences it draws on, or one source sentence alone.

    `source` holds ids in reading order; `rewrite` is "" where no rewrite sentence draws on the
    source sentence.
    """

    source: tuple[str, ...]
    rewrite: str = ""

    @property
    def own(self) -> str:
        """The sentence the row's tag belongs to."""
        return self.rewrite or self.source[0]

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences of the row, source first."""
        return (*self.source, self.rewrite) if self.rewrite else self.source


def rows(contents: Contents) -> tuple[Row, ...]:
    """Return a row for every sentence that may be linked, in the rewrite's order.

    A source sentence that nothing draws on follows the rewrite sentences that tell what stands
    before it in the source; what only a headline tells has no place of its own.
    """
    sources = _sources(contents)
    told = [Row(sources.get(s.id, ()), s.id) for s in contents.rewrite.linkable]
    places = _places(contents, told)
    linked = {source for row in told for source in row.source}
    left_out: dict[int, list[Row]] = {}
    place = -1
    for sentence in contents.source.linkable:
        if sentence.id in linked:
            place = places.get(sentence.id, max(place, 0))
        else:
            left_out.setdefault(place, []).append(Row((sentence.id,)))
    found = left_out.get(-1, [])
    for at, row in enumerate(told):
        found += [row, *left_out.get(at, ())]
    return tuple(found)


def _places(contents: Contents, told: list[Row]) -> dict[str, int]:
    """Return the row up to which each source sentence is told below the headline at first."""
    found: dict[str, int] = {}
    for at, (row, sentence) in enumerate(zip(told, contents.rewrite.linkable, strict=True)):
        if contents.rewrite.role(sentence) is not Role.HEADLINE:
            for source in row.source:
                if found.get(source, at - 1) == at - 1:
                    found[source] = at
    return found


def _sources(contents: Contents) -> dict[str, tuple[str, ...]]:
    """Return the source sentences of each rewrite sentence that has any, in reading order."""
    numbers = contents.source.numbers
    found: dict[str, set[str]] = {}
    for link in contents.links:
        for rewrite in link.rewrite:
            found.setdefault(rewrite, set()).update(s for s in link.source if s in numbers)
    return {rewrite: tuple(sorted(ids, key=numbers.__getitem__)) for rewrite, ids in found.items()}


class Show(StrEnum):
    """Which rows to show."""

    ALL = "all"
    UNTAGGED = "untagged"
    OMISSIONS = "omissions"
    ADDITIONS = "additions"
    ALTERED = "altered"
    NOTED = "noted"
    DIFFERENT = "different"
    DISPUTED = "disputed"


@dataclass(frozen=True)
class Facts:
    """What one coder and the engine have said of an open pair; `left` are still to decide."""

    contents: Contents
    coder: str
    tags: Mapping[str, Tag]
    suggestions: Mapping[str, Suggestion]
    left: frozenset[str]  # ids of sentences

    @cached_property
    def notes(self) -> dict[str, Note]:
        """The coder's notes by sentence id."""
        return self.contents.notes_of(self.coder)

    def kind(self, sentence_id: str) -> Kind | None:
        """Return the kind of a sentence's tag, else of its suggestion."""
        found = self.tags.get(sentence_id) or self.suggestions.get(sentence_id)
        return found.kind if found else None

    def flags(self, sentence_id: str) -> tuple[Flag, ...]:
        """Return the flags of a sentence's tag, else of its suggestion."""
        found = self.tags.get(sentence_id) or self.suggestions.get(sentence_id)
        return found.flags if found else ()

    def differs(self, sentence_id: str) -> bool:
        """Tell whether the engine would tag a tagged sentence otherwise."""
        tag, suggestion = self.tags.get(sentence_id), self.suggestions.get(sentence_id)
        return tag is not None and suggestion is not None and tag.kind is not suggestion.kind

    def disputed(self, sentence_id: str) -> bool:
        """Tell whether another coder tagged a tagged sentence otherwise."""
        return self.contents.disputed(self.coder, sentence_id)

    def link(self, row: Row) -> Link | None:
        """Return the surest link of a row: one by hand, then a confirmed one, then by score."""
        links = self.contents.links_of(row.own) if row.rewrite else ()
        return max(links, key=lambda link: (SURE[link.origin], link.score), default=None)

    def fits(self, row: Row, show: Show, words: str = "") -> bool:
        """Tell whether a row is one of those to show, and has these words in it (any case)."""
        return _FITS[show](self, row) and (not words or self._holds(row, words.casefold()))

    def _holds(self, row: Row, words: str) -> bool:
        return any(words in self.text(sentence_id).casefold() for sentence_id in row.sentences) or (
            any(s in self.notes and words in self.notes[s].text.casefold() for s in row.sentences)
        )

    def text(self, sentence_id: str) -> str:
        """Return a sentence's words."""
        side, sentence = self.contents.sentences[sentence_id]
        return self.contents.side(side).text(sentence)


SURE = {Origin.MACHINE: 0, Origin.CONFIRMED: 1, Origin.MANUAL: 2}
_FITS: dict[Show, Callable[[Facts, Row], bool]] = {
    Show.ALL: lambda facts, row: True,
    Show.UNTAGGED: lambda facts, row: not facts.left.isdisjoint(row.sentences),
    Show.OMISSIONS: lambda facts, row: facts.kind(row.own) is Kind.OMISSION,
    Show.ADDITIONS: lambda facts, row: facts.kind(row.own) is Kind.ADDITION,
    Show.ALTERED: lambda facts, row: not QUOTATION_FLAGS.isdisjoint(facts.flags(row.own)),
    Show.NOTED: lambda facts, row: not facts.notes.keys().isdisjoint(row.sentences),
    Show.DIFFERENT: lambda facts, row: any(facts.differs(s) for s in row.sentences),
    Show.DISPUTED: lambda facts, row: any(facts.disputed(s) for s in row.sentences),
}
