"""How the backups of a library are called, and which are its own."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

Dated = tuple[str, float, Path]
"""A backup with its day and its number on it; the one without a number is the last."""


def dated(library: Path) -> Iterator[Dated]:
    """Give the backups that have the name of a library."""
    return _called(library, _named(library))


def once_called(library: Path) -> Iterator[Dated]:
    """Give those that may be its own by an older name, as all were called like "library.sqlite".

    None, where a library of that name lies beside it. They may be another's that is gone: they are
    found, and stay.
    """
    usual = library.with_suffix(".sqlite")
    return iter(()) if usual == library or usual.exists() else _called(library, _named(usual))


def _called(library: Path, begin: str) -> Iterator[Dated]:
    form = re.compile(re.escape(begin) + r"(\d{4}-\d\d-\d\d)(?:-(\d+))?\.sqlite")
    for file in folder(library).glob("*.sqlite"):
        if found := form.fullmatch(file.name):
            yield found[1], float(found[2] or "inf"), file


def of_day(library: Path, day: date) -> Path:
    """Return where the backup of a day lies."""
    return folder(library) / f"{_named(library)}{day.isoformat()}.sqlite"


def free(path: Path) -> Path:
    """Return the path with the first number behind its name that is not taken."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(1))
    return next(path for path in numbered if not path.exists())


def folder(library: Path) -> Path:
    """Return where the backups of a library lie: beside it."""
    return library.parent / "backups"


def _named(library: Path) -> str:
    """Return how the names of a library's backups begin; those of no other library in its folder
    begin so before their day."""
    usual = library.suffix == ".sqlite"
    return f"{library.stem}-" if usual else f"{library.name}."
