"""A library where nothing can be written is read; what cannot be read there is named."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from desktop.library.edit import Edit
from desktop.library.model import Tag
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.text.codebook import Kind
from tests.samples import filled

pytestmark = pytest.mark.skipif(
    not hasattr(os, "setresuid"), reason="folders are protected otherwise here"
)

NOBODY = 65534
"""The user who owns nothing, on Linux."""


def a_tag(contents):
    sentence = contents.rewrite.sentences[0]
    return Tag(pair_id=contents.pair.id, sentence_id=sentence.id, coder="K1", kind=Kind.QUOTE)


def allow(path, mode):
    """Change what everybody may do with a file, as its owner does."""
    me = os.geteuid()
    os.seteuid(os.getresuid()[2])
    path.chmod(mode)
    os.seteuid(me)


@pytest.fixture
def protected():
    """A folder, and a function that makes it one the running person may read but not write."""
    me = os.geteuid()
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()

        def protect():
            for file in folder.iterdir():
                file.chmod(0o444)
            folder.chmod(0o555)
            if me == 0:  # the superuser may write everywhere
                os.setresuid(NOBODY, NOBODY, 0)

        yield folder, protect
        if me == 0:
            os.setresuid(0, 0, 0)
        folder.chmod(0o755)


def test_a_library_in_a_write_protected_folder_opens_for_reading(protected):
    folder, protect = protected
    path = folder / "library.sqlite"
    contents = filled(path)
    protect()
    store = Store(path)
    assert "write-protected" in store.read_only
    assert store.contents(contents.pair.id).source == contents.source
    with pytest.raises(Problem, match="write-protected"):
        store.replace(Edit("tag", after=(a_tag(contents),)))
    store.close()


def test_a_log_in_a_write_protected_folder_is_named_not_passed_over(protected):
    folder, protect = protected
    running = folder / "running.sqlite"
    path = folder / "library.sqlite"
    contents = filled(running)
    store = Store(running)
    store.replace(Edit("tag", after=(a_tag(contents),)))
    for log in ("", "-wal"):
        shutil.copy(running.with_name(running.name + log), path.with_name(path.name + log))
    store.close()
    protect()
    with pytest.raises(Problem, match="Copy both files") as told:
        Store(path)
    assert "library.sqlite-wal" in str(told.value)


def test_where_no_library_can_be_made_the_sentence_says_so_and_what_to_do(protected):
    folder, protect = protected
    protect()
    with pytest.raises(Problem) as told:
        Store(folder / "library.sqlite")
    sentence = str(told.value)
    assert "There is no library" in sentence
    assert sentence.endswith("write-protected: choose one of your own with --library.")
    assert list(folder.iterdir()) == []


def test_a_lock_that_cannot_be_written_is_named_and_the_library_left_alone(protected):
    folder, protect = protected
    path = folder / "library.sqlite"
    filled(path)
    before = path.read_bytes()
    lock = Path(f"{path}.lock")
    protect()
    allow(folder, 0o777)
    allow(path, 0o666)  # all but the lock is open to everybody
    with pytest.raises(Problem, match="Nothing was changed") as told:
        Store(path)
    assert str(lock) in str(told.value)
    assert "Permission denied" in str(told.value)
    assert path.read_bytes() == before
    allow(lock, 0o666)
    store = Store(path)
    assert store.read_only == ""
    store.close()
