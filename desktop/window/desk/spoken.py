"""What is said of a sentence to people who hear the window: the one place for these words."""

from desktop.library.codebook import codebook
from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.model import Bookmark, Link, Note, Tag
from desktop.text.codebook import Role, Side
from desktop.text.values import Suggestion
from desktop.tr import counted, tr
from desktop.window.names import role_term, untagged_term
from desktop.window.workspace import Workspace


def spoken(workspace: Workspace, sentence_id: str) -> str:
    """Return a sentence of the open pair as it is read out: side, number, tag, links, words.

    "Rewrite, sentence 6 of 16, quote, linked to source sentence 10: The time will show …"
    """
    contents = workspace.shown
    assert contents is not None
    side, sentence = contents.sentences[sentence_id]
    noted = sentence_id in contents.notes_of(workspace.coder)
    marked = _bookmarked(contents, sentence_id)
    facts = (
        place(contents, sentence_id),
        verdict(workspace, sentence_id),
        _links(workspace, sentence_id),
        tr("with a note") if noted else "",
        tr("with a bookmark") if marked else "",
    )
    said = ", ".join(fact for fact in facts if fact)
    return f"{said}: {contents.side(side).text(sentence)}"


def place(contents: Contents, sentence_id: str) -> str:
    """Return "Rewrite, sentence 6 of 16", with what the sentence is on its page if not body."""
    side, sentence = contents.sentences[sentence_id]
    part = contents.side(side)
    number = part.numbers.get(sentence_id)
    name = tr("Source") if side is Side.SOURCE else tr("Rewrite")
    if number is None:
        where = tr("{side}, not part of the story", side=name)
    else:
        where = tr("{side}, sentence {n} of {all}", side=name, n=number, all=len(part.linkable))
    role = part.role(sentence)
    return where if role is Role.BODY else f"{where}, {role_term(role)}"


def verdict(workspace: Workspace, sentence_id: str) -> str:
    """Return a sentence's tag with its finer marks, "suggested quote", or "not tagged yet".

    Of a sentence that need not be tagged nothing is said: "".
    """
    contents = workspace.shown
    assert contents is not None
    tag = workspace.tags().get(sentence_id)
    if tag is not None:
        return _named(tag)
    suggestion = workspace.suggestion(sentence_id)
    if suggestion is not None:
        return tr("suggested {kind}", kind=_named(suggestion))
    return untagged_term(linked=False) if sentence_id in contents.asked else ""


def _named(found: Tag | Suggestion) -> str:
    """Return a tag's kind, sub-kind and flags as people call them."""
    finer = [found.subkind] if found.subkind else []
    return ", ".join(codebook().terms[mark] for mark in (found.kind, *finer, *found.flags))


def _links(workspace: Workspace, sentence_id: str) -> str:
    """Return what a sentence is linked to as far as it may be seen; "" where nothing may be."""
    contents = workspace.shown
    assert contents is not None
    seen = workspace.reveals(sentence_id) or contents.partners(sentence_id)
    return linked_to(contents, sentence_id) if seen else ""


def linked_to(contents: Contents, sentence_id: str) -> str:
    """Return "linked to source sentences 3 and 4", or "not linked"; "" outside the story."""
    side, _ = contents.sentences[sentence_id]
    other = contents.rewrite if side is Side.SOURCE else contents.source
    found = [str(n) for s in contents.partners(sentence_id) if (n := other.numbers.get(s.id))]
    if not found:
        return tr("not linked") if sentence_id in contents.side(side).numbers else ""
    count, numbers = len(found), listed(found)
    if side is Side.SOURCE:
        return counted(
            "linked to rewrite sentence {n}", "linked to rewrite sentences {n}", count, n=numbers
        )
    return counted(
        "linked to source sentence {n}", "linked to source sentences {n}", count, n=numbers
    )


def listed(words: list[str]) -> str:
    """Return words as a list in a sentence: "3", "3 and 4", "3, 4 and 5"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{others} and {last}", others=", ".join(words[:-1]), last=words[-1])


def happened(workspace: Workspace, edit: Edit) -> str:
    """Return what an edit changed about a sentence of the open pair, in a sentence.

    "" where it changed no tags, links, notes or bookmarks, or those of another pair.
    """
    contents = workspace.shown
    changed = [v for v in edit.values if isinstance(v, Tag | Link | Note | Bookmark)]
    ids = list(dict.fromkeys(s for value in changed for s in _sentences(value)))
    if contents is None or not ids or not contents.sentences.keys() >= set(ids):
        return ""
    if len(ids) > 1:
        return counted("{count} sentence changed.", "{count} sentences changed.", len(ids))
    if isinstance(changed[0], Link):
        state = _links(workspace, ids[0]) or _unseen(workspace, changed[0])
    elif isinstance(changed[0], Tag):
        tagged = ids[0] in workspace.tags()
        state = verdict(workspace, ids[0]) if tagged else tr("tag cleared")
    elif isinstance(changed[0], Bookmark):
        state = tr("bookmark") if _bookmarked(contents, ids[0]) else tr("bookmark removed")
    else:
        noted = ids[0] in contents.notes_of(workspace.coder)
        state = tr("note kept") if noted else tr("note removed")
    return f"{_short(contents, ids[0])}: {state}."


def _unseen(workspace: Workspace, link: Link) -> str:
    """Return what became of a link of a sentence of which no link may be seen now."""
    stand = workspace.contents.links if workspace.contents else ()
    if any(link.id == other.id for other in stand):
        return tr("links hidden until it is tagged")
    return tr("link removed")


def _bookmarked(contents: Contents, sentence_id: str) -> bool:
    return any(mark.sentence_id == sentence_id for mark in contents.bookmarks)


def _sentences(value: Tag | Link | Note | Bookmark) -> tuple[str, ...]:
    return value.rewrite if isinstance(value, Link) else (value.sentence_id,)


def _short(contents: Contents, sentence_id: str) -> str:
    """Return "Rewrite 6"."""
    side, _ = contents.sentences[sentence_id]
    number = contents.side(side).numbers.get(sentence_id, "")
    name = tr("Source {n}", n=number) if side is Side.SOURCE else tr("Rewrite {n}", n=number)
    return name.strip()
