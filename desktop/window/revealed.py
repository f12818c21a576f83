"""What may be seen of a pair while one predicts: no link before a sentence of it has a tag."""

from collections.abc import Collection
from dataclasses import replace

from desktop.library.contents import Contents
from desktop.library.model import Link
from desktop.tr import tr


def revealed(contents: Contents, tagged: Collection[str], own: Collection[str]) -> Contents:
    """Return the pair with the links of `tagged` sentences and those whose ids are `own` alone.

    What links whom in a link of several sentences is seen couple by couple.
    """
    links: list[Link] = []
    for link in contents.links:
        links += [link] if link.id in own else _seen(link, tagged)
    return replace(contents, links=tuple(links))


def why_hidden(*, of_all: bool) -> str:
    """Return what to do to get at hidden links: those `of_all` sentences, or of one."""
    if of_all:
        return tr(
            "Links are hidden while you predict. For all at once, tag every sentence of the "
            "rewrite first, or untick View ▸ Predict first, then reveal."
        )
    return tr(
        "Links are hidden while you predict. Tag the sentence first, or untick "
        "View ▸ Predict first, then reveal."
    )


def _seen(link: Link, tagged: Collection[str]) -> list[Link]:
    """Return what may be seen of a link: itself, or a part for each of its rewrite sentences."""
    parts = []
    for rewrite in link.rewrite:
        sources = tuple(source for source in link.source if source in tagged or rewrite in tagged)
        if sources:
            parts.append(link.model_copy(update={"source": sources, "rewrite": (rewrite,)}))
    whole = sum(len(part.source) for part in parts) == len(link.source) * len(link.rewrite)
    return [link] if whole else parts
