"""Ask about what drifts between linked sentences: numbers, dates, names, doubts and voices."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, lexicon, lexicon_for
from desktop.text.sentences import Span
from desktop.text.wording.attributions import attributions, verb_of
from desktop.text.wording.counterparts import Figures
from desktop.text.wording.days import calendar, named, same
from desktop.text.wording.denials import answers, negated
from desktop.text.wording.kept import Kept, denied_beside, softened_by
from desktop.text.wording.proportions import EXACTLY, proportions
from desktop.text.wording.reading import TABLE, Reading, clause, readings, words_of_doubt
from desktop.text.wording.support import Vocabulary, forms_of
from desktop.tr import tr

_TITLES = frozenset({"ceo", "cfo", "coo", "mp", "mps", "pm", "dr", "prof"})
_MOSTLY = 0.8  # of the telling words of a headline
_NEAR = 3  # words between a "not" and what it denies


class Drift(StrEnum):
    """What may have drifted."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    SAYING = "saying"


class Hint(NamedTuple):
    """A question about a rewrite sentence; it claims nothing.

    Spans are code points; `sentence` is the position of the source sentence that `source` counts
    in. A span is None where there is nothing to show on that side.
    """

    drift: Drift
    question: str
    source: Span | None
    rewrite: Span | None
    sentence: int = 0


class _Side(NamedTuple):
    """A stretch of words found on one side."""

    reading: Reading
    at: range

    @property
    def said(self) -> str:
        return self.reading.figure(self.at)

    @property
    def span(self) -> Span:
        words = self.reading.words
        return Span(words[self.at.start].start, words[self.at.stop - 1].end)


def drift(
    source: str | Sequence[str],
    rewrite: str,
    elsewhere: Sequence[str] = (),
    language: str | None = None,
) -> tuple[Hint, ...]:
    """Return the questions worth asking about a rewrite sentence and the source linked to it.

    `source` may be several sentences; names and numbers that stand `elsewhere` in the source are no
    news.
    Ordered by kind: numbers, dates, names, negations, hedges, verbs of saying. The language is
    guessed where not given.
    """
    texts = (source,) if isinstance(source, str) else tuple(source)
    lists = lexicon(language) if language else lexicon_for((*texts, rewrite))
    upper, lower = readings(texts, lists), readings((rewrite,), lists)[0]
    beside = readings(elsewhere, lists)
    found = list(_numbers(upper, lower, beside, lists))
    for ask in (_dates, _negations, _hedges, _sayings):
        found.extend(ask(upper, lower, lists))
    found.extend(_names((*upper, *beside), lower, lists))
    return tuple(sorted(dict.fromkeys(found), key=lambda hint: list(Drift).index(hint.drift)))


def _hint(
    kind: Drift, question: str, upper: Sequence[Reading], above: _Side | None, below: _Side | None
) -> Hint:
    return Hint(
        kind,
        question,
        above.span if above else None,
        below.span if below else None,
        upper.index(above.reading) if above else 0,
    )


def _asked(above: _Side, below: _Side) -> str:
    return tr(
        "The source says “{source}”. Is “{rewrite}” still right?",
        source=above.said,
        rewrite=below.said,
    )


def _numbers(
    upper: Sequence[Reading], lower: Reading, beside: Sequence[Reading], lists: Lexicon
) -> Iterator[Hint]:
    theirs = {number.value for reading in (*upper, *beside) for number in reading.numbers}
    answers = Figures(upper, (lower,), lists).counterparts(lower, range(len(upper)))
    for found in (*answers.wrong, *answers.newer):
        above, below = _Side(upper[found.source], found.other.at), _Side(lower, found.own.at)
        yield _hint(Drift.NUMBER, _asked(above, below), upper, above, below)
    shares = list(_shares(upper, lower, lists))
    yield from (hint for _, hint in shares if hint)
    known = {*answers.converted, *(found.own for found in (*answers.wrong, *answers.newer))}
    known.update(n for n in lower.numbers if any(n.at.start in part for part, _ in shares))
    for number in lower.numbers:
        if number.value not in theirs and number not in known:
            below = _Side(lower, number.at)
            question = tr(
                "“{rewrite}” is not in the source. Where does the number come from?",
                rewrite=below.said,
            )
            yield _hint(Drift.NUMBER, question, upper, None, below)


def _shares(
    upper: Sequence[Reading], lower: Reading, lists: Lexicon
) -> Iterator[tuple[range, Hint | None]]:
    """Yield the proportions that answer one of the source's, with a question if they are others.

    One that the rewrite has as well is answered by that.
    """
    theirs = [(reading, share) for reading in upper for share in proportions(reading, lists)]
    told = proportions(lower, lists)
    if not theirs or max(len(theirs), len(told)) > TABLE:
        return
    for own in told:
        reading, share = min(theirs, key=lambda place: abs(place[1].value - own.value))
        if abs(share.value - own.value) <= EXACTLY:
            yield own.at, None
        elif not (reading.per_cent(share.at) and lower.per_cent(own.at)):  # `_numbers` asks of them
            kept = any(abs(share.value - other.value) <= EXACTLY for other in told)
            above, below = _Side(reading, share.at), _Side(lower, own.at)
            asked = _hint(Drift.NUMBER, _asked(above, below), upper, above, below)
            yield own.at, None if kept else asked


