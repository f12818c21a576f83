"""Understand dates as papers and people write them."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.text.clean import Block
from desktop.text.codebook import Role
from desktop.text.lexicon import LANGUAGES

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIGURES = r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?\d{4}"  # 14.3.2025
_ORDINAL = r"(?:º|st|nd|rd|th|er)"
_WRITTEN = re.compile(
    rf"(?<![\d:.]){_ISO.pattern}"
    rf"|(?<![\d:.]){_FIGURES}"
    rf"|(?<![\d:.])\d{{1,2}}(?:\.|{_ORDINAL})?\s+(?:de\s+|of\s+)?[^\W\d_]{{3,}}\.?,?\s+(?:de\s+)?\d{{4}}"
    rf"|[^\W\d_]{{3,}}\.?\s+\d{{1,2}}{_ORDINAL}?,?\s+\d{{4}}"  # March 14, 2025
)
_WEEKDAY = re.compile(r"^[^\W\d_]+(?:,\s+(?=\S+\s+\d)|,?\s+(?=\d+\S*\s))")  # Friday, March 14
_AFTER_FIGURE = re.compile(rf"(?<=\d){_ORDINAL}\b(?:\s+of\b)?")
_MONTHS = 12
_SETTINGS = {
    "PARSERS": ["absolute-time"],  # "yesterday" is no date of an article
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
}


def day(text: str, language: str = "en") -> str:
    """Return the ISO date of a day in whatever form, "" where `text` is none.

    Where figures alone leave it open, the day comes first: 3/4/2025 is in April. A month's name is
    looked for in `language` (ISO 639-1) first, then in the others of the program.
    """
    text = _WEEKDAY.sub("", text.strip())
    if not _WRITTEN.fullmatch(text):
        return ""
    if _ISO.fullmatch(text):
        return _day_of_standard(text)
    import dateparser  # 0.1 s of start-up
    from dateparser.data import languages_info

    known = [code for code in (language, *LANGUAGES) if code in languages_info.language_order]
    plain = _AFTER_FIGURE.sub("", text)
    found = dateparser.parse(plain, languages=known, settings=_SETTINGS)
    return found.date().isoformat() if found else ""


def _day_of_standard(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""  # 2025-02-31


def published(blocks: Sequence[Block], language: str) -> str:
    """Return the first date in the lines of an article that tell when it appeared, or "".

    Not where its figures could be two days: 3/4/2025.
    """
    lines = (block.text for block in blocks if block.role is Role.DATELINE)
    found = (written for line in lines for written in _WRITTEN.finditer(line))
    days = (day(written[0], language) for written in found if not _is_open(written[0]))
    return next(filter(None, days), "")


def _is_open(text: str) -> bool:
    """Say whether figures with strokes may begin with the month, as in America."""
    figures = re.fullmatch(_FIGURES, text)
    if not figures or figures[2] != "/":
        return False
    return figures[1] != figures[3] and max(int(figures[1]), int(figures[3])) <= _MONTHS
