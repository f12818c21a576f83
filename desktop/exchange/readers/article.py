"""Find the article among the lines of a web page, and what each line is."""

import logging
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document

from desktop.exchange.readers.lines import Line
from desktop.text.clean import Block, roles
from desktop.text.codebook import TAGGED_ROLES, Role
from desktop.text.page.furniture import Furniture, furniture
from desktop.text.page.labels import label

# What trafilatura thinks of a page is for its makers; what a person must know is said by us.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_CAPTION = re.compile(r"caption|legende|bildunterschrift")
_CREDIT = re.compile(r"credit|copyright|photographer")
_SMALL_PRINT = (
    (re.compile(r"byline|\bauthor|contributor"), Role.BYLINE),
    (_CREDIT, Role.CREDIT),
    (re.compile(r"\b(pub)?date\b|timestamp|published"), Role.DATELINE),
)
_STANDFIRST = re.compile(r"standfirst|sub-?head(line|ing)|sub-?title|\bdek\b|\bdeck\b|chapeau")
_SHORT = 150  # characters: a byline or a date is no longer
_TELLING = 30  # letters and digits: a line this long is found inside a longer one
_LEAST = 200  # letters and digits: two sentences; what is shorter is no article by itself
_MOST = 0.9  # of the article's letters must be found among the lines, else it is not used
_HEAD = 4  # lines of an article among which its date may stand
_EDGES = 1 / 3  # of the article's letters that may be taken for what stands above or below it


class Found(NamedTuple):
    """An article with its page's furniture, and what the page says of it."""

    blocks: tuple[Block, ...]
    outlet: str
    author: str
    published: str  # ISO date
    address: str
    language: str


