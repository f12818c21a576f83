"""A Word document to hand out: sans serif, large, with its language set, nothing personal in it."""

import io
import zipfile
from typing import NamedTuple

from docx import Document
from docx.document import Document as Handout
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from desktop.exchange.colours import colours

WIDTH = 26.5
"""The space between the margins of a page, in centimetres."""

INDENT = 1.1
"""Where a sentence begins, after its number, in centimetres."""


class Look(NamedTuple):
    """How a paragraph style looks: points, and a role of the theme's colours."""

    size: float
    bold: bool = False
    colour: str = "ink"
    above: float = 0
    below: float = 0
    lines: float = 1.2
    indent: float = 0  # cm


_LOOKS = {
    "Normal": Look(12, below=6, lines=1.5),
    "Title": Look(24, bold=True, below=2),
    "Subtitle": Look(12, colour="soft", below=10),
    "Heading 1": Look(15, bold=True, above=14, below=6),
    "Sentence": Look(12, above=3, below=2, lines=1.5, indent=INDENT),
    "Key sentence": Look(11, above=2, below=2, lines=1.25, indent=INDENT),
    "Answer": Look(10.5, below=3, lines=1.3, indent=INDENT),
    "Card": Look(10.5, above=2, below=2),
    "Side": Look(11, bold=True, above=3, below=3),
    "Small print": Look(8.5, colour="soft", above=10),
    "Footer": Look(8.5, colour="soft"),
}
_FONT = "Arial"
_NOT_NEEDED = ("stylesWithEffects", "customXml", "webSettings", "thumbnail", "extended-properties")


def blank(title: str, language: str) -> Handout:
    """Return an empty landscape A4 document in this project's styles."""
    document = Document()
    for part in (document.part, document.part.package):
        for name, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _NOT_NEEDED:
                del part.rels[name]
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm((29.7 - WIDTH) / 2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    section.footer_distance = Cm(0.8)
    _set_styles(document, language)
    _set_properties(document, title, language)
    return document


def _set_styles(document: Handout, language: str) -> None:
    styles = document.styles
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    known = {style.name for style in styles}
    for name, look in _LOOKS.items():
        if name not in known:
            styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _set_style(styles[name], look)
    for name in ("Sentence", "Key sentence"):
        styles[name].paragraph_format.first_line_indent = Cm(-INDENT)
    spoken = styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    spoken.set(qn("w:val"), language)


def _set_style(style: ParagraphStyle, look: Look) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(look.size), look.bold, False
    style.font.color.rgb = RGBColor.from_string(colours()[look.colour].lstrip("#"))
    _strip(style.element.get_or_add_rPr(), "w:rFonts", "w:spacing", "w:kern")
    style.element.rPr.insert(
        0,
        parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/>'),
    )
    _strip(style.element.get_or_add_pPr(), "w:pBdr", "w:tabs", "w:contextualSpacing")
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.above), Pt(look.below)
    paragraph.line_spacing = look.lines
    paragraph.left_indent = Cm(look.indent)


def _strip(properties: BaseOxmlElement, *names: str) -> None:
    for name in names:
        for old in properties.findall(qn(name)):
            properties.remove(old)


def _set_properties(document: Handout, title: str, language: str) -> None:
    core = document.core_properties
    core.title, core.language = title, language
    core.author = core.comments = core.last_modified_by = ""
    _strip(core._element, "dcterms:created", "dcterms:modified")
    settings = document.settings.element
    settings.find(f".//{qn('w:compatSetting')}").set(qn("w:val"), "15")
    _strip(settings, "w:rsids")


def footer(document: Handout, text: str) -> None:
    """Put `text` at the foot of each page, with the number of the page and of all."""
    line = document.sections[0].footer.paragraphs[0]
    line.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{text}\t")
    for before, code in (("", "PAGE"), (" / ", "NUMPAGES")):
        line.add_run(before)
        line._p.append(
            parse_xml(
                f'<w:fldSimple {nsdecls("w")} w:instr="{code}">'
                "<w:r><w:t>1</w:t></w:r></w:fldSimple>"
            )
        )


def saved(document: Handout) -> bytes:
    """Return the document as a file, the same bytes for the same content."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            entry.create_system = 3
            fixed.writestr(entry, made.read(name))
    return out.getvalue()
