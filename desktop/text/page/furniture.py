"""Know the phrases of a news page that belong to the page and not to its article."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from desktop.places import RESOURCES

_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_FULL = re.compile(r"[.!?…。！？][\"”’'»)]*$")
_ABOUT = re.compile(r"About (?:the )?[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4}$")  # a company
_TRAIL = re.compile(r"\S (?:[>›»|•·∙]|::) \S|\S / .* / \S|^[\w ]{2,20}(?: / [\w ]{2,20})+$")
_BUTTONS = re.compile(
    r"\b(?:share|tweet|facebook|twitter|linkedin|e-?mail|print|whatsapp|pinterest|reddit|comments?"
    r"|teilen|drucken|partager|imprimer|compartir|imprimir|condividi|stampa|compartilhar|delen)\b",
    re.IGNORECASE,
)
# Words that speak to a reader. Sentences of an article hardly do, outside quotation marks.
_READER = re.compile(
    r"^[^\"“”„«»]*\b(?:you|your|us|our|we|ihr|ihre[nmr]?|sie|uns|unser\w*|du|dein\w*|vous|votre|vos"
    r"|nous|nos|usted|tu|tus|te|su|nuestr\w+|você|seu|sua|nosso|nossa|tuo|tua|vostr\w+|nostr\w+"
    r"|ti|vi|je|jouw|jij|uw|ons|onze|вы|вам|вас|ваш\w*|наш\w*|©|rights reserved|affiliate"
    r"|this (?:site|website|article|material|report)|(?:reporting|editing|compiled) by"
    r"|contributed to|consider)\b"
)
_FOLLOW = re.compile(r"\W*(?:please )?follow .{2,60} on (?:twitter|facebook|instagram|x|threads)\b")
_SENTENCE = (".", "!", "?")
_QUOTES = "\"“”„«»‘'"
_LONGEST = 400  # characters: longer lines are paragraphs, whatever phrase they hold


class Furniture(IntEnum):
    """How surely a line belongs to the page, and what it says of the lines after it."""

    NO = 0
    PERHAPS = 1
    SURELY = 2
    ASIDE = 3  # a heading over something beside the article: related, most read
    END = 4  # a heading after which nothing of the article follows: comments


class _Phrases(NamedTuple):
    """The phrases of all languages together, since a page often speaks two."""

    line: re.Pattern[str]
    inset: re.Pattern[str]
    field: frozenset[str]
    whole: frozenset[str]
    start: dict[str, tuple[str, ...]]  # by first word
    lead: dict[str, tuple[str, ...]]
    within: tuple[str, ...]
    after: frozenset[str]
    aside: dict[str, tuple[str, ...]]  # those of several words, by the first
    end: frozenset[str]


def furniture(line: str) -> Furniture:
    """Say whether the words of `line` are those of a menu, a button, a notice or an advert."""
    if len(line) > _LONGEST:
        return Furniture.NO
    known, words = _phrases(), line.lower().replace("’", "'")
    bare = _EDGES.sub("", words)
    stop = _FULL.search(line[-8:]) is not None
    full = (stop and words.count(" ") > 5) or words.count(" ") > 20
    if bare in known.end or _ABOUT.match(line):
        return Furniture.END
    if bare in known.after or (not full and _heads_an_aside(bare)):
        return Furniture.ASIDE
    if not bare or (bare in known.whole and not words.endswith(_SENTENCE)):
        return Furniture.SURELY
    if is_field(line) or is_inset(line) or known.line.fullmatch(bare):
        return Furniture.SURELY
    if _FOLLOW.match(words) or _is_trail(line, full):
        return Furniture.SURELY
    started = line[0] not in _QUOTES and _begins(bare, known.start)
    within = any(phrase in words for phrase in known.within)
    pointer = started and ":" in words[:25]
    if pointer or ((started or within) and (not full or _READER.search(words))):
        return Furniture.SURELY
    led = not stop and _begins(bare, known.lead)
    return Furniture.PERHAPS if started or within or led else Furniture.NO


def is_field(line: str) -> bool:
    """Say whether `line` is where a reader is to type an address."""
    return len(line) < 60 and _EDGES.sub("", line.lower()) in _phrases().field


def is_inset(line: str) -> bool:
    """Say whether `line` is of a box that stands in an article: content from elsewhere, adverts."""
    bare = _EDGES.sub("", line.lower().replace("’", "'"))
    return len(line) <= _LONGEST and _phrases().inset.fullmatch(bare) is not None


def _heads_an_aside(bare: str) -> bool:
    return len(bare) < 60 and ":" not in bare and _begins(bare, _phrases().aside)


def _is_trail(line: str, full: bool) -> bool:
    """Say whether `line` is a row of links or buttons: "Home > News", "Share Tweet Print"."""
    if full or len(line) > 120:
        return False
    return _TRAIL.search(line) is not None or len(_BUTTONS.findall(line)) > 1


def _begins(words: str, phrases: dict[str, tuple[str, ...]]) -> bool:
    first = words.split(" ", 1)[0].rstrip(":")
    return any(
        words.startswith(phrase) and not words[len(phrase) : len(phrase) + 1].isalpha()
        for phrase in phrases.get(first, ())
    )


def languages_of_furniture() -> frozenset[str]:
    """Return the ISO 639-1 codes of the languages whose phrases are known."""
    return frozenset(_file())


@cache
def _file() -> dict[str, dict[str, str]]:
    return tomllib.loads((RESOURCES / "text/furniture.toml").read_text("utf-8"))


@cache
def _phrases() -> _Phrases:
    every = {
        kind: [
            phrase.strip()
            for language in _file().values()
            for phrase in language[kind].replace("\n", "").split("|")
        ]
        for kind in ("line", "inset", "field", "whole", "start", "lead", "within", "after", "end")
    }
    return _Phrases(
        _one_of(every["line"]),
        _one_of(every["inset"]),
        frozenset(every["field"]),
        frozenset(every["whole"]),
        _by_first_word(every["start"]),
        _by_first_word(every["lead"]),
        tuple(every["within"]),
        frozenset(every["after"]),
        _by_first_word(phrase for phrase in every["after"] if " " in phrase),
        frozenset(every["end"]),
    )


def _one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase).replace(r"\*", ".*") for phrase in phrases))


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table = defaultdict(list)
    for phrase in phrases:
        table[phrase.split(" ", 1)[0].rstrip(":")].append(phrase.lstrip("("))
    return {word: tuple(listed) for word, listed in table.items()}
