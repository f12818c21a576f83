import pytest

from desktop.text.align import Link, align

SOURCE = (
    "City to close Millbrook Bridge for repairs",
    "Alderton city council voted 7-4 on Tuesday to close Millbrook Bridge for nine weeks.",
    "“The closure will begin on 3 March,” said transport director Ines Calder.",
    "Inspectors found cracks in two support beams in October.",
    "Bus routes 4 and 11 will be diverted through Fenwick Street.",
)
REWRITE = (
    "Cracks in two beams were found by inspectors in October.",
    "It is the latest blow to a town already struggling with empty shops.",
    "“The closure will begin on 3 March,” director Ines Calder said.",
)


def linked(links):
    return {(above, below) for link in links for above in link.source for below in link.rewrite}


def test_sentences_find_each_other_where_the_rewrite_turns_the_order_round():
    assert linked(align(SOURCE, REWRITE)) == {(3, 0), (2, 2)}


def test_the_same_texts_give_the_same_links():
    assert align(SOURCE, REWRITE) == align(list(SOURCE), list(REWRITE))


@pytest.mark.parametrize("texts", [(), ("",), ("", "…", "🙂 🙂"), ("—" * 50, "\u200b")])
def test_texts_without_words_have_no_links(texts):
    assert align(texts, texts) == align(SOURCE, texts) == align(texts, REWRITE) == ()


def test_a_persons_link_comes_out_unchanged_and_is_the_whole_answer_for_its_sentence():
    by_hand = Link((0, 4), (2,), 0.25, "because")
    links = align(SOURCE, REWRITE, [by_hand])
    assert by_hand in links
    assert linked(links) == {(3, 0), (0, 2), (4, 2)}


def test_a_reason_names_words_both_sentences_use():
    reasons = {link.rewrite: link.reason for link in align(SOURCE, REWRITE)}
    assert "“Inspectors”" in reasons[0,].replace("inspectors", "Inspectors")
    assert "quote" in reasons[2,]
