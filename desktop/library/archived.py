"""Putting pairs from an archive into a library without touching what stands there."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError

from desktop.library.contents import Contents, SideContents
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Article, Block, Pair, Sentence, Value
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.tr import counted, tr


def take(store: Store, history: History, archived: Sequence[Contents]) -> tuple[Contents, ...]:
    """Put the pairs that are new into the library, as one edit, and return them.

    A pair that is there already stays as it is; an article that is there is shared. Raises
    Problem, and adds nothing, where such an article is not the same here.
    """
    new = tuple(c for c in archived if not store.all(Pair, id=c.pair.id))
    if new:
        label = counted("open {count} archived pair", "open {count} archived pairs", len(new))
        try:
            history.do(Edit(label, after=_missing(store, new)))
        except IntegrityError as clash:
            raise Problem(
                tr(
                    "Parts of this archive stand in this library already, in other pairs, so "
                    "nothing was added. Open the archive in a new library."
                )
            ) from clash
    return new


def _missing(store: Store, new: Sequence[Contents]) -> tuple[Value, ...]:
    """Return the values of new pairs without those of the articles that are there already."""
    values = {(type(v), v.id): v for contents in new for v in contents.values}
    sides = {s.article.id: s for contents in new for s in (contents.source, contents.rewrite)}
    for side in sides.values():
        if _shared(store, side):
            for value in (side.article, *side.blocks, *side.sentences):
                del values[type(value), value.id]
    return tuple(values.values())


def _shared(store: Store, side: SideContents) -> bool:
    """Say whether the article is in the library. Raises Problem where it is not the same there."""
    article = side.article
    here = store.all(Article, id=article.id)
    if not here:
        return False
    parts = [
        {part.id: part for part in store.all(kind, article_id=article.id)}
        for kind in (Block, Sentence)
    ]
    same = [{part.id: part for part in found} for found in (side.blocks, side.sentences)]
    if here != [article] or parts != same:
        raise Problem(
            tr(
                "“{title}” stands in this library already, but it is not the same here: its text, "
                "its paragraphs or its sentences differ. Nothing was added; open the archive in "
                "a new library.",
                title=article.headline,
            )
        )
    return True
