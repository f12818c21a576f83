"""A library with two pairs that share an article, cut without a window."""

from desktop.library.history import History
from desktop.library.model import Article, Block, Bookmark, Link, Note, Origin, Pair, Sentence, Tag
from desktop.text.codebook import Role, Side
from tests import samples
from tests.libraries import Passing

EVERYTHING = (Article, Block, Sentence, Pair, Link, Tag, Note, Bookmark)


class Desk:
    """A library with two pairs that share an article, and what a person does to the first."""

    def __init__(self):
        self.store = Passing()
        contents = samples.pair()
        further = samples.side(Side.REWRITE, ((Role.BODY, "The mayor quit. Cheers rang out."),))
        other = Pair(
            source_id=contents.rewrite.article.id, rewrite_id=further.article.id, title="Retold"
        )
        self.store.add(contents.values)
        self.store.add((further.article, *further.blocks, *further.sentences, other))
        self.history = History(self.store)
        self.pair, self.other = contents.pair.id, other.id

    @property
    def held(self):
        return [self.contents, self.store.contents(self.other)]

    @property
    def contents(self):
        return self.store.contents(self.pair)

    @property
    def rewrite(self):
        return self.contents.rewrite

    def add(self, value, sentence_id, pair_id="", **fields):
        where = {"pair_id": pair_id or self.pair, "sentence_id": sentence_id}
        self.store.add([value(**where, **fields)])

    def tag(self, sentence_id, kind, coder="K1", **fields):
        self.add(Tag, sentence_id, coder=coder, kind=kind, **fields)

    def link(self, sources, rewrites, origin=Origin.MACHINE, **fields):
        link = Link(pair_id=self.pair, source=sources, rewrite=rewrites, origin=origin, **fields)
        self.store.add([link])

    def do(self, recut):
        assert recut.edit is not None, recut.said
        self.history.do(recut.edit)
        return recut.said

    def id(self, words):
        """The id of the sentence that begins so."""
        contents = self.contents
        found = [
            s
            for p in (contents.source, contents.rewrite)
            for s in p.sentences
            if p.text(s).startswith(words)
        ]
        return found[0].id

    def words(self, side=Side.REWRITE):
        """The article as a list of paragraphs, each a list of sentences."""
        part = self.contents.side(side)
        blocks = {block.id: [] for block in part.blocks}
        for sentence in part.sentences:
            blocks[part.block(sentence).id].append(part.text(sentence))
        return list(blocks.values())

    def state(self):
        return frozenset(v.model_dump_json() for kind in EVERYTHING for v in self.store.all(kind))
