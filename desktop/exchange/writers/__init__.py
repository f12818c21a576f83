"""Files out: one writer a format, the table of them all, and the way onto the disk."""

from collections.abc import Callable
from typing import NamedTuple

from desktop.exchange import archive as archives
from desktop.exchange.writers.options import Options, TextPolicy, chosen
from desktop.exchange.writers.saving import save
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.tr import counted, tr

__all__ = ["WRITERS", "Options", "TextPolicy", "Writer", "save", "summary"]


class Writer(NamedTuple):
    """A format. `title` and `about` are what an export dialog says of it, in its language."""

    name: str
    suffix: str
    title: Callable[[], str]
    about: Callable[[], str]
    write: Callable[[Contents, Options], bytes]


def summary(contents: Contents, options: Options) -> str:
    """Return what an export holds, such as "2 articles, 41 tags, 1 coder"."""
    tags = chosen(contents, options)
    return ", ".join(
        (
            counted("{count} article", "{count} articles", 2),
            counted("{count} tag", "{count} tags", len(tags)),
            counted("{count} coder", "{count} coders", len({tag.coder for tag in tags})),
        )
    )


# The libraries behind a format are slow to import: each is asked for when first needed.


def _csv(contents: Contents, options: Options) -> bytes:
    from desktop.exchange.writers import table

    return table.write(contents, options)


def _archive(contents: Contents, options: Options) -> bytes:
    if options.text_policy is not TextPolicy.FULL:
        raise Problem(
            tr("An archive always holds the whole texts. Choose them, or export another format.")
        )
    return archives.write([contents])


def _worksheet(contents: Contents, options: Options) -> bytes:
    from desktop.exchange.writers import worksheet

    return worksheet.write(contents, options)


def _key(contents: Contents, options: Options) -> bytes:
    from desktop.exchange.writers import key

    return key.write(contents, options)


def _page(contents: Contents, options: Options) -> bytes:
    from desktop.exchange.writers import page

    return page.write(contents, options)


WRITERS = (
    Writer(
        "worksheet",
        ".docx",
        lambda: tr("Worksheet to hand out (Word)"),
        lambda: tr(
            "Both stories side by side with boxes to tick and lines for notes, and the codebook "
            "on a card. It holds no tags."
        ),
        _worksheet,
    ),
    Writer(
        "key",
        ".docx",
        lambda: tr("Answer key (Word)"),
        lambda: tr("Every sentence with its tag, links, flags and notes, for whoever teaches."),
        _key,
    ),
    Writer(
        "page",
        ".html",
        lambda: tr("Page to look at (HTML)"),
        lambda: tr("Both stories with the tags in one file that any browser shows and prints."),
        _page,
    ),
    Writer(
        "csv",
        ".csv",
        lambda: tr("Table of tags (CSV)"),
        lambda: tr("One row a tag, for a spreadsheet or for statistics."),
        _csv,
    ),
    Writer(
        "archive",
        ".json",
        lambda: tr("Archive of this pair (JSON)"),
        lambda: tr("Everything known of the pair, to move it to another library or to keep it."),
        _archive,
    ),
)
"""All formats, those a teacher needs first."""
