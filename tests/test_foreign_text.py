"""Titles, outlets and paths are shown letter by letter, whatever they look like to Qt."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence, Qt, QTextDocument
from PySide6.QtWidgets import QLabel

from desktop.problem import Problem
from desktop.text.codebook import Role
from desktop.window import faults
from desktop.window.commands.palette import Palette
from desktop.window.sheets.export_sheet import ExportSheet
from desktop.window.sheets.restore_sheet import RestoreSheet
from tests import dialogs, samples
from tests.dialogs import escape
from tests.window import opened, press

person = dialogs.person
ODD = "AT&T <b>cuts</b> & runs"
SOURCE = ((Role.HEADLINE, ODD), (Role.BODY, f"{ODD}, it says. Nobody knows <i>why</i>."))


@pytest.fixture
def window(qtbot, path):
    contents = samples.pair(SOURCE, SOURCE)
    article = contents.source.article.model_copy(update={"outlet": ODD})
    window = opened(
        qtbot,
        path,
        replace(
            contents,
            pair=contents.pair.model_copy(update={"title": ODD}),
            source=replace(contents.source, article=article),
        ),
    )
    yield window
    window.close()


def seen(words):
    """What Qt shows for words that it may take for markup."""
    document = QTextDocument()
    if Qt.mightBeRichText(words):
        document.setHtml(words)
    else:
        document.setPlainText(words)
    return document.toPlainText()


def marked_up(widget):
    """The labels that show something of a markup in them."""
    return [
        label.text()
        for label in widget.findChildren(QLabel)
        if "<" in label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]


def test_a_title_with_an_ampersand_stands_whole_in_the_menu_and_gets_no_letter(qtbot, window):
    undo = window.actions_["undo"]
    assert undo.text() == "&Undo “add “AT&&T <b>cuts</b> && runs””"
    assert QKeySequence.mnemonic(undo.text()) == QKeySequence("Alt+U")
    palette = Palette(window.binding, window)
    qtbot.addWidget(palette)
    palette.typed.setText("undo")
    assert f"Undo “add “{ODD}””" in palette.found.index(0, 0).data()


def test_no_label_of_the_window_takes_foreign_text_for_markup(window):
    window.show_hint(f"The library is in /home/{ODD}.", lasting=True)
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert sum(ODD in text for text in texts) >= 3, "the title, the outlet and the hint"
    assert marked_up(window) == []


def test_no_sheet_takes_foreign_text_for_markup(qtbot, window, tmp_path):
    window.workspace.take_coder("<b>K7</b>")
    press(window, "1", "Ctrl+Shift+S")
    shares = window.views.shares
    goal = tmp_path / "x <b>y"
    goal.mkdir()
    (goal / "taken.docx").mkdir()
    shares.choose = lambda *_: goal / "chart.svg"
    shares.save(".svg")
    assert "x <b>y" in shares.told.text()
    export = ExportSheet(window.workspace.contents, "<b>K7</b>", window, lambda *_: goal / "t<b>")
    restore = RestoreSheet(tmp_path / "none.sqlite", window, why=f"{ODD} is damaged.")
    for sheet in (export, restore):
        qtbot.addWidget(sheet)
        sheet.show()
    export.format.setCurrentIndex(3)
    export.format.activated.emit(3)
    assert "<b>K7</b>" in export.inside.text()
    qtbot.waitUntil(lambda: ODD in restore.about.text())
    assert [marked_up(sheet) for sheet in (shares, export, restore)] == [[], [], []]
    shares.close()


@pytest.mark.parametrize("tell", [faults.inform, lambda at, words: faults.tell(at, Problem(words))])
def test_what_is_told_in_a_box_is_read_letter_by_letter(window, person, tell):
    read = []

    def look(box):
        read.append(seen(box.text()))
        escape(box)

    person(look)
    tell(window, f"“{ODD}” could not be read.\nNothing was changed.")
    assert read == [f"“{ODD}” could not be read.\nNothing was changed."]


def test_the_tip_of_a_pair_is_read_letter_by_letter(window):
    place = window.shelf.model.place(window.workspace.contents.pair.id)
    assert seen(place.data(Qt.ItemDataRole.ToolTipRole)).splitlines()[0] == ODD
