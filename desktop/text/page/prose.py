"""Tell sentences of an article from the words of menus, lists and teasers, line by line."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from desktop.text.codebook import Role
from desktop.text.language import common_words, language
from desktop.text.page.furniture import Furniture, furniture, languages_of_furniture
from desktop.text.page.labels import label

_FULL = re.compile(r"[.!?…。！？؟।](?:\s?»)?[\"”“’'»)\]」』]*$")
_CUT_OFF = re.compile(
    r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])(?: ?(?:more|read more|»|>|→))?$", re.IGNORECASE
)
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_UNSPACED_OR_STOPLESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LINKS = re.compile(r" \| |»|›| / .* / |^[>‹«←→]|[→›]$|https?://\S+$|^www\.|^@\w+$|^#\w")
_ITEM = re.compile(r"(?:[•‣▪●*·–—-]|\d{1,2}[.)])\s")
_AGO = re.compile(
    r"^\W*(?:vor |il y a |hace |há |fa )?\d{1,3} ?(?:s|m|min|mins|h|hr|hrs|d|sec|secs|seconds?|"
    r"minutes?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tage?n?|heures?|jours?|horas?|días?|dias?|ore|giorni|uur|dagen|час\w*|минут\w*|дн\w*)"
    r"(?: ago| geleden| fa| atrás| назад)?\W*$"
    r"|^\W*[\d.,]+[km]?\W*(?:comments?|shares?|views?|likes?|replies|kommentare?|commentaires?|comentarios?|comentários?|"
    r"commenti|reacties|комментари\w*|просмотр\w*|votes?|points?)\W*$",
    re.IGNORECASE,
)

# The weights were found by hand and by search on pages of some sixty outlets, their text taken as a
# browser copies it; there the F1 falls by .025 at most when one of them moves by a third.
# A button says little, wherever it stands; a heading over other things says much.
_SAID_AGAIN = 0.8
_ALONE = 0.4
_TEASER = 2.5  # four and more of them: a list of other articles
_WORD_OF_SENTENCE = 0.12
_LISTED = -0.05
_SHORT = -0.75
_HEADING = -0.4
_OF_FURNITURE = {Furniture.SURELY: -1.3, Furniture.ASIDE: -2.4, Furniture.END: -14.0}
_ENOUGH_BEFORE_COMMENTS = 9.0  # of scores: two or three paragraphs
_AFTER_COMMENTS = 0.3


class Line(NamedTuple):
    """A line of a page, and how it looks by itself."""

    text: str
    score: float  # above 0: more likely a sentence of the article than not
    furniture: Furniture
    label: Role | None
    full: bool  # whether it ends as sentences end
    words: float  # how many; in scripts without spaces, about how many


def lines(paragraphs: Sequence[str]) -> list[Line]:
    """Return the paragraphs of a page with how they look by themselves and in their place."""
    code = language("\n".join(paragraphs))
    common = common_words().get(code, frozenset())
    alone = [_line(text, common) for text in paragraphs]
    alone = _repeated(alone)
    alone = _among_others(alone)
    return _after_the_end(_on_its_page(alone, code))


def _repeated(found: Sequence[Line]) -> list[Line]:
    """Lower what a page says often: menus, and the line over every comment."""
    same = Counter(line.text for line in found)
    alike = Counter(_shape(line.text) for line in found)
    lowered = []
    for line in found:
        if line.furniture >= Furniture.SURELY:
            lowered.append(line)
            continue
        again = same[line.text] > 1 and line.words < 40
        short = not line.full and 3 < line.words < 16 and not _ITEM.match(line.text)
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
        listed = introduces or (listed and _ITEM.match(line.text) is not None)
        aside = line.furniture is Furniture.ASIDE or (aside and not line.full)
    for run in _runs_of_teasers(found):
        for number in run:
            line = weighed[number]
            weighed[number] = line._replace(
                score=line.score - (_TEASER if len(run) > 3 else _ALONE)
            )
    return weighed


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
    if line.furniture is not Furniture.NO or _ITEM.match(line.text):
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


def _line(text: str, common: frozenset[str]) -> Line:
    kind, role = furniture(text), label(text)
    full = bool(_FULL.search(text[-8:])) and not _CUT_OFF.search(text[-20:])
    words, stopless = _counted(text)
    score = _by_length(words, full or (stopless and words > 12))
    score += _by_words(text, words, full, common)
    if _AGO.match(text[:60]):
        score, kind = -2.5, max(kind, Furniture.SURELY)
    if role in (Role.BYLINE, Role.DATELINE, Role.CREDIT):
        score = min(score, -0.3)
    return Line(text, _as_furniture(score, kind), kind, role, full, words)


def _as_furniture(score: float, kind: Furniture) -> float:
    if kind is Furniture.NO:
        return score
    if kind is Furniture.PERHAPS:
        return score - 1.5
    return _OF_FURNITURE[kind]


def _counted(text: str) -> tuple[float, bool]:
    """Return how many words `text` has, and whether its script goes without full stops."""
    words = len(text.split())
    dense = len(_UNSPACED.findall(text[:2000]))
    stopless = len(_UNSPACED_OR_STOPLESS.findall(text[:2000]))
    if stopless > len(text[:2000]) * 0.4:
        return max(words, len(text) / 5), True
    return (max(words, len(text) / 2), False) if dense > len(text[:2000]) * 0.4 else (words, False)


def _by_length(words: float, full: bool) -> float:
    """Return what length alone tells: many words, and a stop at their end, are prose."""
    if full:
        return min(5.0, 0.1 + words * _WORD_OF_SENTENCE) if words > 3 else 0.0
    return min(3.0, (words - 22) * 0.12) if words > 22 else _SHORT if words < 6 else _HEADING


def _by_words(text: str, words: float, full: bool, common: frozenset[str]) -> float:
    part = text[:400]
    shown = [word.strip(".,:;!?\"“”„«»()'’‘") for word in part.split()]
    letters = [word for word in shown if word[:1].isalpha()]
    score = 0.0
    if common and len(letters) > 4:
        density = sum(word.lower() in common for word in letters) / len(letters)
        score += 0.4 if density > 0.3 else -0.8 if density < 0.12 else 0.0
    if not full and len(letters) > 2 and part[:1].isupper():
        capitals = sum(word[0].isupper() for word in letters) / len(letters)
        score -= 0.4 if capitals > 0.6 else 0.0
    if part[0].islower() or part[0] in ",;)”":
        score += 0.8
    if _ITEM.match(part) and words > 4 and any(map(str.isdigit, part)):
        score += 0.5
    if part.endswith(":") and words > 2:
        score += 0.5
    if _LINKS.search(part):
        score -= 0.8
    if _CUT_OFF.search(text[-20:]):
        score -= 0.8
    return score
