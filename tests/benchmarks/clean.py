"""How well the article is found on a pasted page, beside simple means, on the project's own pages.

The figure is the F1 of runs of four words, as in Scrapinghub's article extraction benchmark: the
text of headline, standfirst and body against what a reader marked as such. The rules were written
with these pages at hand: the figure shows that none is lost again, and not how others fare.
"""

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from desktop.text.clean import pasted
from desktop.text.codebook import TAGGED_ROLES
from tests.test_clean import PAGES, PAIRS, SEEDS, page

Finder = Callable[[str], str]
BAR = 0.95


def ours(raw: str) -> str:
    return "\n".join(block.text for block in pasted(raw) if block.role in TAGGED_ROLES)


def everything(raw: str) -> str:
    return raw


def densest(raw: str) -> str:
    """Return the run of lines that holds most long ones (maximum subarray, Kadane)."""
    lines = [line for line in raw.split("\n") if line.strip()]
    best, bounds, total, start = 0, (0, 0), 0, 0
    for number, line in enumerate(lines):
        if total <= 0:
            total, start = 0, number
        total += len(line) - 60 if len(line) > 60 else -60
        if total > best:
            best, bounds = total, (start, number + 1)
    return "\n".join(lines[bounds[0] : bounds[1]])


def pages() -> Iterator[tuple[str, str]]:
    """Yield every page with the text of its article."""
    for path in PAGES:
        raw, blocks = page(path)
        yield raw, "\n".join(block.text for block in blocks if block.role in TAGGED_ROLES)
    roles = {role.value for role in TAGGED_ROLES}
    for path in PAIRS:
        pair = json.loads(path.read_text("utf-8"))
        for side in (pair["source"], pair["rewrite"]):
            raw = side["page"] if "page" in side else (SEEDS / side["file"]).read_text("utf-8")
            groups = groupby(side["units"], key=lambda unit: unit["paragraph"])
            units = [unit["text"] for _, of in groups for unit in of if unit["role"] in roles]
            yield raw, "\n".join(units)


def overlap(found: str, gold: str) -> tuple[float, float]:
    """Return precision and recall of runs of four words."""
    one, other = _runs(found), _runs(gold)
    both = (one & other).total()
    return both / max(1, one.total()), both / max(1, other.total())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def main() -> int:
    """Print the figures; return 1 where ours is under the bar."""
    every = list(pages())
    print(f"{len(every)} pages")
    ways: dict[str, Finder] = {
        "everything": everything, "longest dense block": densest, "ours": ours
    }  # fmt: skip
    reached = 0.0
    for name, find in ways.items():
        started = time.perf_counter()
        found = [find(raw) for raw, _ in every]
        passed = (time.perf_counter() - started) * 1000 / len(every)
        pairs = [overlap(text, gold) for text, (_, gold) in zip(found, every, strict=True)]
        precision = sum(p for p, _ in pairs) / len(pairs)
        recall = sum(r for _, r in pairs) / len(pairs)
        reached = 2 * precision * recall / (precision + recall)
        print(f"  {name:20} P {precision:.3f}  R {recall:.3f}  F1 {reached:.3f}  {passed:.2f} ms")
    for size in (1, 10):
        raw = "The council agreed on Monday to spend the money, it said.\n\n" * 17_000 * size
        started = time.perf_counter()
        pasted(raw)
        print(f"  {len(raw) / 1e6:.0f} MB: {time.perf_counter() - started:.2f} s")
    return int(reached < BAR)


if __name__ == "__main__":
    raise SystemExit(main())
