"""The shares: what is counted, what the chart and its table say, and the pictures of it."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop.library.model import Link, Tag
from desktop.library.shares import Share, shares
from desktop.text.codebook import KINDS, Kind, Role, Side
from desktop.text.words import words
from desktop.window.app import application
from desktop.window.look.theme import theme
from desktop.window.shares.chart import WIDTH, draw, height
from desktop.window.shares.picture import pdf, svg
from desktop.window.shares.sheet import chart_of
from tests import dialogs, samples
from tests.dialogs import typing
from tests.window import opened, press, sentence

person = dialogs.person
PAIR = samples.pair()


def tagged(verdicts, pair=PAIR, coder="K1"):
    """The pair with these tags, by what the sentences are called in files."""
    ids = {pair.label(s): s for s in pair.sentences}
    ids = {"pair_id": pair.pair.id, "coder": coder}, ids
    new = (Tag(**ids[0], sentence_id=ids[1][name], kind=kind) for name, kind in verdicts.items())
    return replace(pair, tags=(*pair.tags, *new))


def counts(pair, side, role=Role.BODY, coder="K1"):
    """Sentences and words by name of a part; what nobody has is left out."""
    [part] = [p for p in shares(pair, coder) if (p.side, p.role) == (side, role)]
    return {
        "linked" if share.linked else str(share.kind): (share.sentences, share.words)
        for share in part.shares
        if share.sentences
    }


# what is counted


def test_shares_count_sentences_and_words_of_the_body_of_one_side():
    pair = tagged({"R2": Kind.QUOTE, "R3": Kind.ADDITION, "R5": Kind.ADDITION, "S3": Kind.OMISSION})
    assert counts(pair, Side.REWRITE) == {
        "quote": (1, 5),  # The mayor quit on Monday.
        "addition": (2, 4),  # Critics cheered. Bakers danced.
        "None": (1, 5),  # “I am tired,” she said.
    }
    assert counts(pair, Side.SOURCE) == {"omission": (1, 4), "None": (2, 12)}


def test_the_headline_is_counted_apart():
    pair = tagged({"R1": Kind.PARAPHRASE})
    assert counts(pair, Side.REWRITE, Role.HEADLINE) == {"paraphrase": (1, 3)}
    assert "paraphrase" not in counts(pair, Side.REWRITE)


def test_a_linked_source_sentence_is_not_called_kept_before_somebody_says_so():
    ids = {PAIR.label(s): s for s in PAIR.sentences}
    link = Link(pair_id=PAIR.pair.id, source=(ids["S2"],), rewrite=(ids["R2"],))
    pair = replace(PAIR, links=(link,))
    assert counts(pair, Side.SOURCE) == {"linked": (1, 5), "None": (2, 11)}
    assert counts(tagged({"S2": Kind.KEPT}, pair), Side.SOURCE) == {"kept": (1, 5), "None": (2, 11)}
    assert counts(pair, Side.REWRITE) == {"None": (4, 14)}


def test_every_coder_is_counted_alone():
    pair = tagged({"R2": Kind.QUOTE}, tagged({"R2": Kind.PARAPHRASE, "R3": Kind.UNSURE}), "B")
    assert counts(pair, Side.REWRITE, coder="B") == {"quote": (1, 5), "None": (3, 9)}
    assert counts(pair, Side.REWRITE)["unsure"] == (1, 2)


VERDICTS = st.fixed_dictionaries(
    {},
    optional={f"R{n}": st.sampled_from(KINDS[Side.REWRITE]) for n in range(1, 6)}
    | {f"S{n}": st.sampled_from(KINDS[Side.SOURCE]) for n in range(1, 5)},
)


@given(VERDICTS)
def test_every_sentence_is_counted_once_and_only_on_its_own_side(verdicts):
    pair = tagged(verdicts)
    parts = shares(pair, "K1")
    for side in Side:
        taggable = pair.side(side).taggable
        found = [part for part in parts if part.side is side]
        assert sum(part.sentences for part in found) == len(taggable)
        size = sum(len(words(pair.side(side).text(s))) for s in taggable)
        assert sum(part.words for part in found) == size
        tags = [kind for name, kind in verdicts.items() if name[0] == side.value[0].upper()]
        for kind in KINDS[side]:
            counted = sum(s.sentences for part in found for s in part.shares if s.kind is kind)
            assert counted == tags.count(kind)
        for part in found:
            assert {s.kind for s in part.shares} == {*KINDS[side], None}


# what is shown


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    yield window
    window.close()


def shown(window):
    """The rows of the table of figures, as they are read."""
    figures = window.views.shares.figures
    return [
        " | ".join(figures.item(row, column).text() for column in range(5))
        for row in range(figures.rowCount())
    ]


def test_the_sheet_follows_the_tags_and_their_undoing(window):
    press(window, "Ctrl+Shift+S")
    sheet = window.views.shares
    assert sheet.isVisible()
    assert "Rewrite | Body | Quote | 0 of 4 · 0\u00a0% | 0 of 14 · 0\u00a0%" in shown(window)
    before = sheet.chart.grab().toImage()
    window.workspace.tag(sentence(window, "The mayor quit"), Kind.QUOTE)
    assert "Rewrite | Body | Quote | 1 of 4 · 25\u00a0% | 5 of 14 · 36\u00a0%" in shown(window)
    assert sheet.chart.grab().toImage() != before
    window.actions_["undo"].trigger()
    assert sheet.chart.grab().toImage() == before
    sheet.close()


def test_the_chart_is_read_out_with_every_denominator(window):
    window.workspace.tag(sentence(window, "Critics cheered"), Kind.ADDITION)
    press(window, "Ctrl+Shift+S")
    chart = QAccessible.queryAccessibleInterface(window.views.shares.chart)
    assert chart.text(QAccessible.Text.Name) == "Chart of shares"
    told = chart.text(QAccessible.Text.Description).replace("\u00a0", " ")
    assert "Rewrite. Body: 4 sentences, 14 words." in told
    assert "Editorial addition: 1 of 4 · 25 % by sentences, 2 of 14 · 14 % by words." in told
    assert "Rewrite. Headline: 1 sentence, 3 words. Not tagged yet: 1 of 1" in told
    window.views.shares.close()


def test_without_a_pair_there_is_nothing_to_show_and_nothing_to_save(window, tmp_path):
    press(window, "Ctrl+Shift+S")
    sheet = window.views.shares
    window.workspace.close_pair()
    assert sheet.figures.rowCount() == 0
    sheet.choose = lambda *_: pytest.fail("asked for a file")
    sheet.save(".svg")
    sheet.close()


# pictures


def drawn(chart):
    image = QImage(round(WIDTH), round(height(chart)), QImage.Format.Format_RGB32)
    image.fill(theme("light")["paper"])
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, chart, theme("light"))
    painter.end()
    return image


@pytest.fixture
def chart():
    application()
    verdicts = {"R1": Kind.QUOTE, "R2": Kind.QUOTE, "R3": Kind.ADDITION, "R4": Kind.PARAPHRASE}
    return chart_of(tagged(verdicts | {"S3": Kind.OMISSION, "S4": Kind.KEPT}), "K1")


def test_the_svg_shows_what_the_screen_shows(chart):
    there = drawn(chart)
    file = QSvgRenderer(QByteArray(svg(chart)))
    assert file.isValid()
    here = QImage(there.size(), QImage.Format.Format_RGB32)
    here.fill(theme("light")["paper"])
    painter = QPainter(here)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    file.render(painter, QRectF(0, 0, there.width(), there.height()))
    painter.end()
    small = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in (there, here)]
    points = [(x, y) for x in range(0, there.width(), 3) for y in range(0, there.height(), 3)]
    apart = [
        abs(small[0].pixelColor(*point).value() - small[1].pixelColor(*point).value()) > 90
        for point in points
    ]
    assert sum(apart) < 0.01 * len(points)


def test_the_svg_says_what_it_shows_and_names_nobody(chart):
    root = ElementTree.fromstring(svg(chart))
    name = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{name}title").text == "Shares: Mayor"
    assert "Editorial addition: 1 of 4" in root.find(f"{name}desc").text
    told = {
        "".join(text.itertext()).replace("\u00a0", " ").strip() for text in root.iter(f"{name}text")
    }
    assert {"by sentences", "1 of 4 · 25 %", "Rewrite   The rewrite", "Not tagged yet"} <= told
    assert "Tags of K1. Suggestions do not count." in told


def test_the_same_figures_give_the_same_files(chart):
    assert svg(chart) == svg(chart)
    first = pdf(chart)
    assert first.startswith(b"%PDF-")
    assert first == pdf(chart)
    assert first != pdf(chart._replace(title="Another"))
    assert b"(D:19800101000000" in first


def test_a_picture_is_saved_where_it_was_asked_for(window, tmp_path, person):
    press(window, "Ctrl+Shift+S")
    sheet = window.views.shares
    goal = tmp_path / "picture"
    person(typing(goal), typing(goal))
    sheet.save(".svg")
    assert QSvgRenderer(str(goal.with_suffix(".svg"))).isValid()
    sheet.save(".pdf")
    assert goal.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert sheet.told.text() == f"Written: {goal.with_suffix('.pdf')}"
    sheet.close()


def test_a_picture_that_cannot_be_written_is_told_in_a_sentence(window, tmp_path):
    press(window, "Ctrl+Shift+S")
    sheet = window.views.shares
    (tmp_path / "taken.svg").mkdir()
    sheet.choose = lambda *_: tmp_path / "taken.svg"
    sheet.save(".svg")
    assert "“taken.svg” could not be written" in sheet.told.text()
    sheet.close()


def test_a_way_to_stand_that_nobody_took_is_still_in_the_list():
    [body, *_] = shares(PAIR, "K1")
    assert Share(Kind.QUOTE) in body.shares
