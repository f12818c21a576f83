"""A new pair of two articles as they were read: what a person adds to the library."""

from desktop.exchange.intake import pair
from desktop.exchange.reading import Reading
from desktop.library.contents import Contents
from desktop.library.tagging import now
from desktop.problem import Problem
from desktop.text.codebook import TAGGED_ROLES, Side
from desktop.tr import tr


def paired(source: Reading, rewrite: Reading) -> Contents:
    """Return the new pair with the links the engine finds.

    Raises Problem where a side has no sentence to tag.
    """
    for side, reading in ((Side.SOURCE, source), (Side.REWRITE, rewrite)):
        if not any(block.role in TAGGED_ROLES and block.text for block in reading.blocks):
            name = tr("source") if side is Side.SOURCE else tr("rewrite")
            raise Problem(
                tr(
                    "The {side} has no headline or body text to tag. "
                    "Bring back what was taken for page furniture, or choose another text.",
                    side=name,
                )
            )
    return pair(source, rewrite, added=now())
