"""The shares in words: names, counts with their denominators, and all of it read out."""

from collections.abc import Sequence

from desktop.library.codebook import codebook
from desktop.library.shares import Part, Share
from desktop.text.codebook import Side
from desktop.tr import begun, counted, tr
from desktop.window.names import role_name, untagged_term


def side_name(side: Side) -> str:
    """Return what people call a side."""
    return tr("Source") if side is Side.SOURCE else tr("Rewrite")


def share_term(share: Share) -> str:
    """Return what people call a way to stand: a tag, "linked, not marked", "not tagged yet"."""
    if share.kind is not None:
        return codebook().terms[share.kind]
    return untagged_term(linked=share.linked)


def share_name(share: Share) -> str:
    """Return the same where it stands by itself."""
    return begun(share_term(share))


def part_name(part: Part) -> str:
    """Return "Body: 15 sentences, 412 words"."""
    return tr(
        "{role}: {sentences}, {words}",
        role=role_name(part.role),
        sentences=counted("{count} sentence", "{count} sentences", part.sentences),
        words=counted("{count} word", "{count} words", part.words),
    )


def of(count: int, whole: int) -> str:
    """Return a count with its denominator and its share, "5 of 15 · 33 %"."""
    if not whole:
        return tr("0 of 0")
    share = tr("{percent}\u00a0%", percent=round(100 * count / whole))
    return tr("{count} of {whole} · {share}", count=count, whole=whole, share=share)


def counted_apart(part: Part) -> str:
    """Return one line for a headline or standfirst: "Headline, counted apart: 1 quote"."""
    found = (f"{share.sentences} {share_term(share)}" for share in part.shares if share.sentences)
    return tr("{role}, counted apart: {what}", role=role_name(part.role), what=", ".join(found))


def read_out(parts: Sequence[Part]) -> str:
    """Return all of it for people who hear the window, a sentence a part and tag."""
    told = []
    for part in parts:
        told.append(f"{side_name(part.side)}. {part_name(part)}.")
        for share in part.shares:
            if share.sentences:
                told.append(
                    tr(
                        "{name}: {sentences} by sentences, {words} by words.",
                        name=share_name(share),
                        sentences=of(share.sentences, part.sentences),
                        words=of(share.words, part.words),
                    )
                )
    return " ".join(told)
