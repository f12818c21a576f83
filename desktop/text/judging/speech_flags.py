"""Find what became of what people said: their words, and who says them."""

from collections.abc import Iterator, Sequence

from desktop.text.changes import What
from desktop.text.codebook import Flag, Kind
from desktop.text.judging.tagged import Finding, Tagged, used_words
from desktop.text.lexicon import hits
from desktop.text.wording.denials import turning
from desktop.text.wording.reading import Reading
from desktop.text.wording.traces import Difference, Fate, Trace
from desktop.tr import tr

_TOLD = 2  # differences told of one quotation
_LITTLE = 2  # words at the edge of a quotation that nobody misses, when they tell nothing


def words(tagged: Tagged) -> Iterator[Finding]:
    """Quotations that were altered, cut inside or run together."""
    for trace in tagged.evidence.found:
        if Fate.ALTERED in trace.fates:
            yield Finding(Flag.ALTERED, _altered(tagged, trace))
        lost = _lost(tagged, trace) if Fate.CUT in trace.fates else ""
        if lost:
            yield Finding(Flag.CUT, _left_out(lost))
        if Fate.MERGED in trace.fates:
            reason = tr("Two separate utterances run together in one quotation.")
            yield Finding(Flag.MERGED_QUOTES, reason)


def _said(reading: Reading, places: Sequence[int]) -> str:
    return reading.said(range(places[0], places[-1] + 1)) if places else ""


def _altered(tagged: Tagged, trace: Trace) -> str:
    """Tell the weightiest differences, in their order: a lost "not", then words that tell."""
    reading, source = tagged.evidence.reading, tagged.source(trace.source or 0)
    dropped = {
        source.forms[at]
        for part in trace.differences
        if part.what is What.DROPPED
        for at in part.source
    }
    found: list[tuple[int, int, str]] = []
    for number, part in enumerate(trace.differences):
        if part.what is What.ADDED and dropped.issuperset(reading.forms[at] for at in part.rewrite):
            continue  # they only moved
        reason = _difference(tagged, source, part)
        forms = [reading.forms[at] for at in part.rewrite]
        if reason:
            weighty = part.what is What.DROPPED, any(map(tagged.pair.lists.content, forms))
            found.append((-sum(weighty), number, reason))
    if not found:
        return tr("The words inside the quotation stand in another order.")
    shown = [part for part in sorted(found)[:_TOLD] if part[0] == min(found)[0]]
    return " ".join(reason for _, _, reason in shown)


def _difference(tagged: Tagged, source: Reading, part: Difference) -> str:
    old, new = _said(source, part.source), _said(tagged.evidence.reading, part.rewrite)
    if part.what is What.CHANGED:
        return tr("Inside the quotation “{new}” stands for “{old}”.", new=new, old=old)
    if part.what is What.ADDED:
        return tr("Inside the quotation “{new}” is added.", new=new)
    return _opposite(old) if turning(source, part.source, tagged.pair.lists) else ""


def _opposite(words: str) -> str:
    return tr("Inside the quotation “{old}” is gone: it now says the opposite.", old=words)


def _lost(tagged: Tagged, trace: Trace) -> str:
    """Return the first words that were dropped; a dropped "not" is told as altered."""
    source = tagged.source(trace.source or 0)
    for part in trace.differences:
        if part.what is What.DROPPED and not turning(source, part.source, tagged.pair.lists):
            return _said(source, part.source)
    return ""


def _left_out(words: str) -> str:
    return tr("“{words}” is left out of the quotation.", words=words)


def trimmed(tagged: Tagged) -> Iterator[Finding]:
    """Quoted sentences of which a part is in no quotation of the rewrite."""
    if tagged.kind is not Kind.QUOTE:
        return
    own = used_words((tagged.evidence,))
    for at in own:
        source = tagged.source(at)
        for part in source.quoted:
            for rest in _rests(part, tagged.used[at]) if own[at].intersection(part) else ():
                inside = part.start < rest.start and rest.stop < part.stop
                if len(rest) == 1 and turning(source, rest, tagged.pair.lists):
                    yield Finding(Flag.ALTERED, _opposite(source.said(rest)))
                elif inside or len(rest) > _LITTLE or _telling(source, rest, tagged):
                    yield Finding(Flag.CUT, _left_out(source.said(rest)))


def _telling(source: Reading, rest: range, tagged: Tagged) -> bool:
    forms, lists = source.forms[rest.start : rest.stop], tagged.pair.lists
    hedged = any(hits(forms, lists.hedges))  # "some parents", "perhaps"
    return hedged or any(form not in lists.function for form in forms)


def _rests(part: range, used: frozenset[int]) -> Iterator[range]:
    """Yield the stretches of a quotation that nobody took over."""
    start = part.start
    for at in (*part, part.stop):
        if at in used or at == part.stop:
            if at > start:
                yield range(start, at)
            start = at + 1


def attribution(tagged: Tagged) -> Iterator[Finding]:
    """Another speaker, a stronger verb, another listener."""
    evidence, pair = tagged.evidence, tagged.pair
    places = [trace.source for trace in evidence.found] or [evidence.support.best]
    if tagged.kind is Kind.ADDITION or places[0] is None or places[0] < 0:
        return
    other = pair.cast.voices[places[0]]
    found = pair.cast.changed(evidence.voice, evidence.reading, places[0])
    if found.speaker and evidence.found:
        if evidence.voice.vague:
            reason = tr(
                "The source names who speaks: “{who}”; here it is “{own}”.",
                who=other.who,
                own=evidence.voice.who,
            )
        else:
            reason = tr("The source has another speaker here: “{who}”.", who=other.who)
        yield Finding(Flag.ATTRIBUTION_CHANGED, reason)
    # Outside of quotations "slammed the brakes" and "promised a park" are more than words.
    harder = found.verb and (evidence.found or evidence.voice.verb in pair.lists.asserting)
    if harder and other.verb:
        reason = tr(
            "“{verb}” stands where the source has “{other}”, and is less neutral.",
            verb=evidence.voice.verb,
            other=other.verb,
        )
        yield Finding(Flag.ATTRIBUTION_CHANGED, reason)
    elif harder:
        reason = tr("“{verb}” is less neutral than what the source says.", verb=evidence.voice.verb)
        yield Finding(Flag.ATTRIBUTION_CHANGED, reason)
    if found.listener and evidence.found:
        reason = tr(
            "Here “{who}” was told; the source does not say so.", who=evidence.voice.listener
        )
        yield Finding(Flag.ATTRIBUTION_CHANGED, reason)


def partial(tagged: Tagged) -> Iterator[Finding]:
    """A few quoted words inside a reworded sentence."""
    evidence = tagged.evidence
    if not evidence.found:
        return
    quoted = sum(len(trace.quotation) for trace in evidence.found)
    size = len(evidence.reading.words)
    small = 3 * quoted <= size and evidence.found[0].quotation.start > 0 and not tagged.carried
    if tagged.kind is Kind.PARAPHRASE or (tagged.kind is Kind.QUOTE and small):
        words = evidence.reading.said(evidence.found[0].quotation)
        reason = tr("Only “{words}” is quoted.", words=words)
        yield Finding(Flag.PARTIAL_QUOTE, reason)
