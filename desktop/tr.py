"""Sentences for people pass through here, so that the window can put them into its language."""

from collections.abc import Callable

_translate: Callable[[str], str] = str


def use_translator(translate: Callable[[str], str]) -> None:
    """Send every later sentence through `translate`, which gets and gives a template."""
    global _translate
    _translate = translate


def tr(template: str, /, **values: object) -> str:
    """Return `template` in the window's language, with its {named} places filled in."""
    words = _translate(template)
    return words.format(**values) if values else words


def counted(one: str, many: str, count: int) -> str:
    """Return `one` or `many`, whichever fits `count`, with {count} filled in."""
    return tr(one if count == 1 else many, count=count)
