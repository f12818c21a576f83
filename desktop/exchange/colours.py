"""The colours of the tags, the same in files as in the window."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from desktop.places import RESOURCES


@cache
def colours(theme: str = "light") -> Mapping[str, str]:
    """Return the colours (#RRGGBB) of a theme by their roles: ink, quote, quote_fill, …"""
    data = tomllib.loads((RESOURCES / "themes" / f"{theme}.toml").read_text("utf-8"))
    named = data["colours"]
    return MappingProxyType({role: named.get(name, name) for role, name in data["roles"].items()})
