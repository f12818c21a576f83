"""From what was read to the library's values."""

from dataclasses import replace
from typing import NamedTuple

from desktop.exchange.reading import Reading
from desktop.library.contents import Contents, SideContents
from desktop.library.hints import links
from desktop.library.model import Article, Block, Pair, Sentence
from desktop.text.codebook import Role, Side
from desktop.text.sentences import sentences


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
    blocks: list[Block] = []
    cut: list[Sentence] = []
    start = 0
    for block in kept:
        end = start + len(block.text)
        blocks.append(Block(article_id=article.id, start=start, end=end, role=block.role))
        cut += (
            Sentence(article_id=article.id, start=start + span.start, end=start + span.end)
            for span in sentences(block.text, reading.language)
        )
        start = end + 1
    return Intake(article, tuple(blocks), tuple(cut))


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
