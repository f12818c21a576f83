"""A file is saved whole or not at all, and what stands in the way is said."""

import os
import resource

import pytest

from desktop.exchange.writers import save
from desktop.problem import Problem


def test_a_file_is_saved_with_the_rights_of_any_other(tmp_path):
    save(b"new", tmp_path / "tags.csv")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "tags.csv").read_bytes() == b"new"
    assert (tmp_path / "tags.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_saving_over_a_link_keeps_the_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    save(b"new", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_full_disk_leaves_the_old_file_as_it_was(tmp_path):
    path = tmp_path / "tags.csv"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(Problem, match="could not be written: File too large"):
            save(bytes(200_000), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["tags.csv"]


def test_a_folder_in_the_way_and_a_place_that_cannot_be_written_get_a_sentence(tmp_path):
    (tmp_path / "tags.csv").mkdir()
    with pytest.raises(Problem, match="there is a folder of that name"):
        save(b"new", tmp_path / "tags.csv")
    with pytest.raises(Problem, match="could not be written: No such file"):
        save(b"new", tmp_path / "gone" / "tags.csv")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Problem, match="could not be written: Not a directory"):
        save(b"new", tmp_path / "file" / "tags.csv")
    assert sorted(os.listdir(tmp_path)) == ["file", "tags.csv"]
