"""Tell sentences of an article from the words of menus, lists and teasers, in their place."""

import re
from collections import Counter
from collections.abc import Sequence

from desktop.text.language import common_words, language
from desktop.text.page.captions import captioned
from desktop.text.page.furniture import Furniture, languages_of_furniture
from desktop.text.page.insets import insets
from desktop.text.page.line import ITEM, Inset, Line, line_of

# The weights were found by hand and by search on pages of some sixty outlets, their text taken as a
# browser copies it; there the F1 falls by .025 at most when one of them moves by a third.
_SAID_AGAIN = 0.8
_ALONE = 0.4
_TEASER = 2.5  # four and more of them: a list of other articles
_LISTED = -0.05
_OF_INSETS = {Inset.BOX: -0.1, Inset.TABLE: _LISTED, Inset.TIME: _LISTED, Inset.TITLE: 0.05}
_ENOUGH_BEFORE_COMMENTS = 9.0  # of scores: two or three paragraphs
_AFTER_COMMENTS = 0.3


def lines(paragraphs: Sequence[str]) -> list[Line]:
    """Return the paragraphs of a page with how they look by themselves and in their place."""
    code = language("\n".join(paragraphs))
    common = common_words().get(code, frozenset())
    found = _set_in(captioned([line_of(text, common) for text in paragraphs]))
    found = _among_others(_repeated(found))
    return _after_the_end(_on_its_page(found, code))


def _set_in(found: Sequence[Line]) -> list[Line]:
    """Let the article go on through what is set into it."""
    return [_inside(line, inset) for line, inset in zip(found, insets(found), strict=True)]


def _inside(line: Line, inset: Inset) -> Line:
    if inset is Inset.NO:
        return line
    line = line._replace(inset=inset, score=max(line.score, _OF_INSETS[inset]))
    if inset is Inset.BOX:
        return line._replace(furniture=Furniture.SURELY)
    # The time of an entry is a clue to what the entry tells, and its table is no row of links.
    return line._replace(furniture=Furniture.NO, label=None)


def _repeated(found: Sequence[Line]) -> list[Line]:
    """Lower what a page says often: menus, and the line over every comment."""
    same = Counter(line.text for line in found)
    alike = Counter(_shape(line.text) for line in found)
    lowered = []
    for line in found:
        if line.furniture >= Furniture.SURELY or line.inset is not Inset.NO:
            lowered.append(line)
            continue
        again = same[line.text] > 1 and line.words < 40
        short = not line.full and 3 < line.words < 16 and not ITEM.match(line.text)
        if again or (short and alike[_shape(line.text)] > 2):
            line = line._replace(score=line.score - _SAID_AGAIN)
        lowered.append(line)
    return lowered


def _shape(text: str) -> str:
    """Return the small words and figures of a short line: what stays in "3 June, Ann wrote"."""
    if len(text) > 120:
        return text
    words = [word for word in text.split() if not word[0].isupper()]
    shape = " ".join(re.sub(r"\d+", "9", word) for word in words)
    return shape if len(words) > 1 or "9" in shape else text


def _among_others(found: Sequence[Line]) -> list[Line]:
    """Lower the sentences of teasers, which stand alone between headings, and raise lists."""
    weighed = list(found)
    listed = aside = False
    for number, line in enumerate(found):
        if line.furniture is Furniture.NO and (listed or (aside and not line.full)):
            weighed[number] = line._replace(score=max(line.score, _LISTED))
        introduces = line.text.endswith(":") and line.words > 2 and line.furniture is Furniture.NO
        listed = introduces or (listed and _is_listed(line, found[number - 1]))
        aside = line.furniture is Furniture.ASIDE or (aside and not line.full)
    for run in _runs_of_teasers(found):
        for number in run:
            line = weighed[number]
            weighed[number] = line._replace(
                score=line.score - (_TEASER if len(run) > 3 else _ALONE)
            )
    return weighed


def _is_listed(line: Line, above: Line) -> bool:
    """Say whether a list goes on with `line`: its items are marked, or all of them are short."""
    if ITEM.match(line.text):
        return True
    return _is_heading(line) and not ITEM.match(above.text)


def _runs_of_teasers(found: Sequence[Line]) -> list[list[int]]:
    """Return the places of lone sentences, those together that only a few headings part."""
    runs: list[list[int]] = []
    for number, line in enumerate(found):
        above, below = found[max(0, number - 1) : number], found[number + 1 : number + 2]
        lone = line.score > 0 and line.words < 60 and all(map(_is_heading, [*above, *below]))
        if lone and runs and number - runs[-1][-1] <= 4:
            runs[-1].append(number)
        elif lone:
            runs.append([number])
    return runs


def _is_heading(line: Line) -> bool:
    if line.furniture is not Furniture.NO or line.inset is not Inset.NO or ITEM.match(line.text):
        return False
    return line.words < 16 and not line.full


def _on_its_page(found: Sequence[Line], code: str) -> list[Line]:
    """Raise short lines where there is hardly any furniture: poems, lists, minutes."""
    if code not in languages_of_furniture():
        return list(found)
    sure = sum(line.furniture >= Furniture.SURELY for line in found)
    trust = max(0.0, 1.0 - 8 * sure / max(8, len(found)))
    return [
        line._replace(score=max(line.score, line.score * (1 - trust) + 0.1 * trust))
        if line.furniture is Furniture.NO
        else line
        for line in found
    ]


def _after_the_end(found: Sequence[Line]) -> list[Line]:
    """Let lines after "Comments" count less, where enough prose stands before it."""
    prose, weight, weighed = 0.0, 1.0, []
    for line in found:
        weighed.append(line._replace(score=line.score * weight if line.score > 0 else line.score))
        prose += max(0.0, line.score)
        if line.furniture is Furniture.END and prose > _ENOUGH_BEFORE_COMMENTS:
            weight = _AFTER_COMMENTS
    return weighed
