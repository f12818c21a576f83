"""Tell which sort of quote, addition or omission a sentence is, by a model fitted to keys."""

from collections.abc import Mapping

from desktop.text.codebook import SUBKINDS, Kind, Subkind
from desktop.text.judging.evidence import Evidence, Pair
from desktop.text.judging.judge import Model, Weights, chance
from desktop.text.lexicon import Lexicon, hits
from desktop.text.wording.denials import negated
from desktop.text.wording.reading import Reading, words_of_doubt

LEAST = 0.44
"""Share of one sort's chance in that of all sorts below which none is suggested: on held-out pairs
four in five of an addition's are right then, and two in three of an omission's."""

_LAST = 2  # sentences at the end, where papers point to their own pages
_LONG = 20.0  # words


def of_quote(evidence: Evidence) -> Subkind:
    """Return speech where the words that came over stand mostly in quotation marks."""
    quoted = {at for trace in evidence.found for at in trace.quotation}
    opens = any(trace.quotation.start == 0 for trace in evidence.found)
    copied = evidence.support.copied | quoted
    speech = opens or 3 * len(quoted) > len(copied)
    return Subkind.SPEECH if speech and quoted else Subkind.COPIED


def of_addition(at: int, evidence: Evidence, pair: Pair, model: Model) -> Subkind | None:
    """Return what sort of addition a rewrite sentence likely is; None where that is not clear."""
    return _likeliest(Kind.ADDITION, added(at, evidence, pair), model.sorts)


def of_omission(at: int, pair: Pair, model: Model) -> Subkind | None:
    """Return what sort of source sentence was likely left out; None where that is not clear."""
    return _likeliest(Kind.OMISSION, omitted(at, pair), model.sorts)


def _likeliest(
    kind: Kind, features: Mapping[str, float], sorts: Mapping[str, Weights]
) -> Subkind | None:
    chances = {
        subkind: chance(sorts[subkind], features) for subkind in SUBKINDS[kind] if subkind in sorts
    }
    best = max(chances, key=chances.__getitem__)
    return best if chances[best] >= LEAST * sum(chances.values()) else None


def added(at: int, evidence: Evidence, pair: Pair) -> dict[str, float]:
    """Return what the sort of an addition is judged by, as the model's weights call it."""
    reading, lists = evidence.reading, pair.lists
    size = max(len(reading.words), 1)
    total = len(pair.rewrite)
    years = sum(number.is_year for number in evidence.new_numbers)
    return {
        **_alike(reading, at, total, lists),
        "new quotation": sum(len(trace.quotation) for trace in evidence.new) / size,
        "any new quotation": float(bool(evidence.new)),
        "service": float(evidence.service),
        "new years": float(years > 0),
        "new numbers": float(min(len(evidence.new_numbers) - years, 2)),
        "new names": float(min(len(evidence.new_names), 3)),
        "loaded": float(bool(evidence.loaded)),
        "verb": float(bool(evidence.voice.verb)),
        "strong verb": float(evidence.voice.verb in lists.strong),
        "question": float("?" in reading.text),
        "colon": float(":" in reading.text),
        "address": float("@" in reading.text or "www." in reading.text),
        "addressing": float(not lists.addressing.isdisjoint(reading.forms)),
        "last": float(at >= total - _LAST),
        "lead": float(evidence.lead),
        "linked": float(bool(evidence.sources)),
        "missing": len(evidence.support.missing) / size,
    }


def omitted(at: int, pair: Pair) -> dict[str, float]:
    """Return what the sort of an omission is judged by, as the model's weights call it."""
    reading, lists, voice = pair.source[at], pair.lists, pair.cast.voices[at]
    quoted = reading.quoted_words / max(len(reading.words), 1)
    years = sum(number.is_year for number in reading.numbers)
    names = sum(reading.text[word.start].isupper() for word in reading.words[1:])
    return {
        **_alike(reading, at, len(pair.source), lists),
        "quoted": quoted,
        "mostly quoted": float(quoted > 0.8),
        "verb": float(bool(voice.verb)),
        "strong verb": float(voice.verb in lists.strong),
        "named speaker": float(voice.named and bool(voice.verb)),
        "cited": float(not lists.cites.isdisjoint(reading.forms)),
        "reported": float(not lists.reported.isdisjoint(reading.forms)),
        "numbers": float(min(len(reading.numbers) - years, 3)),
        "years": float(years > 0),
        "names": float(min(names, 3)),
        "caveat": float(any(hits(reading.forms, lists.caveat))),
        "procedure": float(any(hits(reading.forms, lists.procedure))),
        "doubt": float(any(words_of_doubt(reading, lists.hedges, lists))),
        "denying": float(not lists.denying.isdisjoint(reading.forms)),
        "condition": float(not lists.conditions.isdisjoint(reading.forms)),
    }


def _alike(reading: Reading, at: int, total: int, lists: Lexicon) -> dict[str, float]:
    """Return what both kinds are judged by; the sentence is the one `at` a position of `total`."""
    dates = lists.weekdays | lists.months
    return {
        "bias": 1.0,
        "position": at / max(total - 1, 1),
        "size": min(len(reading.words) / _LONG, 2.0),
        "background": float(any(hits(reading.forms, lists.background))),
        "dates": float(not dates.isdisjoint(reading.forms)),
        "negation": float(any(negated(reading, lists))),
        "possible": float(any(words_of_doubt(reading, lists.possible, lists))),
        "hinting": float(not lists.hinting.isdisjoint(reading.forms)),
        "certain": float(not lists.certain.isdisjoint(reading.forms)),
    }
