"""Gather what speaks for and against each tag of a rewrite sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop.text.lexicon import Lexicon, hits, lexicon_for
from desktop.text.numerals import Numeral
from desktop.text.values import Link
from desktop.text.wording.counterparts import Counterpart, Figures
from desktop.text.wording.fidelity import Originals
from desktop.text.wording.likeness import likeness
from desktop.text.wording.reading import Reading, breaks, readings, words_of_doubt
from desktop.text.wording.speakers import Cast, Voice, voices
from desktop.text.wording.support import Support, Vocabulary, index, rarity, support
from desktop.text.wording.traces import Trace

DRAWN = 2 / 3
"""Score of a link from which on even what is likely an addition draws on the source."""
SURE = 0.9995
"""Score of a link that a person made or confirmed."""
_NEAR = 4  # words between "may" and what may be
_SPEECH = 6  # words of a quotation that says something by itself
_WHOLE = 0.8  # of its words
_LEAD = 3  # the headline and the first sentences mostly retell


class Evidence(NamedTuple):
    """All that is known of one rewrite sentence; positions of words are those of the sentence.

    `sources` are the linked source sentences, ascending, `link` the score of the link (0 for none).
    `wrong` are numbers that stand in for others of the source, `newer` those of a sentence that
    has none of the source's in their place.
    `new_numbers`, `new_words` and the `new_names` among them stand nowhere in the source. `alike`
    is the likeness, 0..1, to the likeliest source sentence, which is `nearest` (-1 for none);
    `ahead` how far it stands above the likeness of that sentence to any other rewrite sentence.
    `whole` says whether a quotation came over whole; `loaded` are words that judge; `background`
    and `service` say whether phrases stand here that look back or point to other pages.
    """

    reading: Reading
    sources: tuple[int, ...]
    link: float
    support: Support
    traces: tuple[Trace, ...]
    voice: Voice
    wrong: tuple[Counterpart, ...]
    newer: tuple[Counterpart, ...]
    new_numbers: tuple[Numeral, ...]
    new_words: tuple[int, ...]
    new_names: tuple[int, ...]
    nearest: int
    alike: float
    ahead: float
    lead: bool
    whole: bool
    loaded: tuple[range, ...]
    background: bool
    service: bool

    @property
    def found(self) -> tuple[Trace, ...]:
        """The quotations that are from the source."""
        return tuple(trace for trace in self.traces if trace.source is not None)

    @property
    def new(self) -> tuple[Trace, ...]:
        """The quotations that are only in the rewrite."""
        return tuple(trace for trace in self.traces if trace.source is None)

    def features(self) -> dict[str, float]:
        """Return the numbers the tag is judged by, as the model's weights call them."""
        size = max(len(self.reading.words), 1)
        opens = any(trace.quotation.start == 0 for trace in self.found)
        return {
            "bias": 1.0,
            "link": self.link,
            "alike": self.alike,
            "ahead": self.ahead,
            "new quotation": sum(len(trace.quotation) for trace in self.new) / size,
            "quotation": sum(len(trace.quotation) for trace in self.found) / size,
            "opens with quotation": float(opens),
            "whole quotation": float(self.whole),
            "copied": len(self.support.copied) / size,
            "in order": self.support.order / size,
            "in two runs": self.support.runs / size,
            "new numbers": float(min(len(self.new_numbers), 2)),
            "new names": float(min(len(self.new_names), 2)),
            "lead": float(self.lead),
            "loaded": float(bool(self.loaded)),
            "background": float(self.background),
            "service": float(self.service),
        }


class Pair(NamedTuple):
    """Two articles, read. `alike` has the likeness of (source, rewrite) positions."""

    source: tuple[Reading, ...]
    rewrite: tuple[Reading, ...]
    lists: Lexicon
    weights: Mapping[str, float]
    maybe: Mapping[float, tuple[int, range]]  # numbers of the source that only may be: with "may"
    where: Mapping[str, Sequence[int]]  # by form, the source sentences that have it
    cast: Cast  # of the source
    links: Mapping[int, Mapping[int, float]]  # by rewrite sentence: source sentence to score
    alike: Mapping[tuple[int, int], float]


def read_pair(source: Sequence[str], rewrite: Sequence[str], links: Sequence[Link]) -> Pair:
    """Read two lists of sentences for what links, words and voices tell of them."""
    lists = lexicon_for([*source, *rewrite])
    upper, lower = readings(source, lists), readings(rewrite, lists)
    weights = rarity((*upper, *lower), lists)
    scores: dict[int, dict[int, float]] = defaultdict(dict)
    for link in links:
        for below in link.rewrite:
            for above in link.source:
                scores[below][above] = max(link.score, scores[below].get(above, 0.0))
    linked = [(above, below) for below, found in scores.items() for above in found]
    where = index(upper)
    alike = likeness(upper, lower, weights, where, linked)
    cast = Cast(upper, lists, where)
    maybe = _maybe(upper, lists)
    return Pair(upper, lower, lists, weights, maybe, where, cast, scores, alike)


