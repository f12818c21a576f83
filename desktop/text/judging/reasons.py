"""Say why a tag is suggested, so that a fifteen-year-old can check it."""

from collections.abc import Iterable, Sequence

from desktop.text.codebook import Subkind
from desktop.text.judging.evidence import Evidence, Pair
from desktop.text.judging.omissions import Absence
from desktop.text.wording.reading import Reading, breaks
from desktop.text.wording.support import Vocabulary
from desktop.tr import tr

_SHOWN = 3  # words named in a reason
_LONG = 8  # words shown of a quotation
_NAME = 4  # words of a name


def why_quote(evidence: Evidence, called: Sequence[int]) -> str:
    """Return why a sentence is a quote; `called` are the numbers of the source sentences."""
    quoted = sum(len(trace.quotation) for trace in evidence.found)
    everything = len(evidence.reading.words)
    if evidence.found and 2 * quoted >= evidence.support.order:
        return tr(
            "Its quotation ({count} of {all} words) is from source sentence {number}.",
            count=quoted,
            all=everything,
            number=called[evidence.found[0].source or 0],
        )
    return tr(
        "{count} of {all} words stand in the same order in source sentence {number}.",
        count=evidence.support.order,
        all=everything,
        number=called[evidence.support.best],
    )


def why_paraphrase(evidence: Evidence, pair: Pair, called: Sequence[int]) -> str:
    """Return why a sentence is a paraphrase."""
    places = evidence.sources or (evidence.nearest,)
    words = _shared(evidence, pair, [at for at in places if at >= 0])
    where = _where(places, called)
    if not words:
        return tr("It tells in other words what {where} tells.", where=where)
    if not evidence.sources:
        return tr(
            "No link was found, but {words} can be read in {where}.", words=words, where=where
        )
    order, everything = evidence.support.order, len(evidence.reading.words)
    found = tr("{words} can be read in {where}.", words=words, where=where)
    if 2 * order > everything:
        how = tr(
            "In the same order, but in pieces: {count} of {all} words.", count=order, all=everything
        )
    else:
        how = tr("In the same order: only {count} of {all} words.", count=order, all=everything)
    return f"{found} {how}"


def _shared(evidence: Evidence, pair: Pair, places: Sequence[int]) -> str:
    """Name what the sentence shares with source sentences: words they have just so, if any."""
    missing = set(evidence.support.missing)
    forms = evidence.reading.forms
    telling = [at for at, form in enumerate(forms) if form in pair.weights and at not in missing]
    known = {form for at in places for form in pair.source[at].forms}
    return _named(evidence.reading, [at for at in telling if forms[at] in known] or telling, pair)


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
        words = _named(reading, evidence.support.missing, pair)
        if words:
            return tr(
                "The main point is not in {where}. Missing there: {words}.",
                where=where,
                words=words,
            )
        return tr("The main point is not in {where}.", where=where)
    words = _named(reading, evidence.new_words, pair)
    if words:
        return tr("No source sentence says this. Nowhere in the source: {words}.", words=words)
    return tr("No source sentence says this, although its words occur in the source.")


def why_omission(gone: Absence, rewrite: Vocabulary, pair: Pair) -> str:
    """Return why a source sentence counts as left out; `rewrite` are the words of the rewrite."""
    reading = gone.reading
    if gone.link:
        first = tr("The rewrite sentence linked to it seems to tell something else.")
    else:
        first = tr("No rewrite sentence draws on this.")
    missing = (
        at for at, form in enumerate(reading.forms) if form in pair.weights and form not in rewrite
    )
    words = _named(reading, missing, pair)
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


def _named(reading: Reading, places: Iterable[int], pair: Pair) -> str:
    """Return the most telling words among some places, as they stand: “nine”, “Millbrook Bridge”.

    Of names, figures and plain words that are equally rare, plain and short ones come last.
    """
    parts = _parts(reading, places)
    words = {part: reading.figure(part) for part in parts}
    telling = sorted(parts, key=lambda part: (_plain(reading, part), -len(words[part])))
    rarest = sorted(telling, key=lambda part: -_rarity(reading, part, pair))
    shown: list[str] = []
    for part in sorted(rarest[:_SHOWN], key=lambda part: part.start):
        if not any(words[part] in other for other in shown):
            shown.append(words[part])
    return ", ".join(f"“{word}”" for word in shown)


def _parts(reading: Reading, places: Iterable[int]) -> list[range]:
    """Return what stands at some places, each form once; figures and long names stay whole."""
    figures = {at: number.at for number in reading.numbers for at in number.at}
    found: list[range] = []
    known = set[str]()
    for at in sorted(places):
        form = reading.forms[at]
        named = found and found[-1].stop == at and _is_name(reading, found[-1], at)
        if named:
            found[-1] = range(found[-1].start, at + 1)
        elif at in figures and figures[at] not in found:
            found.append(figures[at])
        elif at not in figures and len(form) > 1 and form not in known:
            found.append(range(at, at + 1))
        known.add(form)
    return found


def _is_name(reading: Reading, part: range, at: int) -> bool:
    """Say whether a word goes on with the name before it: "National Transit Safety Office"."""
    capitals = all(reading.text[reading.words[n].start].isupper() for n in (*part, at))
    return capitals and len(part) < _NAME and not breaks(reading, at - 1)


def _rarity(reading: Reading, part: range, pair: Pair) -> float:
    return max((pair.weights.get(reading.forms[at], 0.0) for at in part), default=0.0)


def _plain(reading: Reading, part: range) -> bool:
    """Say whether a word is neither a name nor a number: those are easier to look for."""
    first = reading.text[reading.words[part.start].start]
    return not (first.isdecimal() or (part.start > 0 and first.isupper()))


def _beginning(reading: Reading, part: range) -> str:
    if len(part) <= _LONG:
        return reading.said(part)
    return reading.said(part[:_LONG]) + " …"
