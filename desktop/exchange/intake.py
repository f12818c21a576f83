"""From what was read to the library's values."""

from typing import NamedTuple

from desktop.exchange.reading import Reading
from desktop.library.contents import SideContents
from desktop.library.model import Article, Block, Link, Sentence
from desktop.text.codebook import Role
from desktop.text.compare import Comparison
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


def links(
    source: SideContents, rewrite: SideContents, comparison: Comparison, pair_id: str
) -> tuple[Link, ...]:
    """Return the comparison's links as the library's, made by the machine.

    The comparison's numbers are positions among all sentences of each side.
    """
    return tuple(
        Link(
            pair_id=pair_id,
            source=tuple(source.sentences[at].id for at in link.source),
            rewrite=tuple(rewrite.sentences[at].id for at in link.rewrite),
            score=link.score,
            reason=link.reason,
        )
        for link in comparison.links
    )
