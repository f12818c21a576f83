"""Reading aids: find, looks, numbers, ruler, and panes that scroll together."""

import pytest
from PySide6.QtTest import QTest

from desktop.text.codebook import Role, Side
from desktop.window.sheets.appearance import Appearance, tints
from tests import samples
from tests.test_theme import contrast
from tests.window import opened, press


@pytest.fixture
def window(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    yield window
    window.close()


def test_words_are_found_in_both_texts_and_lead_to_their_sentence(window):
    press(window, "Slash")
    assert window.finder.typed.hasFocus()
    QTest.keyClicks(window.finder.typed, "TIRED")
    assert window.finder.count.text() == "2 places"
    press(window, "Return")
    contents = window.workspace.contents
    side, found = contents.sentences[window.desk.current]
    assert side is Side.SOURCE
    assert "tired" in contents.source.text(found)
    assert window.desk.panes[Side.SOURCE].textCursor().selectedText() == "tired"
    window.finder.typed.setFocus()
    press(window, "Return")
    assert window.desk.side() is Side.REWRITE
    assert window.finder.count.text() == "2 of 2"
    window.finder.typed.setFocus()
    press(window, "Escape")
    assert not window.finder.isVisible()
    assert window.desk.panes[Side.REWRITE].hasFocus()


@pytest.mark.parametrize(
    ("words", "told"),
    [("tired", "2 places"), ("mayor quit", "1 place"), ("nowhere", "0 places"), ("", "")],
)
def test_the_places_found_are_counted(window, words, told):
    window.finder.search(words)
    assert window.finder.count.text() == told


def test_what_is_not_there_is_said(window):
    press(window, "Slash")
    QTest.keyClicks(window.finder.typed, "zebra")
    press(window, "Return")
    assert window.finder.count.text() == "not found"


def test_every_look_is_seen_at_once_and_cancel_sets_it_back(qtbot, window):
    before = window.looks.look
    sheet = Appearance(window.looks, window)
    qtbot.addWidget(sheet)
    sheet.text.setValue(20)
    sheet.column.setValue(40)
    sheet.ruler.setChecked(True)
    sheet.numbers.setChecked(True)
    pane = window.desk.panes[Side.REWRITE]
    assert pane.document().defaultFont().pointSizeF() == 20
    assert pane.lineWrapColumnOrWidth() > 0
    assert window.grab().toImage() is not None
    sheet.reject()
    assert window.looks.look == before
    assert pane.document().defaultFont().pointSizeF() == before.text_size


def test_text_keeps_its_contrast_on_every_tint(window):
    from dataclasses import replace

    for _, tint in tints():
        colours = replace(window.looks.look, theme="light", tint=tint).colours()
        assert contrast(colours["ink"], colours["paper"]) >= 7
        assert contrast(colours["soft"], colours["paper"]) >= 4.5
        for mark in ("quote", "paraphrase", "addition", "omission", "accent"):
            assert contrast(colours[mark], colours["paper"]) >= 3


def test_a_sentence_far_from_its_partner_is_seen_beside_it(qtbot, tmp_path):
    lines = [(Role.BODY, f"On day {at} the council met in hall {at}.") for at in range(60)]
    source = [(Role.BODY, "The zoo closes on Monday."), *lines]
    rewrite = [*lines, (Role.BODY, "On Monday the zoo closes.")]
    window = opened(qtbot, tmp_path / "far.sqlite", samples.pair(source, rewrite))
    contents = window.workspace.contents
    upper, lower = contents.source.sentences[0].id, contents.rewrite.sentences[-1].id
    window.workspace.link(upper, lower)
    window.desk.go(contents.rewrite.sentences[30].id)
    window.desk.go(lower)
    for side, sentence in ((Side.SOURCE, upper), (Side.REWRITE, lower)):
        pane = window.desk.panes[side]
        top, bottom = pane.extent(sentence)
        assert 0 <= top < bottom <= pane.viewport().height()
    window.close()


def test_linked_sentences_scroll_side_by_side_until_unlocked(qtbot, tmp_path):
    words = ["alder", "birch", "cedar", "elder", "fir", "hazel", "juniper", "larch", "maple"]
    told = [
        f"The {w} {v} stood by the {w} gate in {n}."
        for n, (w, v) in enumerate((w, v) for w in words for v in words)
    ]
    source = [(Role.HEADLINE, "Trees")] + [(Role.BODY, line) for line in told]
    window = opened(qtbot, tmp_path / "trees.sqlite", samples.pair(source, source))
    upper, lower = window.desk.panes[Side.SOURCE], window.desk.panes[Side.REWRITE]
    lower.verticalScrollBar().setValue(900)
    assert abs(upper.verticalScrollBar().value() - 900) < 120
    window.actions_["toggle_scrolling"].trigger()
    before = upper.verticalScrollBar().value()
    lower.verticalScrollBar().setValue(100)
    assert upper.verticalScrollBar().value() == before
    window.close()
