"""Find the quotations of a text, whatever marks it uses."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import NamedTuple

from desktop.text.sentences import Span
from desktop.text.typed import once

_CLOSES = {
    "“": "”",
    "‟": "”",
    "„": "“”",
    "”": "”",  # Swedish, Finnish
    "«": "»",
    "»": "«",  # German, Danish
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    '"': '"',
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
# What writers close with instead, as keyboard or program have it: `„Nein", sagte er`.
_STANDS_IN = dict.fromkeys('“‟„”«"', '"”“') | {"»": '"”“»', "‚": "'"}
# ’n’, whose marks are none; where a paragraph ends and the next begins; a mark.
_FOUND = re.compile(
    r"(?<!\w)['’‘][nN]['’](?!\w)|(?P<end>(?<!\s)\s*\n\s*)"
    f"|(?P<mark>[{''.join(_CLOSES)}’」』])"
)
_AMBIGUOUS = frozenset("\"'”‘»›")  # open and close by what stands around them
_APOSTROPHES = "'’‘"
# Words that begin with an apostrophe, and decades ('90s).
_ELIDED = re.compile(
    r"(?:tis|twas|twere|em|cause|cos|til|till|n|round|bout|neath|ere|s|t|\d\ds?)\b", re.IGNORECASE
)
_FAR = 1500  # characters that a quotation in single marks may run on
_BEFORE = frozenset(" \t\n([{—–-/:;,¡¿") | frozenset(_CLOSES)
# "the workers' union", "goin' home", "o' clock", "Guns N' Roses": what may go on after one.
_POSSESSIVE = re.compile(
    r"(?:(?<=s)|(?<=in)|(?<=\b[on])|(?<=\b(?:an|mo|ol|po|th|wi)))[’'](?=\s+[^\W\d_A-Z])"
    r"|(?<=\bN)[’'](?=\s+\w)"
)


class Quotation(NamedTuple):
    """Quoted words: `span` with their marks, `inside` without; code points of the text.

    `level` is 0 for a quotation in the text, 1 for one inside another.
    """

    span: Span
    inside: Span
    level: int


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` by where they begin, the outer before the inner ones.

    Apostrophes, inches and feet are none. A line is a paragraph: a quotation runs on where the
    next one opens again, or closes what was opened here; where a closing mark is missing, it ends
    with its paragraph.
    """
    read = once(text)
    found = sorted(_Reader(read).read(), key=lambda q: (q.span.start, q.level))
    return tuple(found if read == text else (_whole(one, text, read) for one in found))


def quoted(text: str) -> bool:
    """Say whether `text` has quotation marks; single ones may be apostrophes and do not count."""
    read = once(text)
    return any(mark in read for mark in '"“”„«»‘')


def _whole(quotation: Quotation, text: str, read: str) -> Quotation:
    """Return a quotation with both signs of its marks, of which one was read."""
    start, end = quotation.span
    start -= read[start] in "“„" and text[start] != read[start]
    end += read[end - 1] == "”" and text[end - 1] != read[end - 1]
    return quotation._replace(span=Span(start, end))


class _Mark(NamedTuple):
    at: int
    sign: str
    before: str
    after: str
    line: int
    first: bool  # in its line

    @property
    def may_open(self) -> bool:
        return bool(self.after.strip()) and (not self.before or self.before in _BEFORE)

    @property
    def may_close(self) -> bool:
        return bool(self.before.strip()) and not self.after.isalnum()


def _found(text: str) -> Iterator[_Mark | Span]:
    """Yield the marks, and the white space between two paragraphs."""
    line, begins = 0, len(text) - len(text.lstrip())
    for found in _FOUND.finditer(text):
        at = found.start()
        if found["end"]:
            line, begins = line + 1, found.end()
            yield Span(*found.span())
        elif found["mark"]:
            around = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
            yield _Mark(at, found["mark"], *around, line, at == begins)


# Says whether a mark is one of those that are looked for, given the sign that opened.
_Wanted = Callable[[_Mark, str], bool]


def _proper(mark: _Mark, opened: str) -> bool:
    return mark.sign == opened or mark.sign in _CLOSES[opened]


def _opens_or_closes(mark: _Mark, opened: str) -> bool:
    """Say whether the mark is of this kind and no apostrophe within a word."""
    signs = opened + _CLOSES[opened] + _STANDS_IN.get(opened, "")
    return mark.sign in signs and (mark.may_open or mark.may_close)


def _only_opens(mark: _Mark, opened: str) -> bool:
    return mark.sign == opened and mark.before in tuple(" (—–") and mark.after.isalnum()


def _only_closes(mark: _Mark, opened: str) -> bool:
    return mark.sign in _CLOSES[opened] and mark.before in tuple(".,!?…") and not mark.after.strip()


