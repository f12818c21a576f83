"""The dialog for saving: what a typed name becomes, and that nothing is replaced unasked."""

import pytest

from desktop.library.backups import looked_through
from desktop.window.sheets.choosers import save_file
from tests import dialogs
from tests.dialogs import answering, escape, typing

person = dialogs.person


def saved():
    return save_file(None, "pair-worksheet.docx", "Export")


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("lesson", "lesson.docx"),
        ("Test 1.2", "Test 1.2.docx"),
        ("lesson.docx", "lesson.docx"),
        ("LESSON.DOCX", "LESSON.DOCX"),
    ],
)
def test_a_name_gets_its_ending_where_it_was_left_out(person, tmp_path, typed, becomes):
    person(typing(tmp_path / typed))
    assert saved() == tmp_path / becomes


def test_a_file_is_replaced_only_after_a_question_for_the_whole_name(person, tmp_path):
    (tmp_path / "lesson.docx").write_text("mine")
    person(typing(tmp_path / "lesson"), answering("&Replace"))
    assert saved() == tmp_path / "lesson.docx"


def test_who_would_not_replace_a_file_chooses_another_name(person, tmp_path):
    (tmp_path / "lesson.docx").write_text("mine")
    person(typing(tmp_path / "lesson"), escape, typing(tmp_path / "other"))
    assert saved() == tmp_path / "other.docx"
    person(typing(tmp_path / "lesson"), answering("&Choose another name"), escape)
    assert saved() is None


def test_the_system_alone_asks_where_the_whole_name_was_typed(person, tmp_path):
    (tmp_path / "lesson.docx").write_text("mine")
    person(typing(tmp_path / "lesson.docx"), answering("&Yes"))
    assert saved() == tmp_path / "lesson.docx"


def test_a_copy_of_the_library_is_named_as_one_that_can_be_put_back(person, window, tmp_path):
    kept = tmp_path / "kept.sqlite"
    kept.write_text("last year's")
    person(typing(tmp_path / "kept"), escape, typing(tmp_path / "my copy"))
    window.actions_["back_up"].trigger()
    looked_through(tmp_path / "my copy.sqlite")
    assert kept.read_text() == "last year's"
