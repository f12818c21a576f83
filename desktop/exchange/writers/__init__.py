"""Files out: one writer a format, the table of them all, and the way onto the disk."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from desktop.exchange import archive as archives
from desktop.exchange.writers import wording
from desktop.exchange.writers.options import Options, TextPolicy, coders, key_coder
from desktop.exchange.writers.saving import save
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.tr import counted, tr

__all__ = ["WRITERS", "Options", "TextPolicy", "Writer", "save"]


class Writer(NamedTuple):
    """A format. `title` and `about` are what an export dialog says of it, in its language.

    `holds` is the sentence that says whose tags and notes `write` would put into the file;
    `lacks` the one that says why there is nothing to write, "" where there is.
    """

    name: str
    suffix: str
    title: Callable[[], str]
    about: Callable[[], str]
    holds: Callable[[Contents, Options], str]
    lacks: Callable[[Contents, Options], str]
    write: Callable[[Contents, Options], bytes]


def _holds(contents: Contents, whose: Collection[str]) -> str:
    """Say how many tags and notes these coders made, and whether the key is among them."""
    tags = [tag for tag in contents.tags if tag.coder in whose]
    notes = [note for note in contents.notes if note.coder in whose]
    if not tags and not notes:
        return tr("In the file: no tags.")
    found = {tag.coder for tag in tags} | {note.coder for note in notes}
    what = {
        "tags": counted("{count} tag", "{count} tags", len(tags)),
        "notes": counted("{count} note", "{count} notes", len(notes)),
        "coders": counted("{count} coder", "{count} coders", len(found))
        if len(found) > 1
        else found.pop(),
    }
    if contents.pair.key and any(tag.coder == contents.pair.key for tag in tags):
        return tr("In the file: {tags} and {notes} by {coders}, with the answer key.", **what)
    return tr("In the file: {tags} and {notes} by {coders}.", **what)


def _all_hold(contents: Contents, _: Options) -> str:
    return _holds(contents, {*coders(contents), *(note.coder for note in contents.notes)})


def _csv_holds(contents: Contents, options: Options) -> str:
    return _holds(contents, [options.coder]) if options.coder else _all_hold(contents, options)


def _page_holds(contents: Contents, options: Options) -> str:
    return _holds(contents, [options.coder] if options.coder else coders(contents)[:1])


def _key_holds(contents: Contents, options: Options) -> str:
    coder = key_coder(contents, options)
    if not coder:
        return wording.no_key()
    held = _holds(contents, [coder])
    left = len(contents.left(coder))
    if not left:
        return held
    waiting = counted(
        "{count} sentence has no tag yet.", "{count} sentences have no tag yet.", left
    )
    return f"{held} {waiting}"


def _nothing(_: Contents, __: Options) -> str:
    return ""


def _key_lacks(contents: Contents, options: Options) -> str:
    return "" if key_coder(contents, options) else wording.no_key()


def _csv_lacks(contents: Contents, options: Options) -> str:
    found = {tag.coder for tag in contents.tags} | {note.coder for note in contents.notes}
    if options.coder in found or (found and not options.coder):
        return ""
    if not options.coder:
        return tr("Nobody has tagged this pair yet: the table would have no rows. Tag it first.")
    return tr(
        "Coder {coder} has no tags or notes here: the table would have no rows. Tag the pair "
        "first, or take the code of somebody who has.",
        coder=options.coder,
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
        lambda *_: tr("In the file: no tags and no links."),
        _nothing,
        _worksheet,
    ),
    Writer(
        "key",
        ".docx",
        lambda: tr("Answer key (Word)"),
        lambda: tr(
            "Every sentence with its tag, links, flags and notes, for whoever teaches; in a "
            "lesson, first what to look for."
        ),
        _key_holds,
        _key_lacks,
        _key,
    ),
    Writer(
        "page",
        ".html",
        lambda: tr("Page to look at (HTML)"),
        lambda: tr("Both stories with the tags in one file that any browser shows and prints."),
        _page_holds,
        _nothing,
        _page,
    ),
    Writer(
        "csv",
        ".csv",
        lambda: tr("Table of tags (CSV)"),
        lambda: tr("One row a tag, for a spreadsheet or for statistics."),
        _csv_holds,
        _csv_lacks,
        _csv,
    ),
    Writer(
        "archive",
        ".json",
        lambda: tr("Archive of this pair (JSON)"),
        lambda: tr(
            "Everything known of the pair, with everybody's tags and notes, to move it to another "
            "library or to keep it."
        ),
        _all_hold,
        _nothing,
        _archive,
    ),
)
"""All formats, those a teacher needs first."""
