"""What cutting otherwise changes: each function gives the edit, and does nothing itself.

An article may stand in several pairs and carry the tags of several coders. So each function takes
all pairs that hold the article, the open one first: whatever was said of a sentence changes in
the same edit, and undo brings all of it back under the same ids. The texts stay as they are.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.library.codebook import codebook
from desktop.library.contents import Contents, SideContents
from desktop.library.edit import Edit
from desktop.library.joining import Change, joined, links_joined
from desktop.library.model import Block, Link, Sentence, Tag, Value
from desktop.library.relinking import without
from desktop.library.tagging import kind_name
from desktop.text.codebook import LINKED_ROLES, Role
from desktop.text.words import words
from desktop.tr import counted, tr


class Recut(NamedTuple):
    """An edit, None where nothing can be done, and what a person should be told about it: why
    not, or what could not be kept ("" where there is nothing to say)."""

    edit: Edit | None
    said: str = ""


def split_sentence(held: Sequence[Contents], sentence_id: str, point: int) -> Recut:
    """Split a sentence before code point `point` of its article; inside a word, before the word.

    The first half keeps id, tags, note and bookmark; both halves keep the links.
    """
    part = _side(held, sentence_id)
    sentence = _sentence(held, sentence_id)
    halves = _halves(part.text(sentence), point - sentence.start)
    if halves is None:
        return Recut(None, tr("Put the cursor between two words of the sentence, then split it."))
    first = sentence.model_copy(update={"end": sentence.start + halves[0]})
    second = Sentence(
        article_id=part.article.id, start=sentence.start + halves[1], end=sentence.end
    )
    links = [link for contents in held for link in contents.links_of(sentence_id)]
    after = [new for link in links for new in _followed(link, sentence_id, second.id)]
    edit = _edit(tr("split sentence"), held, (sentence, *links), (first, second, *after))
    if any(tag.sentence_id == sentence_id for contents in held for tag in contents.tags):
        return Recut(edit, tr("The first half keeps its tag; the second has none yet."))
    return Recut(edit)


def merge_sentences(held: Sequence[Contents], sentence_id: str) -> Recut:
    """Merge a sentence with the next of its block.

    The first keeps its id and gets the links of both, and the other's tag, note and bookmark
    where it has none itself. Two notes are joined. Of two tags that differ the first's stays,
    and the other is named.
    """
    part = _side(held, sentence_id)
    first = _sentence(held, sentence_id)
    following = [s for s in _within(part, part.block(first)) if s.start > first.start]
    if not following:
        return Recut(
            None,
            tr("The paragraph ends with this sentence: merge it with the next paragraph first."),
        )
    second = following[0]
    change: Change = ((first, second), (first.model_copy(update={"end": second.end}),))
    lost = []
    for contents in held:
        said, given_up = joined(contents, first.id, second.id)
        change = _sum(change, said, links_joined(contents, first.id, second.id))
        lost += [_named(tag, contents, held[0]) for tag in given_up]
    edit = _edit(tr("merge sentences"), held, *change)
    if lost:
        names = ", ".join(lost)
        return Recut(
            edit, tr("The first sentence’s tag stays; the other’s is gone: {tags}.", tags=names)
        )
    return Recut(edit)


def split_block(held: Sequence[Contents], sentence_id: str) -> Recut:
    """Split a block before a sentence: a new block of the same role begins with it."""
    part = _side(held, sentence_id)
    sentence = _sentence(held, sentence_id)
    block = part.block(sentence)
    before = [s for s in _within(part, block) if s.start < sentence.start]
    if not before:
        return Recut(None, tr("The paragraph begins with this sentence already."))
    first = block.model_copy(update={"end": before[-1].end})
    second = Block(
        article_id=block.article_id, start=sentence.start, end=block.end, role=block.role
    )
    return Recut(_edit(tr("split paragraph"), held, (block,), (first, second)))


def merge_blocks(held: Sequence[Contents], sentence_id: str) -> Recut:
    """Merge the block of a sentence with the next one, which takes on the first one's role.

    Furniture of the page is merged with nothing else: it may be out of sight.
    """
    part = _side(held, sentence_id)
    first = part.block(_sentence(held, sentence_id))
    second = dict(pairwise(part.blocks)).get(first)
    if second is None:
        return Recut(None, tr("This is the last paragraph."))
    if (first.role is Role.BOILERPLATE) is not (second.role is Role.BOILERPLATE):
        return Recut(
            None, tr("Page furniture is in between: show it and take it into the story first.")
        )
    merged = first.model_copy(update={"end": second.end})
    falling = _falling(held, _within(part, second), first.role)
    change = _sum(((first, second), (merged,)), falling)
    return Recut(_edit(tr("merge paragraphs"), held, *change), _fallen(falling))


def set_role(held: Sequence[Contents], sentence_id: str, role: Role) -> Recut:
    """Set the role of a sentence's block.

    In a role that gets no tags its sentences lose them, in one that is not linked their links
    too; notes and bookmarks stay.
    """
    part = _side(held, sentence_id)
    block = part.block(_sentence(held, sentence_id))
    if block.role is role:
        return Recut(None, tr("The paragraph has this role already."))
    falling = _falling(held, _within(part, block), role)
    change = _sum(((block,), (block.model_copy(update={"role": role}),)), falling)
    edit = _edit(tr("change role of paragraph"), held, *change)
    if role in LINKED_ROLES and block.role not in LINKED_ROLES:
        said = tr("The paragraph is part of the story now. Link ▸ Re-align finds its links.")
        return Recut(edit, said)
    return Recut(edit, _fallen(falling))


# what stands where


def _side(held: Sequence[Contents], sentence_id: str) -> SideContents:
    side, _ = held[0].sentences[sentence_id]
    return held[0].side(side)


def _sentence(held: Sequence[Contents], sentence_id: str) -> Sentence:
    return held[0].sentences[sentence_id][1]


def _within(part: SideContents, block: Block) -> list[Sentence]:
    return [s for s in part.sentences if block.start <= s.start and s.end <= block.end]


def _halves(text: str, at: int) -> tuple[int, int] | None:
    """Return where the first half of `text` ends and the second begins; None where one of them
    would be without words."""
    at = next((word.start for word in words(text) if word.start < at < word.end), at)
    if not 0 < at < len(text) or not words(text[:at]) or not words(text[at:]):
        return None
    return len(text[:at].rstrip()), len(text) - len(text[at:].lstrip())


def _named(tag: Tag, contents: Contents, shown: Contents) -> str:
    """Return a tag's name, whose it is, and the pair it stands in unless that is the one shown."""
    name = kind_name(tag.kind)
    if tag.subkind is not None:
        name += f" · {codebook().names[tag.subkind]}"
    whose = tag.coder if contents is shown else f"{tag.coder}, {contents.pair.title}"
    return f"{name} ({whose})"


