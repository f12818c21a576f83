"""How well and how fast texts are linked, beside peers on the same pairs.

Our constants were fitted to all of these pairs but the paragraphs; `train_align --held-out` tells
how well they do on pairs they have not seen.
"""

import random
import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from desktop.text.align import align
from desktop.text.linking.cells import FEATURES, cells
from tests.benchmarks import peers
from tests.benchmarks.data import Cell, Texts, foreign, own, paragraphs, plain, there
from tests.benchmarks.disorder import shuffled
from tests.benchmarks.linking import cells_of, counted, f1

Way = Callable[[Sequence[Texts]], list[set[Cell]]]
"""Links all pairs of a set."""

Figure = Callable[[Sequence[Texts], Sequence[set[Cell]]], float]


RETOLD = 0.6
"""Of "retold" in FEATURES: above it hardly a sentence is like one of the source."""


def ours(pairs: Sequence[Texts], meaning: bool = False) -> list[set[Cell]]:
    return [cells_of(align(texts.source, texts.rewrite, meaning=meaning)) for texts in pairs]


def links(pairs: Sequence[Texts], found: Sequence[set[Cell]], what: str = "links") -> float:
    """Return the micro F1 of links, beads, or the unlinked sentences of a side."""
    total: Counter[str] = Counter()
    for texts, linked in zip(pairs, found, strict=True):
        total += counted(texts, linked)
    return f1(total, what)


def right(pairs: Sequence[Texts], found: Sequence[set[Cell]]) -> float:
    """Return the share of rewrite paragraphs linked to their own source paragraph alone."""
    hits = everything = 0
    for texts, linked in zip(pairs, found, strict=True):
        for below in range(len(texts.rewrite)):
            hits += {above for above, b in linked if b == below} == {below}
            everything += 1
    return hits / max(everything, 1)


def _peer(
    score: Callable[[Texts], peers.Scores], decide: Callable[[peers.Scores, float], set[Cell]]
) -> Way:
    def way(pairs: Sequence[Texts]) -> list[set[Cell]]:
        return peers.at_its_best(score, decide, pairs, partial(links, pairs))

    return way


WAYS: dict[str, Way] = {
    "ours": ours,
    "ours, with meanings": partial(ours, meaning=True),
    "difflib, best match": _peer(peers.by_difflib, peers.best_match),
    "token_set, best match": _peer(peers.by_token_set, peers.best_match),
    "TF-IDF, best match": _peer(peers.by_tf_idf, peers.best_match),
    "TF-IDF, monotone 1:1": _peer(peers.by_tf_idf, peers.monotone),
    "TF-IDF, monotone 1:n": _peer(peers.by_tf_idf, partial(peers.monotone, several=True)),
    "Gale and Church": lambda pairs: [peers.gale_church(texts) for texts in pairs],
}

FIGURES: dict[str, Figure] = {
    "links": links,
    "beads": partial(links, what="beads"),
    "unlinked source": partial(links, what="source"),
    "unlinked rewrite": partial(links, what="rewrite"),
}


def is_retold(texts: Texts) -> bool:
    """Say whether a rewrite has hardly a word in common with its source."""
    every = cells(texts.source, texts.rewrite).values()
    return any(values[FEATURES.index("retold")] > RETOLD for values in every)


def print_set(name: str, pairs: Sequence[Texts], figures: dict[str, Figure]) -> None:
    """Print a row for each way: its figures on the pairs as they are, and shuffled."""
    mixed = [shuffled(texts) for texts in pairs]
    print(f"\n{name}: {len(pairs)} pairs, {sum(len(texts.links) for texts in pairs)} links")
    print(f"  {'':24}" + "".join(f"{what:>18}" for what in figures) + f"{'links, shuffled':>18}")
    for way, link in WAYS.items():
        found = link(pairs)
        row = [figure(pairs, found) for figure in figures.values()]
        row.append(links(mixed, link(mixed)))
        print(f"  {way:24}" + "".join(f"{value:18.3f}" for value in row), flush=True)


def print_growth() -> None:
    """Print what linking costs as texts grow: seconds of this process, megabytes it needs more."""
    print("\nSeconds and megabytes by length: news, and the same in another order with words lost")
    supply = [text for texts in own() for text in (*texts.source, *texts.rewrite)]
    dice = random.Random("growth")
    for size in (50, 100, 300, 600, 1000, 2000):
        source = [" ".join(dice.choice(supply).split()[:12] + dice.choice(supply).split()[3:9])
                  for _ in range(size)]  # fmt: skip
        rewrite = [" ".join(text.split()[::2]) for text in reversed(source)]
        took = []
        for _ in range(3):
            start = time.process_time()
            align(source, rewrite)
            took.append(time.process_time() - start)
        tracemalloc.start()
        align(source, rewrite)
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
        print(f"  2 x {size:5} sentences {min(took):8.3f} s {peak:8.1f} MB", flush=True)


def main() -> int:
    """Print the table."""
    if there():
        print_set("Aesop's fables", foreign("aesop"), FIGURES)
        print_set("DEplain, German", foreign("deplain"), FIGURES)
        for rewrite in ("intermediate", "elementary"):
            pairs = paragraphs(rewrite)
            print_set(f"OneStop paragraphs, {rewrite}", pairs, {"links": links, "right": right})
    else:
        print("skipped: no data")
    print_set("German into plain language, our own", plain(), FIGURES)
    pairs = own()
    print_set("Our own pairs", pairs, FIGURES)
    print_set("Of them, with hardly a word in common", [*filter(is_retold, pairs)], FIGURES)
    print_set("The seed pair", [t for t in pairs if t.name == "seed-pair"], FIGURES)
    print_growth()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
