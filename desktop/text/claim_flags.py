"""Find what became of what is told: sources of claims, tone, things new and lost."""

from collections.abc import Iterator
from itertools import groupby

from desktop.text.codebook import Flag, Kind
from desktop.text.lexicon import Lexicon
from desktop.text.reading import Reading, attributions
from desktop.text.support import Vocabulary, forms_of
from desktop.text.tagged import Finding, Tagged
from desktop.tr import tr

_SURE = 0.97  # score of a link that shows support by itself
_ALIKE = 0.105  # likeness that shows it where the link is weak
_PART = 3  # telling words in a row that are missed when they are gone
_OWED = 2  # telling words that only somebody's claim has


def left_out(tagged: Tagged) -> Iterator[Finding]:
    """Copied narration of which a part is nowhere in the rewrite."""
    evidence, pair = tagged.evidence, tagged.pair
    if tagged.kind is not Kind.QUOTE or evidence.found or evidence.support.best < 0:
        return
    at = evidence.support.best
    heirs = (pair.rewrite[below] for below, found in pair.links.items() if at in found)
    known = Vocabulary(forms_of(heirs))
    source = tagged.source(at)
    telling = (n for n, form in enumerate(source.forms) if form in pair.weights)
    for is_gone, run in groupby(telling, lambda n: source.forms[n] not in known):
        places = list(run)
        if is_gone and len(places) >= _PART:
            words = source.said(range(places[0], places[-1] + 1))
            yield Finding(Flag.CUT, tr("“{words}” is left out.", words=words))
            return


def unattributed(tagged: Tagged) -> Iterator[Finding]:
    """What the source lets somebody say is told as a fact."""
    evidence, pair = tagged.evidence, tagged.pair
    silent = not evidence.voice.verb and not evidence.reading.quoted_words
    if tagged.kind is Kind.ADDITION or evidence.lead or not silent:
        return
    claimed, free = set[str](), set[str]()
    for at in evidence.sources:
        source = tagged.source(at)
        if pair.cast.voices[at].speaker.intersection(evidence.reading.forms):
            return  # who said it is told to do it
        inside = _claimed(source, pair.lists)
        for place, form in enumerate(source.forms):
            (claimed if place in inside else free).add(form)
    if not claimed:
        return
    told, owed = Vocabulary(free), Vocabulary(claimed)
    own = [form for form in evidence.reading.forms if form in pair.weights]
    only = sum(form in owed and form not in told for form in own)
    speech = bool(evidence.sources) and all(
        2 * tagged.source(at).quoted_words > len(tagged.source(at).words) for at in evidence.sources
    )
    if speech or (only >= _OWED and 2 * only >= sum(form in told for form in own)):
        reason = tr("In the source somebody says this; here it is told as a fact.")
        yield Finding(Flag.ATTRIBUTION_DROPPED, reason)


def _claimed(source: Reading, lists: Lexicon) -> set[int]:
    """Return the words of a source sentence that somebody answers for."""
    if source.quoted:
        return {at for part in source.quoted for at in part}
    found = [said for said in attributions(source, lists) if len(said.speaker)]
    if not found:
        return set()
    verb, speaker = found[0]
    after = range(max(verb + 1, speaker.stop), len(source.forms))
    before = range(min(verb, speaker.start))
    return set(after if len(after) > len(before) else before)


def mixed(tagged: Tagged) -> Iterator[Finding]:
    """An addition that is partly from the source; a weak link alone does not show that."""
    evidence = tagged.evidence
    drawn = evidence.link >= _SURE or (evidence.sources and evidence.alike >= _ALIKE)
    if tagged.kind is Kind.ADDITION and drawn:
        yield Finding(Flag.MIXED, tr("A part of it is from the source."))


def tone(tagged: Tagged) -> Iterator[Finding]:
    """Loaded words that the source has not."""
    evidence = tagged.evidence
    if tagged.kind is not Kind.PARAPHRASE:
        return
    missing = set(evidence.support.missing)
    for part in evidence.loaded:
        if missing.intersection(part):
            words = evidence.reading.said(part)
            reason = tr("“{words}” colours what the source says plainly.", words=words)
            yield Finding(Flag.TONE_SHIFT, reason)
