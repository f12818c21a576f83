"""What was read becomes articles, a linked pair, and a comparison."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange import intake
from desktop.exchange.compare import comparison
from desktop.exchange.readers import read_html, read_text
from desktop.problem import Problem
from desktop.text.align import Link
from desktop.text.codebook import Role, Side
from desktop.text.compare import linked, suggested
from tests.exchange_pairs import PAGE, PARAGRAPHS, TEXT


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


def test_links_of_page_furniture_come_out_unchanged_and_lead_to_no_suggestion():
    story = "The council voted on Tuesday to close Millbrook Bridge for nine weeks."
    upper = [(Role.BOILERPLATE, "Share this"), (Role.BODY, story)]
    lower = [(Role.BODY, story), (Role.BOILERPLATE, "Most read")]
    strange = (Link((0,), (0,), 1.0, ""), Link((0, 1), (1,), 1.0, ""))
    assert set(strange) <= set(linked(upper, lower, strange))
    found = suggested(upper, lower, strange)
    assert [(s.side, s.sentence) for s in found] == [(Side.REWRITE, 0)]
