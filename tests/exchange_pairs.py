"""Invented articles and pairs for the tests of files in and out."""

from dataclasses import replace
from itertools import chain, pairwise

from hypothesis import strategies as st

from desktop.exchange import intake
from desktop.exchange.readers import read_text
from desktop.library.contents import Contents, SideContents
from desktop.library.model import (
    Article,
    Block,
    Bookmark,
    Confidence,
    Link,
    Note,
    Origin,
    Pair,
    Sentence,
    Tag,
)
from desktop.text.codebook import KINDS, Flag, Kind, Role, Side, Subkind, marks
from desktop.text.normal import normal

PARAGRAPHS = (
    "Alderton city council voted 7-4 on Tuesday to close Millbrook Bridge for nine weeks.",
    "“The closure will begin on 3 March,” said transport director Ines Calder. “It can’t wait.”",
    "The work will cost about £2.4 million, most of it paid by a grant. The café owners protest.",
    "Inspectors found cracks in two support beams in October, although they rated the risk as low.",
    "The bridge, built in 1961, carries about 9,000 vehicles a day across the river Fenn.",
    "Bus routes 4 and 11 will be diverted through Fenwick Street until the work is done.",
)

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>City to close bridge | The Ledger</title>
<meta property="og:title" content="City to close Millbrook Bridge">
<meta property="og:site_name" content="The Ledger"><meta name="author" content="Priya Nair">
<meta property="article:published_time" content="2026-03-01T10:00:00Z">
<meta name="description" content="Nine weeks of detours await drivers.">
<link rel="canonical" href="https://ledger.example/bridge"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>City to close Millbrook Bridge</h1>
<p class="standfirst">Nine weeks of detours await drivers.</p>
<p class="byline">By Priya Nair</p><p><time>1 March 2026</time></p>
<figure><img src="bridge.jpg"><figcaption>The bridge in autumn.</figcaption></figure>
{body}
<div class="promo">Sign up for our newsletter</div>
<p>The council meets again in April to hear how the work has gone so far.</p></article>
<aside><h2>Most read</h2><ul><li>Dog wins election</li>
<li>City to close Millbrook Bridge</li></ul></aside>
<footer>Copyright The Ledger</footer><script>var hidden = "never shown";</script>
<div style="display: none">Nor is this</div></body></html>
""".replace("{body}", "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS))

TEXT = "Council closes the bridge\n\n" + "\n\n".join(PARAGRAPHS)
NEWS = {
    "de": "Die Brücke müsse neun Wochen gesperrt werden, erklärte der Bürgermeister. „Es wäre "
    "gefährlich“, sagte er über die Schäden.",
    "fr": "Le maire a déclaré jeudi que le pont sera fermé. « C’est nécessaire », a-t-il ajouté.",
    "es": "El alcalde declaró que el puente cerrará. ¿Quién pagará? Nadie contestó al señor Núñez.",
    "en": "The mayor said the bridge would close. “It isn’t safe,” he said — the café loses £2m.",
    "pl": "Burmistrz ogłosił w czwartek, że most zostanie zamknięty na dziewięć tygodni.",
    "ru": "Мэр заявил в четверг, что мост будет закрыт на девять недель. Жители недовольны.",
    "el": "Ο δήμαρχος δήλωσε την Πέμπτη ότι η γέφυρα θα κλείσει για εννέα εβδομάδες.",
    "tr": "Belediye başkanı perşembe günü köprünün dokuz hafta kapatılacağını söyledi.",
}

SOURCE = """Council votes to close bridge

Alderton council voted 7-4 on Tuesday to close Millbrook Bridge. “It is not safe,” said Ines Calder.

Shops nearby were not asked, said councillor Tom Reyes. The bridge was built in 1961.
"""
REWRITE = """Bridge chaos looms

Millbrook Bridge will shut after councillors voted 7-4. “It isn’t safe,” Ines Calder said.