def found(page: HtmlElement, lines: Sequence[Line]) -> Found | None:
    """Return the article of a page whose visible lines are `lines`; None where none stands out.

    The body is what trafilatura (Barbaresi 2021) finds, preferring precision. `page` may be
    changed by the search.
    """
    language = (page.get("lang") or "").lower()[:2]
    document = bare_extraction(
        page,
        favor_precision=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(document, Document) or len(_key(document.text or "")) < _LEAST:
        return None
    return Found(
        blocks=tuple(_blocks(document, lines)),
        outlet=document.sitename or "",
        author=document.author or "",
        published=document.date or "",
        address=document.url or "",
        language=language,
    )


def _blocks(document: Document, lines: Sequence[Line]) -> list[Block]:
    texts = [
        text for line in (document.text or "").split("\n") for text in _cells(line) if _key(text)
    ]
    by_words = roles([line.text for line in lines])
    body = _places(texts, [line.text for line in lines])
    title = document.title or ""
    seen = _letters(lines, body) >= _MOST * sum(len(_key(text)) for text in texts)
    if not seen and Role.BODY in by_words:
        blocks = [Block(role, line.text) for role, line in zip(by_words, lines, strict=True)]
        return _with_headline(blocks, title)
    headline = _headline(lines, title, min(body, default=0))
    article = _agreed(sorted(body - {headline}), by_words, lines)
    if not seen or not article:
        rest = [Block(Role.BODY, text) for text in texts if _key(text) != _key(title)]
        return _with_headline(rest, title)
    known = _Roles(lines, headline, article, _key(document.description or ""))
    return _with_headline([Block(known.of(at), line.text) for at, line in enumerate(lines)], title)


def _agreed(
    article: Sequence[int], by_words: Sequence[Role], lines: Sequence[Line]
) -> Sequence[int]:
    """Return the article without what its words do not speak for above and below it.

    What the page's tree holds on to at the ends are teasers, credits and the rules for comments. It
    is given up only where a heading of the page's furniture stands over it, and never if it is a
    large part of the article.
    """
    told = [n for n, at in enumerate(article) if by_words[at] in TAGGED_ROLES]
    if not told:
        return article
    first, last = told[0], told[-1] + 1
    if not _furnished(lines, range(article[0], article[first])):
        first = 0
    if not _furnished(lines, range(article[last - 1] + 1, article[-1] + 1)):
        last = len(article)
    between = article[first:last]
    lost = _letters(lines, article) - _letters(lines, between)
    return between if lost <= _EDGES * _letters(lines, article) else article


def _furnished(lines: Sequence[Line], places: Iterable[int]) -> bool:
    return any(furniture(lines[at].text) is not Furniture.NO for at in places)


def _letters(lines: Sequence[Line], places: Iterable[int]) -> int:
    return sum(len(_key(lines[at].text)) for at in places)


def _cells(line: str) -> list[str]:
    """Return the cells of a table's row, else the line by itself."""
    return [cell.strip() for cell in line.split("|")] if line.startswith("|") else [line.strip()]


def _with_headline(blocks: list[Block], title: str) -> list[Block]:
    """Put the page's title over blocks that have no headline."""
    words = " ".join(title.split())
    if not words or any(block.role is Role.HEADLINE for block in blocks):
        return blocks
    return [Block(Role.HEADLINE, words), *blocks]


def _key(text: str) -> str:
    """Return the letters and digits by which a line is known again."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _places(texts: Sequence[str], lines: Sequence[str]) -> set[int]:
    """Return the positions of the lines the article's texts stand on.

    Lines among them that are part of a text, or hold one, belong to the article too.
    """
    keys, line_keys = [_key(text) for text in texts], [_key(line) for line in lines]
    at: dict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(line_keys):
        at[key].append(number)
    found = _same(keys, at)
    among = range(min(found), max(found) + 1) if found else range(len(lines))
    whole = "\n".join(keys)
    missed = [key for key in keys if key not in at and len(key) >= _TELLING]
    return found | {
        number
        for number in among
        if number not in found
        and len(key := line_keys[number]) >= _TELLING
        and (key in whole or any(text in key for text in missed))
    }


def _same(keys: Sequence[str], at: dict[str, list[int]]) -> set[int]:
    """Return the positions of the lines that are texts of the article.

    A line that occurs more than once on the page is taken where it is nearest to a text that
    occurs once: a teaser elsewhere does not stand for the paragraph.
    """
    sure = [(order, at[key][0]) for order, key in enumerate(keys) if len(at.get(key, ())) == 1]
    places = {place for _, place in sure}
    for order, key in enumerate(keys):
        if len(at.get(key, ())) > 1:
            near = sure[max(0, bisect_left(sure, (order, 0)) - 1)][1] if sure else 0
            places.add(min(at[key], key=lambda place: abs(place - near)))
    return places


def _headline(lines: Sequence[Line], title: str, first: int) -> int:
    """Return the position of the headline, or -1; `first` is where the article begins."""
    key = _key(title)
    heads = [at for at, line in enumerate(lines) if line.within(re.compile(r"^h1\b"), 2)]
    telling = [at for at in heads if key and _alike(key, _key(lines[at].text))]
    if telling:
        return min(telling, key=lambda at: abs(at - first))
    same = [at for at, line in enumerate(lines[: first + 1]) if key and _key(line.text) == key]
    above = [at for at in heads if at <= first]
    return (same or above or [-1])[-1]


def _alike(one: str, other: str) -> bool:
    return bool(other) and (one.startswith(other) or other.startswith(one))


class _Roles:
    """What each line of a page is, once the article's lines are known."""

    def __init__(
        self, lines: Sequence[Line], headline: int, article: Sequence[int], summary: str
    ) -> None:
        self._lines = lines
        self._headline = headline
        self._article = frozenset(article)
        self._summary = summary
        # Bylines and dates stand above the body, or just below it.
        self._first = headline if 0 <= headline < article[0] else max(0, article[0] - 3)
        self._last = article[-1] + 3
        self._body = article[0]

    def of(self, at: int) -> Role:
        """Return what the line at this position is."""
        line = self._lines[at]
        if at == self._headline:
            return Role.HEADLINE
        if not self._first <= at <= self._last:
            return Role.BOILERPLATE
        if line.within(_CAPTION):
            return Role.CREDIT if line.within(_CREDIT, 1) else Role.CAPTION
        if self._is_standfirst(at):
            return Role.STANDFIRST
        if at not in self._article or furniture(line.text) >= Furniture.SURELY:
            return self._small_print(at) or Role.BOILERPLATE
        return self._small_print(at) or Role.BODY

    def _is_standfirst(self, at: int) -> bool:
        line = self._lines[at]
        if at <= self._body and line.within(_STANDFIRST, 2):
            return True
        return at < self._body and _key(line.text) == self._summary

    def _small_print(self, at: int) -> Role | None:
        """Return byline, date or credit, by the line's place on the page or by its words."""
        line = self._lines[at]
        if len(line.text) > _SHORT:
            return None
        for pattern, role in _SMALL_PRINT:
            if line.within(pattern, 2):
                return role
        by_words = label(line.text)
        inside = at in self._article and at > self._body + _HEAD
        told = by_words is Role.DATELINE and inside  # "Work begins on 3 March", in a list
        return None if told or (at in self._article and by_words is Role.CAPTION) else by_words
