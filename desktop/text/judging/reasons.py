"""Say why a tag is suggested, so that a fifteen-year-old can check it."""

from collections.abc import Sequence

from desktop.text.codebook import Subkind
from desktop.text.judging.evidence import Evidence, Pair
from desktop.text.judging.naming import named
from desktop.text.judging.omissions import Absence
from desktop.text.wording.reading import Reading
from desktop.text.wording.support import Vocabulary
from desktop.tr import tr

_LONG = 8  # words shown of a quotation
_FEW = 2  # words that are not worth an ellipsis


def why_quote(evidence: Evidence, called: Sequence[int]) -> str:
    """Return why a sentence is a quote; `called` are the numbers of the source sentences."""
    quoted = sum(len(trace.quotation) for trace in evidence.found)
    few = 4 * evidence.support.order < 3 * len(evidence.reading.words)
    if quoted > 1 and (few or 2 * quoted >= evidence.support.order):
        known = sum(trace.known for trace in evidence.found)
        where = _where(sorted({at for trace in evidence.found for at in trace.sources}), called)
        if known == quoted:
            return tr(
                "All {count} words inside its quotation marks are in {where}.",
                count=quoted,
                where=where,
            )
        return tr(
            "{count} of the {all} words inside its quotation marks are in {where}.",
            count=known,
            all=quoted,
            where=where,
        )
    return tr(
        "{count} of {all} words stand in the same order in {where}.",
        count=evidence.support.order,
        all=len(evidence.reading.words),
        where=_where(evidence.support.carriers, called),
    )


def why_paraphrase(evidence: Evidence, pair: Pair, called: Sequence[int]) -> str:
    """Return why a sentence is a paraphrase."""
    places = evidence.sources or (evidence.nearest,)
    words, having = _shared(evidence, pair, [at for at in places if at >= 0])
    where = _where(having or places, called)
    if not words:
        if len(places) > 1:
            return tr("It tells in other words what {where} tell.", where=where)
        return tr("It tells in other words what {where} tells.", where=where)
    if not evidence.sources:
        return tr("No link was found, but {where} has {words} as well.", words=words, where=where)
    found = tr("Found in {where}: {words}.", words=words, where=where)
    return f"{found} {_order(evidence, called)}"


def _order(evidence: Evidence, called: Sequence[int]) -> str:
    """Say how many words stand in the order of the source, and why that is no quote."""
    order, everything = evidence.support.order, len(evidence.reading.words)
    numbers = {
        "count": order,
        "all": everything,
        "where": _where(evidence.support.carriers, called),
    }
    if order == 1:
        return tr("Only 1 of its {all} words stands in {where}.", **numbers)
    if 2 * order <= everything:
        return tr("Only {count} of its {all} words stand in the same order in {where}.", **numbers)
    if evidence.support.pieces:
        return tr(
            "{count} of its {all} words stand in the same order in {where}, but in pieces.",
            **numbers,
        )
    if 4 * order >= 3 * everything:
        return tr("{count} of its {all} words stand in the same order in {where}.", **numbers)
    return tr(
        "{count} of its {all} words stand in the same order in {where}; in a quote about three"
        " quarters do.",
        **numbers,
    )


def _shared(evidence: Evidence, pair: Pair, places: Sequence[int]) -> tuple[str, list[int]]:
    """Name what the sentence shares with source sentences: words they have just so, if any.

    Also return which of them have such words; a person may have linked others.
    """
    values = {number.value for at in places for number in pair.source[at].numbers}
    others = (number.at for number in evidence.reading.numbers if number.value not in values)
    missing = set(evidence.support.missing).union(*others)
    forms = evidence.reading.forms
    telling = [at for at, form in enumerate(forms) if form in pair.weights and at not in missing]
    known = {form for at in places for form in pair.source[at].forms}
    just_so = [at for at in telling if forms[at] in known]
    shared = {forms[at] for at in just_so or telling}
    having = [at for at in places if any(f in shared for f in pair.source[at].forms)]
    return named(evidence.reading, just_so or telling, pair), having


def why_addition(
    subkind: Subkind | None, evidence: Evidence, pair: Pair, called: Sequence[int]
) -> str:
    """Return why a sentence is an addition."""
    reading = evidence.reading
    if subkind is Subkind.NEW_QUOTE and evidence.new:
        words = _beginning(reading, evidence.new[0].quotation)
        return tr("The source has no quotation like “{words}”.", words=words)
    if evidence.sources:
        where = _where(evidence.sources, called)
        words = named(reading, evidence.support.missing, pair, whole=True)
        if words:
            return tr(
                "The main point is not in {where}. Missing there: {words}.",
                where=where,
                words=words,
            )
        return tr("The main point is not in {where}.", where=where)
    words = named(reading, evidence.new_words, pair, whole=True)
    first = tr("No source sentence was found that says this.")
    if words:
        return first + " " + tr("Nowhere in the source: {words}.", words=words)
    return first + " " + tr("Its words do occur in the source, in other places.")


def why_omission(gone: Absence, rewrite: Vocabulary, pair: Pair) -> str:
    """Return why a source sentence counts as left out; `rewrite` are the words of the rewrite."""
    reading = gone.reading
    if gone.link:
        first = tr("The rewrite sentence linked to it seems to tell something else.")
    else:
        first = tr("No rewrite sentence was found that draws on this.")
    missing = (
        at for at, form in enumerate(reading.forms) if form in pair.weights and form not in rewrite
    )
    words = named(reading, missing, pair, whole=True)
    if words:
        return first + " " + tr("Nowhere in the rewrite: {words}.", words=words)
    return first + " " + tr("Its words do occur in the rewrite, in other places.")


def _where(places: Sequence[int], called: Sequence[int]) -> str:
    """Return "source sentence 3" or "source sentences 3 and 5"."""
    numbers = [str(called[at]) for at in places if at >= 0]
    if len(numbers) < 2:
        return tr("source sentence {number}", number="".join(numbers))
    return tr(
        "source sentences {numbers} and {last}", numbers=", ".join(numbers[:-1]), last=numbers[-1]
    )


def _beginning(reading: Reading, part: range) -> str:
    if len(part) <= _LONG + _FEW:
        return reading.said(part)
    return reading.said(part[:_LONG]) + " …"
