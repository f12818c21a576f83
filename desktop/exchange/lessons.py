"""The pairs that come with the program."""

import json
from dataclasses import replace
from pathlib import Path

from desktop.exchange.readers import read
from desktop.exchange.reading import Reading
from desktop.places import SEEDS
from desktop.text.codebook import Side


def seed_files() -> tuple[Path, Path]:
    """Return the two seed articles as files, source first."""
    known = _known()
    return SEEDS / known[Side.SOURCE]["file"], SEEDS / known[Side.REWRITE]["file"]


def seed_pair() -> tuple[Reading, Reading]:
    """Return the two seed articles, source first: the first pair a newcomer sees."""
    known = _known()
    upper, lower = (
        replace(read(path), outlet=known[side]["outlet"], published=known[side]["published"])
        for side, path in zip(Side, seed_files(), strict=True)
    )
    return upper, lower


def _known() -> dict[str, dict[str, str]]:
    """Return what is known of the seed articles beyond their words."""
    known: dict[str, dict[str, str]] = json.loads(
        (SEEDS / "pairs" / "seed-pair.json").read_text("utf-8")
    )
    return known
