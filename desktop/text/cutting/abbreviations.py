"""The words around a full stop that tell whether it ends a sentence, by language."""

import tomllib
from functools import cache
from typing import NamedTuple

from desktop.places import RESOURCES
from desktop.text.language import common_words


class Words(NamedTuple):
    """The lists of one language in `resources/text/abbreviations.toml`, which tells each."""

    titles: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    does: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()  # of words that a list has as "-str"


@cache
def words(language: str) -> Words:
    """Return the lists for an ISO 639-1 code: empty ones where the file has no such language."""
    lists = {kind: frozenset(listed.split()) for kind, listed in _file().get(language, {}).items()}
    listed = frozenset().union(*lists.values())
    endings = tuple(sorted(word[1:] for word in listed if word.startswith("-")))
    common = common_words().get(language, frozenset())
    return Words(**lists, common=common, endings=endings)


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads((RESOURCES / "text/abbreviations.toml").read_text("utf-8"))
