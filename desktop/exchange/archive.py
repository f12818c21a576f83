"""The archive: pairs with everything known of them as JSON that reads back to the same values.

Its form is published as a JSON Schema (2020-12) in `resources/schemas/archive.json`.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from desktop.exchange import checks
from desktop.exchange.provenance import PROGRAM, segmentation
from desktop.library.contents import Contents, SideContents
from desktop.library.joining import one_each
from desktop.library.model import Article, Block, Bookmark, Link, Note, Pair, Sentence, Tag, Value
from desktop.problem import Problem
from desktop.text.codebook import Side
from desktop.tr import tr

FORMAT = "twice-told-archive"
VERSION = 1
LIMIT = 200_000_000
"""Bytes of the longest archive that is read: thousands of pairs, and still room in memory."""
_OF_PAIR = {"links": Link, "tags": Tag, "notes": Note, "bookmarks": Bookmark}
_DAMAGE = (
    ValidationError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
)

V = TypeVar("V", bound=Value)
Json = dict[str, Any]


def write(pairs: Sequence[Contents]) -> bytes:
    """Return an archive of these pairs; the same pairs give the same bytes.

    An article that stands in several pairs is written once.
    """
    sides = [side for contents in pairs for side in (contents.source, contents.rewrite)]
    articles = {side.article.id: side for side in sides}
    content = {
        "format": FORMAT,
        "version": VERSION,
        "program": PROGRAM,
        "codebooks": sorted({tag.codebook for contents in pairs for tag in contents.tags}),
        "articles": [_article(side) for side in articles.values()],
        "pairs": [_pair(contents) for contents in pairs],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _article(side: SideContents) -> Json:
    return _plain(side.article) | {
        "sha256": side.article.sha256,
        "segmentation": segmentation(side),
        "blocks": [_plain(block, "article_id") for block in side.blocks],
        "sentences": [_plain(sentence, "article_id") for sentence in side.sentences],
    }


def _pair(contents: Contents) -> Json:
    return _plain(contents.pair) | {
        name: [_plain(value, "pair_id") for value in getattr(contents, name)] for name in _OF_PAIR
    }


def _plain(value: Value, *without: str) -> Json:
    return value.model_dump(mode="json", exclude=set(without))


def load(path: Path) -> tuple[Contents, ...]:
    """Return the pairs in an archive on disk.

    Raises Problem where the file cannot be read or is longer than `LIMIT`, and as `read` does.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LIMIT else b""
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise Problem(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=reason)
        ) from fault
    if size > LIMIT:
        raise Problem(
            tr(
                "“{name}” is too long for an archive ({size} MB; {limit} MB can be read). Nothing "
                "was read from it; choose another file.",
                name=path.name,
                size=f"{-(-size // 1_000_000):,}",
                limit=f"{LIMIT / 1e6:,.0f}",
            )
        )
    return read(data)


def read(data: bytes) -> tuple[Contents, ...]:
    """Return the pairs in an archive, the very values that were written.

    Raises Problem where it is damaged, of another kind, or made by a newer program.
    """
    content = _content(data)
    try:
        sides = [_sides(item) for item in content["articles"]]
        found = tuple(_contents(item, sides) for item in content["pairs"])
        checks.unique(_once(sides, found))
        json.dumps(content, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except _DAMAGE as fault:
        raise Problem(
            tr(
                "This archive is damaged or was changed by hand, so nothing was read from it. "
                "Your library is as it was; ask for the file again."
            )
        ) from fault
    return found


def _once(sides: Sequence[SideContents], pairs: Sequence[Contents]) -> Iterator[Value]:
    """Yield every value of an archive as often as it is written there."""
    for side in sides:
        yield from (side.article, *side.blocks, *side.sentences)
    for contents in pairs:
        yield contents.pair
        for name in _OF_PAIR:
            yield from getattr(contents, name)


def _content(data: bytes) -> Json:
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise _foreign() from fault
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _foreign()
    version = content.get("version")
    if not isinstance(version, int) or version < 1:
        raise _foreign()
    if version > VERSION:
        raise Problem(
            tr(
                "This archive was made by a newer version of the program ({program}), so nothing "
                "was read from it. Update Twice Told and open it again.",
                program=content.get("program", "?"),
            )
        )
    return content


def _foreign() -> Problem:
    return Problem(
        tr("This is no archive of Twice Told, so nothing was read from it. Choose another file.")
    )


def _sides(item: Json) -> SideContents:
    """Return an article; which side it stands on is for the pair to say."""
    article = Article.model_validate(item)
    side = SideContents(
        Side.SOURCE,
        article,
        _values(Block, item["blocks"], article_id=article.id),
        _values(Sentence, item["sentences"], article_id=article.id),
    )
    checks.article(side, item["sha256"])
    return side


def _contents(item: Json, sides: Sequence[SideContents]) -> Contents:
    articles = {side.article.id: side for side in sides}
    pair = Pair.model_validate(item)
    upper, lower = articles[pair.source_id], articles[pair.rewrite_id]
    contents = Contents(
        pair,
        replace(upper, captions=pair.captions),
        replace(lower, side=Side.REWRITE, captions=pair.captions),
        links=_values(Link, item["links"], pair_id=pair.id),
        tags=_values(Tag, item["tags"], pair_id=pair.id),
        notes=one_each(_values(Note, item["notes"], pair_id=pair.id)),
        bookmarks=_values(Bookmark, item["bookmarks"], pair_id=pair.id),
    )
    checks.pair(contents)
    return contents


def _values(kind: type[V], items: Sequence[Json], **owner: str) -> tuple[V, ...]:
    return tuple(kind.model_validate(item | owner) for item in items)
