"""The codebook for people: names and definitions of tags, sub-kinds, flags and scales."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from desktop.places import RESOURCES
from desktop.text.codebook import CODEBOOK_ID, Kind
from desktop.tr import begun


@dataclass(frozen=True)
class Step:
    """One step of the card that says how to decide."""

    name: str
    text: str


@dataclass(frozen=True)
class Level:
    """One level of a scale; `term` is its name within a sentence, `name` by itself."""

    term: str
    definition: str

    @property
    def name(self) -> str:
        return begun(self.term)


@dataclass(frozen=True)
class Codebook:
    """The words people use for what `desktop.text.codebook` names.

    `terms`, `names` and `definitions` are by identifier (`Kind`, `Subkind`, `Flag` and
    `Confidence` share none); `effect` and `importance` are by number, from 0. A term is what
    stands within a sentence, a name what stands by itself.
    """

    id: str
    language: str
    title: str
    about: str
    terms: Mapping[str, str]
    names: Mapping[str, str]
    definitions: Mapping[str, str]
    letters: Mapping[Kind, str]
    effect: tuple[Level, ...]
    importance: tuple[Level, ...]
    steps: tuple[Step, ...]
    rules: tuple[str, ...]


@cache
def codebook(language: str = "en") -> Codebook:
    """Return the built-in codebook in a language (ISO 639-1), in English where it has none."""
    path = RESOURCES / "codebook" / f"{CODEBOOK_ID}.{language}.json"
    if not path.is_file():
        path = path.with_name(f"{CODEBOOK_ID}.en.json")
    data = json.loads(path.read_text("utf-8"))
    terms = {
        term: entry
        for group in ("kinds", "subkinds", "flags", "confidence")
        for term, entry in data[group].items()
    }
    return Codebook(
        id=data["id"],
        language=data["language"],
        title=data["title"],
        about=data["about"],
        terms=MappingProxyType({term: entry["name"] for term, entry in terms.items()}),
        names=MappingProxyType({term: begun(entry["name"]) for term, entry in terms.items()}),
        definitions=MappingProxyType({term: entry["definition"] for term, entry in terms.items()}),
        letters=MappingProxyType({Kind(k): entry["letter"] for k, entry in data["kinds"].items()}),
        effect=_scale(data["effect"]),
        importance=_scale(data["importance"]),
        steps=tuple(Step(**step) for step in data["steps"]),
        rules=tuple(data["rules"]),
    )


def _scale(levels: list[dict[str, Any]]) -> tuple[Level, ...]:
    return tuple(Level(level["name"], level["definition"]) for level in levels)
