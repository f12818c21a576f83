"""How a line of a page looks by itself: its words, its length, its end."""

import re
from enum import Enum, auto
from typing import NamedTuple

from desktop.text.codebook import Role
from desktop.text.page.furniture import Furniture, furniture
from desktop.text.page.labels import label

_FULL = re.compile(r"[.!?…。！？؟।](?:\s?»)?[\"”“’'»)\]」』]*$")
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])(?: ?(?:more|read more|»|>|→))?$", re.IGNORECASE
)
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_UNSPACED_OR_STOPLESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LINKS = re.compile(r" \| |»|›| / .* / |^[>‹«←→]|[→›]$|https?://\S+$|^www\.|^@\w+$|^#\w")
ITEM = re.compile(r"(?:[•‣▪●*·–—-]|\d{1,2}[.)])\s")
_AGO = re.compile(
    r"^\W*(?:vor |il y a |hace |há |fa )?\d{1,3} ?(?:s|m|min|mins|h|hr|hrs|d|sec|secs|seconds?|"
    r"minutes?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tage?n?|heures?|jours?|horas?|días?|dias?|ore|giorni|uur|dagen|час\w*|минут\w*|дн\w*)"
    r"(?: ago| geleden| fa| atrás| назад)?\W*$"
    r"|^\W*[\d.,]+[km]?\W*(?:comments?|shares?|views?|likes?|replies|kommentare?|commentaires?|comentarios?|comentários?|"
    r"commenti|reacties|комментари\w*|просмотр\w*|votes?|points?)\W*$",
    re.IGNORECASE,
)

# Weights: see `prose`. A button says little, wherever it stands; a heading over other things much.
_WORD_OF_SENTENCE = 0.12
_SHORT = -0.75
_HEADING = -0.4
_OF_FURNITURE = {Furniture.SURELY: -1.3, Furniture.ASIDE: -2.4, Furniture.END: -14.0}


class Inset(Enum):
    """What a line belongs to that is set into an article, or may be."""

    NO = auto()
    BOX = auto()  # an offer of letters, a question whether to show what comes from elsewhere
    TABLE = auto()
    TIME = auto()  # of an entry in a live report
    TITLE = auto()  # of the same


class Line(NamedTuple):
    """A line of a page, and how it looks."""

    text: str
    score: float  # above 0: more likely a sentence of the article than not
    furniture: Furniture
    label: Role | None
    full: bool  # whether it ends as sentences end
    words: float  # how many; in scripts without spaces, about how many
    inset: Inset = Inset.NO


def line_of(text: str, common: frozenset[str]) -> Line:
    """Return how `text` looks by itself; `common` are the commonest words of its language."""
    kind, role = furniture(text), label(text)
    full = bool(_FULL.search(text[-8:])) and not _CUT_OFF.search(text[-20:])
    words, stopless = _counted(text)
    score = _by_length(words, full or (stopless and words > 12))
    score += _by_words(text, words, full, common)
    if _AGO.match(text[:60]):
        score, kind = -2.5, max(kind, Furniture.SURELY)
    if role in (Role.BYLINE, Role.DATELINE, Role.CREDIT):
        score = min(score, -0.3)
    return Line(text, _as_furniture(score, kind), kind, role, full, words)


def _as_furniture(score: float, kind: Furniture) -> float:
    if kind is Furniture.NO:
        return score
    if kind is Furniture.PERHAPS:
        return score - 1.5
    return _OF_FURNITURE[kind]


def _counted(text: str) -> tuple[float, bool]:
    """Return how many words `text` has, and whether its script goes without full stops."""
    words = len(text.split())
    dense = len(_UNSPACED.findall(text[:2000]))
    stopless = len(_UNSPACED_OR_STOPLESS.findall(text[:2000]))
    if stopless > len(text[:2000]) * 0.4:
        return max(words, len(text) / 5), True
    return (max(words, len(text) / 2), False) if dense > len(text[:2000]) * 0.4 else (words, False)


def _by_length(words: float, full: bool) -> float:
    """Return what length alone tells: many words, and a stop at their end, are prose."""
    if full:
        return min(5.0, 0.1 + words * _WORD_OF_SENTENCE) if words > 3 else 0.0
    return min(3.0, (words - 22) * 0.12) if words > 22 else _SHORT if words < 6 else _HEADING


def _by_words(text: str, words: float, full: bool, common: frozenset[str]) -> float:
    part = text[:400]
    shown = [word.strip(".,:;!?\"“”„«»()'’‘") for word in part.split()]
    letters = [word for word in shown if word[:1].isalpha()]
    score = 0.0
    if common and len(letters) > 4:
        density = sum(word.lower() in common for word in letters) / len(letters)
        score += 0.4 if density > 0.3 else -0.8 if density < 0.12 else 0.0
    if not full and len(letters) > 2 and part[:1].isupper():
        capitals = sum(word[0].isupper() for word in letters) / len(letters)
        score -= 0.4 if capitals > 0.6 else 0.0
    if part[0].islower() or part[0] in ",;)”":
        score += 0.8
    if ITEM.match(part) and words > 4 and any(map(str.isdigit, part)):
        score += 0.5
    if part.endswith(":") and words > 2:
        score += 0.5
    if _LINKS.search(part):
        score -= 0.8
    if _CUT_OFF.search(text[-20:]):
        score -= 0.8
    return score
