"""Words of like meaning: those that stand in for one another when a story is retold.

`resources/text/alike.*.txt` has a group on each line; inflected forms are led back to its words by
the endings of the language.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from desktop.places import RESOURCES
from desktop.text.lexicon import lexicon
from desktop.text.words import plain

_SHORTEST = 3  # letters of what is left without an ending


@lru_cache(maxsize=16384)
def alike(form: str, language: str) -> tuple[str, ...]:
    """Return the groups of like meaning a form is in: "attorney" and "lawyer" share one.

    Of several words it may be a form of the longest is taken: "sites" of "site", not of "sit".
    """
    if form in lexicon(language).unlike:
        return ()
    known = _groups(language)
    if form in known:
        return known[form]
    guesses = (guess for guess in _uninflected(form, language) if guess in known)
    return known.get(max(guesses, key=len, default=""), ())


@lru_cache(maxsize=8)
def word_list(name: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the forms of the words of each line; no lines where a language has no such list."""
    path = RESOURCES / "text" / f"{name}.{language}.txt"
    text = path.read_text("utf-8") if path.exists() else ""
    return tuple(tuple(line.split()) for line in plain(text).splitlines())


def _uninflected(form: str, language: str) -> Iterator[str]:
    for ending, instead in lexicon(language).endings:
        if form.endswith(ending) and len(form) >= len(ending) + _SHORTEST:
            stem = form.removesuffix(ending) + instead
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache(maxsize=4)
def _groups(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the groups of each word; a group is called by its first word, with a mark."""
    found: dict[str, tuple[str, ...]] = {}
    for group in word_list("alike", language):
        for word in group:
            found[word] = (*found.get(word, ()), f"≈{group[0]}")
    return found