def _dates(upper: Sequence[Reading], lower: Reading, lists: Lexicon) -> Iterator[Hint]:
    for names in calendar(lists):
        theirs = [_Side(r, range(at, at + 1)) for r in upper for at in named(r, names, lists)]
        known = [side.reading.forms[side.at.start] for side in theirs]
        for at in named(lower, names, lists):
            if theirs and not any(same(lower.forms[at], form) for form in known):
                below = _Side(lower, range(at, at + 1))
                yield _hint(Drift.DATE, _asked(theirs[0], below), upper, theirs[0], below)


def _names(upper: Sequence[Reading], lower: Reading, lists: Lexicon) -> Iterator[Hint]:
    if lists.language == "de" or _is_headline(lower, lists):
        return  # every noun has a capital, or every word
    known = Vocabulary(forms_of(upper))
    dated = lists.months | lists.weekdays

    def new(at: int) -> bool:
        word = lower.words[at]
        capital = word.start > 0 and lower.text[word.start].isupper()
        return (
            capital
            and len(word.form) > 1  # 165C
            and word.form not in dated
            and word.form not in _TITLES
            and word.form not in known
            and lists.content(word.form)
        )

    for is_new, run in groupby(range(len(lower.words)), new):
        if is_new:
            places = list(run)
            below = _Side(lower, range(places[0], places[-1] + 1))
            question = tr(
                "“{rewrite}” is not in the source. Is this the same person, place or group?",
                rewrite=below.said,
            )
            yield _hint(Drift.NAME, question, (), None, below)


def _is_headline(reading: Reading, lists: Lexicon) -> bool:
    """Say whether most telling words have a capital, as in "Council Pulls Plug on Pool"."""
    telling = [word for word in reading.words[1:] if lists.content(word.form)]
    large = [word for word in telling if reading.text[word.start].isupper()]
    ends = reading.text.rstrip()[-1:] in ".!?…"
    return not ends and len(telling) > _NEAR and len(large) > _MOSTLY * len(telling)


def _negations(upper: Sequence[Reading], lower: Reading, lists: Lexicon) -> Iterator[Hint]:
    for above in (side for reading in upper for side in _denials(reading, lists)):
        if not answers(lower, above.reading, lists) and _tells_of(lower, above, lists):
            question = tr(
                "The source says “{source}”. Does the rewrite still say no?", source=above.said
            )
            yield _hint(Drift.NEGATION, question, upper, above, None)
    for below in _denials(lower, lists):
        silent = not any(answers(reading, lower, lists) for reading in upper)
        if silent and any(_tells_of(reading, below, lists) for reading in upper):
            question = tr(
                "The rewrite says “{rewrite}”. Does the source say no as well?",
                rewrite=below.said,
            )
            yield _hint(Drift.NEGATION, question, upper, None, below)


def _denials(reading: Reading, lists: Lexicon) -> Iterator[_Side]:
    """Yield each negation with the word it denies."""
    for part in negated(reading, lists):
        onward = clause(reading, part.start, _NEAR + 1)
        telling = [at for at in onward if at > part.start and lists.content(reading.forms[at])]
        stop = telling[0] + 1 if telling else part.stop
        yield _Side(reading, range(part.start, max(stop, part.stop)))


def _tells_of(reading: Reading, denial: _Side, lists: Lexicon) -> bool:
    """Say whether a sentence has what is denied in another."""
    known = Vocabulary(reading.forms)
    words = denial.reading.forms[denial.at.start + 1 : denial.at.stop]
    return any(lists.content(form) and form in known for form in words)


def _hedges(upper: Sequence[Reading], lower: Reading, lists: Lexicon) -> Iterator[Hint]:
    viewed = not lists.minds.isdisjoint(lower.forms)  # "engineers think"
    if viewed or any(words_of_doubt(lower, lists.hedges, lists)):
        return  # another doubt in its place is still a doubt
    kept = Kept(lower, lists)
    for reading in upper:
        for at in words_of_doubt(reading, lists.hedges, lists):
            softened = softened_by(reading, at, lists)
            told = kept.place(reading, softened)
            if not told or denied_beside(reading, at, lists):
                continue
            above, below = _Side(reading, range(at.start, softened.stop)), _Side(lower, told)
            question = tr(
                "The source says “{source}”. Is “{rewrite}” alone still right?",
                source=above.said,
                rewrite=below.said,
            )
            yield _hint(Drift.HEDGE, question, upper, above, below)


def _sayings(upper: Sequence[Reading], lower: Reading, lists: Lexicon) -> Iterator[Hint]:
    theirs = [_Side(r, range(a.verb, a.verb + 1)) for r in upper for a in attributions(r, lists)]
    if not theirs or any(verb_of(s.reading, s.at.start, lists) in lists.strong for s in theirs):
        return
    for found in attributions(lower, lists):
        verb = verb_of(lower, found.verb, lists)
        if verb in lists.strong:
            below = _Side(lower, range(found.verb, found.verb + 1))
            question = tr(
                "“{source}” became “{rewrite}”. Does the source bear that out?",
                source=theirs[0].said,
                rewrite=below.said if verb == lower.forms[found.verb] else verb,
            )
            yield _hint(Drift.SAYING, question, upper, theirs[0], below)
