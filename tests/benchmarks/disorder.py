"""Make other pairs out of pairs with known links: shuffled, joined, with a teaser in front.

The aligner learns from them what fables told in order cannot teach: that news turns the order
round, joins and splits sentences, and opens with a line that draws on the middle.
"""

import random
from collections.abc import Callable, Sequence
from itertools import chain

from tests.benchmarks.data import Texts


def chance(texts: Texts, *kind: object) -> random.Random:
    """Return dice that fall the same way each time."""
    return random.Random(f"{texts.name} {kind}")


def shuffled(texts: Texts, throw: int = 0) -> Texts:
    """Return the pair with the rewrite shuffled in blocks of three sentences."""
    width = len(texts.rewrite)
    blocks = [list(range(at, min(at + 3, width))) for at in range(0, width, 3)]
    chance(texts, "shuffled", throw).shuffle(blocks)
    order = list(chain.from_iterable(blocks))
    place = {old: new for new, old in enumerate(order)}
    return texts._replace(
        rewrite=tuple(texts.rewrite[at] for at in order),
        links=frozenset((above, place[below]) for above, below in texts.links),
    )


def _joined(sentences: Sequence[str], dice: random.Random) -> tuple[tuple[str, ...], list[int]]:
    """Return `sentences` with about every fourth joined to the one before, and where each went."""
    groups: list[list[int]] = []
    for at in range(len(sentences)):
        if groups and len(groups[-1]) < 3 and dice.random() < 0.25:
            groups[-1].append(at)
        else:
            groups.append([at])
    place = [number for number, group in enumerate(groups) for _ in group]
    return tuple(" ".join(sentences[at] for at in group) for group in groups), place


def source_joined(texts: Texts) -> Texts:
    """Return the pair with neighbours in the source joined: the rewrite seems to split them."""
    source, place = _joined(texts.source, chance(texts, "source"))
    links = frozenset((place[above], below) for above, below in texts.links)
    return texts._replace(source=source, links=links)


def teased(texts: Texts) -> Texts:
    """Return the pair with a piece of some linked rewrite sentence put in front of the rewrite."""
    dice = chance(texts, "teased")
    linked = {below for _, below in texts.links}
    long = sorted(at for at in linked if len(texts.rewrite[at].split()) > 5)
    if not long:
        return texts
    chosen = dice.choice(long)
    words = texts.rewrite[chosen].split()
    length = max(4, int(len(words) * dice.uniform(0.45, 0.75)))
    start = dice.randint(0, len(words) - length)
    moved = {(above, below + 1) for above, below in texts.links}
    more = {(above, 0) for above, below in texts.links if below == chosen}
    teaser = " ".join(words[start : start + length])
    return texts._replace(rewrite=(teaser, *texts.rewrite), links=frozenset(moved | more))


def far_joined(texts: Texts) -> Texts:
    """Return the pair with two rewrite sentences that do not stand together made one."""
    width = len(texts.rewrite)
    if width < 5:
        return texts
    dice = chance(texts, "far")
    first = dice.randint(0, width - 3)
    second = dice.randint(first + 2, width - 1)
    rewrite = list(texts.rewrite)
    rewrite[first] += " " + rewrite.pop(second)
    links = {
        (above, first if below == second else below - (below > second))
        for above, below in texts.links
    }
    return texts._replace(rewrite=tuple(rewrite), links=frozenset(links))


DISORDER: dict[str, Callable[[Texts], Texts]] = {
    "as it is": lambda texts: texts,
    "shuffled": lambda texts: shuffled(texts, 7),
    "source joined": source_joined,
    "teased": teased,
    "joined and shuffled": lambda texts: shuffled(source_joined(teased(texts)), 7),
    "teased and shuffled": lambda texts: teased(shuffled(far_joined(texts), 7)),
}
"""Ways to make another pair of a pair."""
