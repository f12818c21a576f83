"""Say whether a sentence ends at a place, where the sentence library is wrong about news."""

import re
from collections.abc import Callable
from typing import NamedTuple

from desktop.text.cutting.abbreviations import Words, words

_SHORTEST = 3  # letters: fewer are often a part of an abbreviation
_SHORT = 5  # letters: a shorter word in small letters may be any abbreviation: "pág.", "art."
NEAR = 80  # characters looked at on each side: longer than an abbreviation or a speaker's name
_STOPS = ".!?…。！？؟۔"
_CLOSING = "\"”“’'»)]」』 \t\n"
_WORD_STARTS = ' \n\t"“”„«»‘(['
_AROUND_WORDS = '"“”„«»()[]'
_OPENING = re.compile(r"\s*([\"“„«»‘'(\[¿¡]*)")
_DASH = re.compile(r"\s*[-–—]+\s*([^\W\d_])")
_SMILEY = re.compile(r"\s*[:;8=]-?[()DP](?!\w)")
_LETTER = re.compile(r"[^\W\d_]\.?")
_PLURAL = re.compile(r"([A-Z])\1\.?")
_DOTTED = re.compile(r"(?:[^\W\d_]{3,}-)?(?:-?[^\W\d_]{1,2}\.)+-?[^\W\d_]{1,2}")
# What stands before the last part of an abbreviation that is written with spaces: "z. B", "EE. UU".
_SPACED = re.compile(r"(?<![^\s(\[«„“\"‘])(?:(?:[^\W\d_]|([A-Z])\1)\. ?)+$")
_ROMAN = re.compile(r"(?!I$)(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_ORDINAL = re.compile(r"\d{1,3}|[IVX]+")
_SHORT_NAME = re.compile(r"[A-ZÀ-Þ][^\W\d_]{1,3}")
_LONG_WORD = re.compile(r"(?:\S+-)?[^\W\d_]{5,}|[A-ZÀ-Þ]{3,}")
_WORD_OR_FIGURE = re.compile(r"[^\W\d_]*[^\W\d_A-ZÀ-Þ]{2,}|\d[\d,]*\d\d")
_CLAUSE_SO_FAR = re.compile(r"(?:^|[.!?…][\"”’)]?\s+)[A-Z]\w*(?: \w+)? [\d:]+ ?$")
# How a clause ends before Chinese dots; other words go on: 我……我不去, 这是一个……问题.
_CHINESE_CLAUSE = re.compile(r"[\u4e00-\u9fff]{3}[了吧呢吗啊呀]$")
_EAST_ASIAN_SPEAKER = re.compile(
    r"と|って|[\u4e00-\u9fff]{1,8}?(?:说|說|道|问|問|答|喊|称|稱|表示)"
)
# Languages that write "the 3rd" as "3.".
_WITH_ORDINALS = frozenset(
    {"de", "da", "no", "nb", "nn", "fi", "cs", "sk", "hu", "hr", "sr", "sl", "et", "lv", "is", "tr"}
)
_I = frozenset({"I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll"})


class Place(NamedTuple):
    """What stands around a place where a sentence may end."""

    before: str
    token: str  # the word before it, without the mark that ends it
    forms: tuple[str, ...]  # the same as the lists may have it: whole, or its last part
    mark: str
    closing: str  # closing quotation marks and brackets
    rest: str
    opening: str
    ahead: tuple[str, ...]  # the words after it
    known: Words
    language: str

    @property
    def stop(self) -> bool:
        """Whether the last thing before the place is one full stop."""
        return self.mark == "." and not self.closing

    @property
    def dotted(self) -> bool:
        """Whether the word before is an abbreviation of letters: `U.S`, `S.p.A`, `P.-D.G`."""
        return _DOTTED.fullmatch(self.forms[0]) is not None

    def listed(self, *lists: frozenset[str]) -> bool:
        """Whether the word before is in one of the lists."""
        return any(not words.isdisjoint(self.forms) for words in lists)

    @property
    def word(self) -> str:
        """The word after the place."""
        return self.ahead[0] if self.ahead else ""

    @property
    def bare(self) -> str:
        """The same in lower case and without its own marks."""
        return _bare(self.word)

    @property
    def capital(self) -> bool:
        """Whether that word begins with a capital letter."""
        return self.word[:1].isupper()

    @property
    def opens(self) -> bool:
        """Whether that word opens sentences and is no part of a name."""
        return self.bare in self.known.openers


def cuts(text: str, place: int, language: str, proposed: bool) -> bool:
    """Say whether a sentence ends at `place`; `proposed` is what the library thinks.

    The rules are asked in order, and the first that has an opinion decides.
    """
    seen = _seen(text, place, language)
    for rule in RULES:
        said = rule(seen)
        if said is not None:
            return said
    return proposed


def _seen(text: str, place: int, language: str) -> Place:
    before, rest = text[max(0, place - NEAR) : place], text[place : place + NEAR]
    bare = before.rstrip(_CLOSING)
    words_before = bare.rstrip(_STOPS)
    start = max(words_before.rfind(sign) for sign in _WORD_STARTS) + 1
    token, known = words_before[start:], words(language)
    forms = _forms(before[:start], token, known)
    marks = bare[len(words_before) :], before[len(bare) :].strip()
    opening = _OPENING.match(rest)
    assert opening  # it matches any text, if only nothing of it
    ahead = tuple(word.strip(_AROUND_WORDS) for word in rest[opening.end() :].split(maxsplit=6))
    return Place(before[:start], token, forms, *marks, rest, opening[1], ahead, known, language)


def _forms(before: str, token: str, known: Words) -> tuple[str, ...]:
    """Return a word as the lists may have it: small, without an article, "z. B" as "z.b".

    After it come what stands behind its hyphen ("Dipl.-Ing"), and its endings ("-str").
    """
    form = token.lower().lstrip("-–—").replace("’", "'").rpartition("'")[2]
    apart = _SPACED.search(before) if len(form) < _SHORTEST else None
    if apart:
        form = apart[0].replace(" ", "").lower() + form
    last = [form.rpartition("-")[2]] if "-" in form[:-_SHORTEST] else []
    endings = [f"-{ending}" for ending in known.endings if form.endswith(ending)]
    return form, *last, *endings


def _bare(word: str) -> str:
    return word.rstrip(".,;:!?…").lower()


def _without_space(at: Place) -> bool | None:
    """Where no space follows, only a space forgotten between two sentences makes an end."""
    if at.rest[:1].isspace() or not at.rest or at.mark[-1:] not in tuple(".!?…"):
        return None
    forgotten = at.stop and at.capital and at.word[1:2].islower() and "." not in at.word[:-1]
    return forgotten and _WORD_OR_FIGURE.fullmatch(at.token) is not None


def _name_with_mark(at: Place) -> bool | None:
    """A name that holds a mark: `Yahoo! Inc`."""
    return False if (at.token + at.mark).lower() in at.known.names and not at.opens else None


def _goes_on(at: Place) -> bool | None:
    """Small letters go on after closing marks, dashes and dots: `"Why?" she asked`."""
    if at.rest.lstrip()[:1] in tuple(",;:") or _SMILEY.match(at.rest):
        return False
    dash = _DASH.match(at.rest)
    if dash and dash[1].islower() and at.mark:
        return False
    if not at.word[:1].islower() or not at.mark:
        return None
    dots = at.mark[-1] == "…" or at.mark.endswith("..") or _SHORT_NAME.fullmatch(at.token)
    said = {_bare(word) for word in at.ahead[:3]} & at.known.says
    return False if at.closing or dots or said else None


def _chinese_dots(at: Place) -> bool | None:
    """`他走了……没有人回答。`: dots are a full stop where a clause comes before them."""
    if at.language != "zh" or not at.mark.endswith("……") or at.closing:
        return None
    return True if _CHINESE_CLAUSE.search(at.token) and at.word[:1].isalpha() else None


def _before_a_small_letter(at: Place) -> bool | None:
    """`3 pct. in May`, `S.p.A. e`, `10 a. m. a`: an abbreviation that is no other word."""
    if not at.stop or not at.word[:1].islower() or at.word[1:2].isupper():
        return None
    known = at.dotted or at.listed(at.known.titles, at.known.numbered, at.known.ends)
    return False if known and at.forms[0] not in at.known.common else None


def _speaker(at: Place) -> bool | None:
    """The name of who asked goes on with the question: `"Why?" Putin asked`."""
    if not at.closing or at.mark[-1:] not in tuple("?!…。！？") or at.opening or at.opens:
        return None
    if _EAST_ASIAN_SPEAKER.match(at.rest):
        return False
    for number, word in enumerate(at.ahead[:6]):
        if number and _bare(word) in at.known.says:
            return False
        if not word[:1].isupper() or (word[-1:] in tuple(",.;:!?") and len(word) > 4):
            return None
    return None


def _after_quotation(at: Place) -> bool | None:
    """`“I don’t know…” She left`; `(Laughter.) There`."""
    if not at.closing or not at.mark or not at.capital:
        return None
    if ")" in at.closing:
        return None if at.listed(at.known.ends, at.known.titles) else True
    dots = at.mark[-1] == "…" or at.mark.endswith("..")
    return True if dots and "(" not in at.opening and "]" not in at.closing else None


def _ordinal(at: Place) -> bool | None:
    """`am 3. März`."""
    if at.stop and at.language in _WITH_ORDINALS and _ORDINAL.fullmatch(at.token):
        return (at.opens and at.capital) if at.word[:1].isalpha() else None
    return None


def _before_a_name_or_figure(at: Place) -> bool | None:
    """`Gov. Smith`, `No. 5`, but `Main St. The`."""
    if not at.stop or not at.word[:1].isalnum():
        return None
    if at.listed(at.known.titles) and not (at.capital and at.opens and at.listed(at.known.ends)):
        return False
    named = at.token[:1].isupper() or len(at.bare) > 1  # "Vol. V", but "said no. X did"
    figure = at.word[:1].isdigit() or (
        named and at.capital and _ROMAN.fullmatch(at.bare.upper()) is not None
    )
    return False if figure and at.listed(at.known.numbered) else None


def _time_of_day(at: Place) -> bool | None:
    """`at 10 a.m. Tuesday`, `At 5 a.m. Mr. Smith`, but `at 10 a.m. He`."""
    if at.forms[0] not in ("a.m", "p.m") or not at.capital:
        return None
    return at.bare not in at.known.days and not _CLAUSE_SO_FAR.search(at.before)


def _may_end(at: Place) -> bool | None:
    """Abbreviations that end a sentence if what follows opens one: `with the U.S. Putin said`."""
    ends = at.listed(at.known.ends)
    if not (at.dotted or ends) or not at.stop or not at.capital:
        return None
    if at.opening not in ("", "(") or at.word == "I" or (at.opens and at.bare != "us"):
        return True
    second = _bare(at.ahead[1]) if len(at.ahead) > 1 else ""
    verb = second in at.known.does or (at.known.does and second.endswith("ed"))
    country = at.dotted and ends
    return True if country and verb and at.bare not in at.known.parts else None


def _before_a_quotation(at: Place) -> bool | None:
    """`in the Casa del Mar. «No vamos`: what is quoted next is no name that goes with a title."""
    quotes = at.stop and at.capital and at.opening[:1] in tuple('"“„«')
    short = len(at.token) < (_SHORT if at.token.islower() else 3)
    name = short or at.listed(at.known.titles)
    return True if quotes and not name and len(at.ahead) > 1 else None


def _before_a_figure(at: Place) -> bool | None:
    """`a problem. 82 percent`: no long word is an abbreviation that no list knows."""
    if not at.stop or not at.word[:1].isdigit() or not at.known.openers:
        return None
    known = at.listed(at.known.titles, at.known.numbered, at.known.ends)
    return True if _LONG_WORD.fullmatch(at.token) and not known else None


def _no_abbreviation(at: Place) -> bool | None:
    """Ordinary words that look like abbreviations: `behind me. I had`, `in May. It`."""
    month = at.language == "en" and at.token == "May"  # too short to be shortened
    if not at.mark or at.closing or not (at.token.islower() or month):
        return None
    if at.word in _I and at.ahead[1:] and at.ahead[1][:1].islower():
        return True
    common = month or at.token in at.known.common
    return True if at.capital and common and len(at.token) > 1 else None


def _initial(at: Place) -> bool | None:
    """`John J. Smith`, `los RR. HH. de`, but `World War I. The`."""
    if at.stop and _PLURAL.fullmatch(at.token) and _PLURAL.fullmatch(at.word):
        return False
    if not at.stop or not _LETTER.fullmatch(at.token) or not at.token.isupper() or not at.capital:
        return None
    if _LETTER.fullmatch(at.word) and at.word not in _I:
        return False
    return True if at.opens else None


RULES: tuple[Callable[[Place], bool | None], ...] = (
    _chinese_dots,
    _without_space,
    _name_with_mark,
    _goes_on,
    _before_a_small_letter,
    _speaker,
    _after_quotation,
    _ordinal,
    _before_a_name_or_figure,
    _time_of_day,
    _initial,
    _may_end,
    _before_a_quotation,
    _before_a_figure,
    _no_abbreviation,
)
