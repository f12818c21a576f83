"""Find what is set into an article without ending it: sign-up boxes, tables, times of posts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, groupby, takewhile

from desktop.text.page.furniture import Furniture, is_field, is_inset
from desktop.text.page.labels import is_time
from desktop.text.page.line import Inset, Line

_FIGURES = re.compile(r"(?:\s[+-]?\d[\d.,:]*%?)+$")
_YEAR = re.compile(r"\b\d{4}\b")
_HEADS = 2  # lines over a table: its title, and what its columns are
_SHORT = 16  # words: titles are no longer
_BUTTON = 3  # words
_AROUND = 5  # lines: a box says what it offers, asks, and adds its small print
_POSTS = 3  # as many entries make a live report
_NEAR = 3  # lines: after its time comes an entry's title, perhaps a picture's credit, its text


Place = tuple[int, Inset]


def insets(lines: Sequence[Line]) -> list[Inset]:
    """Return what each line belongs to that may be set into an article."""
    found = [Inset.NO] * len(lines)
    for number, inset in chain(_boxes(lines), _tables(lines), _posts(lines)):
        found[number] = inset
    return found


def _boxes(lines: Sequence[Line]) -> Iterator[Place]:
    """Yield the lines of boxes, and the furniture right above and below them."""
    inside = {at for number in range(len(lines)) for at in _of_box(lines, number)}
    for number in inside:
        above, below = range(number - 1, number - _AROUND, -1), range(number + 1, number + _AROUND)
        is_furniture = partial(_is_furniture, lines)
        for at in (number, *takewhile(is_furniture, above), *takewhile(is_furniture, below)):
            yield at, Inset.BOX


def _of_box(lines: Sequence[Line], number: int) -> Iterable[int]:
    """Return the lines of the box of which this one tells: as a rule no others.

    Around the field for an address, what stands between the offer and the field belongs to the
    box, whatever its words are, and so does the one short line under the field.
    """
    if not is_field(lines[number].text):
        return (number,) if is_inset(lines[number].text) else ()
    first, last = number, number + 1
    for at in range(number - 1, max(-1, number - _AROUND), -1):
        if lines[at].full and lines[at].furniture is Furniture.NO:
            break
        if lines[at].furniture is not Furniture.NO:
            first = at
    if last < len(lines) and not lines[last].full and lines[last].words <= _BUTTON:
        last += 1
    return range(first, last)


def _is_furniture(lines: Sequence[Line], number: int) -> bool:
    return 0 <= number < len(lines) and lines[number].furniture is Furniture.SURELY


def _tables(lines: Sequence[Line]) -> Iterator[Place]:
    """Yield the rows that end in as many figures as their neighbours, and their title."""
    at = 0
    for figures, run in groupby(lines, key=_figures):
        first, at = at, at + len(list(run))
        if figures < 2 or at - first < 2:
            continue
        for above in range(first - 1, max(-1, first - 1 - _HEADS), -1):
            if not _is_title(lines[above]):
                break
            yield above, Inset.TABLE
        for row in range(first, at):
            yield row, Inset.TABLE


def _figures(line: Line) -> int:
    """Return how many figures end a row of a table; 0 where it is none."""
    if line.full or line.words > _SHORT or line.text[0].isdigit():
        return 0
    found = _FIGURES.search(line.text)
    return len(found[0].split()) if found else 0


def _posts(lines: Sequence[Line]) -> Iterator[Place]:
    """Yield the times and titles of a live report, whose entries are told in sentences."""
    stamps = [number for number, line in enumerate(lines) if _is_stamp(line)]
    told = [(stamp, text) for stamp in stamps if (text := _text_of_post(lines, stamp))]
    if len(told) < _POSTS:
        return
    for stamp, text in told:
        yield stamp, Inset.TIME
        for number in range(stamp + 1, text):
            if _is_title(lines[number]):
                yield number, Inset.TITLE


def _is_stamp(line: Line) -> bool:
    return is_time(line.text) and not _YEAR.search(line.text)


def _text_of_post(lines: Sequence[Line], stamp: int) -> int | None:
    """Return where the text under a time begins, if sentences stand under it."""
    for number in range(stamp + 1, min(len(lines), stamp + 1 + _NEAR)):
        if lines[number].full and lines[number].furniture is Furniture.NO:
            return number
        if _is_stamp(lines[number]) or lines[number].furniture > Furniture.SURELY:
            return None
    return None


def _is_title(line: Line) -> bool:
    return line.furniture is Furniture.NO and not line.full and 1 < line.words < _SHORT
