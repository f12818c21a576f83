"""Cut a sentence into words in any script, each with its plain form."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize

# Scripts written without spaces: every character is a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"  # Han
)
# Marks that belong to the letter before them, which Python does not count as letters.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff"
_LETTER = rf"(?:[^\W\d_{_UNSPACED}]|[{_MARKS}])"
_WORD = (
    rf"(?:{_LETTER}\.)+{_LETTER}(?!{_LETTER})\.?"  # initials: U.S. or U.S
    rf"|(?:[CDJLMNSTcdjlmnst]|[Qq]u|[DNdn]ell|[Aa]ll|[Ss]ull|[Uu]n)['’](?={_LETTER}{{2}})"  # l'été
    rf"|{_LETTER}+(?:['’]{_LETTER}+)*"
    r"|(?<!\d)\d{1,3}(?:[ '’]\d{3})+(?![\d.,:]?\d)"  # 83 000
    rf"|\d+(?:[.,:]\d+)*|[{_UNSPACED}]"
)
_THOUSANDS = re.compile(r"(?<=\d)[., '’](?=\d{3}(?!\d))")


class Word(NamedTuple):
    """A word at code points `start` to `end` of its text; `form` is how words are compared."""

    start: int
    end: int
    form: str


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of `text`, in order.

    Forms ignore case, typographic variants, the English possessive, the dots of initials and the
    marks inside large numbers; a compound with hyphens is several words; in scripts written
    without spaces every character is one.
    """
    every = _word().finditer(text)
    return tuple([Word._make((found.start(), found.end(), _form(found[0]))) for found in every])


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_WORD)  # takes longer than all else here: only when first needed


@lru_cache(maxsize=8192)
def forms(text: str) -> tuple[str, ...]:
    """Return only the forms of the words of `text`, in order."""
    return tuple(word.form for word in words(text))


_STEM = 4  # letters


def stem(form: str) -> str:
    """Return how a form begins: inflected forms of a word begin alike, and so do its kin."""
    return form[:_STEM]


_RUN = 4  # letters; runs of three to five tell no more than runs of four alone


@lru_cache(maxsize=1024)
def letter_runs(text: str) -> Mapping[str, None]:
    """Return the runs of four letters of the forms of `text` in a row, each once, in order."""
    line = in_a_line(forms(text))
    return dict.fromkeys([line[at : at + _RUN] for at in range(len(line) - _RUN + 1)])


def in_a_line(forms: Iterable[str]) -> str:
    """Return forms with a space around each: so one line is in another only word for word."""
    return f" {' '.join(forms)} "


@lru_cache(maxsize=16384)
def _form(word: str) -> str:
    if word[0].isdecimal():
        return _THOUSANDS.sub("", word).replace(",", ".")
    if word in ("US", "U.S.", "U.S"):
        return "u.s"  # kept apart from the pronoun
    return plain(word).replace(".", "").removesuffix("'s").rstrip("'")


def plain(text: str) -> str:
    """Return `text` without capitals and variants of print; Russian prints ё as е."""
    return normalize("NFKC", text).replace("’", "'").casefold().replace("ё", "е")
