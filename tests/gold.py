"""The project's own gold pairs as values: invented news with full keys, from `seeds/pairs`."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from desktop.text.codebook import Flag, Kind, Role, Subkind

SEEDS = Path(__file__).parents[1] / "seeds"


class Unit(NamedTuple):
    """One sentence of a page, furniture included; `paragraph` counts the page's blocks from 1."""

    id: str
    role: Role
    paragraph: int
    text: str


class Page(NamedTuple):
    """One article as it was pasted, and the sentences it should be cut into, in page order."""

    outlet: str
    published: str  # ISO date
    text: str
    units: tuple[Unit, ...]


class Verdict(NamedTuple):
    """What the key says of one sentence.

    `kind` is None on a caption, which has links but no tag. `effect` is 0..3 and `importance` 0..2,
    None where nobody said.
    """

    kind: Kind | None
    subkind: Subkind | None = None
    links: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    effect: int | None = None
    importance: int | None = None
    note: str = ""
    also_accepted: tuple[Kind, ...] = ()


class Gold(NamedTuple):
    """A pair with its key; a source sentence that is kept whole has no verdict."""

    id: str
    note: str
    language: str  # ISO 639-1
    genre: str
    lesson: str
    source: Page
    rewrite: Page
    key: dict[str, Verdict]
    coders: dict[str, dict[str, Kind]]


def gold_pairs() -> tuple[Gold, ...]:
    """Return every pair of `seeds/pairs`, in order of file name."""
    return tuple(_pair(path) for path in sorted((SEEDS / "pairs").glob("*.json")))


def _pair(path: Path) -> Gold:
    data = json.loads(path.read_text("utf-8"))
    return Gold(
        id=data["id"],
        note=data["note"],
        language=data["language"],
        genre=data["genre"],
        lesson=data["lesson"],
        source=_page(data["source"]),
        rewrite=_page(data["rewrite"]),
        key={name: _verdict(entry) for name, entry in data["key"].items()},
        coders={
            coder: {name: Kind(tag) for name, tag in tags.items()}
            for coder, tags in data.get("coders", {}).items()
        },
    )


def _page(data: dict[str, Any]) -> Page:
    text = (SEEDS / data["file"]).read_text("utf-8") if "file" in data else data["page"]
    units = (
        Unit(unit["id"], Role(unit["role"]), unit["paragraph"], unit["text"])
        for unit in data["units"]
    )
    return Page(data["outlet"], data["published"], text, tuple(units))


def _verdict(data: dict[str, Any]) -> Verdict:
    if "kept" in data:
        return Verdict(Kind.KEPT, flags=(Flag(data["kept"]),), note=data.get("note", ""))
    return Verdict(
        kind=Kind(data["tag"]) if "tag" in data else None,
        subkind=Subkind(data["subkind"]) if data.get("subkind") else None,
        links=tuple(data.get("links", ())),
        flags=tuple(Flag(flag) for flag in data.get("flags", ())),
        effect=data.get("effect"),
        importance=data.get("importance"),
        note=data.get("note", ""),
        also_accepted=tuple(Kind(tag) for tag in data.get("also_accepted", ())),
    )