def evidence(pair: Pair) -> tuple[Evidence, ...]:
    """Return the evidence for each rewrite sentence, in order."""
    known = _Known(
        _news(pair),
        Figures(pair.source, pair.rewrite, pair.lists),
        Originals(pair.source, pair.lists, pair.where),
        _beside(pair.alike),
    )
    speaking = voices(pair.rewrite, pair.lists)
    return tuple(
        _evidence(at, reading, voice, pair, known)
        for at, (reading, voice) in enumerate(zip(pair.rewrite, speaking, strict=True))
    )


class _Known(NamedTuple):
    """What the whole source has."""

    news: frozenset[str]  # telling words of the rewrite that stand nowhere in it
    figures: Figures
    originals: Originals
    beside: Mapping[int, tuple[int, float, float]]


def _evidence(at: int, reading: Reading, voice: Voice, pair: Pair, known: _Known) -> Evidence:
    linked = pair.links.get(at, {})
    sources = tuple(sorted(linked))
    nearest, alike, ahead = known.beside.get(at, (-1, 0.0, 0.0))
    looked_at = sources or ((nearest,) if nearest >= 0 else ())
    new = tuple(place for place, form in enumerate(reading.forms) if form in known.news)
    wrong, newer, converted = known.figures.counterparts(reading, sources)
    answered = {*converted, *(found.own for found in wrong)}
    traces = tuple(known.originals.trace(reading, part, sources) for part in reading.quoted)
    return Evidence(
        reading=reading,
        sources=sources,
        link=max(linked.values(), default=0.0),
        support=support(reading, {s: pair.source[s] for s in looked_at}, pair.weights),
        traces=traces,
        voice=voice,
        wrong=wrong,
        newer=newer,
        new_numbers=tuple(
            n for n in reading.numbers if n.value not in known.figures.values and n not in answered
        ),
        new_words=new,
        new_names=tuple(place for place in new if _is_name(reading, place)),
        nearest=nearest,
        alike=alike,
        ahead=ahead,
        lead=at < _LEAD,
        whole=any(_whole(trace, pair) for trace in traces),
        loaded=tuple(hits(reading.forms, pair.lists.loaded)),
        background=any(hits(reading.forms, pair.lists.background)),
        service=any(hits(reading.forms, pair.lists.service)),
    )


def _maybe(source: Sequence[Reading], lists: Lexicon) -> dict[float, tuple[int, range]]:
    """Return by value the numbers that only may be, with the words from "may" on."""
    found: dict[float, tuple[int, range]] = {}
    sure = set[float]()
    for at, reading in enumerate(source):
        phrases = lists.possible - lists.supposed  # "a suspected leak drove out 400"
        some = list(words_of_doubt(reading, phrases, lists)) if reading.numbers else []
        behind = [
            doubt for doubt in some if reading.forms[doubt.start : doubt.stop] in lists.unsure
        ]
        for number in reading.numbers:
            near = [
                d for d in some if d.stop <= number.at.start and _is_near(reading, d, number.at)
            ]
            near = near or [d for d in behind if _is_near(reading, d, number.at)]
            if near:
                part = range(
                    min(near[-1].start, number.at.start), max(near[-1].stop, number.at.stop)
                )
                found[number.value] = at, part
            else:
                sure.add(number.value)
    return {value: place for value, place in found.items() if value not in sure}


def _is_near(reading: Reading, doubt: range, number: range) -> bool:
    """Say whether a doubt stands a few words before or behind a number, in its clause."""
    first, second = sorted((doubt, number), key=lambda part: part.start)
    between = range(first.stop - 1, second.start)
    return len(between) <= _NEAR + 1 and not any(breaks(reading, at) for at in between)


def _news(pair: Pair) -> frozenset[str]:
    words = Vocabulary(pair.where)
    own = {form for reading in pair.rewrite for form in reading.forms}
    return frozenset(form for form in own & pair.weights.keys() if form not in words)


def _whole(trace: Trace, pair: Pair) -> bool:
    if trace.source is None:
        return False
    parts = (part for part in pair.source[trace.source].quoted if len(part) >= _SPEECH)
    return any(len(trace.used.intersection(part)) >= _WHOLE * len(part) for part in parts)


def _is_name(reading: Reading, at: int) -> bool:
    start = reading.words[at].start
    return start > 0 and reading.text[start].isupper()


def _beside(alike: Mapping[tuple[int, int], float]) -> dict[int, tuple[int, float, float]]:
    """Return, by rewrite sentence, the likeliest source sentence, its likeness, and its lead."""
    columns: dict[int, list[tuple[float, int]]] = defaultdict(list)
    rows: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (above, below), value in alike.items():
        columns[below].append((value, -above))
        rows[above].append((value, below))
    found = {}
    for below, values in columns.items():
        value, above = max(values)
        others = (other for other, at in rows[-above] if at != below)
        found[below] = -above, value, value - max(others, default=0.0)
    return found
