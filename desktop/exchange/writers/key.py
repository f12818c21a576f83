"""The answer key: one coder's tags with their sub-kinds, flags, links and notes."""

from collections.abc import Mapping

from docx.document import Document as Handout
from docx.table import _Cell

from desktop.exchange.writers import handout, pieces, sheets, wording
from desktop.exchange.writers.options import Options, TextPolicy, key_coder
from desktop.library.contents import Contents, SideContents
from desktop.library.hints import suggestions
from desktop.library.model import Tag
from desktop.problem import Problem
from desktop.text.codebook import Kind, Side
from desktop.tr import tr

_WIDTHS = (12.3, 4.6, 2.6, handout.WIDTH - 12.3 - 4.6 - 2.6)


def write(contents: Contents, options: Options) -> bytes:
    """Return a Word document with the tags of the pair's key, else of the coder in `options`.

    Where neither is named, one of those who tagged the pair is taken. Raises Problem where there
    are no tags.
    """
    coder = key_coder(contents, options)
    if not coder:
        raise Problem(wording.no_key())
    contents = sheets.printed(contents)
    title = wording.pair_title(contents)
    document = handout.blank(tr("Key: {title}", title=title), options.codebook.language)
    handout.footer(document, tr("{title} · key", title=title))
    document.add_paragraph(title, style="Title")
    document.add_paragraph(
        tr(
            "Key, as tagged by {coder}. Another careful reader may differ.",
            coder=sheets.printable(coder),
        ),
        style="Subtitle",
    )
    _put_lesson(document, contents.pair.lesson)
    for side in (contents.rewrite, contents.source):
        _put_side(document, contents, side, coder, options)
    document.add_paragraph(wording.made_with(contents, options.codebook), style="Small print")
    return handout.saved(document)


def _put_lesson(document: Handout, lesson: str) -> None:
    paragraphs = [line for line in lesson.splitlines() if line.strip()]
    if paragraphs:
        document.add_paragraph(tr("What to look for"), style="Heading 1")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)


def _put_side(
    document: Handout, contents: Contents, side: SideContents, coder: str, options: Options
) -> None:
    heading = document.add_paragraph(wording.side_title(side), style="Heading 1")
    heading.paragraph_format.page_break_before = side.side is Side.SOURCE
    tags, notes = contents.tags_of(coder), contents.notes_of(coder)
    changes = _changes(contents, tags, options)
    document.add_paragraph(wording.counts(contents, side, tags, options.codebook), style="Card")
    over_partners = tr("Draws on") if side.side is Side.REWRITE else tr("Told in")
    grid = pieces.table(
        document,
        _WIDTHS,
        [tr("Sentence"), tr("Tag"), over_partners, tr("Flags and notes")],
        tr("Each sentence with its tag, the sentences linked to it, and what was noted."),
    )
    for sentence in side.linkable:
        words, verdict, linked, remarks = pieces.row(grid)
        label = contents.label(sentence.id)
        sheets.put_sentence(words, "Key sentence", side, sentence, label, options)
        tag = tags.get(sentence.id)
        if tag:
            _put_verdict(verdict, tag, options)
            _put_remarks(remarks, tag, options)
        elif wording.kept_unsaid(contents, side, sentence):
            pieces.soft(pieces.paragraph(verdict, "Card"), options.codebook.names[Kind.KEPT])
        partners = (contents.label(partner.id) for partner in contents.partners(sentence.id))
        pieces.paragraph(linked, "Card").add_run(", ".join(partners))
        if sentence.id in notes:
            pieces.paragraph(remarks, "Card").add_run(notes[sentence.id].text)
        elif sentence.id in changes:
            pieces.soft(pieces.paragraph(remarks, "Card"), changes[sentence.id])


def _changes(contents: Contents, tags: Mapping[str, Tag], options: Options) -> dict[str, str]:
    """Return what the engine found changed where a tag has the very flags it would give.

    It quotes both texts, so there is nothing where those are not to be shown whole.
    """
    if options.text_policy is not TextPolicy.FULL or not any(tag.flags for tag in tags.values()):
        return {}
    found = suggestions(contents)
    return {
        sentence_id: found[sentence_id].changes
        for sentence_id, tag in tags.items()
        if tag.flags and sentence_id in found
        if (tag.kind, set(tag.flags)) == (found[sentence_id].kind, set(found[sentence_id].flags))
    }


def _put_verdict(cell: _Cell, tag: Tag, options: Options) -> None:
    names = options.codebook.names
    pieces.shade(cell, f"{tag.kind.value}_fill")
    line = pieces.paragraph(cell, "Card")
    pieces.badge(line, options.codebook.letters[tag.kind], tag.kind.value)
    line.add_run(f"\u2002{names[tag.kind]}").bold = True
    if tag.subkind:
        pieces.paragraph(cell, "Card").add_run(names[tag.subkind])


def _put_remarks(cell: _Cell, tag: Tag, options: Options) -> None:
    remarks = wording.remarks_on(tag, options.codebook)
    if remarks:
        pieces.paragraph(cell, "Card").add_run(" · ".join(remarks)).bold = True
