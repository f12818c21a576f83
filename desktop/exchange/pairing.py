"""From two articles as they were read to one pair, aligned and ready for the library."""

from dataclasses import replace

from desktop.exchange.intake import articles
from desktop.exchange.reading import Reading
from desktop.library import hints
from desktop.library.contents import Contents, SideContents
from desktop.library.model import Pair
from desktop.library.tagging import now
from desktop.problem import Problem
from desktop.text.codebook import Side
from desktop.tr import tr


def paired(source: Reading, rewrite: Reading) -> Contents:
    """Return the new pair of two articles with the links the engine finds.

    Raises Problem where a side has no sentence to tag.
    """
    upper, lower = _side(Side.SOURCE, source), _side(Side.REWRITE, rewrite)
    title = lower.article.headline or upper.article.headline or rewrite.name or tr("Untitled pair")
    pair = Pair(source_id=upper.article.id, rewrite_id=lower.article.id, title=title, added=now())
    contents = Contents(pair, upper, lower)
    return replace(contents, links=hints.links(contents))


def _side(side: Side, reading: Reading) -> SideContents:
    taken = articles(reading)
    contents = SideContents(side, taken.article, taken.blocks, taken.sentences)
    if not contents.taggable:
        name = tr("source") if side is Side.SOURCE else tr("rewrite")
        raise Problem(
            tr(
                "The {side} has no headline or body text to tag. "
                "Bring back what was taken for page furniture, or choose another text.",
                side=name,
            )
        )
    return contents
