"""A page from the web: its article is found, says where it comes from, and nothing is fetched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.readers import read, read_html
from desktop.problem import Problem
from desktop.text.codebook import Role
from tests.exchange_pairs import NEWS, PAGE, PARAGRAPHS, file, words


def lines(reading, role):
    return [block.text for block in reading.blocks if block.role is role]


def test_a_page_keeps_its_article_and_says_where_it_came_from(tmp_path):
    found = read(file(tmp_path, PAGE.encode(), "bridge.html"))
    assert (found.headline, found.outlet, found.author, found.published, found.address) == (
        "City to close Millbrook Bridge",
        "The Ledger",
        "Priya Nair",
        "2026-03-01",
        "https://ledger.example/bridge",
    )
    assert lines(found, Role.HEADLINE) == ["City to close Millbrook Bridge"]
    assert lines(found, Role.STANDFIRST) == ["Nine weeks of detours await drivers."]
    assert lines(found, Role.BYLINE) == ["By Priya Nair"]
    assert lines(found, Role.DATELINE) == ["1 March 2026"]
    assert lines(found, Role.CAPTION) == ["The bridge in autumn."]
    assert lines(found, Role.BODY)[:-1] == list(PARAGRAPHS)
    assert lines(found, Role.BOILERPLATE) == [
        "Home",
        "Sport",
        "Sign up for our newsletter",
        "Most read",
        "Dog wins election",
        "City to close Millbrook Bridge",
        "Copyright The Ledger",
    ]


def test_what_a_browser_does_not_show_is_not_read():
    assert "never shown" not in words(read_html(PAGE))
    assert "Nor is this" not in words(read_html(PAGE))


def test_a_page_is_known_by_its_content_under_any_name(tmp_path):
    for name in ("page.txt", "page", "page.aspx"):
        assert read(file(tmp_path, PAGE.encode(), name)).outlet == "The Ledger"


@pytest.mark.parametrize(
    "declared", ["undefined", "unicode_escape", "Raw-Unicode-Escape", "charmap", "idna", "rot13"]
)
def test_what_only_python_calls_an_encoding_is_no_pages_encoding(tmp_path, declared):
    story = r"The café keeps its menu in C:\u0041rchive\x42, as the mayor’s café always did."
    page = f'<meta charset="{declared}"><p>{story}</p>'
    for encoding in ("cp1252", "mac_roman"):
        found = read(file(tmp_path, page.encode(encoding), "page.html"))
        assert words(found) == story
    page = page.replace("’", "'").encode("cp1252")
    assert words(read(file(tmp_path, page, "page.html"))) == story.replace("’", "'")


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("cp1252", "nonsense"), ("utf-16", "utf-8")],
)
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(tmp_path, encoding, declared):
    page = PAGE.replace("utf-8", declared)
    found = read(file(tmp_path, page.encode(encoding), "page.html"))
    assert lines(found, Role.BODY)[:-1] == list(PARAGRAPHS)


def test_a_page_in_an_old_encoding_is_read_as_it_declares(tmp_path):
    page = f'<meta charset="iso-8859-5"><p>{NEWS["ru"]}</p>'
    assert words(read(file(tmp_path, page.encode("iso8859-5"), "a.html"))) == NEWS["ru"]


def test_an_xml_declaration_does_no_harm():
    assert read_html('<?xml version="1.0" encoding="latin-1"?>' + PAGE).outlet == "The Ledger"


def test_teasers_and_rules_for_comments_at_the_end_are_no_part_of_the_article():
    teasers = ("Most read", "Why the ferry is late again", "Ten walks for a wet Sunday")
    rules = ("Comments", "What is said here is not the view of The Ledger.")
    inside = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, *teasers, *rules))
    found = read_html(f"<html><body><article><h1>City shuts bridge</h1>{inside}</article></body>")
    assert lines(found, Role.BODY) == list(PARAGRAPHS)
    assert lines(found, Role.BOILERPLATE) == [*teasers, *rules]


def test_a_list_that_ends_an_article_belongs_to_it():
    dates = ("The key dates:", "Work begins on 3 March", "The bridge reopens on 5 May")
    inside = "".join(f"<p>{text}</p>" for text in (*PARAGRAPHS, *dates))
    found = read_html(f"<html><body><article><h1>City shuts bridge</h1>{inside}</article></body>")
    assert lines(found, Role.BODY) == [*PARAGRAPHS, *dates]


def test_an_old_page_of_tables_keeps_its_lines():
    links = "".join(f"<li><a href=/{word}>{word}</a></li>" for word in ("Home", "Sport"))
    told = [text for long in PARAGRAPHS for text in (long, "“It cannot wait any more.”")]
    story = "<br><br>".join(told)
    title = "City to close bridge for repairs"
    found = read_html(
        f"<title>{title}</title><table><tr><td><ul>{links}</ul></td><td><b>{title}</b><br><br>"
        f"{story}</td><td><ul><li>Weather</li></ul></td></tr></table>"
    )
    assert lines(found, Role.HEADLINE) == [title]
    assert lines(found, Role.BODY) == told
    assert lines(found, Role.BOILERPLATE) == ["Home", "Sport", "Weather"]


def test_a_page_without_an_article_is_cleaned_like_a_pasted_text():
    found = read_html("<div><a href=/>Home</a> <b>Weather</b></div><div>Login</div>")
    assert words(found) == "Home Weather\nLogin"
    assert "No article stood out" in found.notes[0]


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<script>var a = 'b';</script>", "<!-- -->"]
)
def test_a_page_that_shows_nothing_gets_a_sentence(page):
    with pytest.raises(Problem, match=r"[Nn]o text"):
        read_html(page)


def test_a_stranger_s_page_reaches_neither_files_nor_the_network(tmp_path):
    secret = file(tmp_path, b"top secret", "secret.txt")
    page = f"""<!DOCTYPE html [<!ENTITY leak SYSTEM "{secret.as_uri()}">]>
    <html><body><p>{PARAGRAPHS[0]} &leak;</p></body></html>"""
    assert "top secret" not in words(read_html(page))


def test_a_page_saved_by_a_browser_tells_its_address():
    page = f"<!-- saved from url=(0024)https://ledger.example/a -->\n<p>{PARAGRAPHS[0] * 9}</p>"
    assert read_html(page).address == "https://ledger.example/a"


def test_the_lines_of_a_page_are_all_there_once():
    page = "<body>loose<p>one<br>two<b>!</b><div>three</div>tail</p><pre>a\nb</pre><li>c\nd<hr>"
    assert words(read_html(page)) == "loose\none\ntwo!\nthree\ntail\na\nb\nc d"


@given(st.text())
def test_any_pasted_page_is_read_or_gets_a_sentence(page):
    try:
        found = read_html(page)
    except Problem:
        return
    assert found.blocks
    assert all(block.text == " ".join(block.text.split()) for block in found.blocks)
