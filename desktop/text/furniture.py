"""Know the phrases of a news page that belong to the page and not to its article."""

import re
import tomllib
from functools import cache
from typing import NamedTuple

from desktop.places import RESOURCES

_EDGES = re.compile(r"^[\W_\d]+|[\W_\d]+$")


class Phrases(NamedTuple):
    """The phrases of all languages together; a page often speaks two."""

    whole: frozenset[str]
    start: tuple[str, ...]
    within: re.Pattern[str]
    after: frozenset[str]


@cache
def phrases() -> Phrases:
    """Return what `resources/text/furniture.toml` holds."""
    languages = tomllib.loads((RESOURCES / "text/furniture.toml").read_text("utf-8")).values()
    every = {
        kind: [phrase for language in languages for phrase in language[kind]]
        for kind in Phrases._fields
    }
    within = "|".join(re.escape(phrase) for phrase in every["within"])
    return Phrases(
        frozenset(every["whole"]),
        tuple(every["start"]),
        re.compile(within),
        frozenset(every["after"]),
    )


def is_furniture(line: str) -> bool:
    """Say whether the words of `line` are those of a menu, a button, a notice or an advert."""
    known, words = phrases(), line.lower()
    bare = _EDGES.sub("", words)
    return (
        not bare
        or bare in known.whole
        or (len(words) < 200 and bare.startswith(known.start))
        or (len(words) < 300 and known.within.search(words) is not None)
    )


def opens_the_rest(line: str) -> bool:
    """Say whether `line` is a heading over what comes after an article: related, comments."""
    return len(line) < 60 and _EDGES.sub("", line.lower()) in phrases().after
