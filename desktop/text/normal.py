"""Give every text the one form it keeps from import on."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c\x1d\x1e\u2028\u2029]")
_SPACES = re.compile("[\x1f\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# No letter and no layout: NUL and other controls, soft hyphens, zero-width spaces, byte order
# marks and the code points Unicode promises never to use. Joiners (ZWJ, ZWNJ) and marks of
# direction stay: they change how words read.
_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f\x81\x8d\x8f\x90\x9d\xad\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
# C1 controls are Windows-1252 read as Latin-1: the HTML standard ("numeric character reference
# end state") turns them into the characters that were meant.
_MISREAD = re.compile("[\x80-\x9f]")
_ALONE = re.compile("[\ud800-\udfff]")  # half of a surrogate pair cannot be written as UTF-8
# Putting marks in order takes the square of their number: towers of more than 30 marks are parted
# by U+034F, as the "Stream-Safe Text Format" of UAX 15 has it.
_TOWERS = re.compile(
    "([\u0300-\u034e\u0350-\u036f\u0591-\u05bd\u064b-\u065f]{30})(?=[\u0300-\u065f])"
)


def normal(raw: str) -> str:
    """Return `raw` in NFC with LF line ends and ordinary spaces, and nothing invisible in it.

    Tabs stay. `normal(normal(raw)) == normal(raw)`, so offsets into the result hold for good.
    """
    text = _LINE_ENDS.sub("\n", raw)
    text = _NOTHING.sub("", text)
    text = _SPACES.sub(" ", text)
    text = _MISREAD.sub(lambda found: found[0].encode("latin-1").decode("cp1252"), text)
    text = _ALONE.sub("\ufffd", text)
    return unicodedata.normalize("NFC", _TOWERS.sub("\\1\u034f", text))
