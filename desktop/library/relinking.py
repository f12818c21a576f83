"""The engine's links, looked over: confirmed up to here, rejected, or found anew.

Each function gives the edit, and does nothing itself. Links a person confirmed or made are never
touched here.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.library.contents import Contents
from desktop.library.edit import Edit
from desktop.library.linking import confirmed
from desktop.library.model import Link, Origin
from desktop.tr import counted, tr


def unconfirmed(contents: Contents) -> set[str]:
    """Return the ids of the sentences, of both sides, that stand in links of the engine."""
    return {s for link in _machine(contents.links) for s in (*link.source, *link.rewrite)}


def confirmed_before(contents: Contents, sentence_id: str) -> Edit | None:
    """Confirm the engine's links that stand wholly before a sentence of its side, as one edit;
    None where there are none."""
    side, sentence = contents.sentences[sentence_id]
    ahead = {s.id for s in contents.side(side).sentences if s.start >= sentence.start}
    links = [x for x in contents.links if ahead.isdisjoint((*x.source, *x.rewrite))]
    edit = confirmed(links)
    if edit is None:
        return None
    count = len(edit.before)
    return replace(edit, label=counted("confirm {count} link", "confirm {count} links", count))


def rejected(contents: Contents, sentence_id: str) -> Edit | None:
    """Take the engine's links of a sentence away; None where it has none.

    Other sentences of those links stay linked. What the engine suggests for the sentence follows
    from the links that are left.
    """
    links = tuple(_machine(contents.links_of(sentence_id)))
    if not links:
        return None
    left = without(links, {sentence_id})
    label = counted("reject {count} link", "reject {count} links", len(links))
    return Edit(label, links, left)


class Change(NamedTuple):
    """What the engine would do to one link: make it (`old` None), take it away (`new` None), or
    link its rewrite sentences with others."""

    old: Link | None
    new: Link | None

    @property
    def link(self) -> Link:
        """The link as it would be, or as it was where it would be gone."""
        link = self.new or self.old
        assert link is not None
        return link


def changes(contents: Contents, found: Sequence[Link]) -> tuple[Change, ...]:
    """Return how the engine's links differ from those it has `found` now, in rewrite order.

    A link between the same sentences is no change, even with another score.
    """
    come = {(link.source, link.rewrite): link for link in _machine(found)}
    stand = {(link.source, link.rewrite) for link in _machine(contents.links)}
    gone = [x for x in _machine(contents.links) if (x.source, x.rewrite) not in come]
    made = []
    for link in (link for ends, link in come.items() if ends not in stand):
        old = next((x for x in gone if x.rewrite == link.rewrite), None)
        gone = [x for x in gone if x is not old]
        made.append(Change(old, link))
    made += [Change(link, None) for link in gone]
    order = {s.id: at for at, s in enumerate(contents.rewrite.sentences)}
    return tuple(sorted(made, key=lambda change: order[change.link.rewrite[0]]))


def relinked(wanted: Iterable[Change]) -> Edit | None:
    """Make these changes, as one edit; None where there are none."""
    before, after = [], []
    for old, new in wanted:
        if old is not None:
            before.append(old)
        if new is not None:
            after.append(new.model_copy(update={"id": old.id}) if old is not None else new)
    return Edit(tr("re-align"), tuple(before), tuple(after)) if before or after else None


def without(links: Iterable[Link], ids: Collection[str]) -> tuple[Link, ...]:
    """Return what is left of links once these sentences stand in none."""
    rest = []
    for link in links:
        source = tuple(s for s in link.source if s not in ids)
        rewrite = tuple(s for s in link.rewrite if s not in ids)
        if source and rewrite:
            rest.append(link.model_copy(update={"source": source, "rewrite": rewrite}))
    return tuple(rest)


def _machine(links: Iterable[Link]) -> Iterable[Link]:
    return (link for link in links if link.origin is Origin.MACHINE)
