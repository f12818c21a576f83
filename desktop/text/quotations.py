"""Find the quotations of a text, whatever marks it uses."""

import re
from typing import NamedTuple

from desktop.text.sentences import Span

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
_CANDIDATES = re.compile(f"[{''.join(_CLOSES)}’」』\n]")
_AMBIGUOUS = frozenset("\"'”‘»›")  # open and close by what stands around them
_APOSTROPHES = "'’‘"
# Words that begin with an apostrophe, and decades ('90s).
_ELIDED = re.compile(
    r"(?:tis|twas|twere|em|cause|cos|til|till|n|round|bout|neath|ere|s|t|\d\ds?)\b", re.IGNORECASE
)
_FAR = 1500  # characters that a quotation in single marks may run on
_BEFORE = frozenset(" \t\n([{—–-/:;,¡¿") | frozenset(_CLOSES)
# "the workers' union", "goin' home", "o' clock": what may go on after an apostrophe.
_POSSESSIVE = re.compile(r"(?:s|in|\bo)(?P<mark>[’'])\s+[^\W\d_A-Z]")


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
    reader = _Reader(text)
    for found in _CANDIDATES.finditer(text):
        reader.see(found.start())
    reader.end_open(len(text), 0)
    return tuple(sorted(reader.found, key=lambda q: (q.span.start, q.level)))


class _Reader:
    """Goes through the marks of a text from left to right; `open` holds the unclosed ones."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[int] = []
        self.found: list[Quotation] = []

    def see(self, at: int) -> None:
        mark = self.text[at]
        if mark == "\n":
            self._end_of_paragraph(at)
            return
        for depth in range(len(self.open) - 1, -1, -1):
            opened = self.text[self.open[depth]]
            if mark in _CLOSES[opened] and self._closes(at, opened):
                self._close(depth, at)
                return
        if mark in _CLOSES and self._opens(at):
            self._open(at)

    def end_open(self, end: int, depth: int) -> None:
        """End the quotations that are open from `depth` on where their paragraph ends."""
        for level in range(len(self.open) - 1, depth - 1, -1):
            start = self.open.pop()
            if self.text[start] not in _APOSTROPHES:
                self.found.append(Quotation(Span(start, end), Span(start + 1, end), level))

    def _close(self, depth: int, at: int) -> None:
        del self.open[depth + 1 :]  # what was opened inside and never closed was no quotation
        start = self.open.pop()
        if self.text[start + 1 : at].strip():
            self.found.append(Quotation(Span(start, at + 1), Span(start + 1, at), depth))

    def _open(self, at: int) -> None:
        for depth, start in enumerate(self.open):
            if self.text[start] == self.text[at]:
                if self._line_start(at):
                    return  # the paragraph after the first opens again
                if not self._closes_twice(at):
                    del self.open[depth:]
                break
        self.open.append(at)

    def _end_of_paragraph(self, at: int) -> None:
        for depth, start in enumerate(self.open):
            if not self._goes_on(at, self.text[start]):
                self.end_open(len(self.text[:at].rstrip()), depth)
                return

    def _goes_on(self, at: int, opened: str) -> bool:
        """Say whether a quotation that is open at a paragraph's end goes on in the next one."""
        if opened in _APOSTROPHES:
            return self._closes_far(at, opened)
        rest = self.text[at:].lstrip()
        if rest.startswith(opened) and opened not in _CLOSES[opened]:
            return True
        for found in re.finditer(f"[{opened}{_CLOSES[opened]}]", self.text[at:]):
            mark = at + found.start()
            closing = found[0] in _CLOSES[opened] and self._closes(mark, opened)
            return closing or self._line_start(mark)
        return False

    def _line_start(self, at: int) -> bool:
        return not self.text[self.text.rfind("\n", 0, at) + 1 : at].strip()

    def _closes_twice(self, at: int) -> bool:
        """Say whether two closing marks follow before anything opens: a quotation within one."""
        opened = self.text[at]
        line = self.text[at + 1 :].partition("\n")[0]
        marks = re.findall(f"[{opened}{_CLOSES[opened]}]", line)
        return len(marks) > 1 and opened not in marks[:2] and opened not in _CLOSES[opened]

    def _around(self, at: int) -> tuple[str, str]:
        return self.text[at - 1 : at], self.text[at + 1 : at + 2]

    def _opens(self, at: int) -> bool:
        mark = self.text[at]
        before, after = self._around(at)
        if mark not in _AMBIGUOUS:
            return True
        if not after.strip() or (before and before not in _BEFORE):
            return False
        if mark in "'‘":
            return self._single_opens(at)
        return True

    def _single_opens(self, at: int) -> bool:
        if self.text[at] == "'" and _ELIDED.match(self.text, at + 1):
            return False
        opened = self.text[at]
        line = self.text[at + 1 :].partition("\n")[0]
        return self._closes_far(at, opened) or any(
            self._closes(at + 1 + found.start(), opened)
            for found in re.finditer(f"[{_CLOSES[opened]}]", line)
        )

    def _closes_far(self, at: int, opened: str) -> bool:
        """Say whether a mark that can only close follows before anything opens."""
        rest = self.text[at + 1 : at + 1 + _FAR]
        closing = re.search(f"[.,!?…][{_CLOSES[opened]}](?=\\s|$)", rest)
        opening = re.search(f"(?<=[ (—–]){opened}(?=\\w)", rest)
        return bool(closing and not (opening and opening.start() < closing.start()))

    def _closes(self, at: int, opened: str) -> bool:
        mark = self.text[at]
        if mark not in "\"'’‘":
            return True
        before, after = self._around(at)
        if not before.strip() or after.isalnum():
            return False
        if before.isdigit() or mark != '"':
            return not self._closes_later(at, opened)
        return True

    def _closes_later(self, at: int, opened: str) -> bool:
        """Say whether this mark is a sign of length or a possessive: a later one closes."""
        if not (self.text[at - 1].isdigit() or self._possessive(at)):
            return False
        line = self.text[at + 1 :].partition("\n")[0]
        for found in re.finditer(f"[{opened}{_CLOSES[opened]}]", line):
            later = at + 1 + found.start()
            before, after = self._around(later)
            if found[0] not in _CLOSES[opened] or (before in _BEFORE and after.strip()):
                return False
            if before.strip() and not after.isalnum():
                return not self._possessive(later)
        return False

    def _possessive(self, at: int) -> bool:
        found = _POSSESSIVE.search(self.text, max(at - 3, 0), at + 4)
        return found is not None and found.start("mark") == at
