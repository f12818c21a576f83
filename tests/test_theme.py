"""Every theme can be read: contrast by WCAG 2.2, 1.4.3 (text) and 1.4.11 (marks)."""

import pytest

from desktop.text.codebook import Kind
from desktop.window.look.theme import THEMES, theme


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it, 0..1."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lower, upper = sorted((luminance(one), luminance(other)))
    return (upper + 0.05) / (lower + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_ground_and_fill(name):
    colours = theme(name)
    grounds = [colours[role] for role in ("ground", "paper", "wash")]
    for text in ("ink", "soft", "saved", "warn"):
        for ground in grounds:
            assert contrast(colours[text], ground) >= 4.5, text
    for kind in Kind:
        assert contrast(colours["ink"], colours.fill(kind)) >= 4.5, kind
    assert contrast(colours["on_accent"], colours["accent"]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_marks_stand_out_from_paper_and_from_their_fill(name):
    colours = theme(name)
    for kind in Kind:
        assert contrast(colours.line(kind), colours["paper"]) >= 3, kind
        assert contrast(colours.line(kind), colours.fill(kind)) >= 3, kind
    assert contrast(colours["accent"], colours["paper"]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_rims_of_what_can_be_used_and_the_line_of_the_focus_stand_out(name):
    colours = theme(name)
    for role in ("rim", "accent"):
        for ground in ("ground", "paper", "wash"):
            assert contrast(colours[role], colours[ground]) >= 3, (role, ground)
