"""Invented pairs of any length: the same words for the same seed, links by the engine, all tagged.

The words mean nothing; how often they come, how long sentences and paragraphs are, and how a
rewrite drops, copies, rewords, reorders and adds is as in news.
"""

from dataclasses import replace
from random import Random

from desktop.library import hints
from desktop.library.contents import Contents
from desktop.library.model import Pair, Tag
from desktop.text.codebook import Kind, Role, Side
from tests import samples

SMALL = (
    "the of to and a in that for on with as was at by from it he she they has had but not said who "
    "which after before over into their his her its more than one two new last would could will "
    "been were this also about when while since under between against"
)
STARTS = "b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh st t th tr v w"
VOWELS = "a e i o u ai ea ou"
ENDS = " l m n r s t ck ld nd ng rt sh st"
SYLLABLE = (STARTS, VOWELS, ENDS)

Words = list[str]


def invented_pair(words: int, seed: int = 2024) -> Contents:
    """Return a linked pair of about 2 × `words` words, every sentence tagged by coder K1."""
    random = Random(seed)
    told = Telling(random)
    source = told.story(words)
    upper = samples.side(Side.SOURCE, told.paragraphs(source))
    lower = samples.side(Side.REWRITE, told.paragraphs(told.rewritten(source, words)))
    ids = {"source_id": upper.article.id, "rewrite_id": lower.article.id}
    pair = Pair(**ids, title=upper.article.headline, added="2024-05-01T08:00:00Z")
    contents = Contents(pair, upper, lower)
    contents = replace(contents, links=hints.links(contents))
    return replace(contents, tags=tuple(tags(contents, random)))


def tags(contents: Contents, random: Random):
    """Yield a tag for every sentence of both sides that may carry one."""
    for side, kinds in (
        (contents.rewrite, (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION)),
        (contents.source, (Kind.OMISSION, Kind.KEPT)),
    ):
        for sentence in side.taggable:
            kind = random.choice(kinds)
            ids = {"pair_id": contents.pair.id, "sentence_id": sentence.id, "coder": "K1"}
            yield Tag(**ids, kind=kind, made="2024-05-01T08:00:00Z")


class Telling:
    """A stock of invented words, and the stories told with them."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.stock = [self._word() for _ in range(3000)]
        self.weights = [1 / rank for rank in range(8, len(self.stock) + 8)]  # Zipf's law

    @classmethod
    def seeded(cls, seed: int) -> "Telling":
        """Return the stock of this seed."""
        return cls(Random(seed))

    def story(self, words: int) -> list[Words]:
        """Return sentences with about so many words in all."""
        found: list[Words] = []
        while sum(map(len, found)) < words:
            found.append(self.sentence())
        return found

    def sentence(self) -> Words:
        """Return a sentence of 4 to 45 words, 18 on average."""
        length = min(max(round(self.random.lognormvariate(2.8, 0.42)), 4), 45)
        rare = self.random.choices(self.stock, self.weights, k=length)
        return [
            w if self.random.random() < 0.55 else self.random.choice(SMALL.split()) for w in rare
        ]

    def rewritten(self, source: list[Words], words: int) -> list[Words]:
        """Return a rewrite of about so many words: copied, reworded, moved and new sentences."""
        found: list[Words] = []
        for sentence in source:
            chance = self.random.random()
            if chance < 0.3:
                found.append(list(sentence))
            elif chance < 0.75:
                found.append(self._reworded(sentence))
            if chance > 0.6:
                found.append(self.sentence())
            if chance < 0.05 and len(found) > 5:
                found[-5], found[-1] = found[-1], found[-5]
        while sum(map(len, found)) > words + 20:
            found.pop()
        return found

    def paragraphs(self, sentences: list[Words]) -> list[tuple[Role, str]]:
        """Return a headline and paragraphs of one to four sentences."""
        told = [" ".join(words).capitalize() + "." for words in sentences]
        found = [(Role.HEADLINE, " ".join(self.sentence()[:8]).capitalize())]
        while told:
            count = self.random.randint(1, 4)
            found.append((Role.BODY, " ".join(told[:count])))
            told = told[count:]
        return found

    def _reworded(self, sentence: Words) -> Words:
        """Return a sentence with a third of its words changed or dropped, and its halves swapped
        now and then."""
        kept = [
            word if self.random.random() > 0.2 else self.random.choice(self.stock)
            for word in sentence
            if self.random.random() > 0.15
        ] or list(sentence)
        half = len(kept) // 2
        return kept[half:] + kept[:half] if self.random.random() < 0.25 else kept

    def _word(self) -> str:
        count = self.random.choice((1, 2, 2, 2, 3, 3))
        return "".join(
            self.random.choice(part.split(" ")) for _ in range(count) for part in SYLLABLE
        )
