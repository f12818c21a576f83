"""What the engine makes of a pair of the library. Plain functions: they may run on any thread.

They load the engine when it is first asked: a pair is on the screen by then.
"""

from textwrap import shorten
from typing import NamedTuple

from desktop.library.contents import Contents, SideContents
from desktop.library.linking import positions, stored
from desktop.library.model import Link, Origin
from desktop.text.codebook import Role, Side
from desktop.text.values import Link as Found
from desktop.text.values import Suggestion


def links(contents: Contents, *, meaning: bool = False) -> tuple[Link, ...]:
    """Return all links as the engine sees them now; those a person made or confirmed stand.

    With `meaning`, meanings are compared as well as words: see `desktop.text.linking.meanings`.
    """
    from desktop.text.compare import linked

    kept = tuple(link for link in contents.links if link.origin is not Origin.MACHINE)
    fixed = positions(contents, kept)
    found = linked(
        _sentences(contents.source), _sentences(contents.rewrite), fixed, meaning=meaning
    )
    return (*kept, *stored(contents, [link for link in found if link not in fixed]))


class Hints(NamedTuple):
    """What the engine says of a pair, by sentence id: what it would tag, and what became of each
    quotation of a rewrite sentence (sentences for a person)."""

    suggestions: dict[str, Suggestion]
    quotations: dict[str, tuple[str, ...]]


def hints(contents: Contents) -> Hints:
    """Return everything the engine says of a pair with the links as they stand."""
    return Hints(suggestions(contents), quotations(contents))


def quotations(contents: Contents) -> dict[str, tuple[str, ...]]:
    """Return what became of the quotations of each rewrite sentence that has some."""
    from desktop.text.check import check

    upper, lower = contents.source.linkable, contents.rewrite.linkable
    places = {s.id: at for part in (upper, lower) for at, s in enumerate(part)}
    known = [
        Found(
            tuple(places[s] for s in link.source if s in places),
            tuple(places[s] for s in link.rewrite if s in places),
            link.score,
            link.reason,
        )
        for link in contents.links
    ]
    checks = check(
        [contents.source.text(s) for s in upper],
        [contents.rewrite.text(s) for s in lower],
        [link for link in known if link.source and link.rewrite],
    )
    said: dict[str, tuple[str, ...]] = {}
    for found in checks:
        sentence = lower[found.sentence]
        quoted = found.span.of(contents.rewrite.text(sentence))
        line = f"“{shorten(quoted, 50, placeholder=' …')}”: {' '.join(found.findings)}"
        said[sentence.id] = (*said.get(sentence.id, ()), line)
    return said


def questions(contents: Contents, sentence_id: str) -> tuple[str, ...]:
    """Return what is worth asking about a rewrite sentence and the source linked to it."""
    from desktop.text.drift import drift

    _, sentence = contents.sentences[sentence_id]
    partners = contents.partners(sentence_id)
    if not partners:
        return ()
    source = contents.source
    found = drift(
        [source.text(partner) for partner in partners],
        contents.rewrite.text(sentence),
        [source.text(s) for s in source.linkable if s not in partners],
        contents.rewrite.article.language,
    )
    return tuple(dict.fromkeys(hint.question for hint in found))


def suggestions(contents: Contents) -> dict[str, Suggestion]:
    """Return the suggestions that follow from the links as they stand, by sentence id.

    Their reasons call sentences by the numbers people see.
    """
    from desktop.text.compare import suggested

    source = contents.source
    found = suggested(
        _sentences(source),
        _sentences(contents.rewrite),
        positions(contents, contents.links),
        [source.numbers.get(sentence.id, 0) for sentence in source.sentences],
    )
    return {contents.side(Side(s.side)).sentences[s.sentence].id: s for s in found}


def _sentences(side: SideContents) -> list[tuple[Role, str]]:
    """Return every sentence with its role; captions that get tags are body to the engine."""
    taken = {Role.CAPTION: Role.BODY} if side.captions else {}
    roles = (side.role(sentence) for sentence in side.sentences)
    texts = (side.text(sentence) for sentence in side.sentences)
    return [(taken.get(role, role), text) for role, text in zip(roles, texts, strict=True)]
