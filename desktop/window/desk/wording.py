"""Linked sentences as rich text: which words were kept, changed, moved, added, dropped."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from desktop.text.changes import Change, What, changes
from desktop.text.sentences import Span
from desktop.tr import tr
from desktop.window.look.theme import Theme


def compared(sources: Sequence[tuple[str, str]], rewrite: tuple[str, str], colours: Theme) -> str:
    """Return rich text with the source sentences above and the rewrite sentence below.

    Sentences come with what they are called ("S3"). Dropped words are struck through, added ones
    underlined, changed ones bold, moved ones in italics: no meaning hangs on colour alone.
    """
    label, text = rewrite
    found = _changes(tuple(words for _, words in sources), text)
    rows = [
        _row(name, _marked(words, [c for c in found if c.sentence == at], colours, source=True))
        for at, (name, words) in enumerate(sources)
    ]
    rows.append(_row(label, _marked(text, found, colours, source=False)))
    return "<table cellspacing='0' cellpadding='3'>" + "".join(rows) + "</table>"


def told(sources: Sequence[tuple[str, str]], rewrite: tuple[str, str]) -> str:
    """Return in words what `compared` marks: "Left out: “on Monday”. Added: “at last”."

    Of what was kept nothing is said.
    """
    texts, text = tuple(words for _, words in sources), rewrite[1]
    facts = []
    for change in _changes(texts, text):
        old = change.source.of(texts[change.sentence]) if change.source else ""
        new = change.rewrite.of(text) if change.rewrite else ""
        facts.append(
            {
                What.KEPT: "",
                What.CHANGED: tr("Changed: “{old}” to “{new}”.", old=old, new=new),
                What.MOVED: tr("Moved: “{words}”.", words=new),
                What.ADDED: tr("Added: “{words}”.", words=new),
                What.DROPPED: tr("Left out: “{words}”.", words=old),
            }[change.what]
        )
    return " ".join(fact for fact in facts if fact) or tr("The same words.")


@lru_cache(maxsize=32)
def _changes(sources: tuple[str, ...], rewrite: str) -> tuple[Change, ...]:
    """Return the changes; the sentence in hand is shown anew at every key."""
    return changes(sources, rewrite)


def _row(label: str, words: str) -> str:
    return f"<tr><td><b>{escape(label)}</b>&nbsp;</td><td>{words}</td></tr>"


def _marked(text: str, found: Sequence[Change], colours: Theme, *, source: bool) -> str:
    spans = [
        (span, change.what)
        for change in found
        if (span := change.source if source else change.rewrite) is not None
    ]
    pieces, at = [], 0
    for span, what in sorted(spans):
        pieces.append(escape(text[at : span.start]))
        pieces.append(_styled(span, text, what, colours))
        at = max(at, span.end)
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def _styled(span: Span, text: str, what: What, colours: Theme) -> str:
    words = escape(span.of(text))
    fill = colours.colours["addition_fill"]
    style = {
        What.KEPT: "",
        What.CHANGED: f"font-weight:600; background-color:{colours.colours['paraphrase_fill']}",
        What.MOVED: f"font-style:italic; background-color:{colours.colours['quote_fill']}",
        What.ADDED: f"text-decoration:underline; background-color:{fill}",
        What.DROPPED: f"text-decoration:line-through; color:{colours.colours['soft']}",
    }[what]
    return f"<span style='{style}'>{words}</span>" if style else words
