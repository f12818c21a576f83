"""Read quotation marks of two signs, as wires and typists have them: ``...'', ,,...“, ‘‘...’’."""

import re
from collections.abc import Callable

_FIRST = ("``", ",,", "‘‘")  # where none of them opens, two apostrophes close nothing
_MARKS = re.compile(
    r"(?<![`\w])``(?!`)|(?<![,\w]),,(?=[^\W_])|(?<![‘\w])‘‘(?!‘)|(?<=[^\s'’])(?:''|’’)(?![\w'’])"
)
_MEANT = {"``": "“", ",,": "„", "‘‘": "“", "''": "”", "’’": "”"}


def once(text: str) -> str:
    """Return `text`, as long as it was, with one proper mark for two signs, and a space outside."""
    return _read(text, lambda mark: f"{mark} " if mark == "”" else f" {mark}")


def twice(text: str) -> str:
    """Return `text`, as long as it was, with the proper mark for each of the two signs."""
    return _read(text, lambda mark: mark + mark)


def _read(text: str, form: Callable[[str], str]) -> str:
    if not any(signs in text for signs in _FIRST):
        return text
    return _MARKS.sub(lambda found: form(_MEANT[found[0]]), text)
