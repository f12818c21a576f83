"""Find what became of what is told: sources of claims, tone, things new and lost."""

from collections.abc import Iterable, Iterator
from itertools import dropwhile, groupby, takewhile

from desktop.text.codebook import Flag, Kind
from desktop.text.judging.evidence import DRAWN, SURE, Pair
from desktop.text.judging.speech_flags import attribution
from desktop.text.judging.tagged import Finding, Tagged
from desktop.text.lexicon import Lexicon, hits
from desktop.text.wording.attributions import Attribution, attributions
from desktop.text.wording.reading import Reading, breaks, clause_around
from desktop.text.wording.speakers import Voice
from desktop.text.wording.support import Vocabulary, forms_of
from desktop.tr import tr

_SPEECH = 6  # words in quotation marks: fewer may be a title or a so-called name
_LEAD_IN = 1  # words before who is cited: "nach Angaben der Polizei"
_TAG = 4  # words behind a comma that only tell where it is from
_CLAIM = 2  # telling words that only a claim of the source has
_NEAR = 4  # words from an "if" to what it is about
_PART = 3  # telling words in a row that are missed when they are gone
_LITTLE, _WHOLE = 2, 0.9  # fewer, where all the rest is carried over


def left_out(tagged: Tagged) -> Iterator[Finding]:
    """Copied narration of which a part is nowhere in the rewrite."""
    if tagged.kind is Kind.QUOTE and not tagged.evidence.found:
        for at in tagged.evidence.support.carriers:
            yield from _left_out(tagged, at)


def _left_out(tagged: Tagged, at: int) -> Iterator[Finding]:
    evidence, pair = tagged.evidence, tagged.pair
    heirs = [pair.rewrite[below] for below, found in pair.links.items() if at in found]
    known = Vocabulary(forms_of(heirs))
    source = tagged.source(at)
    whole = evidence.support.order >= _WHOLE * len(evidence.reading.words)
    replaced = len(evidence.support.missing)  # own words, which may stand in the place of others
    least = (_LITTLE if whole else _PART) + replaced
    values = {number.value for heir in heirs for number in heir.numbers}
    counted = {n for number in source.numbers if number.value in values for n in number.at}
    counted.update(source.dateline)
    for said in attributions(source, pair.lists):
        counted.update(said.speaker)  # who is no longer named is another matter
    last = clause_around(source, len(source.forms) - 1)
    if len(last) <= _TAG:
        counted.update(last)  # "the study found"
    telling = (
        n for n, form in enumerate(source.forms) if form in pair.weights and n not in counted
    )
    for is_gone, run in groupby(telling, lambda n: source.forms[n] not in known):
        places = list(run)
        start = _condition(source, places[0], pair.lists) if is_gone else places[0]
        if is_gone and (len(places) >= least or start < places[0]):
            start = _with_small_words(source, start, pair.lists)
            words = source.said(range(start, places[-1] + 1))
            yield Finding(Flag.CUT, tr("“{words}” is left out.", words=words))


def _with_small_words(source: Reading, at: int, lists: Lexicon) -> int:
    """Return where the small words right before a word begin: "on board ships"."""
    while at and not breaks(source, at - 1) and not lists.content(source.forms[at - 1]):
        at -= 1
    return at


def _condition(source: Reading, at: int, lists: Lexicon) -> int:
    """Return where the condition begins that a word is in: "if he passes"; `at` without one."""
    start = at
    while start and at - start < _NEAR and not breaks(source, start - 1):
        start -= 1
        if source.forms[start] in lists.conditions:
            return start
    return at


def unattributed(tagged: Tagged) -> Iterator[Finding]:
    """What the source lets somebody say is told as a fact."""
    evidence, pair = tagged.evidence, tagged.pair
    silent = not evidence.voice.verb and not evidence.reading.quoted_words
    if tagged.kind is Kind.ADDITION or evidence.lead or not silent:
        return
    sources = tagged.sources
    if _is_somebodys(evidence.reading, evidence.sources, pair):
        return
    told = {form for form in evidence.reading.forms if form in pair.weights}
    claimed = [_claimed(source, pair.lists) for source in sources]
    if not any(claimed):
        return
    free = Vocabulary(
        form
        for source, inside in zip(sources, claimed, strict=True)
        for at, form in enumerate(source.forms)
        if at not in inside
    )
    own = [form for form in told if form not in free]
    for at, source, inside in zip(evidence.sources, sources, claimed, strict=True):
        claim = Vocabulary(source.forms[place] for place in inside)
        if sum(form in claim for form in own) >= (_CLAIM if len(own) < len(told) else 1):
            yield Finding(Flag.ATTRIBUTION_DROPPED, _told_as_fact(pair.cast.voices[at]))
            return


