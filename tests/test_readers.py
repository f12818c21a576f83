import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange import intake
from desktop.exchange.compare import comparison
from desktop.exchange.readers import LIMIT, read, read_html, read_text
from desktop.places import SEEDS
from desktop.problem import Problem
from desktop.text.codebook import Role
from tests.exchange_pairs import PAGE, PARAGRAPHS

TEXT = "Council closes the bridge\n\n" + "\n\n".join(PARAGRAPHS)
NEWS = {
    "de": "Die Brücke müsse neun Wochen gesperrt werden, erklärte der Bürgermeister. „Es wäre "
    "gefährlich“, sagte er über die Schäden.",
    "fr": "Le maire a déclaré jeudi que le pont sera fermé. « C’est nécessaire », a-t-il ajouté.",
    "es": "El alcalde declaró que el puente cerrará. ¿Quién pagará? Nadie contestó al señor Núñez.",
    "en": "The mayor said the bridge would close. “It isn’t safe,” he said — the café loses £2m.",
    "pl": "Burmistrz ogłosił w czwartek, że most zostanie zamknięty na dziewięć tygodni.",
    "ru": "Мэр заявил в четверг, что мост будет закрыт на девять недель. Жители недовольны.",
    "el": "Ο δήμαρχος δήλωσε την Πέμπτη ότι η γέφυρα θα κλείσει για εννέα εβδομάδες.",
    "tr": "Belediye başkanı perşembe günü köprünün dokuz hafta kapatılacağını söyledi.",
}
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


def file(folder, data, name="story.txt"):
    path = folder / name
    path.write_bytes(data)
    return path


def words(reading):
    return "\n".join(block.text for block in reading.blocks)


def lines(reading, role):
    return [block.text for block in reading.blocks if block.role is role]


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


@given(st.binary())
def test_any_bytes_are_read_or_get_a_sentence(tmp_path_factory, data):
    path = file(tmp_path_factory.getbasetemp(), data)
    try:
        found = read(path)
    except Problem:
        return
    assert found.blocks
    assert "\0" not in words(found)


@given(st.text(min_size=1))
def test_an_article_holds_every_block_on_a_line_of_its_own(raw):
    try:
        reading = read_text(raw)
    except Problem:
        return
    article, blocks, cut = intake.articles(reading)
    assert [article.text[b.start : b.end] for b in blocks] == article.text.split("\n")
    assert all(any(b.start <= s.start < s.end <= b.end for b in blocks) for s in cut)
    assert "".join(article.text[s.start : s.end] for s in cut).split() or not cut


def test_an_article_takes_its_headline_from_the_text_where_nothing_else_tells_it():
    assert intake.articles(read_text(TEXT)).article.headline == "Council closes the bridge"


def test_two_articles_become_a_linked_pair_named_after_the_rewrite():
    found = intake.pair(read_text(TEXT), read_html(PAGE), added="2026-03-02T08:00:00Z")
    assert (found.pair.title, found.pair.added) == (
        "City to close Millbrook Bridge",
        "2026-03-02T08:00:00Z",
    )
    voted = next(s for s in found.rewrite.sentences if "voted" in found.rewrite.text(s))
    assert [found.source.text(s) for s in found.partners(voted.id)] == [PARAGRAPHS[0]]


def test_the_comparison_numbers_all_sentences_and_finds_them_in_their_blocks():
    found = comparison(read_html(PAGE), read_text(TEXT))
    for side, letter in (("source", "S"), ("rewrite", "R")):
        part = found[side]
        assert [s["id"] for s in part["sentences"]] == [
            f"{letter}{n}" for n in range(1, len(part["sentences"]) + 1)
        ]
        for sentence in part["sentences"]:
            block = part["blocks"][sentence["block"]]
            assert block["text"][sentence["start"] : sentence["end"]] == sentence["text"]
            assert block["role"] == sentence["role"]
    ids = {s["id"]: s for side in ("source", "rewrite") for s in found[side]["sentences"]}
    assert found["links"]
    for link in found["links"]:
        assert {ids[name]["role"] for name in link["source"]} & {"headline", "body", "caption"}
        assert 0 <= link["score"] <= 1
    assert {item["sentence"] for item in found["suggestions"]} <= set(ids)


def test_the_same_text_twice_links_every_sentence_to_itself():
    found = comparison(read_text(TEXT), read_text(TEXT))
    pairs = {(s, r) for link in found["links"] for s in link["source"] for r in link["rewrite"]}
    assert {(f"S{n}", f"R{n}") for n in range(1, 9)} <= pairs


def test_a_side_without_a_body_leaves_everything_unlinked():
    found = comparison(read_text(TEXT), read_text("Sign up for our newsletter\nShare this"))
    assert found["links"] == []
    assert {item["tag"] for item in found["suggestions"]} <= {"omission", "addition"}
