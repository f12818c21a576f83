"""The worksheet and the key: what is asked, what is told, and nobody's name."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from desktop.exchange import intake
from desktop.exchange.readers import read_text
from desktop.exchange.writers import Options, TextPolicy, save
from desktop.library.model import Note, Tag
from desktop.problem import Problem
from desktop.text.codebook import Flag, Kind, Subkind
from tests.exchange_pairs import bridge
from tests.written import page, retitled, words, write


def cells(data, number=-1):
    table = Document(io.BytesIO(data)).tables[number]
    return [[cell.text for cell in row.cells] for row in table.rows]


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


def test_the_key_tells_first_what_to_look_for_and_the_worksheet_does_not():
    plain = bridge()
    pair = plain.pair.model_copy(update={"lesson": "Who was \x0basked?\n\nWhose 🎉 is it?"})
    lesson = replace(plain, pair=pair)
    told = [p.text for p in Document(io.BytesIO(write("key", lesson))).paragraphs]
    at = told.index("What to look for")
    assert told[at + 1 : at + 3] == ["Who was asked?", "Whose 🎉 is it?"]
    assert at < told.index("Rewrite")
    assert "What to look for" not in words(write("key", plain))
    assert write("worksheet", lesson) == write("worksheet", plain)


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


def test_the_key_says_what_changed_where_nobody_noted_it_and_texts_may_be_shown():
    source = "The bridge in Harlow\n\nAbout 18,450 cars cross the bridge on a normal working day."
    rewrite = "The bridge in Harlow\n\nNearly 20,000 cars cross the bridge on a normal working day."
    pair = intake.pair(read_text(source), read_text(rewrite))
    [told] = [s for s in pair.rewrite.sentences if "cars" in pair.rewrite.text(s)]
    place = {"pair_id": pair.pair.id, "sentence_id": told.id, "coder": "K1"}
    tag = Tag(**place, kind=Kind.QUOTE, subkind=Subkind.COPIED, flags=(Flag.ALTERED,))
    reason = "The source says “About 18,450”, the rewrite “Nearly 20,000”."
    tagged = replace(pair, tags=(tag,))
    assert cells(write("key", tagged), 0)[2][3] == f"Altered\n{reason}"
    assert "18,450" not in cells(write("key", tagged, Options(text_policy=TextPolicy.IDS)), 0)[2][3]
    noted = replace(tagged, notes=(Note(**place, text="rounded up"),))
    assert cells(write("key", noted), 0)[2][3] == "Altered\nrounded up"
    otherwise = replace(pair, tags=(tag.model_copy(update={"flags": (Flag.CUT,)}),))
    assert cells(write("key", otherwise), 0)[2][3] == "Cut"


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
