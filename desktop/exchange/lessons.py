"""The pairs that come with the program: the seed pair, and invented ones with full keys."""

import json
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from desktop.exchange.readers import read
from desktop.exchange.reading import Reading
from desktop.library.contents import Contents, SideContents
from desktop.library.model import Article, Block, Link, Note, Origin, Pair, Sentence, Tag
from desktop.library.tagging import now
from desktop.places import SEEDS
from desktop.text.codebook import Flag, Kind, Role, Side
from desktop.tr import tr

KEY = "KEY"
"""The coder whose tags are a lesson's key."""

_SEED_PAIR = "seed-pair"

Json = dict[str, Any]


class Lesson(NamedTuple):
    """A pair to prepare a class with. `about` says what to look for."""

    id: str
    title: str
    genre: str
    language: str
    about: str


def seed_files() -> tuple[Path, Path]:
    """Return the two seed articles as files, source first."""
    known = _known(_SEED_PAIR)
    return SEEDS / known[Side.SOURCE]["file"], SEEDS / known[Side.REWRITE]["file"]


def seed_pair() -> tuple[Reading, Reading]:
    """Return the two seed articles, source first: the first pair a newcomer sees."""
    known = _known(_SEED_PAIR)
    upper, lower = (
        replace(read(path), outlet=known[side]["outlet"], published=known[side]["published"])
        for side, path in zip(Side, seed_files(), strict=True)
    )
    return upper, lower


def lessons() -> tuple[Lesson, ...]:
    """Return what is offered as sample lessons, by title."""
    found = []
    for path in (SEEDS / "pairs").glob("*.json"):
        known = _known(path.stem)
        title = _headline(known[Side.REWRITE])
        found.append(Lesson(path.stem, title, known["genre"], known["language"], known["lesson"]))
    return tuple(sorted(found, key=lambda lesson: lesson.title.lstrip("\"'“‘„«").casefold()))


def lesson(lesson_id: str) -> Contents:
    """Return a lesson as a new pair: its texts, with the key's links, notes and tags."""
    known = _known(lesson_id)
    upper, ids = _side(Side.SOURCE, known)
    lower, more = _side(Side.REWRITE, known)
    pair = Pair(
        source_id=upper.article.id,
        rewrite_id=lower.article.id,
        title=_headline(known[Side.REWRITE]),
        added=now(),
        key=KEY,
        lesson=known["lesson"],
    )
    tags, notes = _key(known["key"], ids | more, pair.id)
    links = _links(known["key"], ids | more, pair.id)
    return Contents(pair, upper, lower, links, tags, notes)


def _known(lesson_id: str) -> Json:
    path = SEEDS / "pairs" / f"{lesson_id}.json"
    known: Json = json.loads(path.read_text("utf-8"))
    return known


def _headline(page: Json) -> str:
    return next((unit["text"] for unit in page["units"] if unit["role"] == Role.HEADLINE), "")


def _side(side: Side, known: Json) -> tuple[SideContents, dict[str, Sentence]]:
    """Return one article, cut as its key is cut, and its sentences by the key's names."""
    page = known[side]
    paragraphs = [list(units) for _, units in groupby(page["units"], lambda u: u["paragraph"])]
    article = Article(
        headline=_headline(page),
        outlet=page["outlet"],
        published=page["published"],
        language=known["language"],
        text="\n".join(" ".join(unit["text"] for unit in units) for units in paragraphs),
    )
    blocks, sentences, at = [], {}, 0
    for units in paragraphs:
        start = at
        for unit in units:
            sentences[unit["id"]] = Sentence(
                article_id=article.id, start=at, end=at + len(unit["text"])
            )
            at += len(unit["text"]) + 1
        role = Role(units[0]["role"])
        blocks.append(Block(article_id=article.id, start=start, end=at - 1, role=role))
    return SideContents(side, article, tuple(blocks), tuple(sentences.values())), sentences


def _links(key: Json, sentences: dict[str, Sentence], pair_id: str) -> tuple[Link, ...]:
    """Return the key's links: a printed key must not say other than its tags."""
    return tuple(
        Link(
            pair_id=pair_id,
            source=tuple(sentences[upper].id for upper in verdict["links"]),
            rewrite=(sentences[name].id,),
            origin=Origin.MANUAL,
            reason=tr("the lesson’s key links them"),
        )
        for name, verdict in key.items()
        if verdict.get("links")
    )


def _key(
    key: Json, sentences: dict[str, Sentence], pair_id: str
) -> tuple[tuple[Tag, ...], tuple[Note, ...]]:
    """Return the key's tags and notes; captions and sentences kept whole have none."""
    tags, notes = [], []
    for name, verdict in key.items():
        place = {"pair_id": pair_id, "sentence_id": sentences[name].id, "coder": KEY}
        partly = verdict.get("kept") == "partly"
        if verdict.get("tag") or partly:
            given = {field: verdict.get(field) for field in ("subkind", "effect", "importance")}
            flags = (Flag.PARTLY,) if partly else tuple(verdict.get("flags", ()))
            kind = Kind.KEPT if partly else Kind(verdict["tag"])
            tags.append(Tag.model_validate({**place, **given, "kind": kind, "flags": flags}))
        if verdict.get("note"):
            notes.append(Note(**place, text=verdict["note"]))
    return tuple(tags), tuple(notes)
