"""What was said of two sentences, once they are one: tags, notes, bookmarks and links joined.

What stood on the second goes with it, and what is carried over is said of the first anew, under
ids of its own: the second's row takes everything that hangs on it along when it is deleted.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from desktop.library.contents import Contents
from desktop.library.model import Bookmark, Link, Note, Origin, Tag, Value
from desktop.text.codebook import Flag

Change = tuple[tuple[Value, ...], tuple[Value, ...]]
"""Values that stood before, values that stand after: the two sides of an edit."""

V = TypeVar("V", Tag, Note, Bookmark)

STRENGTH = (Origin.MACHINE, Origin.CONFIRMED, Origin.MANUAL)


def joined(contents: Contents, first: str, second: str) -> tuple[Change, tuple[Tag, ...]]:
    """Return what becomes of the tags, notes and bookmarks of two sentences (ids), and the tags
    of the second that are given up because the same coder tagged the first otherwise."""
    before: list[Value] = []
    after: list[Value] = []
    lost = []
    for tag in _on(contents.tags, second):
        before.append(tag)
        own = contents.tags_of(tag.coder).get(first)
        if own is None:
            after.append(_moved(tag, first))
        elif _agree(own, tag):
            before.append(own)
            after.append(_both(own, tag))
        else:
            lost.append(tag)
    for note in _on(contents.notes, second):
        before.append(note)
        written = contents.notes_of(note.coder).get(first)
        if written is None:
            after.append(_moved(note, first))
        elif note.text != written.text:
            before.append(written)
            after.append(_with_all_words((written, note)))
    marked = _on(contents.bookmarks, second)
    before += marked
    after += [_moved(mark, first) for mark in marked[:1] if not _on(contents.bookmarks, first)]
    return (tuple(before), tuple(after)), tuple(lost)


def one_each(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes with those by one coder on one sentence joined: older archives hold several."""
    found: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        found.setdefault((note.sentence_id, note.coder), []).append(note)
    return tuple(map(_with_all_words, found.values()))


def _with_all_words(notes: Sequence[Note]) -> Note:
    """Return the first of these notes, with the words of the others behind its own."""
    if len(notes) == 1:
        return notes[0]
    words = dict.fromkeys(note.text for note in notes if note.text)
    return notes[0].model_copy(update={"text": " / ".join(words)})


def links_joined(contents: Contents, first: str, second: str) -> Change:
    """Return what becomes of the links of two sentences (ids).

    Links that now are of the same rewrite sentences become one, as sure as the least sure of
    them and as firm as the firmest: what a person confirmed or made stays a person's.
    """
    before = tuple(dict.fromkeys((*contents.links_of(first), *contents.links_of(second))))
    groups: dict[tuple[str, ...], list[Link]] = {}
    for link in before:
        source, rewrite = (
            tuple(dict.fromkeys(first if s == second else s for s in ids))
            for ids in (link.source, link.rewrite)
        )
        new = link.model_copy(update={"source": source, "rewrite": rewrite})
        groups.setdefault(rewrite, []).append(new)
    return before, tuple(_one(contents, links) for links in groups.values())


def _one(contents: Contents, links: Sequence[Link]) -> Link:
    """Return one link that says what several of the same rewrite sentences say."""
    sources = {sentence for link in links for sentence in link.source}
    return links[0].model_copy(
        update={
            "source": tuple(s.id for s in contents.source.sentences if s.id in sources),
            "origin": max((link.origin for link in links), key=STRENGTH.index),
            "score": min(link.score for link in links),
            "reason": " ".join(dict.fromkeys(link.reason for link in links)),
        }
    )


def _on(values: Iterable[V], sentence_id: str) -> list[V]:
    return [value for value in values if value.sentence_id == sentence_id]


def _moved(value: V, sentence_id: str) -> V:
    fields = value.model_dump(exclude={"id"}) | {"sentence_id": sentence_id}
    return type(value).model_validate(fields)


def _agree(one: Tag, other: Tag) -> bool:
    """Tell whether two tags say the same; a sub-kind left open contradicts none."""
    return one.kind is other.kind and (
        one.subkind is other.subkind or one.subkind is None or other.subkind is None
    )


def _both(one: Tag, other: Tag) -> Tag:
    """Return one tag for two that agree: the flags of both, the graver effect and importance."""
    flags = {*one.flags, *other.flags}
    return one.model_copy(
        update={
            "subkind": one.subkind or other.subkind,
            "flags": tuple(flag for flag in Flag if flag in flags),
            "effect": _larger(one.effect, other.effect),
            "importance": _larger(one.importance, other.importance),
            "confidence": one.confidence or other.confidence,
            "suggestion_seen": one.suggestion_seen or other.suggestion_seen,
        }
    )


def _larger(one: int | None, other: int | None) -> int | None:
    given = [number for number in (one, other) if number is not None]
    return max(given) if given else None
