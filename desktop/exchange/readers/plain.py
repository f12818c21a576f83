"""Read an article that comes as plain text."""

from desktop.exchange.dating import published
from desktop.exchange.reading import Reading, spoken, title
from desktop.problem import Problem
from desktop.text.clean import pasted
from desktop.tr import tr


def reading(raw: str, name: str = "", notes: tuple[str, ...] = ()) -> Reading:
    """Return the article in `raw`, cleaned; `name` is used where the text has no headline.

    Raises Problem where there is no text.
    """
    blocks = pasted(raw)
    if not blocks:
        raise Problem(tr("There is no text in it. Nothing was added; choose or paste an article."))
    language = spoken(blocks)
    return Reading(
        blocks=blocks,
        published=published(blocks, language),
        language=language,
        name=title(blocks, name),
        notes=notes,
    )
