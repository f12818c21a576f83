"""Every command has its key and its place in the menus, and is found by typing."""

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop.problem import Problem
from desktop.text.codebook import Kind
from desktop.window.commands.binding import Binding
from desktop.window.commands.keys_sheet import KeysSheet
from desktop.window.commands.palette import Palette
from desktop.window.commands.table import commands
from tests import dialogs
from tests.dialogs import escape
from tests.window import press, sentence, stored

person = dialogs.person


def test_every_command_stands_in_its_menu_with_its_keys_and_no_key_means_two_things(window):
    lines = [
        (menu.text(), line.text(), [key.toString() for key in line.shortcuts()])
        for menu in window.menuBar().actions()
        for line in menu.menu().actions()
    ]
    for (menu, text, keys), command in zip(lines, commands(), strict=True):
        assert (menu, keys) == (command.menu, [QKeySequence(k).toString() for k in command.keys])
        assert text.startswith(command.title)  # undo and redo say what, too
    every = [key for _, _, keys in lines for key in keys]
    assert len(every) == len(set(every)) > 50


def test_every_command_can_be_found_by_typing(qtbot, window):
    palette = Palette(window.binding, window)
    qtbot.addWidget(palette)
    assert palette.found.rowCount() == sum(a.isEnabled() for a in window.actions_.values())
    palette.typed.setText("text larg")
    assert palette.found.rowCount() == 1
    size = window.looks.look.text_size
    palette.typed.returnPressed.emit()
    assert window.looks.look.text_size == size + 1


def test_a_key_can_be_changed_and_a_taken_one_is_refused(qtbot, window):
    window.desk.go(sentence(window, "Critics cheered"))
    with pytest.raises(Problem, match="already means “Paraphrase”"):
        window.binding.rebind("tag_quote", ("2",))
    window.binding.rebind("tag_quote", ("G",))
    press(window, "1")
    assert stored(window) == []
    press(window, "G")
    assert [t.kind for t in stored(window)] == [Kind.QUOTE]
    assert window.keyline._keys["tag_quote"].text() == "G"
    again = Binding(QMainWindow(), window.binding.doers, window.settings)
    assert again.keys("tag_quote") == ("G",)
    window.binding.reset("tag_quote")
    assert window.binding.keys("tag_quote") == ("1",)


def test_the_sheet_of_keys_names_every_command(qtbot, window):
    sheet = KeysSheet(window.binding, window)
    qtbot.addWidget(sheet)
    rows = [
        menu.child(at)
        for menu in (sheet.tree.topLevelItem(n) for n in range(sheet.tree.topLevelItemCount()))
        for at in range(menu.childCount())
    ]
    assert len(rows) == len(window.binding.table)
    quote = next(row for row in rows if row.text(0) == "Quote")
    sheet.tree.setCurrentItem(quote)
    sheet.key.setKeySequence("2")
    sheet.change.click()
    assert "already means" in sheet.trouble.text()
    sheet.tree.setCurrentItem(quote)
    sheet.key.setKeySequence("Ctrl+G")
    sheet.change.click()
    assert window.binding.keys("tag_quote") == ("Ctrl+G",)


@pytest.mark.parametrize("name", ["find_command", "show_keys", "appearance"])
def test_a_sheet_that_was_closed_is_gone(qtbot, window, person, name):
    sheets, closed = len(window.findChildren(QDialog)), []

    def close(dialog):
        closed.append(dialog.windowTitle())
        escape(dialog)

    person(close, close)
    for _ in range(2):
        window.actions_[name].trigger()
    assert len(closed) == 2
    qtbot.waitUntil(lambda: len(window.findChildren(QDialog)) <= sheets)
    assert len(window.findChildren(QDialog)) == sheets


def test_the_key_for_quitting_closes_the_window(window):
    press(window, "Ctrl+Q")
    assert not window.isVisible()


def test_the_menu_ticks_what_is_switched_on(window):
    window.binding.asked.emit()
    assert window.actions_["toggle_library"].isChecked()
    assert not window.actions_["toggle_table"].isChecked()
    window.actions_["toggle_table"].trigger()
    window.actions_["dark"].trigger()
    window.binding.asked.emit()
    assert window.actions_["toggle_table"].isChecked()
    assert window.actions_["dark"].isChecked()
    assert not window.actions_["follow_system"].isChecked()
