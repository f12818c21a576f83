"""Tell which language a text is written in, by its script and its commonest words."""

import re
import tomllib
from collections import Counter, defaultdict
from functools import cache, lru_cache

from desktop.places import RESOURCES

UNKNOWN = "und"
"""ISO 639-2 code of an undetermined language."""

_PART = 20_000  # characters looked at: more tell no more
_LEAST = 0.04  # of all words that must speak for a language
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


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language of `text`, or UNKNOWN.

    By small words (Grefenstette, "Comparing two language identification schemes", 1995); a word
    that several languages have speaks for each of them less loudly. A sentence is mostly enough,
    a headline is not.
    """
    return _language(text[:_PART])


@lru_cache(maxsize=4)  # linking and judging ask for the same texts
def _language(part: str) -> str:
    letters = sum(map(str.isalpha, part))
    for code, script in _SCRIPTS:
        if len(script.findall(part)) > letters * 0.2:
            return code
    said = Counter(word.lower() for word in _WORD.findall(part))
    voices: defaultdict[str, float] = defaultdict(float)
    words: Counter[str] = Counter()
    for word, times in said.items():
        codes = _speakers().get(word, ())
        words.update(codes)
        for code in codes:
            voices[code] += times / len(codes)
    best, loudness = max(voices.items(), key=lambda voice: (voice[1], voice[0]), default=("", 0.0))
    return best if loudness > said.total() * _LEAST and words[best] > 1 else UNKNOWN


@cache
def common_words() -> dict[str, frozenset[str]]:
    """Return the commonest words of each language told apart by them, by ISO 639-1 code."""
    table = tomllib.loads((RESOURCES / "text/languages.toml").read_text("utf-8"))
    return {code: frozenset(words.split()) for code, words in table["common"].items()}


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    """Return the languages that have each common word."""
    table = common_words()
    every = frozenset().union(*table.values())
    return {word: tuple(code for code in table if word in table[code]) for word in every}
