"""How well the article is found on a web page, beside trafilatura and readability.

The pages are the project's own pasted pages, dressed in HTML as three kinds of sites make it. The
figure is the F1 of runs of four words of standfirst and body, as in `clean`.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

import readability
import trafilatura
from lxml.html import fromstring

from desktop.exchange.readers import web
from desktop.text.clean import Block
from desktop.text.codebook import Role
from tests.benchmarks.clean import overlap
from tests.gold import gold_pairs
from tests.test_clean import PAGES, page

BAR = 0.965
TOLD = (Role.STANDFIRST, Role.BODY)
Finder = Callable[[str], str]
Dress = Callable[[Sequence[Block]], str]

NAMED = {
    Role.HEADLINE: '<h1 class="article__headline">{}</h1>',
    Role.STANDFIRST: '<p class="article__standfirst">{}</p>',
    Role.BODY: "<p>{}</p>",
    Role.CAPTION: '<figure><img src="x.jpg" alt=""><figcaption>{}</figcaption></figure>',
    Role.BYLINE: '<div class="byline">{}</div>',
    Role.DATELINE: "<time>{}</time>",
    Role.CREDIT: '<span class="photo-credit">{}</span>',
}
BARE = {**dict.fromkeys(NAMED, "<div>{}</div>"), Role.HEADLINE: "<h1>{}</h1>"}


def _parts(blocks: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block], Sequence[Block]]:
    """Return what stands above the article, the article, and what stands below it."""
    telling = [at for at, block in enumerate(blocks) if block.role is not Role.BOILERPLATE]
    first, last = min(telling), max(telling) + 1
    return blocks[:first], blocks[first:last], blocks[last:]


def _listed(blocks: Sequence[Block]) -> str:
    items = "".join(f'<li><a href="/{n}">{escape(b.text)}</a></li>' for n, b in enumerate(blocks))
    return f"<ul>{items}</ul>" if items else ""


def _inside(blocks: Sequence[Block], tags: dict[Role, str], aside: str) -> str:
    found = []
    for furniture, run in groupby(blocks, key=lambda block: block.role is Role.BOILERPLATE):
        if furniture:
            found.append(aside.format(_listed(list(run))))
        else:
            found += [tags[block.role].format(escape(block.text)) for block in run]
    return "\n".join(found)


def _whole(title: str, body: str) -> str:
    head = f"<head><title>{escape(title)}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>"


def _title(blocks: Sequence[Block]) -> str:
    return next((b.text for b in blocks if b.role is Role.HEADLINE), "")


class Layout(NamedTuple):
    """How a site builds its pages: the tags of its blocks, of insertions, and of the whole."""

    tags: dict[Role, str]
    aside: str
    page: str

    def __call__(self, blocks: Sequence[Block]) -> str:
        above, story, below = _parts(blocks)
        inside = _inside(story, self.tags, self.aside)
        parts = {"above": _listed(above), "story": inside, "below": _listed(below)}
        return _whole(_title(blocks), self.page.format(**parts))


SEMANTIC = Layout(  # calls every part by its name
    NAMED,
    '<aside class="related">{}</aside>',
    "<header><nav>{above}</nav></header><main><article>{story}</article></main>"
    '<aside class="most-read">{below}</aside><footer><p>Contact</p></footer>',
)
NAMELESS = Layout(  # divisions without names, as a script builds them
    BARE,
    "<div>{}</div>",
    '<div class="a1">{above}</div><div class="b7"><div>{story}</div></div>'
    '<div class="c3">{below}</div>',
)


def tabled(blocks: Sequence[Block]) -> str:
    """Return an old page: tables for columns, and line breaks for paragraphs."""
    above, story, below = _parts(blocks)
    title = _title(blocks)
    rest = [block for block in story if block.text != title]
    lines = "<br><br>\n".join(escape(block.text) for block in rest)
    return _whole(
        title,
        f"<table><tr><td width=150>{_listed(above)}</td><td><font size=5><b>{escape(title)}</b>"
        f"</font><br><br>{lines}</td><td width=180>{_listed(below)}</td></tr></table>",
    )


DRESSES: dict[str, Dress] = {"semantic": SEMANTIC, "nameless": NAMELESS, "tabled": tabled}


def ours(raw: str) -> str:
    return "\n".join(block.text for block in web.reading(raw).blocks if block.role in TOLD)


def _trafilatura(precise: bool) -> Finder:
    def find(raw: str) -> str:
        return trafilatura.extract(raw, favor_precision=precise, include_comments=False) or ""

    return find


def _readability(raw: str) -> str:
    return str(fromstring(readability.Document(raw).summary()).text_content())


WAYS: dict[str, Finder] = {
    "everything": lambda raw: str(fromstring(raw).text_content()),
    "readability-lxml": _readability,
    "trafilatura": _trafilatura(False),
    "trafilatura, precise": _trafilatura(True),
    "ours": ours,
}


def stories() -> Iterator[tuple[Block, ...]]:
    """Yield the blocks of every page that has an article and a headline."""
    for path in PAGES:
        yield page(path)[1]
    for pair in gold_pairs():
        for side in (pair.source, pair.rewrite):
            groups = groupby(side.units, key=lambda unit: (unit.paragraph, unit.role))
            yield tuple(
                Block(role, " ".join(unit.text for unit in units)) for (_, role), units in groups
            )


def main() -> int:
    """Print the figures; return 1 where ours is under the bar."""
    every = [blocks for blocks in stories() if _title(blocks)]
    print(f"{len(every)} pages, dressed in {len(DRESSES)} ways")
    reached = 0.0
    for name, find in WAYS.items():
        scores: list[tuple[float, float]] = []
        row = ""
        started = time.perf_counter()
        for dress, make in DRESSES.items():
            own = [
                overlap(find(make(blocks)), "\n".join(b.text for b in blocks if b.role in TOLD))
                for blocks in every
            ]
            scores += own
            row += f"  {dress} {_f1(own):.3f}"
        passed = (time.perf_counter() - started) * 1000 / len(scores)
        reached = _f1(scores)
        print(f"  {name:22} F1 {reached:.3f} {row}  {passed:.1f} ms", flush=True)
    return 0 if reached >= BAR else 1


def _f1(scores: Sequence[tuple[float, float]]) -> float:
    precision = sum(p for p, _ in scores) / len(scores)
    recall = sum(r for _, r in scores) / len(scores)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
