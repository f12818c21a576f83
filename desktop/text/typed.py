"""Read quotation marks of two signs, as wires and typists have them: ``...'', ,,...“, ‘‘...’’."""

import re
from collections.abc import Callable

_SIGNS = ("``", ",,", "''", "‘‘", "’’")
_OPENING = (
    r"(?<![`\w])``(?=[^\s`])|(?<![,\w]),,(?=[^\W_])|(?<![‘\w])‘‘(?=[^\s‘])|(?<!['\w])''(?=\w)"
)
_CLOSING = r"(?<=[^\s'’`])(?:''|’’|``)(?![\w'’`])"
_MARKS = re.compile(f"(?P<opens>{_OPENING})|(?P<inches>\\d'\\d+''|\\d'')|(?P<closes>{_CLOSING})")


def once(text: str) -> str:
    """Return `text`, as long as it was, with one proper mark for two signs, and a space outside."""
    return _read(text, lambda mark: f"{mark} " if mark == "”" else f" {mark}")


def twice(text: str) -> str:
    """Return `text`, as long as it was, with the proper mark for each of the two signs."""
    return _read(text, lambda mark: mark + mark)


def _read(text: str, form: Callable[[str], str]) -> str:
    if not any(signs in text for signs in _SIGNS):
        return text

    def meant(found: re.Match[str]) -> str:
        if found["inches"]:
            return found[0]
        if found["closes"]:
            return form("”")
        return form("„" if found[0] == ",," else "“")

    return _MARKS.sub(meant, text)
