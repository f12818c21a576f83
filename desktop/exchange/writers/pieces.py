"""The pieces of a handout: tables, tick boxes, badges, lines to write on."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from docx.document import Document as Handout
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from desktop.exchange.colours import colours
from desktop.exchange.writers.wording import direction

_NAMESPACES = nsdecls("w") + ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47, the common part


def table(document: Handout, widths: Sequence[float], header: Sequence[str], about: str) -> Table:
    """Return a table with columns of these widths in centimetres, its first row on every page.

    `about` tells a screen reader what the table holds.
    """
    made: Table = document.add_table(rows=0, cols=len(widths))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    line = f'w:val="single" w:sz="6" w:space="0" w:color="{_rgb("edge")}"'
    properties = made._tbl.tblPr
    properties.getparent().replace(
        properties,
        _xml(
            f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top {line}/>'
            f"<w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
            '<w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblDescription w:val={quoteattr(about)}/></w:tblPr>"
        ),
    )
    for cell, words in zip(row(made), header, strict=True):
        shade(cell, "wash")
        paragraph(cell, "Side").add_run(words)
    made.rows[0]._tr.get_or_add_trPr().append(_xml("<w:tblHeader/>"))
    return made


def row(grid: Table) -> tuple[_Cell, ...]:
    """Return the cells of a new row that stays on one page."""
    made = grid.add_row()  # type: ignore[no-untyped-call]
    made._tr.get_or_add_trPr().append(_xml("<w:cantSplit/>"))
    for cell, column in zip(made.cells, grid.columns, strict=True):
        cell.width = column.width
    return tuple(made.cells)


def paragraph(cell: _Cell, style: str) -> Paragraph:
    """Return a new paragraph of a cell, or its first one while that is empty."""
    first = cell.paragraphs[0]
    unused = len(cell.paragraphs) == 1 and not first.runs and first.style.name == "Normal"
    made: Paragraph = first if unused else cell.add_paragraph()
    made.style = style
    return made


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour of the theme, by its role."""
    cell._tc.get_or_add_tcPr().append(
        _xml(f'<w:shd w:val="clear" w:color="auto" w:fill="{_rgb(colour)}"/>')
    )


def badge(line: Paragraph, letter: str, colour: str) -> None:
    """Add a letter, white on a strong colour of the theme; it is read without the colour too."""
    line._p.append(
        _xml(
            f'<w:r><w:rPr><w:b/><w:color w:val="{_rgb("paper")}"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{_rgb(colour)}"/></w:rPr>'
            f'<w:t xml:space="preserve">\u00a0{letter}\u00a0</w:t></w:r>'
        )
    )


def tick_box(line: Paragraph, name: str, label: str) -> None:
    """Add a box that can be ticked on paper and on a screen, and what it stands for.

    `name` is what a screen reader calls it and what a program finds it by.
    """
    font = 'w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"'
    line._p.append(
        _xml(
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(name)}/><w:tag w:val={quoteattr(name)}/>"
            '<w14:checkbox><w14:checked w14:val="0"/>'
            '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
            '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
            f"<w:sdtContent><w:r><w:rPr><w:rFonts {font}/></w:rPr><w:t>\u2610</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        )
    )
    line.add_run(f"\u00a0{label}\u2003".replace(" ", "\u00a0"))


def to_write_on(line: Paragraph, label: str, end: float) -> None:
    """Add a dotted line up to `end` centimetres from the cell's left edge."""
    line.paragraph_format.tab_stops.add_tab_stop(
        Cm(end), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
    soft(line, f"{label}\u00a0")
    line.add_run("\t")


def soft(line: Paragraph, words: str, size: float | None = None) -> Run:
    """Add words in a softer colour."""
    made = line.add_run(words)
    made.font.color.rgb = _colour("soft")
    if size:
        made.font.size = Pt(size)
    return made


def spoken(run: Run, language: str) -> None:
    """Say which language the words of `run` are in, and turn them where it runs to the left."""
    if not _LANGUAGE.fullmatch(language):
        return
    properties = run._r.get_or_add_rPr()
    if direction(language) == "rtl":
        properties.append(_xml("<w:rtl/>"))
        properties.append(_xml(f'<w:lang w:bidi="{language}"/>'))
        run._r.getparent().get_or_add_pPr().insert_element_before(_xml("<w:bidi/>"), "w:spacing")
    else:
        properties.append(_xml(f'<w:lang w:val="{language}"/>'))


def _colour(role: str) -> RGBColor:
    return RGBColor.from_string(_rgb(role))


def _rgb(role: str) -> str:
    return colours()[role].lstrip("#")


def _xml(inner: str) -> BaseOxmlElement:
    """Return an element of WordprocessingML."""
    end = min(at for at in (inner.find(" "), inner.find(">"), inner.find("/>")) if at > 0)
    return parse_xml(f"{inner[:end]} {_NAMESPACES}{inner[end:]}")
