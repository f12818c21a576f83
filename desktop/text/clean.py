"""Take the page furniture out of an article, without deleting a line."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.codebook import Role
from desktop.text.normal import normal
from desktop.text.page.furniture import Furniture
from desktop.text.page.headline import headline
from desktop.text.page.labels import is_biography, is_name
from desktop.text.page.line import Inset, Line
from desktop.text.page.paragraphs import paragraphs
from desktop.text.page.parts import Part, parts
from desktop.text.page.prose import lines

LONGEST_PAGE = 20_000
"""Lines: no news page has more, and furniture is not looked for in what is longer."""

_ABOVE = 8  # lines over an article in which its date, author and credits stand
_SHORT = 16  # words: headings of other articles are no longer


class Block(NamedTuple):
    """A paragraph on one line, and what it is on its page."""

    role: Role
    text: str


def pasted(raw: str) -> tuple[Block, ...]:
    """Return the blocks of a text pasted from a page, in order.

    Every non-blank line of `raw` is in exactly one block; the words are those of
    `desktop.text.normal.normal`, with single spaces.
    """
    text = normal(raw)
    if text.count("\n") > LONGEST_PAGE:
        every = (" ".join(line.split()) for line in text.split("\n"))
        return tuple(Block(Role.BODY, line) for line in every if line)
    whole = paragraphs(text)
    return tuple(map(Block, roles(whole), whole))


def roles(paragraphs: Sequence[str]) -> tuple[Role, ...]:
    """Return what each paragraph of a page is, as far as its words and its place tell."""
    found = lines(paragraphs)
    where = parts(found)
    title = headline(found, where)
    return tuple(_role(found, where, number, title) for number in range(len(found)))


def _role(found: Sequence[Line], where: Sequence[Part], number: int, title: int | None) -> Role:
    line, part = found[number], where[number]
    if number == title:
        return Role.HEADLINE
    head = title is not None and part is Part.BEFORE and number > title
    if line.label is not None and (head or _is_near(found, where, number, title)):
        return line.label
    if line.furniture >= Furniture.SURELY:
        return Role.BOILERPLATE
    if part is Part.ARTICLE and not _ends_with_its_author(found, where, number):
        return _in_article(found, number, title)
    if head and is_name(line.text):
        return Role.BYLINE
    if head and line.full and _is_signed(found[title:number]):
        return Role.BODY
    below = line.full or (title is not None and number - title < 3 and line.words > 5)
    return Role.STANDFIRST if head and below else Role.BOILERPLATE


def _is_signed(head: Sequence[Line]) -> bool:
    """Say whether the lines from the headline on hold its author or date: the story follows."""
    return any(line.label in (Role.BYLINE, Role.DATELINE) for line in head)


def _is_near(found: Sequence[Line], where: Sequence[Part], number: int, title: int | None) -> bool:
    """Say whether a label stands in the article, just over its headline, or right after its end."""
    if where[number] is Part.ARTICLE or (title is not None and title - 3 <= number <= title):
        return True
    if Part.ARTICLE in where[number : number + _ABOVE]:
        return True
    while number and found[number].label is not None and where[number] is not Part.ARTICLE:
        number -= 1
    return where[number] is Part.ARTICLE


def _in_article(found: Sequence[Line], number: int, title: int | None) -> Role:
    line = found[number]
    if line.inset is not Inset.NO or not _may_be_listed(line):
        return Role.BODY
    under = number - 1 == title and not line.full and line.words > 4
    if under and found[number + 1 : number + 2]:
        return Role.STANDFIRST
    while number and _may_be_listed(found[number]) and found[number].furniture < Furniture.ASIDE:
        number -= 1
    return Role.BOILERPLATE if found[number].furniture is Furniture.ASIDE else Role.BODY


def _may_be_listed(line: Line) -> bool:
    """Say whether a line may be the title of another article: no sentence, or a short question."""
    return not line.full or (line.text.endswith("?") and line.words < _SHORT)


def _ends_with_its_author(found: Sequence[Line], where: Sequence[Part], number: int) -> bool:
    """Say whether the line is what follows a story about who wrote it."""
    last = Part.ARTICLE not in where[number + 3 :]
    return last and number > 3 and is_biography(found[number].text)
