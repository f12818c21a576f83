import base64
import csv
import io
import os
import re
import resource
import shutil
import subprocess
import zipfile
from dataclasses import replace
from hashlib import sha256

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from desktop import __version__
from desktop.exchange.archive import read
from desktop.exchange.colours import colours
from desktop.exchange.writers import WRITERS, Options, TextPolicy, save
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.text.codebook import Kind
from tests.exchange_pairs import bridge, pairs

BY_NAME = {writer.name: writer for writer in WRITERS}
SNIPPETS, IDS = Options(text_policy=TextPolicy.SNIPPETS), Options(text_policy=TextPolicy.IDS)


def write(name, contents, options=None):
    return BY_NAME[name].write(contents, options or Options())


def rows(data, **dialect):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), **dialect))


def words(data):
    """All a reader sees of a Word document, and what a screen reader is told."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", "", "".join(parts)))


def cells(data, number=-1):
    table = Document(io.BytesIO(data)).tables[number]
    return [[cell.text for cell in row.cells] for row in table.rows]


def page(data):
    return html.document_fromstring(data.decode())


def retitled(title):
    found = bridge()
    return replace(found, pair=found.pair.model_copy(update={"title": title}))


# every format


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_every_format_says_what_it_was_made_from(writer):
    contents = bridge()
    data = writer.write(contents, Options())
    text = words(data) if writer.suffix == ".docx" else data.decode()
    assert "twice-told-1" in text
    assert f"Twice Told {__version__}" in text
    assert contents.source.article.sha256 in text
    assert contents.rewrite.article.sha256 in text
    assert writer.title()
    assert writer.about().endswith(".")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(pairs(), st.sampled_from(TextPolicy))
def test_any_pair_can_be_written_and_a_second_time_gives_the_same_bytes(contents, policy):
    options = Options(text_policy=policy)
    for writer in WRITERS:
        try:
            assert writer.write(contents, options) == writer.write(contents, options)
        except Problem:
            assert writer.name == "key" or policy is not TextPolicy.FULL


@pytest.mark.parametrize("name", ["csv", "worksheet", "key", "page"])
def test_a_text_policy_holds_back_the_words_of_the_articles(name):
    full, few, none = (write(name, bridge(), options) for options in (Options(), SNIPPETS, IDS))
    read = words if BY_NAME[name].suffix == ".docx" else bytes.decode
    assert "close Millbrook Bridge." in read(full)
    assert "close Millbrook Bridge." not in read(few)
    assert "Alderton council" in read(few)
    assert "Alderton council" not in read(none)


def test_an_archive_is_not_written_without_the_texts():
    with pytest.raises(Problem, match="whole texts"):
        write("archive", bridge(), IDS)
    assert read(write("archive", contents := bridge())) == (contents,)


KEYLESS = replace(bridge(), pair=bridge().pair.model_copy(update={"key": ""}))
ALL = "In the file: 8 tags and 2 notes by 2 coders, with the answer key."
OF_KEY = "In the file: 6 tags and 1 note by K, with the answer key."
OF_B = "In the file: 2 tags and 1 note by B."


@pytest.mark.parametrize(
    ("name", "coder", "contents", "said"),
    [
        ("worksheet", "B", bridge(), "In the file: no tags and no links."),
        ("key", "B", bridge(), OF_KEY),
        ("key", "B", KEYLESS, OF_B),
        ("page", "B", bridge(), OF_B),
        ("page", "K", bridge(), OF_KEY),
        ("page", "", bridge(), OF_KEY),
        ("page", "C", bridge(), "In the file: no tags."),
        ("csv", "B", bridge(), OF_B),
        ("csv", "K", KEYLESS, "In the file: 6 tags and 1 note by K."),
        ("csv", "", bridge(), ALL),
        ("archive", "B", bridge(), ALL),
        ("archive", "B", KEYLESS, "In the file: 8 tags and 2 notes by 2 coders."),
    ],
)
def test_whose_tags_will_be_in_the_file_is_said_before(name, coder, contents, said):
    assert BY_NAME[name].holds(contents, Options(coder=coder)) == said


@pytest.mark.parametrize("key", ["K", "B", "nobody", ""])
@pytest.mark.parametrize("coder", ["K", "B", "nobody", ""])
def test_the_coder_a_key_is_said_to_be_of_is_the_one_it_is_written_of(key, coder):
    contents = replace(bridge(), pair=bridge().pair.model_copy(update={"key": key}))
    options = Options(coder=coder)
    said = BY_NAME["key"].holds(contents, options)
    if said.startswith("In the file"):
        found = re.search(r"as tagged by (\w+)", words(write("key", contents, options)))
        assert f" by {found[1]}" in said
    else:
        with pytest.raises(Problem, match=re.escape(said)):
            write("key", contents, options)


# saving


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


# the table


def test_the_table_has_a_row_for_every_tag_and_for_a_note_without_one():
    found = rows(write("csv", bridge()))
    assert [(row["sentence"], row["coder"], row["tag"]) for row in found] == [
        ("S2", "K", "kept"),
        ("S4", "B", "omission"),
        ("S4", "K", "omission"),
        ("S5", "B", ""),
        ("R1", "K", "addition"),
        ("R2", "B", "unsure"),
        ("R2", "K", "paraphrase"),
        ("R3", "K", "quote"),
        ("R4", "K", "addition"),
    ]
    quote = found[7]
    assert (quote["subkind"], quote["flags"], quote["effect"], quote["links"]) == (
        "speech",
        "altered",
        "0",
        "S3",
    )
    assert (quote["note"], quote["role"], quote["is_key"]) == ("two words made one", "body", "1")
    assert found[0]["flags"] == "partly"
    assert found[2]["importance"] == "2"
    assert (found[1]["suggestion_seen"], found[1]["suggestion_taken"]) == ("1", "1")


def test_the_table_opens_in_excel():
    contents = bridge()
    commas, semicolons = (write("csv", contents, Options(delimiter=mark)) for mark in ",;")
    assert commas.startswith(b"\xef\xbb\xbfpair,side,sentence,")
    assert commas.count(b"\r\n") == 10
    assert b";side;" in semicolons
    assert rows(semicolons, delimiter=";") == rows(commas)


def test_no_cell_of_the_table_is_a_formula():
    contents = retitled("@SUM(1)")
    found = rows(write("csv", contents))
    assert found[0]["pair"] == "'@SUM(1)"
    assert found[3]["note"] == "'=SUM(A1)\nold?"
    assert all(not cell.startswith(tuple("=+-@\t")) for row in found for cell in row.values())


def test_the_table_of_one_coder_holds_nothing_of_the_others():
    found = rows(write("csv", bridge(), Options(coder="B")))
    assert {row["coder"] for row in found} == {"B"}
    assert [row["sentence"] for row in found] == ["S4", "S5", "R2"]


# the worksheet and the key


def test_the_worksheet_numbers_both_stories_and_asks_for_a_tag():
    story = cells(write("worksheet", bridge()))
    assert story[0] == ["Source", "Rewrite"]
    assert story[1][0].startswith("S1\tCouncil votes to close bridge\n")
    assert story[1][1].startswith("R1\tBridge chaos looms\n")
    assert "Omission" in story[1][0].replace("\xa0", " ")
    assert "Editorial addition" in story[1][1].replace("\xa0", " ")
    assert len(story) == 6
    assert story[5][1].startswith("R5\t=1+1 is not a formula.")


def test_every_box_of_the_worksheet_can_be_ticked_and_has_a_name():
    with zipfile.ZipFile(io.BytesIO(write("worksheet", bridge()))) as file:
        document = file.read("word/document.xml").decode()
    names = re.findall(r'<w:alias w:val="([^"]*)"', document)
    assert document.count("<w14:checkbox>") == len(names) == len(set(names))
    assert {"R3 quote", "R3 paraphrase", "R3 addition", "S3 omission"} <= set(names)


def test_the_worksheet_gives_nothing_away():
    contents = bridge()
    bare = replace(contents, tags=(), notes=(), links=(), bookmarks=())
    assert write("worksheet", contents) == write("worksheet", bare)


def test_the_key_tells_tags_links_flags_and_notes():
    data = write("key", bridge())
    rewrite, source = cells(data, 0), cells(data, 1)
    quote = rewrite[3]
    assert quote[0].startswith("R3\t“It isn’t safe,”")
    assert re.sub(r"\s+", " ", quote[1]).strip() == "Q Quote Speech"
    assert quote[2] == "S3"
    assert quote[3] == "Altered · Effect 0: Same\ntwo words made one"
    assert source[4][3] == "Importance 2: Essential"
    assert (source[3][1], source[3][2]) == ("Kept", "R3")
    assert "as tagged by K" in words(data)


def test_the_key_is_the_key_coder_s_and_else_that_of_the_coder_asked_for():
    keyless = replace(bridge(), pair=bridge().pair.model_copy(update={"key": ""}))
    assert "as tagged by K" in words(write("key", bridge(), Options(coder="B")))
    assert "as tagged by B" in words(write("key", keyless, Options(coder="B")))
    with pytest.raises(Problem, match="no tags to make a key of"):
        write("key", replace(bridge(), tags=()))


@pytest.mark.parametrize("name", ["worksheet", "key"])
def test_a_handout_carries_a_title_and_a_language_and_nobody_s_name(name):
    data = write(name, bridge())
    core = Document(io.BytesIO(data)).core_properties
    assert "Millbrook Bridge" in core.title
    assert core.language == "en"
    assert (core.author, core.last_modified_by, core.comments, core.created) == ("", "", "", None)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/app.xml" not in file.namelist()


def test_what_no_word_document_can_hold_does_not_stop_a_handout():
    contents = retitled("Bridge\x0b\x00 <b>&amp;</b>")
    note = contents.notes[0].model_copy(update={"text": "so\x1f & <so>"})
    contents = replace(contents, notes=(note,))
    assert "so &amp; &lt;so>" in words(write("key", contents)).replace("&gt;", ">")
    assert "Bridge &lt;b" in words(write("worksheet", contents))


def test_an_arabic_story_runs_from_right_to_left():
    contents = bridge()
    article = contents.rewrite.article.model_copy(update={"language": "ar"})
    arabic = replace(contents, rewrite=replace(contents.rewrite, article=article))
    with zipfile.ZipFile(io.BytesIO(write("worksheet", arabic))) as file:
        document = file.read("word/document.xml").decode()
    assert document.count("<w:bidi/>") == document.count("<w:rtl/>") == len(arabic.rewrite.linkable)
    paragraphs = page(write("page", arabic)).xpath("//article[2]//p[@dir]")
    assert {(p.get("dir"), p.get("lang")) for p in paragraphs} == {("rtl", "ar")}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_the_handouts(tmp_path):
    for name in ("worksheet", "key"):
        save(write(name, bridge()), tmp_path / f"{name}.docx")
    command = ["soffice", "--headless", f"-env:UserInstallation={tmp_path.as_uri()}/profile"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=120
    )
    worksheet = (tmp_path / "worksheet.txt").read_text("utf-8-sig")
    assert "☐\xa0Paraphrase" in worksheet
    assert "“It is not safe,” said Ines Calder." in worksheet
    assert "as tagged by K" in (tmp_path / "key.txt").read_text("utf-8-sig")


# the page


def test_the_page_shows_each_sentence_with_its_tag_and_its_links():
    found = page(write("page", bridge()))
    sentence = found.get_element_by_id("R3")
    assert sentence.xpath("string(a[@class='badge quote'])") == "Q"
    assert sentence.xpath("string(*[@class='words quote'])") == "“It isn’t safe,” Ines Calder said."
    assert sentence.xpath(".//a[@href='#S3']/@aria-label") == ["Draws on S3"]
    row = found.get_element_by_id("about-R3").xpath("string()")
    assert "Quote Speech" in row
    assert "two words made one" in row
    assert "R3" in found.get_element_by_id("about-S3").xpath("string()")


def test_the_page_is_well_built():
    found = page(write("page", bridge()))
    assert found.get("lang") == "en"
    assert len(found.xpath("//h1")) == 1
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in found.xpath("//@href")} <= set(ids)
    assert {name.removeprefix("#") for name in found.xpath("//@aria-labelledby")} <= set(ids)


def test_the_page_needs_nothing_and_lets_nothing_in():
    data = write("page", bridge())
    style = re.search(r"<style>(.*?)</style>", data.decode(), re.S)[1]
    policy = page(data).xpath("//meta[@http-equiv]/@content")[0]
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert not re.search(rb"https?:|url\(|<script|style=|@import", data)


def test_words_from_an_article_stay_words():
    title = "<script>alert(1)</script> & </style>"
    found = page(write("page", retitled(title)))
    assert found.xpath("string(//h1)") == title
    assert not found.xpath("//script")


def test_the_page_of_another_coder_shows_that_coder_s_tags():
    found = page(write("page", bridge(), Options(coder="B")))
    assert not found.xpath("//a[contains(@class, 'badge quote')]")
    assert len(found.xpath("//a[contains(@class, 'badge unsure')]")) == 1
    assert "Tags by B." in found.text_content()


def test_the_page_keeps_every_word_of_the_articles_but_the_furniture():
    contents: Contents = bridge()
    found = page(write("page", contents))
    for side, article in zip(
        (contents.source, contents.rewrite), found.xpath("//article"), strict=True
    ):
        for clutter in article.xpath(".//*[@class='number' or @class='links']|.//a"):
            clutter.drop_tree()
        shown = "".join(article.xpath("string()").split())
        for block in side.blocks:
            assert "".join(side.text(block).split()) in shown.replace("\xa0", "")


def luminance(colour):
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_and_marks_of_a_page_can_be_told_from_what_is_behind_them(theme):
    look = colours(theme)
    kinds = (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION, Kind.OMISSION)
    for kind in kinds:
        assert contrast(look["ink"], look[f"{kind}_fill"]) >= 4.5
        assert contrast(look["paper"], look[kind]) >= 4.5
        assert contrast(look[f"{kind}_fill"], look[kind]) >= 3
    for behind in ("ground", "paper"):
        assert contrast(look["soft"], look[behind]) >= 4.5


def test_the_marks_differ_without_any_colour():
    style = re.search(r"<style>(.*?)</style>", write("page", bridge()).decode(), re.S)[1]
    lines = [re.search(rf"\.{kind} {{[^}}]*--line: (\w+)", style)[1] for kind in list(Kind)[:4]]
    assert sorted(lines) == ["dashed", "dotted", "double", "solid"]
    letters = set(page(write("page", bridge())).xpath("//ul//b/text()"))
    assert letters == {"Q", "P", "A", "O"}
