"""The help: every page is there, every term of the codebook has its place."""

import re

import pytest

from desktop.places import RESOURCES
from desktop.text.codebook import Flag, Kind, Subkind
from desktop.window.app import application
from desktop.window.commands.table import commands
from desktop.window.look.look import Look
from desktop.window.sheets.help_sheet import DATA, TAGS, HelpSheet, pages, tags_page


@pytest.fixture
def sheet(qtbot):
    application()
    sheet = HelpSheet(Look())
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def test_every_page_has_words(sheet):
    seen = set()
    for name in pages():
        sheet.show_page(name)
        seen.add(sheet.page.toPlainText())
    assert len(seen) == len(pages())
    assert all(len(words) > 300 for words in seen)


def test_the_keys_that_the_help_names_are_those_of_the_commands():
    keys = {key for command in commands() for key in command.keys}
    named = [
        word
        for page in (RESOURCES / "help").glob("*.md")
        for word in re.findall(r"`([^`]+)`", page.read_text("utf-8"))
        if re.fullmatch(r"(\w+\+)*(F\d+|[A-Z0-9]|Enter|Escape|Tab)", word)
    ]
    assert len(named) > 20
    unknown = {word for word in named if word.replace("Escape", "Esc") not in keys}
    assert unknown - {"Ctrl+V"} == set()  # the clipboard's key is the system's


def test_every_term_of_the_codebook_has_a_place(sheet):
    text = tags_page()
    for term in (*Kind, *Subkind, *Flag):
        assert f"name='{term}'" in text, term
    sheet.show_page(TAGS, "tone_shift")
    assert sheet.page.verticalScrollBar().value() > 0
    sheet.show_page(DATA)
    assert "backups" in sheet.page.toPlainText()
