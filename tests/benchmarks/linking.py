"""Count how far found links agree with known ones."""

from collections import Counter
from collections.abc import Iterable, Set

from desktop.text.align import Link
from tests.benchmarks.data import Cell, Texts

Bead = tuple[tuple[int, ...], tuple[int, ...]]
"""A group of source sentences and the group of rewrite sentences that draw on just these."""


def cells_of(links: Iterable[Link]) -> set[Cell]:
    """Return every source sentence of a link with every rewrite sentence of it."""
    return {(above, below) for link in links for above in link.source for below in link.rewrite}


def beads(found: Set[Cell], width: int) -> set[Bead]:
    """Return neighbours in the rewrite that draw on the very same sentences as one bead.

    DEplain counts these (Stodden, Momen and Kallmeyer 2023: pairs of joined strings).
    """
    drawn = [tuple(sorted(a for a, b in found if b == below)) for below in range(width)]
    groups: list[Bead] = []
    for below, sources in enumerate(drawn):
        if not sources:
            continue
        if groups and groups[-1][0] == sources and groups[-1][1][-1] == below - 1:
            groups[-1] = (sources, (*groups[-1][1], below))
        else:
            groups.append((sources, (below,)))
    return set(groups)


def counted(texts: Texts, found: Set[Cell]) -> Counter[str]:
    """Return hits, found and known of links, beads, and unlinked sentences of either side."""
    width = len(texts.rewrite)
    sides = {
        "links": (set(found), set(texts.links)),
        "beads": (beads(found, width), beads(texts.links, width)),
        "source": tuple(
            set(range(len(texts.source))) - {a for a, _ in some} for some in (found, texts.links)
        ),
        "rewrite": tuple(set(range(width)) - {b for _, b in some} for some in (found, texts.links)),
    }
    total: Counter[str] = Counter()
    for what, (guess, known) in sides.items():
        total[f"{what} hit"] += len(guess & known)
        total[f"{what} both"] += len(guess) + len(known)
    return total


def f1(total: Counter[str], what: str) -> float:
    """Return the micro F1, 0..1, of what was counted; 1 where there was nothing to find."""
    return 2 * total[f"{what} hit"] / total[f"{what} both"] if total[f"{what} both"] else 1.0
