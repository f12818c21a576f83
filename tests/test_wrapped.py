"""Lists of a sheet show every line to its end, whatever room they have."""

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.exchange.lessons import seed_files
from desktop.library.relinking import Change
from desktop.window.look.theme import theme
from desktop.window.sheets.import_sheet import ImportSheet
from desktop.window.sheets.lessons_sheet import LessonsSheet
from desktop.window.sheets.realign import RealignSheet
from tests.window import arrived

WIDTHS = range(900, 1300, 37)


def height(option, width):
    """How high the words of a line are, broken to a width."""
    high = 0.0
    for words in option.text.split("\n"):
        layout = QTextLayout(words, option.font)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            high += line.height()
        layout.endLayout()
    return high


def shortened(listed):
    """The lines of a list that have less room than their words take."""
    found, margin = [], listed.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for row in range(listed.count()):
        index, option = listed.model().index(row, 0), QStyleOptionViewItem()
        listed.initViewItemOption(option)
        option.rect = listed.visualRect(index)
        listed.itemDelegate().initStyleOption(option, index)
        if index == listed.currentIndex():
            option.state |= QStyle.StateFlag.State_Selected
        part = QStyle.SubElement.SE_ItemViewItemText
        room = listed.style().subElementRect(part, option, listed)
        if height(option, room.width() - 2 * margin) >= room.height():
            found.append(option.text)
    return found


def articles(window):
    sheet = ImportSheet(theme("light"), window.workspace.shelve, window)
    sheet.take_files(list(seed_files()))
    arrived(sheet)
    return sheet, [half.blocks for half in sheet.sides.values()]


def lessons(window):
    sheet = LessonsSheet(window.workspace.shelve, window)
    return sheet, [sheet.list]


def realigning(window):
    contents = window.workspace.contents
    changes = [Change(link, link) for link in contents.links]
    sheet = RealignSheet(contents, changes, window)
    return sheet, [sheet.list]


@pytest.mark.parametrize("sheet_of", [articles, lessons, realigning])
def test_no_line_of_a_list_is_shortened(qtbot, window, sheet_of):
    sheet, lists = sheet_of(window)
    sheet.show()
    qtbot.waitExposed(sheet)
    for width in WIDTHS:
        sheet.resize(width, 700)
        for listed in lists:
            qtbot.waitUntil(lambda listed=listed: shortened(listed) == [])
            assert listed.count() > 0
            assert shortened(listed) == []
