"""Where the files of `resources/` and `seeds/` are, from a checkout and once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


RESOURCES = _folder("resources")
SEEDS = _folder("seeds")
