"""Tell which sort of quote, addition or omission a sentence is."""

from collections.abc import Sequence

from desktop.text.codebook import Kind, Subkind
from desktop.text.judging.evidence import Evidence
from desktop.text.lexicon import Lexicon, hits
from desktop.text.wording.reading import Reading
from desktop.text.wording.speakers import Voice


def subkind(kind: Kind, evidence: Evidence) -> Subkind | None:
    """Return the sub-kind of a rewrite sentence's tag; None for a paraphrase."""
    if kind is Kind.QUOTE:
        return _of_quote(evidence)
    return _of_addition(evidence) if kind is Kind.ADDITION else None


def _of_quote(evidence: Evidence) -> Subkind:
    """Speech where the words that came over stand mostly in quotation marks."""
    quoted = {at for trace in evidence.found for at in trace.quotation}
    opens = any(trace.quotation.start == 0 for trace in evidence.found)
    copied = evidence.support.copied | quoted
    speech = opens or 3 * len(quoted) > len(copied)
    return Subkind.SPEECH if speech and quoted else Subkind.COPIED


def _of_addition(evidence: Evidence) -> Subkind:
    reading = evidence.reading
    if sum(len(trace.quotation) for trace in evidence.new) * 3 > len(reading.words):
        return Subkind.NEW_QUOTE
    if evidence.service:
        return Subkind.SERVICE
    years = any(number.is_year for number in evidence.new_numbers)
    if years or evidence.background:
        return Subkind.BACKGROUND
    facts = evidence.new_names or evidence.new_numbers or evidence.voice.verb
    if evidence.loaded or not facts:
        return Subkind.INTERPRETATION
    return Subkind.NEW_FACT


def of_omission(reading: Reading, voice: Voice, lists: Lexicon) -> Subkind:
    """Return what sort of source sentence was left out."""
    if reading.quoted_words * 5 > len(reading.words) * 4:
        return Subkind.VOICE
    if any(hits(reading.forms, lists.caveat)):
        return Subkind.CAVEAT
    if any(hits(reading.forms, lists.procedure)):
        return Subkind.PROCEDURE
    if reading.quoted_words * 2 > len(reading.words) or voice.verb:
        return Subkind.VOICE
    return _counting(reading.forms, bool(reading.numbers), lists)


def _counting(forms: Sequence[str], numbers: bool, lists: Lexicon) -> Subkind:
    telling_of_the_past = any(hits(forms, lists.background))
    return Subkind.NUMBER_OR_DETAIL if numbers and not telling_of_the_past else Subkind.CONTEXT
