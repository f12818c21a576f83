"""The worksheet: both stories side by side, every sentence with boxes to tick."""

from itertools import zip_longest

from docx.document import Document as Handout
from docx.shared import Cm
from docx.table import _Cell

from desktop.exchange.writers import handout, pieces, sheets, wording
from desktop.exchange.writers.options import Options
from desktop.library.codebook import Codebook
from desktop.library.contents import Contents, SideContents
from desktop.library.model import Sentence
from desktop.text.codebook import Kind, Side
from desktop.tr import tr

_HALF = handout.WIDTH / 2
_TAGS = (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION)
_CARD = (*_TAGS, Kind.OMISSION)


def write(contents: Contents, options: Options) -> bytes:
    """Return a Word document with instructions, the codebook on a card, and both stories.

    It holds no tags, no links and nobody's name.
    """
    contents = sheets.printed(contents)
    title = wording.pair_title(contents)
    document = handout.blank(tr("Worksheet: {title}", title=title), options.codebook.language)
    handout.footer(document, tr("{title} · worksheet", title=title))
    document.add_paragraph(title, style="Title")
    name = document.add_paragraph(style="Subtitle")
    pieces.to_write_on(name, tr("Name or code"), 12)
    pieces.to_write_on(name, "  " + tr("Date"), 18)
    _put_instructions(document)
    _put_card(document, options.codebook)
    _put_stories(document, contents, options)
    document.add_paragraph(wording.made_with(contents, options.codebook), style="Small print")
    return handout.saved(document)


def _put_instructions(document: Handout) -> None:
    for words in (
        tr(
            "The story on the left came first; the one on the right was made from it. Read both. "
            "Then go through the rewrite: tick one tag for each sentence, and write down the "
            "numbers of the source sentences it draws on."
        ),
        tr(
            "Last, go through the source: tick what the rewrite left out. There is no score. Say "
            "why in a note wherever you hesitated."
        ),
    ):
        document.add_paragraph(words, style="Card")


def _put_card(document: Handout, book: Codebook) -> None:
    document.add_paragraph(book.title, style="Heading 1")
    width = handout.WIDTH / len(_CARD)
    grid = pieces.table(document, [width] * len(_CARD), [""] * len(_CARD), book.title)
    for cell, kind in zip(grid.rows[0].cells, _CARD, strict=True):
        line = cell.paragraphs[0]
        pieces.badge(line, book.letters[kind], kind.value)
        line.add_run(f"\u2002{book.names[kind]}")
    for cell, kind in zip(pieces.row(grid), _CARD, strict=True):
        pieces.paragraph(cell, "Card").add_run(book.definitions[kind])
    document.add_paragraph(tr("How to decide"), style="Heading 1")
    for number, step in enumerate(book.steps, 1):
        line = document.add_paragraph(style="Card")
        line.paragraph_format.left_indent = Cm(0.7)
        line.paragraph_format.first_line_indent = Cm(-0.7)
        line.add_run(f"{number}\t{step.name} ").bold = True
        line.add_run(step.text)
    document.add_paragraph(book.rules[0], style="Card")


def _put_stories(document: Handout, contents: Contents, options: Options) -> None:
    document.add_paragraph(
        tr("The two stories"), style="Heading 1"
    ).paragraph_format.page_break_before = True
    sides = contents.source, contents.rewrite
    grid = pieces.table(
        document,
        [_HALF, _HALF],
        [wording.side_title(side) for side in sides],
        tr("The source on the left, the rewrite on the right, a sentence a row."),
    )
    for sentences in zip_longest(*(side.linkable for side in sides)):
        for cell, side, sentence in zip(pieces.row(grid), sides, sentences, strict=True):
            if sentence:
                _put_question(cell, side, sentence, contents.label(sentence.id), options)


def _put_question(
    cell: _Cell, side: SideContents, sentence: Sentence, label: str, options: Options
) -> None:
    sheets.put_sentence(cell, "Sentence", side, sentence, label, options)
    if not side.tags(side.role(sentence)):
        return
    names = options.codebook.names
    answer = pieces.paragraph(cell, "Answer")
    for kind in _TAGS if side.side is Side.REWRITE else (Kind.OMISSION,):
        pieces.tick_box(answer, f"{label} {kind.value}", names[kind])
    if side.side is Side.REWRITE:
        pieces.to_write_on(answer, tr("Draws on"), _HALF - 0.4)
        answer = pieces.paragraph(cell, "Answer")
    pieces.to_write_on(answer, tr("Note"), _HALF - 0.4)
