"""From what was read to the library's values."""

from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from desktop.exchange.reading import Reading
from desktop.library.contents import Contents, SideContents
from desktop.library.hints import links
from desktop.library.model import Article, Block, Pair, Sentence
from desktop.text.article import cut
from desktop.text.codebook import Role, Side


class Intake(NamedTuple):
    """An article ready for the library, with its blocks and sentences in reading order."""

    article: Article
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


def articles(reading: Reading) -> Intake:
    """Return the article of `reading`, one line a block, cut into sentences.

    The headline is that of the page's own description, else the block with that role.
    """
    kept = [block for block in reading.blocks if block.text.strip()]
    headline = next((block.text for block in kept if block.role is Role.HEADLINE), "")
    article = Article(
        headline=reading.headline or headline,
        outlet=reading.outlet,
        author=reading.author,
        published=reading.published,
        address=reading.address,
        language=reading.language,
        text="\n".join(block.text for block in kept),
    )
    starts = list(accumulate((len(block.text) + 1 for block in kept), initial=0))
    blocks = tuple(
        Block(article_id=article.id, start=start, end=start + len(block.text), role=block.role)
        for start, block in zip(starts, kept, strict=False)
    )
    found = tuple(
        Sentence(
            article_id=article.id,
            start=starts[one.block] + one.span.start,
            end=starts[one.block] + one.span.end,
        )
        for one in cut(kept, reading.language)
    )
    return Intake(article, blocks, found)


def pair(source: Reading, rewrite: Reading, title: str = "", added: str = "") -> Contents:
    """Return two articles as a pair with the engine's links, ready for the library.

    It is called `title`, or as the rewrite is; `added` is a time (UTC, ISO 8601).
    """
    upper = SideContents(Side.SOURCE, *articles(source))
    lower = SideContents(Side.REWRITE, *articles(rewrite))
    made = Pair(
        source_id=upper.article.id,
        rewrite_id=lower.article.id,
        title=title or lower.article.headline or rewrite.name,
        added=added,
    )
    unlinked = Contents(made, upper, lower)
    return replace(unlinked, links=links(unlinked))
