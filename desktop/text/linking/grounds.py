"""Say in one plain sentence why sentences were linked."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from heapq import nlargest

from desktop.text.lexicon import Lexicon
from desktop.text.linking.groups import alike
from desktop.text.numerals import numerals
from desktop.text.quotations import quoted
from desktop.text.words import Word, forms, plain, stem, words
from desktop.tr import tr

_LONG = 4  # words in a row that are worth showing as they stand
_MOST = 8  # words shown of a longer run
_NAMED = 4  # single words named
_SEEN = 400  # words of a sentence searched for a run: the search takes their square at worst


def ground(
    source: Sequence[str], rewrite: Sequence[str], lists: Lexicon, *, meaning: bool = False
) -> str:
    """Return why `rewrite` was linked to the `source` sentences, for a fifteen-year-old.

    Of several sentences together it is told that they are several: not each has all the words.
    `meaning` says whether meanings were compared as well as words.
    """
    why = _ground(source, " ".join(rewrite), lists) or _without_words(meaning)
    if len(rewrite) < 2:
        return why
    if len(source) == 1:
        many = tr("{count} sentences in a row draw on this source sentence.", count=len(rewrite))
    else:
        many = tr("{count} sentences in a row draw on these source sentences.", count=len(rewrite))
    return f"{many} {why}"


def _ground(source: Sequence[str], rewrite: str, lists: Lexicon) -> str:
    run = max((_run(text, rewrite) for text in source), key=len, default=())
    if len(run) >= _LONG and sum(lists.content(word.form) for word in run) > 1:
        return _same_words(rewrite, run, all(map(quoted, (rewrite, *source))))
    shared = _shared(source, rewrite, lists)
    if shared:
        return tr("They share {words}.", words=_listed(shared))
    for one, other in _kin(source, rewrite, lists):
        return tr("“{one}” and “{other}” can mean the same.", one=other, other=one)
    return ""


def _without_words(meaning: bool) -> str:
    if meaning:
        return tr(
            "They share no telling word. Their meanings were compared and seem near, or the "
            "sentences around them belong together."
        )
    return tr("They share no telling word; the sentences around them belong together.")


def _same_words(rewrite: str, run: Sequence[Word], speech: bool) -> str:
    shown = run[:_MOST]
    words = rewrite[shown[0].start : shown[-1].end] + (" …" if len(run) > _MOST else "")
    if speech:
        return tr("They quote someone, and share the words “{words}”.", words=words)
    return tr("They share the words “{words}”.", words=words)


def _run(source: str, rewrite: str) -> tuple[Word, ...]:
    """Return the longest run of words the two share, as it stands in `rewrite`."""
    own = words(rewrite)[:_SEEN]
    theirs = forms(source)[:_SEEN]
    matcher = SequenceMatcher(None, theirs, [word.form for word in own], autojunk=False)
    found = matcher.find_longest_match()
    return own[found.b : found.b + found.size]


def _shared(source: Sequence[str], rewrite: str, lists: Lexicon) -> list[str]:
    """Return the most telling words both use, as the rewrite spells them, in its order.

    Figures are shown with their units, where all their words are shared.
    """
    known = {form for text in source for form in forms(text)}
    own, order = words(rewrite), forms(rewrite)
    told = [number.told(order, lists) for number in numerals(rewrite, lists.language)]
    parts = {at: part for part in told for at in part}
    found: dict[str, str] = {}
    for at, form in enumerate(order):
        part = parts.get(at, range(at, at + 1))
        whole = known.issuperset(order[part.start : part.stop])
        if whole and (len(part) > 1 or lists.content(form)):
            shown = rewrite[own[part.start].start : own[part.stop - 1].end]
            found.setdefault(order[part.start], shown)
    telling = nlargest(_NAMED, found, key=lambda form: (found[form][0].isdigit(), len(form)))
    return [spelled for form, spelled in found.items() if form in telling]


def _kin(source: Sequence[str], rewrite: str, lists: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield pairs of words of like meaning, the source's first."""
    groups = {
        group: text[word.start : word.end]
        for text in source
        for word in words(text)
        for group in alike(word.form, lists.language)
    }
    for word in words(rewrite):
        for group in alike(word.form, lists.language):
            one, other = groups.get(group, ""), rewrite[word.start : word.end]
            if one and stem(plain(one)) != stem(word.form):
                yield one, other


def _listed(named: Sequence[str]) -> str:
    *most, last = (f"“{word}”" for word in named)
    return tr("{words} and {last}", words=", ".join(most), last=last) if most else last
