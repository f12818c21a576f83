"""Put the lines of a pasted text together to paragraphs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.text.page.labels import is_byline

_WIDEST = 120  # characters: who wraps lines by hand or by program wraps them before
_PIECE = 70  # characters: longer than lines of verse
_ENOUGH = 0.6  # share of full lines that makes a text a wrapped one
_END = re.compile(r"[.!?…:;。！？][\"”’'»)\]]*$")
_MARK_FIRST = re.compile(r"[,;.!?](?:[\"”’»)]?\s+\w|[\"”’»)]?$)")  # what followed a link
_ITEM = re.compile(r"[•‣▪●*·–—-]\s|\d{1,3}[.)]\s|[>|]")


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a normalised text, each on one line with single spaces.

    Lines of a text wrapped at a fixed width are joined; all other lines stay by themselves.
    """
    groups = list(_groups(text))
    width = _width(groups)
    return tuple(paragraph for group in groups for paragraph in _joined(group, width))


def _groups(text: str) -> Iterator[list[str]]:
    """Yield the runs of lines between blank lines."""
    group: list[str] = []
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            group.append(words)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _width(groups: Sequence[Sequence[str]]) -> int:
    """Return the width the text is wrapped at, or 0 where it is not."""
    lengths = sorted(len(line) for group in groups for line in group)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.98)]
    if not 40 <= width <= _WIDEST:
        return 0
    pairs = [pair for group in groups for pair in pairwise(group)]
    full = [line for line, following in pairs if _wrapped(line, following, width)]
    whole = sum(_END.search(line[-8:]) is not None for line in full)
    if len(full) < 3 or len(full) < len(pairs) * _ENOUGH or whole > len(full) * _ENOUGH:
        return 0
    return width


def _wrapped(line: str, following: str, width: int) -> bool:
    """Say whether `line` goes on in the next one, whose first word found no room in it."""
    if _ITEM.match(following):
        return False
    slack = width * 0.12  # hyphens, ragged edges
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - slack


def _joined(group: Sequence[str], width: int) -> Iterator[str]:
    so_far = group[0]
    for line, following in pairwise(group):
        if _MARK_FIRST.match(following):
            so_far += following
        elif (width and _wrapped(line, following, width)) or _breaks_off(so_far, following):
            so_far += " " + following
        else:
            yield so_far
            so_far = following
    yield so_far


def _breaks_off(so_far: str, following: str) -> bool:
    """Say whether the lines so far are a long piece of a sentence that the next line takes up."""
    if len(so_far) < _PIECE or not following[0].islower() or _END.search(so_far[-8:]):
        return False
    return not is_byline(following)