def _is_somebodys(reading: Reading, sources: Iterable[int], pair: Pair) -> bool:
    """Say whether a sentence tells of who said so, or tells words or a view of somebody."""
    minds = pair.lists.reported | pair.lists.minds
    if not minds.isdisjoint(reading.forms) or any(hits(reading.forms, pair.lists.views)):
        return True
    called = (
        pair.cast.voices[at].speaker | _also_called(pair.source[at], pair.lists) for at in sources
    )
    return any(names.intersection(reading.forms) for names in called)


def _also_called(source: Reading, lists: Lexicon) -> frozenset[str]:
    """Return what else speakers are called: "said Jonas Pell, a salesman who"."""
    found = set[str]()
    for said in attributions(source, lists):
        at, cited = said.speaker.stop, source.forms[said.verb] in lists.cites
        named = len(said.speaker) and said.verb < said.speaker.start and not cited
        if named and at < len(source.forms) and breaks(source, at - 1):
            behind = source.forms[at : clause_around(source, at).stop]
            articles = lists.definite | lists.ones
            found.update(takewhile(lists.content, dropwhile(articles.__contains__, behind)))
    return frozenset(found)


def _told_as_fact(voice: Voice) -> str:
    if voice.verb and voice.sure and voice.who:
        return tr(
            "The source names who says this (“{who}”); here it is told as a fact.", who=voice.who
        )
    return tr("In the source somebody says this; here it is told as a fact.")


def _claimed(source: Reading, lists: Lexicon) -> set[int]:
    """Return the words of a source sentence that somebody answers for."""
    if source.quoted_words >= _SPEECH:
        return {at for part in source.quoted for at in part}
    found = [
        said
        for said in attributions(source, lists)
        if len(said.speaker) and source.forms[said.verb] in lists.say | lists.asserting
    ]
    reported = {at for at, form in enumerate(source.forms) if form in lists.reported}
    if not found:
        return set(range(len(source.forms))) if reported else set()
    claims = (clause_around(source, at) for at in reported)
    return _answered_for(source, found[0], lists).union(*claims)


def _answered_for(source: Reading, said: Attribution, lists: Lexicon) -> set[int]:
    """Return the words that a speaker answers for: those behind "and she said", else most.

    Who is cited inside of a clause answers for that clause, beside a clause for the sentence.
    """
    start = min(said.verb, said.speaker.start)
    before, after = range(start), range(max(said.verb + 1, said.speaker.stop), len(source.forms))
    around = clause_around(source, start)
    if source.forms[said.verb] in lists.cites:
        opens = start - around.start <= _LEAD_IN
        scope = range(len(source.forms)) if opens else around
        return {at for at in scope if at in before or at in after}
    goes_on = source.forms[around.start] in lists.joiners
    return set(after if goes_on or len(after) > len(before) else before)


def mixed(tagged: Tagged) -> Iterator[Finding]:
    """An addition that a person linked; of the engine's own links only one in four shows that."""
    evidence = tagged.evidence
    if tagged.kind is Kind.ADDITION and evidence.link >= SURE:
        yield Finding(Flag.MIXED, tr("A part of it is from the source."))


def tone(tagged: Tagged) -> Iterator[Finding]:
    """Loaded words that the source has not, outside of what it is quoted with.

    Not the verb of saying beside a quotation, where `attribution` tells of it.
    """
    evidence = tagged.evidence
    if tagged.kind is Kind.ADDITION:
        return
    missing = set(evidence.support.missing).difference(*evidence.reading.quoted)
    if evidence.found and any(attribution(tagged)):
        verb = evidence.voice.verb
        missing = {at for at in missing if evidence.reading.forms[at] != verb}
    for part in evidence.loaded:
        if missing.intersection(part):
            words = evidence.reading.said(part)
            reason = tr("“{words}” colours what the source says plainly.", words=words)
            yield Finding(Flag.TONE_SHIFT, reason)


def update(tagged: Tagged) -> Iterator[Finding]:
    """A newer number for one that the source has."""
    reading = tagged.evidence.reading
    if tagged.kind is Kind.ADDITION and tagged.evidence.link >= DRAWN:
        for newer in tagged.evidence.newer:
            old, new = (
                tagged.source(newer.source).figure(newer.other.at),
                reading.figure(newer.own.at),
            )
            reason = tr("Where the source says “{old}”, this says “{new}”.", old=old, new=new)
            yield Finding(Flag.UPDATE, reason)
