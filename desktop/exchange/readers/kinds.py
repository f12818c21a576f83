"""What a file is by its first bytes, whatever its name says."""

from collections.abc import Callable

from desktop.problem import Problem
from desktop.tr import tr

_FOREIGN: tuple[tuple[bytes, Callable[[], str]], ...] = (
    (b"\x89PNG", lambda: tr("a picture")),
    (b"\xff\xd8\xff", lambda: tr("a picture")),
    (b"GIF8", lambda: tr("a picture")),
    (b"II*\0", lambda: tr("a picture")),
    (b"MM\0*", lambda: tr("a picture")),
    (b"RIFF", lambda: tr("a picture, a sound or a film")),
    (b"ID3", lambda: tr("a sound")),
    (b"OggS", lambda: tr("a sound or a film")),
    (b"%PDF", lambda: tr("a PDF")),
    (b"PK\x03\x04", lambda: tr("a ZIP archive or an office document")),
    (b"PK\x05\x06", lambda: tr("a ZIP archive or an office document")),
    (b"\xd0\xcf\x11\xe0", lambda: tr("an office document")),
    (b"{\\rtf", lambda: tr("an RTF document")),
    (b"\x1f\x8b", lambda: tr("a packed file")),
    (b"7z\xbc\xaf", lambda: tr("a packed file")),
    (b"SQLite format 3\0", lambda: tr("a database")),
    (b"\x7fELF", lambda: tr("a program")),
    (b"MZ", lambda: tr("a program")),
)


def refuse_foreign(data: bytes, name: str) -> None:
    """Raise Problem where `data` begins like a file that holds no plain text."""
    for beginning, kind in _FOREIGN:
        if data.startswith(beginning) and _is_certain(beginning, data):
            raise Problem(
                tr(
                    "“{name}” is {kind}, which cannot be opened yet. Nothing was changed. Open it "
                    "in its own program and copy the article from there, or save it as plain text "
                    "(.txt) or as a web page (.html).",
                    name=name,
                    kind=kind(),
                )
            )


def _is_certain(beginning: bytes, data: bytes) -> bool:
    """A text may begin with "MZ" or "RIFF"; it has no NUL byte soon after."""
    return not beginning.isalnum() or b"\0" in data[:64]


def is_page(data: bytes) -> bool:
    """Say whether `data` begins like a web page."""
    start = data[:2000].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<?xml", b"<!--")):
        return b"<html" in start
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
