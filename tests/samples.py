"""Small pairs for tests, made of invented words."""

from desktop.library.contents import Contents, SideContents
from desktop.library.model import Article, Block, Pair, Sentence
from desktop.library.store import Store
from desktop.text.codebook import Role, Side

SOURCE = (
    (Role.HEADLINE, "Mayor resigns"),
    (Role.BODY, "The mayor resigned on Monday. She gave no reason."),
    (Role.BODY, "“I am tired,” she told the council."),
)
REWRITE = (
    (Role.HEADLINE, "Mayor walks out"),
    (Role.BODY, "The mayor quit on Monday. Critics cheered."),
    (Role.BODY, "“I am tired,” she said. 🎉 Bakers danced."),
)

RETOLD = (
    (
        "The ferry company will raise its fares by a tenth in the spring.",
        "A lion escaped from its enclosure at the zoo.",
        "Firefighters needed three hours to put out the blaze in the warehouse.",
        "The harvest failed after a summer without rain.",
    ),
    (
        "Drought ruined the crops this year.",
        "The big cat broke loose.",
        "Crossing by boat gets dearer soon.",
    ),
    {(3, 0), (1, 1), (0, 2)},
)
"""Sentences of a source and of a rewrite, and the cells that mean the same in other words."""


def side(side, paragraphs):
    """Contents of one side; each paragraph is cut at full stops."""
    article = Article(
        headline=paragraphs[0][1], outlet=f"The {side}", text="\n".join(p for _, p in paragraphs)
    )
    blocks, sentences, at = [], [], 0
    for role, text in paragraphs:
        blocks.append(Block(article_id=article.id, start=at, end=at + len(text), role=role))
        begin = at
        while begin < at + len(text):
            stop = article.text.find(". ", begin, at + len(text))
            end = stop + 1 if stop >= 0 else at + len(text)
            sentences.append(Sentence(article_id=article.id, start=begin, end=end))
            begin = end + 1
        at += len(text) + 1
    return SideContents(side, article, tuple(blocks), tuple(sentences))


def pair(source=SOURCE, rewrite=REWRITE):
    """A pair without links or tags."""
    upper, lower = side(Side.SOURCE, source), side(Side.REWRITE, rewrite)
    return Contents(
        Pair(source_id=upper.article.id, rewrite_id=lower.article.id, title="Mayor"), upper, lower
    )


def filled(path):
    """Make a library with one pair, closed; return that pair."""
    contents = pair()
    store = Store(path)
    store.add(contents.values)
    store.close()
    return contents
