"""The pairs that come with the program."""

import json
from dataclasses import replace

from desktop.exchange.readers import read
from desktop.exchange.reading import Reading
from desktop.places import SEEDS
from desktop.text.codebook import Side


def seed_pair() -> tuple[Reading, Reading]:
    """Return the two seed articles, source first: the first pair a newcomer sees."""
    known = json.loads((SEEDS / "pairs" / "seed-pair.json").read_text("utf-8"))
    upper, lower = (_read(known[side]) for side in Side)
    return upper, lower


def _read(known: dict[str, str]) -> Reading:
    reading = read(SEEDS / known["file"])
    return replace(reading, outlet=known["outlet"], published=known["published"])