class _Reader:
    """Goes through the marks of a text from left to right; `open` holds the unclosed ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = tuple(_found(text))
        self.lists: dict[tuple[_Wanted, str], list[_Mark]] = {}
        self.open: list[_Mark] = []
        self.found: list[Quotation] = []

    def read(self) -> list[Quotation]:
        for one in self.all:
            if isinstance(one, _Mark):
                self._see(one)
            else:
                self._end_of_paragraph(one)
        self._end_open(len(self.text), 0)
        return self.found

    def _see(self, mark: _Mark) -> None:
        for closes in (self._closes, self._stands_in):
            for depth in range(len(self.open) - 1, -1, -1):
                if closes(mark, self.open[depth].sign):
                    self._close(depth, mark.at)
                    return
        if mark.sign in _CLOSES and self._opens(mark):
            self._open(mark)

    def _end_open(self, end: int, depth: int) -> None:
        """End the quotations that are open from `depth` on where their paragraph ends."""
        for level in range(len(self.open) - 1, depth - 1, -1):
            mark = self.open.pop()
            if mark.sign not in _APOSTROPHES:
                inside = Span(mark.at + 1, end)
                self.found.append(Quotation(Span(mark.at, end), inside, level))

    def _close(self, depth: int, at: int) -> None:
        del self.open[depth + 1 :]  # what was opened inside and never closed was no quotation
        start = self.open.pop().at
        if self.text[start + 1 : at].strip():
            self.found.append(Quotation(Span(start, at + 1), Span(start + 1, at), depth))

    def _open(self, mark: _Mark) -> None:
        for depth, outer in enumerate(self.open):
            if self._opens_again(mark, outer.sign):
                return
            if mark.sign == outer.sign:
                if not self._closes_twice(mark):
                    del self.open[depth:]
                break
        self.open.append(mark)

    def _end_of_paragraph(self, between: Span) -> None:
        for depth, mark in enumerate(self.open):
            if not self._goes_on(between, mark.sign):
                self._end_open(between.start, depth)
                return

    def _goes_on(self, between: Span, opened: str) -> bool:
        """Say whether a quotation that is open at a paragraph's end goes on in the next one."""
        at = between.start
        if opened in _APOSTROPHES:
            return self._closes_far(at, opened)
        if self.text.startswith(opened, between.end) and opened not in _CLOSES[opened]:
            return True
        found = self._next(_proper, opened, at)
        if found and (self._closes(found, opened) or self._opens_again(found, opened)):
            return True
        found = self._next(_opens_or_closes, opened, at)
        return bool(found and not found.before.isdigit() and self._stands_in(found, opened))

    def _next(self, wanted: _Wanted, opened: str, at: int, line: int | None = None) -> _Mark | None:
        """Return the first wanted mark after `at`, given the line only if it stands there.

        The marks are picked out once and kept: to read on from each mark anew would take time by
        the square of the length.
        """
        if (wanted, opened) not in self.lists:
            marks = (one for one in self.all if isinstance(one, _Mark))
            self.lists[wanted, opened] = [mark for mark in marks if wanted(mark, opened)]
        listed = self.lists[wanted, opened]
        number = bisect_right(listed, at, key=attrgetter("at"))
        if number == len(listed) or line not in (None, listed[number].line):
            return None
        return listed[number]

    def _opens_again(self, mark: _Mark, opened: str) -> bool:
        """Say whether a paragraph inside a quotation begins with its mark: “ again, or French »."""
        if not mark.first or mark.sign == opened:
            return mark.first
        if mark.sign not in _CLOSES[opened] or mark.sign not in _AMBIGUOUS:
            return False
        later = self._next(_proper, opened, mark.at)
        if not later or later.sign == opened:
            return False
        return later.line == mark.line or (later.first and later.line == mark.line + 1)

    def _closes_twice(self, mark: _Mark) -> bool:
        """Say whether two closing marks follow before anything opens: a quotation within one."""
        one = self._next(_proper, mark.sign, mark.at, mark.line)
        two = one and self._next(_proper, mark.sign, one.at, mark.line)
        return bool(one and two and mark.sign not in (one.sign, two.sign))

    def _opens(self, mark: _Mark) -> bool:
        if mark.sign not in _AMBIGUOUS:
            return True
        if not mark.may_open or (mark.sign == "'" and _ELIDED.match(self.text, mark.at + 1)):
            return False
        if mark.sign not in "'‘":
            return True
        closing = self._next(self._closes, mark.sign, mark.at, mark.line)
        return closing is not None or self._closes_far(mark.at, mark.sign)

    def _closes_far(self, at: int, opened: str) -> bool:
        """Say whether a mark that can only close follows before anything opens."""
        closing = self._next(_only_closes, opened, at)
        opening = self._next(_only_opens, opened, at)
        if not closing or closing.at > at + _FAR:
            return False
        return not opening or closing.at < opening.at

    def _closes(self, mark: _Mark, opened: str) -> bool:
        if mark.sign not in _CLOSES[opened]:
            return False
        if mark.sign in "\"'’‘":
            return mark.may_close and not self._closes_later(mark, opened)
        if mark.sign == opened == "”":
            return mark.may_close or not mark.may_open
        if mark.sign == "“" and mark.may_open:  # „er sagte “nein” dazu“
            inner = self._next(_proper, mark.sign, mark.at, mark.line)
            return not inner or inner.sign == mark.sign
        return not self._opens_again(mark, opened)

    def _stands_in(self, mark: _Mark, opened: str) -> bool:
        """Say whether a mark closes that is not the proper one, which does not close here."""
        spaced = opened == "«" and not mark.after.isalnum()  # the French way
        if mark.sign not in _STANDS_IN.get(opened, "") or not (mark.may_close or spaced):
            return False
        if mark.before.isdigit() and mark.after == " " and self._next(_proper, opened, mark.at):
            return False  # 6'2" tall
        proper = self._next(_proper, opened, mark.at, mark.line)
        if proper and self._closes(proper, opened):
            return False
        return not self._closes_later(mark, opened)

    def _closes_later(self, mark: _Mark, opened: str) -> bool:
        """Say whether this mark is a sign of length or a possessive: a later one closes."""
        if not mark.before.isdigit() and not self._possessive(mark):
            return False
        later = self._next(self._no_possessive, opened, mark.at, mark.line)
        return later is not None and not later.may_open

    def _no_possessive(self, mark: _Mark, opened: str) -> bool:
        return _opens_or_closes(mark, opened) and not self._possessive(mark)

    def _possessive(self, mark: _Mark) -> bool:
        return _POSSESSIVE.match(self.text, mark.at) is not None
