"""Gold links of others, read from `../shared/data` beside the repository, and our own."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.cases import own_cases

DATA = Path(__file__).parents[3] / "shared" / "data"

Cell = tuple[int, int]
"""Positions of a source sentence and of a rewrite sentence."""


class Texts(NamedTuple):
    """Two texts cut into sentences (or paragraphs), and which draw on which."""

    name: str
    source: tuple[str, ...]
    rewrite: tuple[str, ...]
    links: frozenset[Cell]


def there() -> bool:
    """Say whether the data of others is at hand."""
    return DATA.is_dir()


def foreign(name: str) -> list[Texts]:
    """Return the pairs of `alignment_NAME_dev.json`."""
    pairs = json.loads((DATA / f"alignment_{name}_dev.json").read_text("utf-8"))
    return [_texts(pair) for pair in pairs]


def paragraphs(rewrite: str) -> list[Texts]:
    """Return the OneStop articles, advanced against `rewrite` (intermediate or elementary)."""
    articles = json.loads((DATA / "paragraphs_onestop_dev.json").read_text("utf-8"))
    return [
        Texts(
            article["id"],
            tuple(article["advanced"]),
            tuple(article[rewrite]),
            frozenset((at, at) for at in range(len(article[rewrite]))),
        )
        for article in articles
    ]


def plain() -> list[Texts]:
    """Return the project's German texts with their rewrites in plain language."""
    files = sorted((Path(__file__).parents[1] / "plain").glob("*.json"))
    return [_texts(json.loads(file.read_text("utf-8"))) for file in files]


def _texts(pair: Mapping[str, Any]) -> Texts:
    return Texts(
        str(pair["id"]),
        tuple(pair["source"]),
        tuple(pair["rewrite"]),
        frozenset((above, below) for above, below in pair["links"]),
    )


def own() -> list[Texts]:
    """Return the project's gold pairs, furniture of the page left out."""
    return [
        Texts(
            case.name,
            tuple(case.source),
            tuple(case.rewrite),
            frozenset((above, below) for link in case.links for above in link.source
                      for below in link.rewrite),
        )
        for case in own_cases()
    ]  # fmt: skip
