"""Know the words under a picture by what stands beside them."""

from collections.abc import Sequence

from desktop.text.codebook import Role
from desktop.text.page.furniture import Furniture
from desktop.text.page.line import Line

_LONGEST = 12  # words: what is longer may be the first paragraph, over a picture without words
_LEAST = 3
_SENTENCE = 6  # words: a shorter sentence is hardly a first paragraph
_HEAD = 8  # lines between the date of an article and the words under its first picture


def captioned(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those labelled that tell of a picture only by their place."""
    return [
        line._replace(label=Role.CAPTION)
        if line.label is None and (_is_repeated(lines, number) or _is_credited(lines, number))
        else line
        for number, line in enumerate(lines)
    ]


def _is_repeated(lines: Sequence[Line], number: int) -> bool:
    """Say whether a caption beside the line says the same, and more: whose picture it is."""
    text, beside = (
        lines[number].text,
        (*lines[number - 1 : number], *lines[number + 1 : number + 2]),
    )
    return lines[number].words >= _LEAST and any(
        other.label is Role.CAPTION and other.text.startswith(text) for other in beside
    )


def _is_credited(lines: Sequence[Line], number: int) -> bool:
    """Say whether the line stands between the date or author of an article and a credit."""
    line, below = lines[number], lines[number + 1 : number + 2]
    if line.full and line.words > _SENTENCE:
        return False  # the story may begin with it, over a picture without words
    if not below or below[0].label is not Role.CREDIT or not _LEAST <= line.words <= _LONGEST:
        return False
    for above in reversed(lines[max(0, number - _HEAD) : number]):
        if above.label in (Role.BYLINE, Role.DATELINE):
            return line.furniture is Furniture.NO
        if above.furniture is Furniture.NO and above.label is None:
            return False  # a headline, with its standfirst under it, or the story itself
    return False
