"""What linking changes: each function gives the edit, and does nothing itself."""

from collections.abc import Sequence

from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.model import Link, Origin
from desktop.text.codebook import Side
from desktop.text.values import Link as Found
from desktop.tr import tr


def _ends(contents: Contents, one: str, other: str) -> tuple[str, str] | None:
    """Return the two sentence ids, source first; None where both stand on one side."""
    (first, _), (second, _) = contents.sentences[one], contents.sentences[other]
    if first is second:
        return None
    return (one, other) if first is Side.SOURCE else (other, one)


def linked(contents: Contents, one: str, other: str) -> Edit | None:
    """Link two sentences; None where they stand on one side or a person linked them already.

    One link says all that a rewrite sentence draws on: it takes in what others said of it. The
    sentences it was grouped with stay linked as they were.
    """
    pair = _ends(contents, one, other)
    if pair is None:
        return None
    source, rewrite = pair
    before = contents.links_of(rewrite)
    by_hand = all(link.origin is not Origin.MACHINE for link in before)
    if by_hand and any(source in link.source for link in before):
        return None
    sources = {source, *(sentence for link in before for sentence in link.source)}
    alone = [link for link in before if link.rewrite == (rewrite,)]
    groups = [link for link in before if link not in alone]
    new = Link(
        pair_id=contents.pair.id,
        source=_in_order(contents, sources),
        rewrite=(rewrite,),
        origin=Origin.MANUAL,
        reason=tr("linked by hand"),
    )
    if alone:
        new = new.model_copy(update={"id": alone[0].id})
    return Edit(tr("link"), before, (new, *(_apart(link, rewrite) for link in groups)))


def _apart(link: Link, rewrite: str) -> Link:
    """Return a link of a group without one of its rewrite sentences."""
    return link.model_copy(update={"rewrite": tuple(s for s in link.rewrite if s != rewrite)})


def unlinked(contents: Contents, one: str, other: str) -> Edit | None:
    """Take two sentences apart; None where nothing links them."""
    pair = _ends(contents, one, other)
    if pair is None:
        return None
    source, rewrite = pair
    before = [link for link in contents.links_of(rewrite) if source in link.source]
    after: list[Link] = []
    for link in before:
        after += _without(link, source, rewrite)
    return Edit(tr("unlink"), tuple(before), tuple(after)) if before else None


def _without(link: Link, source: str, rewrite: str) -> list[Link]:
    """Return what is left of a link when one of its source sentences no longer goes with one of
    its rewrite sentences: by hand what that one still draws on, the others as they were."""
    left = []
    others = tuple(s for s in link.rewrite if s != rewrite)
    rest = tuple(s for s in link.source if s != source)
    if rest:
        manual = {"source": rest, "rewrite": (rewrite,), "origin": Origin.MANUAL}
        left.append(link.model_copy(update=manual))
    if others:
        apart = link.model_copy(update={"rewrite": others})
        left.append(Link.model_validate(apart.model_dump(exclude={"id"})) if rest else apart)
    return left


def confirmed(links: Sequence[Link]) -> Edit | None:
    """Confirm links the engine made; None where a person has confirmed or made them all."""
    before = tuple(link for link in links if link.origin is Origin.MACHINE)
    after = tuple(link.model_copy(update={"origin": Origin.CONFIRMED}) for link in before)
    return Edit(tr("confirm links"), before, after) if before else None


def stored(contents: Contents, found: Sequence[Found]) -> tuple[Link, ...]:
    """Return the engine's links, whose numbers are positions among all sentences, as values."""
    upper, lower = contents.source.sentences, contents.rewrite.sentences
    return tuple(
        Link(
            pair_id=contents.pair.id,
            source=tuple(upper[at].id for at in link.source),
            rewrite=tuple(lower[at].id for at in link.rewrite),
            score=link.score,
            reason=str(link.reason),
        )
        for link in found
    )


def positions(contents: Contents, links: Sequence[Link]) -> tuple[Found, ...]:
    """Return stored links as the engine knows them: by positions among all sentences.

    What a person made or confirmed is sure, whatever the engine thought of it.
    """
    upper = {sentence.id: at for at, sentence in enumerate(contents.source.sentences)}
    lower = {sentence.id: at for at, sentence in enumerate(contents.rewrite.sentences)}
    return tuple(
        Found(
            tuple(upper[s] for s in link.source),
            tuple(lower[s] for s in link.rewrite),
            link.score if link.origin is Origin.MACHINE else 1.0,
            link.reason,
        )
        for link in links
    )


def _in_order(contents: Contents, ids: set[str]) -> tuple[str, ...]:
    return tuple(s.id for s in contents.source.sentences if s.id in ids)