The chaos 🎉 could last for months. =1+1 is not a formula.
"""


def file(folder, data, name="story.txt"):
    path = folder / name
    path.write_bytes(data)
    return path


def words(reading):
    return "\n".join(block.text for block in reading.blocks)


def bridge():
    """A linked pair tagged by its key K and by a coder B, with notes and a bookmark."""
    found = intake.pair(read_text(SOURCE), read_text(REWRITE), "Millbrook Bridge")
    upper, lower = found.source.sentences, found.rewrite.sentences
    links = (
        Link(pair_id=found.pair.id, source=(upper[1].id,), rewrite=(lower[1].id,), score=0.75),
        Link(
            pair_id=found.pair.id,
            source=(upper[2].id,),
            rewrite=(lower[2].id,),
            origin=Origin.CONFIRMED,
            reason="The same words in the same order.",
        ),
    )

    def tag(sentence, kind, coder="K", **more):
        return Tag(pair_id=found.pair.id, sentence_id=sentence.id, coder=coder, kind=kind, **more)

    tags = (
        tag(lower[0], Kind.ADDITION, subkind=Subkind.INTERPRETATION),
        tag(lower[1], Kind.PARAPHRASE, confidence=Confidence.FAIRLY, made="2026-03-01T10:00:00Z"),
        tag(lower[2], Kind.QUOTE, subkind=Subkind.SPEECH, flags=(Flag.ALTERED,), effect=0),
        tag(lower[3], Kind.ADDITION, subkind=Subkind.INTERPRETATION, flags=(Flag.TONE_SHIFT,)),
        tag(upper[1], Kind.KEPT, flags=(Flag.PARTLY,)),
        tag(upper[3], Kind.OMISSION, subkind=Subkind.VOICE, importance=2),
        tag(lower[1], Kind.UNSURE, "B"),
        tag(upper[3], Kind.OMISSION, "B", suggestion_seen=True, suggestion_taken=True),
    )
    notes = (
        Note(pair_id=found.pair.id, sentence_id=lower[2].id, coder="K", text="two words made one"),
        Note(pair_id=found.pair.id, sentence_id=upper[4].id, coder="B", text="=SUM(A1)\nold?"),
    )
    return replace(
        found,
        pair=found.pair.model_copy(update={"key": "K"}),
        links=links,
        tags=tags,
        notes=notes,
        bookmarks=(Bookmark(pair_id=found.pair.id, sentence_id=lower[0].id),),
    )


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@st.composite
def sides(draw, side):
    """A cut text with blocks and sentences at any offsets that are in order."""
    text = normal(draw(st.text(max_size=60))) + "x"
    article = draw(
        st.builds(
            Article,
            headline=WORDS,
            outlet=WORDS,
            author=WORDS,
            address=WORDS,
            language=WORDS,
            text=st.just(text),
        )
    )
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    blocks = tuple(
        Block(article_id=article.id, start=start, end=end, role=draw(st.sampled_from(Role)))
        for start, end in pairwise(cuts)
    )
    sentences = tuple(
        Sentence(article_id=article.id, start=block.start, end=block.end)
        for block in blocks
        if draw(st.booleans())
    )
    return SideContents(side, article, blocks, sentences)


@st.composite
def tags(draw, pair_id, side, sentence_id):
    kind = draw(st.sampled_from(KINDS[side]))
    may = marks(side, kind)
    return Tag(
        pair_id=pair_id,
        sentence_id=sentence_id,
        coder=draw(WORDS),
        kind=kind,
        subkind=draw(st.sampled_from([None, *may.subkinds])),
        flags=tuple(draw(st.sets(st.sampled_from(may.flags)))) if may.flags else (),
        effect=draw(st.sampled_from([None, 0, 1, 2, 3] if may.effect else [None])),
        importance=draw(st.sampled_from([None, 0, 1, 2] if may.importance else [None])),
        confidence=draw(st.sampled_from([None, *Confidence])),
        suggestion_seen=draw(st.booleans()),
    )


@st.composite
def pairs(draw):
    """Any pair a library may hold."""
    upper, lower = draw(sides(Side.SOURCE)), draw(sides(Side.REWRITE))
    pair = Pair(
        source_id=upper.article.id,
        rewrite_id=lower.article.id,
        title=draw(WORDS),
        lesson=draw(WORDS),
    )
    found = Contents(pair, upper, lower)
    said = [
        draw(tags(pair.id, side.side, sentence.id))
        for side in (upper, lower)
        for sentence in side.sentences
        if draw(st.booleans())
    ]
    both = [[s.id for s in side.sentences] for side in (upper, lower)]
    links = [
        draw(
            st.builds(
                Link,
                pair_id=st.just(pair.id),
                source=st.lists(st.sampled_from(both[0]), min_size=1, unique=True).map(tuple),
                rewrite=st.lists(st.sampled_from(both[1]), min_size=1, unique=True).map(tuple),
                origin=st.sampled_from(Origin),
                score=st.floats(0, 1),
                reason=WORDS,
            )
        )
        for _ in range(draw(st.integers(0, 3)) if all(both) else 0)
    ]
    notes = [
        Note(pair_id=pair.id, sentence_id=sentence_id, coder="K", text=draw(WORDS))
        for sentence_id in chain(*both)
    ]
    return replace(found, tags=tuple(said), links=tuple(links), notes=tuple(notes))
