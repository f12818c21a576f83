"""All that is known of one pair, as one value: what the window shows and the writers write."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from desktop.library.edit import Edit
from desktop.library.model import (
    Article,
    Block,
    Bookmark,
    Link,
    Note,
    OfPair,
    Pair,
    Sentence,
    Tag,
    Value,
)
from desktop.text.codebook import LINKED_ROLES, TAGGED_ROLES, Role, Side

V = TypeVar("V", bound=OfPair)
W = TypeVar("W", Tag, Note)


@dataclass(frozen=True)
class SideContents:
    """One article with its blocks and sentences, each in reading order."""

    side: Side
    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    captions: bool = False
    """Whether captions get tags."""

    def text(self, part: Sentence | Block) -> str:
        """Return the words of a sentence or a block."""
        return self.article.text[part.start : part.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block(self, sentence: Sentence) -> Block:
        """Return the block `sentence` stands in."""
        return self.blocks[bisect_right(self._starts, sentence.start) - 1]

    def role(self, sentence: Sentence) -> Role:
        """Return what the sentence's block is on its page."""
        return self.block(sentence).role

    @cached_property
    def linkable(self) -> tuple[Sentence, ...]:
        """The sentences that may stand in links: the tagged ones and those of captions."""
        return tuple(s for s in self.sentences if self.role(s) in LINKED_ROLES)

    @cached_property
    def taggable(self) -> tuple[Sentence, ...]:
        """The sentences that may carry a tag."""
        return tuple(s for s in self.sentences if self.tags(self.role(s)))

    def tags(self, role: Role) -> bool:
        """Tell whether sentences of this role may carry tags."""
        return role in TAGGED_ROLES or (self.captions and role is Role.CAPTION)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """What people call the sentences: 1, 2, … through those that may stand in links."""
        return {sentence.id: number for number, sentence in enumerate(self.linkable, 1)}


@dataclass(frozen=True)
class Contents:
    """A pair with everything people and the engine have said of it.

    `tags` and `notes` are those of every coder.
    """

    pair: Pair
    source: SideContents
    rewrite: SideContents
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()
    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()

    def after(self, edit: Edit) -> Contents | None:
        """Return these contents once `edit` is done; None where it touches texts: read them anew.

        Edits of other pairs leave these contents as they are.
        """
        if any(isinstance(value, Article | Block | Sentence) for value in edit.values):
            return None
        pairs = [v for v in edit.after if isinstance(v, Pair) and v.id == self.pair.id]
        pair = pairs[-1] if pairs else self.pair
        same = pair.captions == self.pair.captions
        return replace(
            self,
            pair=pair,
            source=self.source if same else replace(self.source, captions=pair.captions),
            rewrite=self.rewrite if same else replace(self.rewrite, captions=pair.captions),
            links=self._after(self.links, Link, edit),
            tags=self._after(self.tags, Tag, edit),
            notes=self._after(self.notes, Note, edit),
            bookmarks=self._after(self.bookmarks, Bookmark, edit),
        )

    def _after(self, values: tuple[V, ...], kind: type[V], edit: Edit) -> tuple[V, ...]:
        """Return the values of one kind with the edit's put in place of those that stood there."""
        if not any(isinstance(value, kind) for value in edit.values):
            return values
        gone = {v.id for v in edit.before}
        new = {v.id: v for v in edit.after if isinstance(v, kind) and v.pair_id == self.pair.id}
        stand = [new.get(v.id, v) for v in values if v.id in new or v.id not in gone]
        known = {v.id for v in values}
        return (*stand, *(v for v in new.values() if v.id not in known))

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Everything here as the values one edit adds."""
        upper, lower = self.source, self.rewrite
        return (
            upper.article,
            lower.article,
            *upper.blocks,
            *lower.blocks,
            *upper.sentences,
            *lower.sentences,
            self.pair,
            *self.links,
            *self.tags,
            *self.notes,
            *self.bookmarks,
        )

    def side(self, side: Side) -> SideContents:
        """Return the source's or the rewrite's contents."""
        return self.source if side is Side.SOURCE else self.rewrite

    @cached_property
    def sentences(self) -> dict[str, tuple[Side, Sentence]]:
        """Every sentence by its id, with the side it stands on."""
        return {
            s.id: (part.side, s) for part in (self.source, self.rewrite) for s in part.sentences
        }

    def label(self, sentence_id: str) -> str:
        """Return what a sentence is called in files: S3 or R5; "" where it has no number."""
        side, _ = self.sentences[sentence_id]
        number = self.side(side).numbers.get(sentence_id)
        return f"{side.value[0].upper()}{number}" if number else ""

    @cached_property
    def _links_of(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, tuple[Link, ...]] = {}
        for link in self.links:
            for sentence_id in (*link.source, *link.rewrite):
                found[sentence_id] = (*found.get(sentence_id, ()), link)
        return found

    def links_of(self, sentence_id: str) -> tuple[Link, ...]:
        """Return the links a sentence stands in."""
        return self._links_of.get(sentence_id, ())

    def partners(self, sentence_id: str) -> tuple[Sentence, ...]:
        """Return the sentences of the other side linked to this one, in reading order."""
        side, _ = self.sentences[sentence_id]
        ids = {
            partner
            for link in self.links_of(sentence_id)
            for partner in (link.rewrite if side is Side.SOURCE else link.source)
        }
        return tuple(sorted((self.sentences[i][1] for i in ids), key=lambda s: s.start))

    @cached_property
    def _tags_of(self) -> dict[str, dict[str, Tag]]:
        return _by_coder(self.tags)

    @cached_property
    def _notes_of(self) -> dict[str, dict[str, Note]]:
        return _by_coder(self.notes)

    def tags_of(self, coder: str) -> dict[str, Tag]:
        """Return one coder's tags by sentence id. Copy the dictionary to change it."""
        return self._tags_of.get(coder, {})

    def others(self, coder: str, sentence_id: str) -> dict[str, Tag]:
        """Return the tags of a sentence by every other coder, the key's too, in order of codes."""
        return {
            code: tags[sentence_id]
            for code, tags in sorted(self._tags_of.items())
            if code != coder and sentence_id in tags
        }

    def disputed(self, coder: str, sentence_id: str) -> bool:
        """Tell whether another coder tagged what this one has tagged otherwise."""
        tag = self.tags_of(coder).get(sentence_id)
        others = self.others(coder, sentence_id).values()
        return tag is not None and any(other.kind is not tag.kind for other in others)

    def notes_of(self, coder: str) -> dict[str, Note]:
        """Return one coder's notes by sentence id. Copy the dictionary to change it."""
        return self._notes_of.get(coder, {})

    @cached_property
    def asked(self) -> dict[str, Sentence]:
        """The sentences that ask for a tag, rewrite first: of the source's, those no link keeps."""
        source = (s for s in self.source.taggable if not self.links_of(s.id))
        return {s.id: s for s in (*self.rewrite.taggable, *source)}

    def left(self, coder: str) -> tuple[Sentence, ...]:
        """Return the sentences this coder has still to decide, rewrite first."""
        done = self.tags_of(coder)
        return tuple(s for sentence_id, s in self.asked.items() if sentence_id not in done)


def _by_coder(values: Iterable[W]) -> dict[str, dict[str, W]]:
    """Return what coders said of sentences by coder, then by sentence id."""
    found: dict[str, dict[str, W]] = {}
    for value in values:
        found.setdefault(value.coder, {})[value.sentence_id] = value
    return found
