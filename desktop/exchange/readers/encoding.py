"""From bytes to text: which encoding a file is in, whatever it says of itself."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from desktop.problem import Problem
from desktop.tr import tr


class Decoded(NamedTuple):
    """The text of a file, without byte-order mark and NUL characters, and what was noticed."""

    text: str
    notes: tuple[str, ...] = ()


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "mac_roman": "Mac Roman",
    "koi8_r": "KOI8-R",
    "iso8859_2": "ISO 8859-2",
    "big5": "Big5",
    "gb18030": "GB 18030",
    "shift_jis": "Shift JIS",
    "euc_jp": "EUC-JP",
    "euc_kr": "EUC-KR",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}
# What HTML calls by an old name and means by a wider one (WHATWG Encoding Standard, 4.2).
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# What Python alone calls encodings (its manual's "Python Specific Encodings"): no page is in one.
# They would turn backslashes in a story into other characters, or fail.
_PYTHONS_OWN = {
    "charmap",
    "idna",
    "mbcs",
    "oem",
    "punycode",
    "raw_unicode_escape",
    "undefined",
    "unicode_escape",
}
# The letters beyond ASCII that news in these encodings is full of, and the marks of any language.
# They tell apart encodings that give the same byte to different letters; where they cannot, the
# first is taken: it is by far the most common.
_LETTERS = {
    "cp1252": "àâæçéèêëîïôœùûüäößáíñóúãõåøìò",
    "cp1254": "çğıİöşüâî",
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűôľĺâăîşţđ",
    "iso8859_2": "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűôľĺâăîşţđ",
    "mac_roman": "àâæçéèêëîïôœùûüäößáíñóúãõåøìò",
}
_SIGNS = frozenset("“”‘’„‚«»‹›–—…•·°§£€©®™½¼¿¡ ")
_ENOUGH = 100_000  # characters to look at before calling a file text
_ORDINARY = dict.fromkeys(map(ord, "\n\r\t\f\0"))


def decoded(data: bytes, declared: str = "") -> Decoded:
    """Return the text of `data`; `declared` is the encoding a page claims to be in, if any.

    Asked in this order: byte-order mark, UTF-8, UTF-16 without a mark, the declared encoding,
    the look of the letters. Raises Problem where the bytes are no text at all.
    """
    for text, encoding in _readings(data, declared):
        if text is not None:
            return _without_nuls(text, encoding)
    raise Problem(
        tr("This is not a text file, or it is damaged. Nothing was changed; save it as plain text.")
    )


def _readings(data: bytes, declared: str) -> Iterator[tuple[str | None, str]]:
    """Yield the text by one encoding after the other; None where it is not in that encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield data[len(mark) :].decode(encoding, "replace"), encoding
    wide = _wide(data)
    if wide:
        yield _strict(data, wide), wide
    else:
        yield _strict(data, "utf-8"), "utf-8"
        if declared:
            yield _strict(data, _codec(declared)), _codec(declared)
    yield _mostly_utf8(data), "damaged utf-8"
    yield _guessed(data.replace(b"\0", b""))


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return text if _is_text(text) else None


def _codec(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return ""
    return "" if name.replace("-", "_") in _PYTHONS_OWN else _WIDER.get(name, name)


def _wide(data: bytes) -> str:
    """Return the UTF-16 that `data` is in without saying so, or "".

    Spaces, digits and line ends have a NUL byte there, always on the same side.
    """
    even, odd = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or max(even, odd) * 50 < len(data) or min(even, odd) * 20 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_text(text: str) -> bool:
    """Say whether hardly any character is a control character or stands for nothing at all."""
    look = text[:_ENOUGH].translate(_ORDINARY)
    strange = sum(unicodedata.category(c) in ("Cc", "Cn", "Co", "Cs") for c in look)
    return strange <= 1 + len(look) // 500


def _mostly_utf8(data: bytes) -> str | None:
    """Return UTF-8 with a broken spot here and there; each becomes a replacement character."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    wide = sum(c > "\x7f" for c in text) - broken
    return text if wide > 3 * broken and _is_text(text) else None


def _guessed(data: bytes) -> tuple[str | None, str]:
    """Return the text by the look of its letters, and the encoding.

    charset-normalizer tells the scripts apart; among the Latin ones it often errs.
    """
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    likely = [name for name in _NAMES if not name.startswith("utf")]
    best = from_bytes(data, cp_isolation=likely).best()
    if best is None:
        return None, ""
    if best.encoding not in _LETTERS:
        return _strict(data, best.encoding), best.encoding
    latin = [(_strict(data, name), name) for name in _LETTERS]
    return max(latin, key=lambda reading: _fit(*reading))


def _fit(text: str | None, encoding: str) -> float:
    """Return the share (0..1) of letters beyond ASCII that are common in news in `encoding`."""
    if text is None:
        return -1.0
    known = _LETTERS[encoding] + _LETTERS[encoding].upper()
    beyond = list(re.finditer(r"[^\x00-\x7f]", text[:_ENOUGH]))
    strange = sum(not _is_usual(text, found.start(), known) for found in beyond)
    return 1 - strange / max(1, len(beyond))


def _is_usual(text: str, at: int, known: str) -> bool:
    """Say whether this is a sign, or a common letter that is no capital inside a word."""
    capital_inside = text[at].isupper() and text[max(0, at - 1)].islower()
    return text[at] in _SIGNS or (text[at] in known and not capital_inside)


def _without_nuls(text: str, encoding: str) -> Decoded:
    notes = []
    if encoding == "damaged utf-8":
        notes.append(tr("A few characters of this file were damaged; each is shown as “�”."))
    elif encoding != "utf-8":
        name = _NAMES.get(encoding, encoding)
        notes.append(tr("This file was not in UTF-8; it was read as {encoding}.", encoding=name))
    if "\0" in text:
        notes.append(tr("Empty (NUL) characters in this file were left out."))
    return Decoded(re.sub("[\0\ufeff]", "", text), tuple(notes))
