"""Colours by what they are for, read from `resources/themes/`."""

import tomllib
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor

from desktop.places import RESOURCES
from desktop.text.codebook import Kind

THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True)
class Theme:
    """One look of the window. Ask for a colour by its role, never by its value."""

    id: str
    name: str
    colours: dict[str, str]

    def __getitem__(self, role: str) -> QColor:
        return QColor(self.colours[role])

    def line(self, kind: Kind) -> QColor:
        """Return the strong colour of a kind of tag: underlines and badges."""
        return self[kind.value]

    def fill(self, kind: Kind) -> QColor:
        """Return the pale colour of a kind of tag, behind its words."""
        return self[f"{kind.value}_fill"]


@cache
def theme(theme_id: str) -> Theme:
    """Return a theme of THEMES; a role names a colour of the file's palette or gives its own."""
    data = tomllib.loads((RESOURCES / "themes" / f"{theme_id}.toml").read_text("utf-8"))
    named = data["colours"]
    roles = {role: named.get(colour, colour) for role, colour in data["roles"].items()}
    return Theme(theme_id, data["name"], roles)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return an opaque mix of two colours, `share` (0..1) of the first."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )
