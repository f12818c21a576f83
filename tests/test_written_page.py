"""The page: the words of both articles with tags and links, in need of nothing, not even colour."""

import base64
import re
from hashlib import sha256

import pytest

from desktop.exchange.colours import colours
from desktop.exchange.writers import Options
from desktop.library.contents import Contents
from desktop.text.codebook import Kind
from tests.exchange_pairs import bridge
from tests.written import page, retitled, write


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
