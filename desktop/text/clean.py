"""Take the page furniture out of an article, without deleting a line."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.codebook import Role
from desktop.text.furniture import is_furniture, opens_the_rest
from desktop.text.normal import normal


class Block(NamedTuple):
    """A paragraph on one line, and what it is on its page."""

    role: Role
    text: str


_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|févr|avr|mai|juin|juil"
    r"|août|mär|okt|dez|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)\w*\.?"
)
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:de\s+)?{_MONTH})"
_DATE = re.compile(
    r"^(?:(?:published|updated|posted|last updated|on)\b[:\s]*)*(?:\w+day,?\s+)?"
    rf"{_DAY},?\s+(?:de\s+)?\d{{4}}\b.{{0,30}}$|^\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}\b.{{0,20}}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|door|written by)\s+[A-Z]\S+(?:\s+\S+){0,6}$", re.IGNORECASE
)
_AGENCY = r"(?:associated press|reuters|afp|agence france-presse|dpa|tass|efe|ansa|getty images|ap)"
_CREDIT = re.compile(
    rf"^(?:the\s+)?{_AGENCY}$|^(?:photos?|image|credit|picture|foto|fotos)\s*(?:by|credit)?\s*[:/]",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\([^()]*(?:/|photo|AP|Reuters|AFP|Getty|TNS)[^()]*\)$|\bphoto(?:graph)?:\s", re.IGNORECASE
)
_END = re.compile(r"[.!?…:][\"”’'»)]*$")


def pasted(raw: str) -> tuple[Block, ...]:
    """Return the blocks of a text pasted from a page, in order.

    Every non-blank line of `raw` is in exactly one block.
    """
    lines = [" ".join(line.split()) for line in normal(raw).split("\n")]
    lines = [line for line in lines if line]
    scores = [_prose(line) for line in lines]
    start, end = _densest(scores)
    headline = _headline(lines, start)
    return tuple(
        Block(_role(number, line, (start, end), headline), line)
        for number, line in enumerate(lines)
    )


def _prose(line: str) -> float:
    """Return how much `line` looks like a sentence of an article: above 0, it does."""
    if opens_the_rest(line):
        return -12.0
    if is_furniture(line):
        return -3.0
    if _END.search(line):
        return min(4.0, len(line) / 40)
    return min(2.0, (len(line) - 80) / 60)


def _densest(scores: Sequence[float]) -> tuple[int, int]:
    """Return the run with the highest sum (Kadane), or everything where nothing is prose."""
    best, bounds, total, start = 0.0, (0, len(scores)), 0.0, 0
    for number, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, number
        total += score
        if total > best:
            best, bounds = total, (start, number + 1)
    return bounds


def _headline(lines: Sequence[str], start: int) -> int:
    """Return the place of the headline just before the article, or -1."""
    for number in range(start - 1, max(-1, start - 8), -1):
        line = lines[number]
        if 15 < len(line) < 200 and not is_furniture(line) and not _kind(line):
            return number
    return -1


def _kind(line: str) -> Role | None:
    """Return the role that a line shows by itself."""
    if len(line) > 300:
        return None
    for pattern, role in ((_DATE, Role.DATELINE), (_BYLINE, Role.BYLINE), (_CREDIT, Role.CREDIT)):
        if pattern.search(line):
            return role
    return Role.CAPTION if _CAPTION.search(line) else None


def _role(number: int, line: str, run: tuple[int, int], headline: int) -> Role:
    kind = _kind(line)
    if number == headline:
        return Role.HEADLINE
    if kind:
        return kind
    return Role.BODY if run[0] <= number < run[1] and not is_furniture(line) else Role.BOILERPLATE
