"""Linking and unlinking by hand: what is said of one couple, nothing else changes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.library import linking
from desktop.library.model import Origin
from tests.test_relinking import LOWER, PAIR, UPPER, links
from tests.window import opened, press, sentence, settled


def couples(contents):
    return {(s, r) for link in contents.links for s in link.source for r in link.rewrite}


def after(contents, edit):
    return contents.after(edit) if edit else contents


@given(stand=links, source=st.sampled_from(UPPER), rewrite=st.sampled_from(LOWER))
def test_two_sentences_are_linked_and_all_others_as_they_were(stand, source, rewrite):
    contents = replace(PAIR, links=tuple(stand))
    edit = linking.linked(contents, source, rewrite)
    found = after(contents, edit)
    assert couples(found) == couples(contents) | {(source, rewrite)}
    assert all(link.origin is not Origin.MACHINE for link in found.links_of(rewrite))
    if edit:
        assert set(found.after(edit.inverse()).links) == set(contents.links)


@given(stand=links, source=st.sampled_from(UPPER), rewrite=st.sampled_from(LOWER))
def test_two_sentences_are_taken_apart_and_all_others_as_they_were(stand, source, rewrite):
    contents = replace(PAIR, links=tuple(stand))
    edit = linking.unlinked(contents, rewrite, source)
    found = after(contents, edit)
    assert couples(found) == couples(contents) - {(source, rewrite)}
    assert (edit is None) == ((source, rewrite) not in couples(contents))
    if edit:
        assert set(found.after(edit.inverse()).links) == set(contents.links)


def test_what_was_suggested_before_a_link_is_not_accepted_after_it(qtbot, tmp_path):
    window = opened(qtbot, tmp_path / "library.sqlite")
    workspace = window.workspace
    critics, upper = sentence(window, "Critics"), workspace.contents.source.taggable[1].id
    assert workspace.suggestion(critics) is not None
    window.desk.go(critics)
    workspace.link(upper, critics)
    press(window, "Return")
    assert critics not in workspace.tags()
    assert "Press again" in window.statusBar().currentMessage()
    settled(qtbot, window)
    press(window, "Return")
    assert critics in workspace.tags()
    window.close()
