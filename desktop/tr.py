"""Sentences for people pass through here, so that the window can put them into its language."""

from gettext import NullTranslations

_language = NullTranslations()


def use_language(language: NullTranslations) -> None:
    """Look up every later template in this catalogue; the English ones are its keys."""
    global _language
    _language = language


def tr(template: str, /, **values: object) -> str:
    """Return `template` in the window's language, with its {named} places filled in."""
    words = _language.gettext(template)
    return words.format(**values) if values else words


def counted(one: str, many: str, count: int, **values: object) -> str:
    """Return whichever template fits `count`, with {count} and the other places filled in.

    These are the English two; the language chooses among its own.
    """
    return _language.ngettext(one, many, count).format(count=count, **values)


def begun(words: str) -> str:
    """Return words as a title or a sentence begins.

    A name is kept as it stands within a sentence: from there to here the way is safe in every
    language, and the way back is not, since a German noun has its great letter everywhere.
    """
    return words[:1].upper() + words[1:]
