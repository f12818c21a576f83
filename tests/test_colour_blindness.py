"""Tags can be told apart without colour: in three kinds of colour blindness, and in grey."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from desktop.text.codebook import Kind
from desktop.window.app import application
from desktop.window.desk.bars import draw_bar
from desktop.window.desk.marks import BADGE, Mark, draw_badge, draw_underline
from desktop.window.look.theme import THEMES, Theme, theme
from desktop.window.sheets.appearance import tints
from tests.test_theme import contrast

TAGS = (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION, Kind.OMISSION)
BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation
of Color Vision Deficiency, IEEE TVCG 15 (6), 2009, severity 1.0; on linear RGB."""
LOOKS = [(name, "") for name in THEMES] + [("light", tint) for _, tint in tints() if tint]


def seen(colour, kind):
    """A colour as somebody with this kind of colour blindness sees it."""
    encoded = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in encoded]
    mixed = [
        sum(share * c for share, c in zip(row, linear, strict=True)) for row in BLINDNESS[kind]
    ]
    clipped = [min(max(c, 0.0), 1.0) for c in mixed]
    back = [12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in clipped]
    return QColor.fromRgbF(*back)


def look(name, tint):
    """A theme, the light one with a tint of its paper."""
    colours = theme(name)
    return Theme(name, name, colours.colours | {"paper": tint}) if tint else colours


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize(("name", "tint"), LOOKS)
def test_marks_stand_out_to_the_colour_blind(name, tint, blindness):
    colours = look(name, tint)
    paper = seen(colours["paper"], blindness)
    for kind in Kind:
        line, fill = (seen(c, blindness) for c in (colours.line(kind), colours.fill(kind)))
        assert contrast(line, paper) >= 3, kind
        assert contrast(line, fill) >= 3, kind
        assert contrast(seen(colours["ink"], blindness), fill) >= 4.5, kind
    assert contrast(seen(colours["accent"], blindness), paper) >= 3
    assert contrast(seen(colours["rim"], blindness), paper) >= 3


def test_the_simulation_knows_what_the_red_blind_confuse():
    """Red and a dark green look alike then, and grey stays grey."""
    red, green = (seen(QColor(c), "protanopia") for c in ("#CC3311", "#665511"))
    assert contrast(red, green) < 1.3
    assert contrast(QColor("#CC3311"), QColor("#665511")) > contrast(red, green)
    for kind in BLINDNESS:
        assert abs(seen(QColor("#808080"), kind).red() - 128) <= 1


def plain(paper="#FFFFFF", ink="#000000"):
    """A theme for a copier: every line in one ink, every fill white."""
    roles = {kind.value: ink for kind in Kind} | {f"{kind.value}_fill": paper for kind in Kind}
    return Theme("grey", "Grey", roles | {"paper": paper, "ink": ink})


def drawn(draw, width, height):
    """What `draw` paints on white, in grey levels, row by row."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return [grey.pixelColor(x, y).lightness() for y in range(height) for x in range(width)]


def underline(mark, colours, width=120):
    place = QRectF(0, 0, width, 20)
    return drawn(lambda p: draw_underline(p, mark, place, 1, colours), width, 8)


def apart(one, other):
    """The share of the ink of either picture (0..1) that the other does not have."""
    ink = sum(255 - min(a, b) for a, b in zip(one, other, strict=True))
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / ink


@pytest.mark.parametrize(("one", "other"), list(combinations(TAGS, 2)))
def test_in_grey_the_underlines_are_different_pictures(one, other):
    first, second = (underline(Mark(kind), plain()) for kind in (one, other))
    assert apart(first, second) > 0.25


@pytest.mark.parametrize("kind", TAGS)
def test_in_grey_a_suggestion_is_not_taken_for_a_tag(kind):
    suggested = underline(Mark(Kind.QUOTE, suggested=True), plain())
    assert apart(suggested, underline(Mark(kind), plain())) > 0.25


@pytest.mark.parametrize("name", THEMES)
def test_in_grey_the_themes_own_colours_keep_the_tags_apart(name):
    pictures = [underline(Mark(kind), theme(name)) for kind in TAGS]
    for one, other in combinations(pictures, 2):
        assert apart(one, other) > 0.2


@pytest.mark.parametrize("suggested", [False, True])
def test_the_letters_of_the_badges_are_different_pictures(suggested):
    application()
    size, corner = int(BADGE) + 4, QPointF(2, 2)
    pictures = []
    for kind in TAGS:
        mark = Mark(kind, suggested=suggested)

        def draw(painter, mark=mark):
            draw_badge(painter, mark, corner, plain(), QFont("Atkinson Hyperlegible"))

        pictures.append(drawn(draw, size, size))
    for one, other in combinations(pictures, 2):
        letter = sum(255 - max(a, b) for a, b in zip(one, other, strict=True))
        assert sum(abs(a - b) for a, b in zip(one, other, strict=True)) / max(letter, 1) > 0.04


def test_in_grey_the_bars_of_map_and_chart_are_different_pictures():
    bars = [
        drawn(lambda p, kind=kind: draw_bar(p, QRectF(1, 1, 40, 12), Mark(kind), plain()), 42, 14)
        for kind in TAGS
    ]
    for one, other in combinations(bars, 2):
        assert apart(one, other) > 0.15
