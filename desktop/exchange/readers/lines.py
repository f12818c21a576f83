"""The visible lines of a web page, in the order of the page."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html  # type: ignore[import-untyped]

# Elements a browser shows no text of.
_SILENT = """
head script style template noscript svg math iframe object video audio canvas select textarea
datalist"""
_UNSEEN = frozenset(_SILENT.split())
# Elements that flow inside a line; every other one stands on lines of its own.
_FLOWING = """
a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s
samp small span strike strong sub sup time tt u var wbr"""
_INLINE = frozenset(_FLOWING.split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Lone surrogates and control characters, which no page may hold, stop the parser.
_UNPARSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class Line(NamedTuple):
    """One line as a reader of the page sees it, and the elements around it, innermost first.

    Each of `around` is the element's name followed by its class and id, in lower case.
    """

    text: str
    around: tuple[str, ...]

    def within(self, pattern: re.Pattern[str], up: int = 3) -> bool:
        """Say whether one of the `up` innermost elements around the line fits `pattern`."""
        return any(pattern.search(element) for element in self.around[:up])


def tree(page: str) -> html.HtmlElement | None:
    """Return the parsed page, or None where there is nothing to parse.

    Nothing is fetched, and no entity but HTML's own is known.
    """
    clean = re.sub(r"^\s*<\?xml[^>]*>", "", _UNPARSABLE.sub("", page))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(clean, parser=parser, ensure_head_body=True)
    except etree.ParserError:
        return None


def lines(page: html.HtmlElement) -> tuple[Line, ...]:
    """Return every line of the page that has a letter or sign on it."""
    body = page.find("body")
    return tuple(_lines(page if body is None else body))


def _lines(root: html.HtmlElement) -> Iterator[Line]:
    around: list[str] = []
    held: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        block = element.tag not in _INLINE
        if event == "start":
            if block:
                yield from _flushed(held, around)
            around.append(_described(element))
            unseen += _is_unseen(element)
            if not unseen:
                held.append(_spaced(element.text, element))
        else:
            if block:
                yield from _flushed(held, around)
            unseen -= _is_unseen(element)
            around.pop()
            if not unseen and element is not root:
                held.append(_spaced(element.tail, element.getparent()))
    yield from _flushed(held, around)


def _flushed(held: list[str], around: list[str]) -> Iterator[Line]:
    for line in "".join(held).split("\n"):
        text = " ".join(line.split())
        if text:
            yield Line(text, tuple(reversed(around)))
    held.clear()


def _spaced(text: str | None, parent: html.HtmlElement) -> str:
    """Return `text` with line ends turned to spaces, except where the page keeps them."""
    if not text:
        return ""
    return text if parent.tag == "pre" else re.sub(r"[\r\n]", " ", text)


def _described(element: html.HtmlElement) -> str:
    words = (element.tag, element.get("class"), element.get("id"), element.get("itemprop"))
    return " ".join(word for word in words if word).lower()


def _is_unseen(element: html.HtmlElement) -> bool:
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or bool(_HIDDEN_STYLE.search(element.get("style") or ""))
    )
