"""The demo does the whole job and leaves what it says."""

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing

from desktop.library.store import Store
from desktop.text.codebook import Kind
from tests import samples


def test_the_demo_tags_reopens_and_exports(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    Store(out / "library.sqlite").close()
    (out / "looks.ini").touch()  # a demo was here before
    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--out", str(out)], capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    assert "opened it again" in ran.stdout
    with closing(sqlite3.connect(out / "library.sqlite")) as library:
        (tags,) = library.execute("SELECT count(*) FROM tag").fetchone()
    rows = list(csv.DictReader((out / "tags.csv").read_text("utf-8-sig").splitlines()))
    assert {row["tag"] for row in rows} <= {kind.value for kind in Kind}
    assert len(rows) == tags == 16
    assert json.loads((out / "archive.json").read_text("utf-8"))["format"] == "twice-told-archive"
    for name in ("worksheet.docx", "key.docx"):
        assert (out / name).read_bytes().startswith(b"PK")
    assert "<h1" in (out / "pair.html").read_text("utf-8")
    for look in ("light", "dark"):
        assert (out / f"window-{look}.png").read_bytes().startswith(b"\x89PNG")


def test_a_demo_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--out", str(tmp_path / "file" / "out")],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert "cannot be written" in ran.stderr


def test_a_demo_leaves_a_library_alone_that_is_not_its_own(tmp_path):
    store = Store(tmp_path / "library.sqlite")
    store.add(samples.pair().values)
    store.close()
    before = (tmp_path / "library.sqlite").read_bytes()
    ran = subprocess.run(
        [sys.executable, "-m", "desktop", "demo", "--out", str(tmp_path)],
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 1
    assert "no demo made" in ran.stderr
    assert (tmp_path / "library.sqlite").read_bytes() == before
