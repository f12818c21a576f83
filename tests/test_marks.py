"""The finer marks a tag may carry: in the codebook, in the form, and in what is stored."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.library.edit import Edit
from desktop.library.model import Tag
from desktop.library.tagging import refined
from desktop.text.codebook import KINDS, SUBKINDS, Flag, Kind, Side, Subkind, marks
from tests import samples
from tests.window import opened, sentence, stored

KINDS_OF_SIDES = [(side, kind) for side in Side for kind in KINDS[side]]


@pytest.mark.parametrize(("side", "kind"), KINDS_OF_SIDES)
def test_only_a_source_sentence_that_is_kept_can_be_partly_kept(side, kind):
    assert (Flag.PARTLY in marks(side, kind).flags) is (kind is Kind.KEPT)


def test_effects_are_of_rewrite_sentences_and_importance_of_omissions():
    scales = {(side, kind): marks(side, kind)[2:] for side, kind in KINDS_OF_SIDES}
    assert scales == {
        (Side.SOURCE, Kind.OMISSION): (False, True),
        (Side.SOURCE, Kind.KEPT): (False, False),
        (Side.SOURCE, Kind.UNSURE): (False, False),
        (Side.REWRITE, Kind.QUOTE): (True, False),
        (Side.REWRITE, Kind.PARAPHRASE): (True, False),
        (Side.REWRITE, Kind.ADDITION): (True, False),
        (Side.REWRITE, Kind.UNSURE): (False, False),
    }


EVERYTHING = {"subkind": Subkind.SPEECH, "flags": tuple(Flag), "effect": 2, "importance": 1}


@pytest.mark.parametrize(("side", "kind"), KINDS_OF_SIDES)
def test_a_tag_is_changed_only_to_what_its_kind_may_carry(side, kind):
    contents = samples.pair()
    place = contents.side(side).sentences[1]
    tag = Tag(pair_id=contents.pair.id, sentence_id=place.id, coder="K1", kind=kind)
    contents = contents.after(Edit("tag", after=(tag,)))
    edit = refined(contents, place.id, "K1", **EVERYTHING)
    new = edit.after[0] if edit else tag
    may = marks(side, kind)
    assert new.flags == may.flags
    assert new.subkind is (Subkind.SPEECH if kind is Kind.QUOTE else None)
    assert (new.effect == 2, new.importance == 1) == (may.effect, may.importance)
    assert edit is not None or kind is Kind.UNSURE


def test_the_form_offers_what_the_codebook_gives_the_tag_of_either_side(qtbot, path):
    window = opened(qtbot, path)
    form = window.inspector.form
    for words, side in (("The mayor resigned", Side.SOURCE), ("Critics", Side.REWRITE)):
        here = sentence(window, words)
        for kind in KINDS[side]:
            assert window.workspace.tag(here, kind)
            window.desk.go(here)
            may = marks(side, kind)
            assert form.isVisible()
            assert form.fields["effect"].isVisible() is may.effect
            assert form.fields["importance"].isVisible() is may.importance
            assert form.fields["subkind"].count() == 1 + len(SUBKINDS.get(kind, ()))
            assert len(form.flags.menu().actions()) == len(may.flags)
            assert form.flags.isVisible() is bool(may.flags)
    assert {tag.kind for tag in stored(window)} == {Kind.UNSURE}
    window.close()


def test_several_flags_are_ticked_without_opening_their_menu_again(qtbot, path):
    window = opened(qtbot, path)
    here = sentence(window, "Critics")
    assert window.workspace.tag(here, Kind.PARAPHRASE)
    window.desk.go(here)
    menu = window.inspector.form.ticks
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    first, second, third, *_ = menu.actions()
    QTest.mouseRelease(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(third).center())
    assert not third.isChecked()  # it was not pressed here
    for action in (first, second):
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    menu.setActiveAction(third)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert stored(window)[0].flags == (Flag.ALTERED, Flag.CUT, Flag.ATTRIBUTION_CHANGED)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert stored(window)[0].flags == (Flag.CUT, Flag.ATTRIBUTION_CHANGED)
    window.close()
