"""How the backups of a library are called, and which are its own."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path


def dated(library: Path) -> Iterator[tuple[str, float, Path]]:
    """Give each backup with its day and its number on it; the one without a number is the last."""
    begin = "|".join(map(re.escape, _names(library)))
    form = re.compile(rf"(?:{begin})(\d{{4}}-\d\d-\d\d)(?:-(\d+))?\.sqlite")
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


def _names(library: Path) -> tuple[str, ...]:
    """Return how names of its backups may begin: until a library beside it has the name that ends
    in ".sqlite", those of that name are this one's, as they once were called."""
    once = library.with_suffix(".sqlite")
    mine = (_named(library),)
    return mine if once == library or once.exists() else (*mine, _named(once))
