"""What tagging changes: each function gives the edit, and does nothing itself."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, TypeVar

from desktop.library.codebook import codebook
from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.model import Note, Tag
from desktop.text.codebook import KINDS, Kind, Role, Side, marks
from desktop.text.values import Suggestion
from desktop.tr import counted, tr

V = TypeVar("V", Note, Tag)


def now() -> str:
    """Return the time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def kind_name(kind: Kind) -> str:
    """Return what people call a kind of tag, in the middle of a sentence."""
    return codebook().terms[kind]


def fits(contents: Contents, sentence_id: str, kind: Kind) -> bool:
    """Tell whether the codebook lets this sentence carry a tag of this kind."""
    side, sentence = contents.sentences[sentence_id]
    part = contents.side(side)
    return kind in KINDS[side] and part.tags(part.role(sentence))


def tagged(
    contents: Contents, sentence_id: str, kind: Kind, coder: str, *, seen: bool = False
) -> Edit | None:
    """Tag a sentence, or tag it otherwise; None where it carries that very kind already.

    `seen` says whether a suggestion stood beside the sentence. Sub-kind and flags of another
    kind of tag do not carry over.
    """
    old = contents.tags_of(coder).get(sentence_id)
    if old is not None and old.kind is kind:
        return None
    new = Tag(
        **_place(contents, sentence_id, coder),
        kind=kind,
        suggestion_seen=seen or bool(old and old.suggestion_seen),
        made=now(),
    )
    return Edit(tr("tag as {kind}", kind=kind_name(kind)), _some(old), (_same_id(new, old),))


def accepted(
    contents: Contents, suggestions: Iterable[tuple[str, Suggestion]], coder: str
) -> Edit | None:
    """Make tags of suggestions, by sentence id; those already tagged keep their tags.

    Suggestions from before the texts were cut otherwise count only where they still fit.
    """
    done = contents.tags_of(coder)
    tags = tuple(
        Tag(
            **_place(contents, sentence_id, coder),
            kind=suggestion.kind,
            subkind=suggestion.subkind,
            flags=suggestion.flags,
            suggestion_seen=True,
            suggestion_taken=True,
            made=now(),
        )
        for sentence_id, suggestion in suggestions
        if sentence_id not in done
        and sentence_id in contents.sentences
        and fits(contents, sentence_id, suggestion.kind)
    )
    if not tags:
        return None
    if len(tags) == 1:
        label = tr("accept “{kind}”", kind=kind_name(tags[0].kind))
    else:
        label = counted("accept {count} suggestion", "accept {count} suggestions", len(tags))
    return Edit(label, after=tags)


def cleared(contents: Contents, sentence_id: str, coder: str) -> Edit | None:
    """Take a sentence's tag away; None where it has none."""
    old = contents.tags_of(coder).get(sentence_id)
    return Edit(tr("clear tag"), before=(old,)) if old else None


def refined(contents: Contents, sentence_id: str, coder: str, **fields: object) -> Edit | None:
    """Change sub-kind, flags, effect, importance or confidence of a tag, to what its
    kind may carry; None without a change."""
    old = contents.tags_of(coder).get(sentence_id)
    if old is None:
        return None
    side, _ = contents.sentences[sentence_id]
    new = permitted(Tag.model_validate(old.model_dump() | fields), side)
    return Edit(tr("change tag"), (old,), (new,)) if new != old else None


def permitted(tag: Tag, side: Side) -> Tag:
    """Return a tag of a sentence on `side` without the marks the codebook does not give its
    kind."""
    may = marks(side, tag.kind)
    return tag.model_copy(
        update={
            "subkind": tag.subkind if tag.subkind in may.subkinds else None,
            "flags": tuple(flag for flag in tag.flags if flag in may.flags),
            "effect": tag.effect if may.effect else None,
            "importance": tag.importance if may.importance else None,
        }
    )


def captions(contents: Contents, *, tagged: bool) -> Edit | None:
    """Let captions get tags, or none; the tags they have go with it. None without a change."""
    old = contents.pair
    if old.captions == tagged:
        return None
    new = old.model_copy(update={"captions": tagged})
    if tagged:
        return Edit(tr("tag captions"), (old,), (new,))
    of_captions = {
        sentence_id
        for sentence_id, (side, sentence) in contents.sentences.items()
        if contents.side(side).role(sentence) is Role.CAPTION
    }
    fallen = tuple(tag for tag in contents.tags if tag.sentence_id in of_captions)
    return Edit(tr("tag no captions"), (old, *fallen), (new,))


def noted(contents: Contents, sentence_id: str, coder: str, text: str) -> Edit | None:
    """Write, change or (with an empty text) remove a note; None without a change."""
    old = contents.notes_of(coder).get(sentence_id)
    text = text.strip()
    if text == (old.text if old else ""):
        return None
    if not text:
        return Edit(tr("remove note"), before=_some(old))
    new = Note(**_place(contents, sentence_id, coder), text=text)
    return Edit(tr("note"), _some(old), (_same_id(new, old),))


def _place(contents: Contents, sentence_id: str, coder: str) -> dict[str, Any]:
    return {"pair_id": contents.pair.id, "sentence_id": sentence_id, "coder": coder}


def _some(value: V | None) -> tuple[V, ...]:
    return () if value is None else (value,)


def _same_id(new: V, old: V | None) -> V:
    """Return `new` under the id of the value it takes the place of."""
    return new if old is None else new.model_copy(update={"id": old.id})
