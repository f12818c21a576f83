"""What must hold of values that come from a file; ValueError where it does not."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from desktop.library.contents import Contents, SideContents
from desktop.library.model import Link, Tag, Value
from desktop.library.tagging import permitted
from desktop.text.codebook import KINDS
from desktop.text.normal import normal


def article(side: SideContents, sha256: str) -> None:
    """Check a text against its fingerprint, and that its blocks and sentences fit into it."""
    text = side.article.text
    _hold(side.article.sha256 == sha256, "the text is not the one that was written")
    _hold(normal(text) == text, "the text is not in the form the library keeps")
    _in_order([(block.start, block.end) for block in side.blocks], len(text))
    _in_order([(sentence.start, sentence.end) for sentence in side.sentences], len(text))
    for sentence in side.sentences:
        block = side.block(sentence)
        _hold(block.start <= sentence.start and sentence.end <= block.end, "sentence in no block")


def pair(contents: Contents) -> None:
    """Check that what is said of a pair is about its own sentences, and is possible there."""
    upper = {sentence.id for sentence in contents.source.sentences}
    lower = {sentence.id for sentence in contents.rewrite.sentences}
    _hold(not upper & lower, "a sentence on both sides")
    for link in contents.links:
        _link(link, upper, lower)
    for tag in contents.tags:
        _tag(tag, contents)
    about = {note.sentence_id for note in contents.notes}
    about |= {bookmark.sentence_id for bookmark in contents.bookmarks}
    _hold(about <= upper | lower, "about no sentence of the pair")
    verdicts = [(tag.sentence_id, tag.coder) for tag in contents.tags]
    _hold(len(set(verdicts)) == len(verdicts), "two tags by one coder on one sentence")


def unique(values: Iterable[Value]) -> None:
    """Check that no two values share an id, not even those of two kinds."""
    names = [value.id for value in values]
    _hold(len(set(names)) == len(names), "an id twice")


def _link(link: Link, upper: set[str], lower: set[str]) -> None:
    _hold(bool(link.source) and set(link.source) <= upper, "a link from nowhere")
    _hold(bool(link.rewrite) and set(link.rewrite) <= lower, "a link to nowhere")


def _tag(tag: Tag, contents: Contents) -> None:
    side, _ = contents.sentences[tag.sentence_id]
    _hold(tag.kind in KINDS[side], "a tag of the other side")
    _hold(permitted(tag, side) == tag, "a mark its kind does not have")


def _in_order(parts: Sequence[tuple[int, int]], length: int) -> None:
    _hold(all(start < end <= length for start, end in parts), "outside the text")
    _hold(all(one[1] <= other[0] for one, other in pairwise(parts)), "out of order")


def _hold(condition: bool, otherwise: str) -> None:
    if not condition:
        raise ValueError(otherwise)
