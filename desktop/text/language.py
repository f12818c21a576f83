"""Tell which language a text is written in, by its script and its commonest words."""

import re
import tomllib
from functools import cache

from desktop.places import RESOURCES

UNKNOWN = "und"
"""ISO 639-2 code of an undetermined language."""

_ENOUGH = 20_000  # characters: more tell no more
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hy", re.compile("[\u0531-\u0587]")),
)


@cache
def common_words() -> dict[str, frozenset[str]]:
    """Return the commonest words of each language told apart by them, by ISO 639-1 code."""
    table = tomllib.loads((RESOURCES / "text/languages.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in table["common"].items()}


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or UNKNOWN."""
    part = text[:_ENOUGH]
    letters = sum(map(str.isalpha, part))
    for code, script in _SCRIPTS:
        if len(script.findall(part)) > letters * 0.2:
            return code
    words = [word.lower() for word in _WORD.findall(part)]
    hits = {code: sum(word in known for word in words) for code, known in common_words().items()}
    best = max(hits, key=lambda code: hits[code])
    return best if hits[best] > len(words) * 0.05 else UNKNOWN
