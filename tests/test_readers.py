"""Files and pasted texts are read whatever their encoding, or refused in a sentence."""

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.readers import LIMIT, read, read_html, read_text
from desktop.places import SEEDS
from desktop.problem import Problem
from tests.exchange_pairs import NEWS, PARAGRAPHS, TEXT, file, words

ENCODINGS = [
    *((code, "cp1252") for code in ("de", "fr", "es", "en")),
    ("fr", "latin-1"),
    ("pl", "cp1250"),
    ("pl", "iso8859-2"),
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("el", "cp1253"),
    ("tr", "cp1254"),
    *((code, wide) for code in NEWS for wide in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    *((code, wide) for code in NEWS for wide in ("utf-16-le", "utf-16-be")),
]


@pytest.mark.parametrize(("code", "encoding"), ENCODINGS)
def test_a_text_is_read_in_whatever_encoding_it_was_saved(tmp_path, code, encoding):
    text = "\n\n".join([NEWS[code]] * 3)
    if encoding == "latin-1":
        text = text.replace("’", "'")
    found = read(file(tmp_path, text.encode(encoding)))
    assert words(found) == text.replace("\n\n", "\n")
    assert len(found.notes) == (not encoding.startswith("utf-8"))


def test_a_note_names_the_encoding_that_was_guessed(tmp_path):
    found = read(file(tmp_path, NEWS["fr"].encode("cp1252")))
    assert found.notes == ("This file was not in UTF-8; it was read as Windows-1252.",)


def test_a_single_damaged_character_does_not_spoil_the_others(tmp_path):
    data = (NEWS["de"] * 3).encode()[:-1] + b"\xff!"
    found = read(file(tmp_path, data))
    assert words(found).startswith("Die Brücke müsse")
    assert "�" in found.notes[0]


def test_nul_characters_are_left_out_and_said_so(tmp_path):
    found = read(file(tmp_path, TEXT.encode().replace(b"bridge\n", b"bri\0dge\0\n")))
    assert words(found).startswith("Council closes the bridge\n")
    assert "NUL" in found.notes[0]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "no text"),
        (b"\0\0\0\0", "no text"),
        (codecs.BOM_UTF16_LE, "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)), "a picture"),
        (b"PK\x03\x04" + bytes(range(256)), "office document"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (bytes(range(256)) * 40, "not a text file"),
        (b"SQLite format 3\0" + bytes(100), "a database"),
    ],
)
def test_what_is_no_article_gets_a_sentence(tmp_path, data, says):
    with pytest.raises(Problem, match=says):
        read(file(tmp_path, data))


def test_words_that_only_look_like_a_signature_are_text(tmp_path):
    assert words(read(file(tmp_path, b"RIFF is a word. MZ is not.")))


def test_a_folder_and_a_missing_file_get_a_sentence(tmp_path):
    with pytest.raises(Problem, match="is a folder"):
        read(tmp_path)
    with pytest.raises(Problem, match="could not be read"):
        read(tmp_path / "gone.txt")


@pytest.mark.parametrize("name", ["story.txt", "story.html"])
def test_a_huge_file_is_refused_at_once(tmp_path, name):
    path = file(tmp_path, b"word " * 4_000_000, name)
    before = time.perf_counter()
    with pytest.raises(Problem, match=r"too long for one article \(20 MB"):
        read(path)
    assert time.perf_counter() - before < 0.1


@pytest.mark.parametrize("reader", [read_text, read_html])
def test_a_huge_paste_and_an_empty_one_get_a_sentence(reader):
    with pytest.raises(Problem, match="too long"):
        reader("w" * (LIMIT + 1))
    with pytest.raises(Problem, match="no text"):
        reader(" \n")


def test_a_text_is_called_by_its_headline_and_else_by_its_file(tmp_path):
    assert read(file(tmp_path, TEXT.encode())).name == "Council closes the bridge"
    assert read(file(tmp_path, PARAGRAPHS[0].encode(), "bridge.txt")).name == "bridge"


def test_both_seed_articles_are_read():
    source = read(SEEDS / "004_36cde4f2104e0616.txt")
    rewrite = read(SEEDS / "000_43f5bdb1ed3ce12c.txt")
    assert source.name == "Putin: Russia-China military alliance can’t be ruled out"
    assert rewrite.name == "Putin: Russia-China military alliance ‘quite possible to imagine’"
    assert source.language == rewrite.language == "en"
    assert source.notes == rewrite.notes == ()


@given(st.binary())
def test_any_bytes_are_read_or_get_a_sentence(tmp_path_factory, data):
    path = file(tmp_path_factory.getbasetemp(), data)
    try:
        found = read(path)
    except Problem:
        return
    assert found.blocks
    assert "\0" not in words(found)