def _followed(link: Link, first: str, second: str) -> tuple[Link, ...]:
    """Return a link with `second` behind `first`: in it, or in a link of its own where `first`
    is all that draws on something, as the engine would link them."""
    if link.rewrite == (first,):
        further = link.model_dump(exclude={"id"}) | {"rewrite": (second,)}
        return link, Link.model_validate(further)
    source, rewrite = (
        tuple(new for old in ids for new in ((old, second) if old == first else (old,)))
        for ids in (link.source, link.rewrite)
    )
    return (link.model_copy(update={"source": source, "rewrite": rewrite}),)


# what falls


def _falling(held: Sequence[Contents], sentences: Iterable[Sentence], role: Role) -> Change:
    """Return what is said of sentences that cannot be said of them in a block of this role."""
    ids = {sentence.id for sentence in sentences}
    change: Change = ((), ())
    for contents in held:
        if not contents.source.tags(role):
            tags = tuple(tag for tag in contents.tags if tag.sentence_id in ids)
            change = _sum(change, (tags, ()))
    if role not in LINKED_ROLES:
        for contents in held:
            links = tuple(x for x in contents.links if ids.intersection(x.source + x.rewrite))
            change = _sum(change, (links, without(links, ids)))
    return change


def _fallen(change: Change) -> str:
    """Return the sentence that counts what fell; "" where nothing did."""
    links = sum(isinstance(value, Link) for value in change[0])
    tags = len(change[0]) - links
    if not links and not tags:
        return ""
    gone = " · ".join(
        words
        for count, words in (
            (tags, counted("{count} tag", "{count} tags", tags)),
            (links, counted("{count} link", "{count} links", links)),
        )
        if count
    )
    return tr("This role takes away: {gone}. Undo brings them back.", gone=gone)


# edits


def _sum(*changes: Change) -> Change:
    return (
        tuple(value for change in changes for value in change[0]),
        tuple(value for change in changes for value in change[1]),
    )


def _edit(
    label: str, held: Sequence[Contents], before: Iterable[Value], after: Iterable[Value]
) -> Edit:
    """Return the edit without what it leaves as it is.

    The open pair stands in it unchanged: it says where the edit happened, and whoever undoes it
    later finds the way back there.
    """
    old, new = tuple(before), tuple(after)
    alike = {*old} & {*new}
    pair = held[0].pair
    return Edit(
        label,
        (pair, *(value for value in old if value not in alike)),
        (pair, *(value for value in new if value not in alike)),
    )
