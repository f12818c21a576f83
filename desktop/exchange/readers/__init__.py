"""Files in: one article from a text file, a web page, or the clipboard."""

from pathlib import Path

from desktop.exchange.readers import kinds, plain, web
from desktop.exchange.readers.encoding import decoded
from desktop.exchange.reading import Reading
from desktop.problem import Problem
from desktop.text.codebook import LINKED_ROLES
from desktop.tr import tr

SUFFIXES = (".txt", ".html", ".htm")
"""The endings an open dialog offers; other files are known by what is in them."""

STORY_LIMIT = 400_000
"""Characters of headline, body and captions: some 65,000 words, ten times a long magazine story."""

LIMIT = 5_000_000
"""The most a file or the clipboard may hold, in bytes or characters: fifty long books."""


def read(path: Path) -> Reading:
    """Return the article in the file at `path`.

    Raises Problem where the file cannot be read, is empty, too large, or of another kind.
    """
    data = _bytes(path)
    kinds.refuse_foreign(data, path.name)
    if path.suffix.lower() in (".html", ".htm") or kinds.is_page(data):
        return _story(web.reading(data, path.stem))
    text, notes = decoded(data)
    return _story(plain.reading(text, path.stem, notes))


def read_text(raw: str) -> Reading:
    """Return the article in a text as pasted. Raises Problem where it is empty or too long."""
    _refuse_long(len(raw), tr("The pasted text"))
    return _story(plain.reading(raw))


def read_html(raw: str | bytes) -> Reading:
    """Return the article in a web page, or in the part of one that was pasted.

    Raises Problem where it shows no text or is too long.
    """
    _refuse_long(len(raw), tr("The pasted page"))
    return _story(web.reading(raw))


def _story(reading: Reading) -> Reading:
    """Refuse a story that is too long to be read side by side with another."""
    length = sum(len(block.text) for block in reading.blocks if block.role in LINKED_ROLES)
    if length > STORY_LIMIT:
        raise Problem(
            tr(
                "This is {length} characters of story; {limit} can be compared. Nothing was "
                "changed; take out one article by itself.",
                length=f"{length:,}",
                limit=f"{STORY_LIMIT:,}",
            )
        )
    return reading


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Problem(tr("“{name}” is a folder. Choose a file in it.", name=path.name))
        if path.exists() and not path.is_file():
            raise Problem(tr("“{name}” is not a file. Choose another.", name=path.name))
        _refuse_long(path.stat().st_size, f"“{path.name}”")
        data = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise Problem(
            tr("“{name}” could not be read: {reason}.", name=path.name, reason=reason)
        ) from fault
    if not data:
        raise Problem(tr("“{name}” is empty. Choose another file.", name=path.name))
    return data


def _refuse_long(length: int, what: str) -> None:
    if length > LIMIT:
        raise Problem(
            tr(
                "{what} is too long for one article ({size} MB; {limit} MB can be read). Nothing "
                "was changed; take out the article by itself.",
                what=what,
                size=-(-length // 1_000_000),  # rounded up: never "5 MB; 5 MB can be read"
                limit=LIMIT // 1_000_000,
            )
        )
