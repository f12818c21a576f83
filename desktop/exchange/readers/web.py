"""Read an article from a web page: nothing visible is lost, furniture only gets its role."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.exchange.dating import published
from desktop.exchange.readers import plain
from desktop.exchange.readers.encoding import Decoded, decoded
from desktop.exchange.reading import Reading, spoken, title
from desktop.problem import Problem
from desktop.text.clean import LONGEST_PAGE
from desktop.text.codebook import Role
from desktop.text.normal import normal
from desktop.tr import tr

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+)")  # as browsers save pages


def reading(page: str | bytes, name: str = "") -> Reading:
    """Return the article of a page; `name` is used where it has no headline.

    Where no article stands out, all visible text is taken and cleaned like a pasted one. Raises
    Problem where the page shows no text at all, as those do that a script fills in later.
    """
    # Parsing pages takes libraries that are slow to import.
    from desktop.exchange.readers import article, lines

    text, notes = decoded(page, _declared(page)) if isinstance(page, bytes) else Decoded(page)
    root = lines.tree(text)
    seen = () if root is None else lines.lines(root)
    if root is None or not seen:
        raise Problem(
            tr(
                "This page shows no text by itself. Nothing was added; open it in a browser, "
                "select the article, and paste it here."
            )
        )
    found = article.found(root, seen) if len(seen) <= LONGEST_PAGE else None
    if found is None:
        return _without_article([line.text for line in seen], name, notes)
    blocks = tuple(block._replace(text=normal(block.text)) for block in found.blocks)
    headline = next((block.text for block in blocks if block.role is Role.HEADLINE), "")
    saved = _SAVED_FROM.search(text[:5000])
    language = spoken(blocks, found.language)
    return Reading(
        blocks=blocks,
        headline=headline,
        outlet=normal(found.outlet),
        author=normal(found.author),
        published=found.published or published(blocks, language),
        address=found.address or (saved[1] if saved else ""),
        language=language,
        name=title(blocks, name),
        notes=notes,
    )


def _without_article(lines: Sequence[str], name: str, notes: tuple[str, ...]) -> Reading:
    cleaned = plain.reading("\n".join(lines), name, notes)
    if all(block.role is not Role.BOILERPLATE for block in cleaned.blocks):
        return cleaned
    unsure = tr("No article stood out on this page; please check what was taken for one.")
    return replace(cleaned, notes=(*notes, unsure))


def _declared(page: bytes) -> str:
    """Return the encoding a page says it is in, or ""."""
    match = _DECLARED.search(page[:4096])
    return match[1].decode("ascii") if match else ""
