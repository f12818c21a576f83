"""Say whether a sentence ends at a full stop, where newspapers differ from other prose."""

import re

_AFTER = re.compile(r"\s+[\"“„«‘'(\[]*([^\W\d_]+)[^\s]*(?:\s+(\S+))?")
_DOTTED = re.compile(r"(?:^|[\s(\"“‘'-])((?:[^\W\d_]\.){2,})$")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "gov",
        "sen",
        "rep",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "cmdr",
        "adm",
        "maj",
        "st",
        "no",
        "nos",
        "vs",
        "sr",
        "jr",
        "mt",
        "ft",
        "pres",
        "hon",
        "supt",
        "det",
        "insp",
    ]
)
_SAYING = frozenset(
    [
        "said",
        "says",
        "say",
        "asked",
        "asks",
        "replied",
        "told",
        "added",
        "wrote",
        "tweeted",
        "joked",
        "answered",
        "shouted",
        "cried",
        "called",
        "has",
        "had",
        "was",
        "is",
        "were",
        "are",
        "will",
        "would",
        "did",
        "does",
        "announced",
        "urged",
        "warned",
    ]
)
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "in",
        "on",
        "at",
        "but",
        "and",
        "for",
        "this",
        "that",
        "these",
        "those",
        "there",
        "his",
        "her",
        "their",
        "its",
        "our",
        "as",
        "if",
        "when",
        "while",
        "after",
        "before",
        "since",
        "what",
        "who",
        "why",
        "how",
        "not",
        "no",
        "so",
        "then",
        "now",
    ]
)
_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "today",
        "tomorrow",
        "est",
        "edt",
        "gmt",
        "et",
        "pt",
        "pst",
        "pdt",
        "cst",
        "cdt",
        "utc",
        "bst",
        "cet",
    ]
)


def cuts(text: str, place: int, language: str, proposed: bool) -> bool:
    """Say whether a sentence ends at `place`; `proposed` is what the library thinks."""
    if text[place : place + 1].strip() and text[place - 1] in ".!?":
        return False
    rest = _AFTER.match(text, place)
    if rest is None:
        return proposed
    word, following = rest[1], (rest[2] or "").lower().strip('.,;:”"')
    before = text[max(0, place - 24) : place]
    if word[0].islower() and re.search(r"[\"”»’']$", before):
        return False
    dotted = _DOTTED.search(before)
    if dotted and word[0].isupper():
        if dotted[1].lower() in {"a.m.", "p.m."}:
            return word.lower() not in _DAYS
        if word.lower() in _OPENERS:
            return True
        if following in _SAYING and dotted[1] in {"U.S.", "U.K.", "U.N.", "E.U."}:
            return word not in {"Senate", "House", "Congress", "Army", "Treasury", "President"}
    return proposed
