"""Understand dates as papers and people write them."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.text.clean import Block
from desktop.text.codebook import Role

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN = re.compile(
    rf"{_ISO.pattern}"
    r"|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}"  # 14.3.2025
    r"|\d{1,2}(?:\.|º|st|nd|rd|th|er)?\s+(?:de\s+)?[^\W\d_]{3,}\.?,?\s+(?:de\s+)?\d{4}"
    r"|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"  # March 14, 2025
)
_SETTINGS = {
    "PARSERS": ["absolute-time"],  # "yesterday" is no date of an article
    "REQUIRE_PARTS": ["day", "month", "year"],
    "DATE_ORDER": "DMY",
}


def day(text: str, language: str = "en") -> str:
    """Return the ISO date of a day in whatever form, "" where `text` is none.

    Where figures alone leave it open, the day comes first: 3/4/2025 is in April. `language` (ISO
    639-1) is that of the month's name.
    """
    text = text.strip()
    if not _WRITTEN.fullmatch(text):
        return ""
    if _ISO.fullmatch(text):
        return _day_of_standard(text)
    import dateparser  # 0.1 s of start-up
    from dateparser.data import languages_info

    known = [code for code in (language, "en") if code in languages_info.language_order]
    found = dateparser.parse(text, languages=known, settings=_SETTINGS)
    return found.date().isoformat() if found else ""


def _day_of_standard(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""  # 2025-02-31


def published(blocks: Sequence[Block], language: str) -> str:
    """Return the first date in the lines of an article that tell when it appeared, or ""."""
    lines = (block.text for block in blocks if block.role is Role.DATELINE)
    days = (day(found[0], language) for line in lines for found in _WRITTEN.finditer(line))
    return next(filter(None, days), "")
