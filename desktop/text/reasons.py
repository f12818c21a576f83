"""Say why a tag is suggested, so that a fifteen-year-old can check it."""

from collections.abc import Iterable, Sequence

from desktop.text.codebook import Subkind
from desktop.text.evidence import Evidence, Pair
from desktop.text.reading import Reading
from desktop.text.support import Vocabulary
from desktop.tr import tr

_SHOWN = 3  # words named in a reason
_LONG = 8  # words shown of a quotation


def why_quote(evidence: Evidence, called: Sequence[int]) -> str:
    """Return why a sentence is a quote; `called` are the numbers of the source sentences."""
    quoted = sum(len(trace.quotation) for trace in evidence.found)
    counts = {
        "count": evidence.support.order,
        "all": len(evidence.reading.words),
        "number": called[evidence.support.best],
    }
    if evidence.found and quoted > evidence.support.order // 2:
        place = called[evidence.found[0].source or 0]
        return tr(
            "{count} of {all} words stand in quotation marks and are said in source sentence"
            " {number}.",
            **(counts | {"count": quoted, "number": place}),
        )
    return tr(
        "{count} of {all} words stand in the same order in source sentence {number}.", **counts
    )


def why_paraphrase(evidence: Evidence, pair: Pair, called: Sequence[int]) -> str:
    """Return why a sentence is a paraphrase."""
    places = evidence.sources or (evidence.nearest,)
    numbers = ", ".join(str(called[at]) for at in places if at >= 0)
    missing = set(evidence.support.missing)
    telling = (
        at
        for at, form in enumerate(evidence.reading.forms)
        if form in pair.weights and at not in missing
    )
    shared = _named(evidence.reading, telling, pair)
    counts = {"count": evidence.support.order, "all": len(evidence.reading.words)}
    if not shared:
        return tr(
            "In other words, but it tells what source sentence {numbers} tells.", numbers=numbers
        )
    if not evidence.sources:
        return tr(
            "It is not linked, but source sentence {numbers} has {words} as well.",
            numbers=numbers,
            words=shared,
        )
    return tr(
        "Source sentence {numbers} has {words} as well, but only {count} of {all} words stand in"
        " the same order.",
        numbers=numbers,
        words=shared,
        **counts,
    )


def why_addition(
    subkind: Subkind | None, evidence: Evidence, pair: Pair, called: Sequence[int]
) -> str:
    """Return why a sentence is an addition."""
    reading = evidence.reading
    if subkind is Subkind.NEW_QUOTE and evidence.new:
        words = _beginning(reading, evidence.new[0].quotation)
        return tr("The source has no quotation like “{words}”.", words=words)
    if evidence.sources:
        numbers = ", ".join(str(called[at]) for at in evidence.sources)
        words = _named(reading, evidence.support.missing, pair)
        if words:
            return tr(
                "Source sentence {numbers} says a part of it, but {words} is not there.",
                numbers=numbers,
                words=words,
            )
        return tr("Source sentence {numbers} says only a part of it.", numbers=numbers)
    words = _named(reading, evidence.new_words, pair)
    if words:
        return tr("No source sentence says this: {words} is nowhere in the source.", words=words)
    return tr("No source sentence says this, although its words occur in the source.")


def why_omission(reading: Reading, rewrite: Vocabulary, pair: Pair) -> str:
    """Return why a source sentence counts as left out; `rewrite` are the words of the rewrite."""
    gone = (
        at for at, form in enumerate(reading.forms) if form in pair.weights and form not in rewrite
    )
    words = _named(reading, gone, pair)
    if words:
        return tr("No rewrite sentence draws on this: {words} is nowhere in it.", words=words)
    return tr("No rewrite sentence draws on this, although its words occur there.")


def _named(reading: Reading, places: Iterable[int], pair: Pair) -> str:
    """Return the most telling words among some places, as they stand: “nine”, “bridge”."""
    chosen: dict[str, int] = {}
    for at in places:
        chosen.setdefault(reading.forms[at], at)
    rarest = sorted(chosen.values(), key=lambda at: (-pair.weights[reading.forms[at]], at))
    words = (reading.said(range(at, at + 1)) for at in sorted(rarest[:_SHOWN]))
    return ", ".join(f"“{word}”" for word in words)


def _beginning(reading: Reading, part: range) -> str:
    if len(part) <= _LONG:
        return reading.said(part)
    return reading.said(part[:_LONG]) + " …"
