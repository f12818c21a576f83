"""Tell a person what became of each quotation: the same, cut, altered, by another speaker, new."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.text.codebook import Flag, Kind
from desktop.text.judging import speech_flags
from desktop.text.judging.evidence import Evidence, Pair, evidence, read_pair
from desktop.text.judging.tagged import Finding, Tagged, used_beside, used_words
from desktop.text.sentences import Span
from desktop.text.values import Link
from desktop.text.wording.reading import Reading
from desktop.text.wording.traces import Fate, Trace
from desktop.tr import tr


class Check(NamedTuple):
    """One quotation of a rewrite, held against the source.

    `sentence` is the position of the rewrite sentence, `source` that of the source sentence most of
    its words are from (None where it is only in the rewrite). Spans are code points of these
    sentences, without quotation marks. `findings` are sentences for a person, at least one.
    """

    sentence: int
    span: Span
    source: int | None
    source_span: Span | None
    fates: tuple[Fate, ...]
    findings: tuple[str, ...]


def check(
    source: Sequence[str], rewrite: Sequence[str], links: Sequence[Link] = ()
) -> tuple[Check, ...]:
    """Return every quotation of a rewrite in order, compared word by word with its source.

    It is looked for in the whole source; `links` decide between sentences that fit alike.
    """
    pair = read_pair(source, rewrite, links)
    every = evidence(pair)
    used = used_words(every)
    return tuple(one for at, found in enumerate(every) for one in _sentence(at, found, pair, used))


def _sentence(
    at: int, found: Evidence, pair: Pair, used: Mapping[int, frozenset[int]]
) -> Iterator[Check]:
    beside = used_beside(found, used)  # of all quotations of the sentence, before one is taken
    for trace in found.traces:
        alone = found._replace(traces=(trace,))
        yield _checked(at, trace, Tagged(Kind.QUOTE, alone, pair, beside))


def _checked(at: int, trace: Trace, tagged: Tagged) -> Check:
    reading = tagged.evidence.reading
    span = _span(reading, trace.quotation.start, trace.quotation.stop - 1)
    if trace.source is None:
        words = tr("The source has no such quotation.")
        return Check(at, span, None, None, trace.fates, (words,))
    findings = [
        *speech_flags.words(tagged),
        *speech_flags.trimmed(tagged),
        *speech_flags.attribution(tagged),
    ]
    theirs = _span(tagged.source(trace.source), min(trace.used), max(trace.used))
    fates = tuple(dict.fromkeys(_fates(trace, findings)))
    said = tuple(dict.fromkeys(finding.reason for finding in findings)) or (_same(trace),)
    return Check(at, span, trace.source, theirs, fates, said)


def _span(reading: Reading, first: int, last: int) -> Span:
    return Span(reading.words[first].start, reading.words[last].end)


def _fates(trace: Trace, findings: Sequence[Finding]) -> Iterator[Fate]:
    flags = {finding.flag for finding in findings}
    cut = Flag.CUT in flags
    for fate in trace.fates:
        if not (cut and fate in (Fate.IDENTICAL, Fate.TYPOGRAPHY)):
            yield fate
    if cut:
        yield Fate.CUT
    if Flag.ATTRIBUTION_CHANGED in flags:
        yield Fate.ATTRIBUTION


def _same(trace: Trace) -> str:
    if trace.fates == (Fate.IDENTICAL,):
        return tr("The same words as in the source.")
    return tr("The same words as in the source; only marks, capitals or spaces differ.")
