import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.align import Link, align, log_odds, model
from tests.benchmarks.data import own, plain
from tests.benchmarks.disorder import shuffled
from tests.benchmarks.linking import cells_of, counted, f1

SOURCE = (
    "City to close Millbrook Bridge for repairs",
    "Alderton city council voted 7-4 on Tuesday to close Millbrook Bridge for nine weeks.",
    "“The closure will begin on 3 March,” said transport director Ines Calder.",
    "Inspectors found cracks in two support beams in October.",
    "Bus routes 4 and 11 will be diverted through Fenwick Street.",
)
REWRITE = (
    "Cracks in two beams were found by inspectors in October.",
    "It is the latest blow to shopkeepers who struggle to pay their rents.",
    "“The closure will begin on 3 March,” director Ines Calder said.",
)
STORY = (
    "The harbour master ordered every ferry back to the quay on Monday.",
    "A crane had toppled onto a warehouse roof during the night.",
    "Divers recovered eleven containers of roasted coffee.",
    "“We have never lost cargo before,” shipping agent Petra Voss told reporters.",
    "Insurers expect claims of six million crowns.",
    "Schoolchildren collected beans along the beach until dusk.",
    "The regional court will hear the salvage company in April.",
)
OWN = {texts.name: texts for texts in own()}
SEED = OWN["seed-pair"]
EVERY_FLOOR = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
FLOORS = EVERY_FLOOR["align"]

sentences = st.lists(
    st.sampled_from([*SOURCE, *REWRITE, *STORY]) | st.text(max_size=40), max_size=8
)


def linked(links):
    return cells_of(links)


def partners(texts, beginning):
    """The source sentences that a rewrite sentence of the pair is linked to."""
    (below,) = (at for at, text in enumerate(texts.rewrite) if text.startswith(beginning))
    found = linked(align(texts.source, texts.rewrite))
    return {texts.source[a] for a, b in found if b == below}


def users(texts, beginning):
    """The rewrite sentences that a source sentence of the pair is linked to."""
    (above,) = (at for at, text in enumerate(texts.source) if text.startswith(beginning))
    return {b for a, b in linked(align(texts.source, texts.rewrite)) if a == above}


def test_sentences_find_each_other_where_the_rewrite_turns_the_order_round():
    assert linked(align(SOURCE, REWRITE)) == {(3, 0), (2, 2)}


def test_the_commonest_words_link_where_a_whole_quotation_stands_in_a_row():
    for name, told, source in (
        ("school-buses", '"We are asking for', "We are asking for what we had last year.”"),
        ("lake-boat", "“One boat is a boat, but", "“One boat is a boat,” she said."),
    ):
        assert source in partners(OWN[name], told)


def test_a_body_sentence_that_repeats_a_headline_links_to_the_body():
    source = (
        "Millbrook Bridge to close for repairs",
        "Alderton council voted on Tuesday to close Millbrook Bridge for nine weeks of repairs.",
        *SOURCE[3:],
    )
    rewrite = (
        "Bridge shut for nine weeks",
        "Inspectors found cracks.",
        "Council votes for Millbrook Bridge to close for repairs for nine weeks.",
    )
    found = linked(align(source, rewrite))
    assert {(0, 0), (1, 2)} <= found
    assert (0, 2) not in found


@pytest.mark.parametrize("texts", [(), ("",), ("", "…", "🙂 🙂"), ("—" * 50, "\u200b")])
def test_texts_without_words_have_no_links(texts):
    assert align(texts, texts) == align(SOURCE, texts) == align(texts, REWRITE) == ()


@given(sentences, sentences)
def test_any_texts_get_links_within_them_and_each_rewrite_sentence_at_most_one(source, rewrite):
    links = align(source, rewrite)
    answered = Counter(below for link in links for below in link.rewrite)
    assert set(answered.values()) <= {1}
    for link in links:
        assert link.source
        assert list(link.source) == sorted(set(link.source))
        assert list(link.rewrite) == list(range(link.rewrite[0], link.rewrite[-1] + 1))
        assert set(link.source) <= set(range(len(source)))
        assert set(link.rewrite) <= set(range(len(rewrite)))
        assert 0.0 <= link.score <= 1.0
        assert link.reason.endswith(".")
    assert list(links) == sorted(links, key=lambda link: link.rewrite)


@given(st.permutations(range(len(STORY))))
def test_copied_sentences_are_found_in_whatever_order_they_stand(order):
    found = linked(align(STORY, [STORY[at] for at in order]))
    assert found == {(at, place) for place, at in enumerate(order)}


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        (("市议会周二投票决定关闭大桥。", "检查人员十月发现裂缝。"),
         ("十月，检查人员发现了裂缝。", "大桥将关闭，市议会投票决定。")),
        (("صوت مجلس المدينة على إغلاق الجسر.", "عثر المفتشون على شقوق في أكتوبر."),
         ("في أكتوبر عثر المفتشون على شقوق.", "سيغلق الجسر بعد تصويت مجلس المدينة.")),
        (("Городской совет решил закрыть мост.", "Инспекторы нашли трещины в октябре."),
         ("В октябре инспекторы обнаружили трещины.", "Мост закроют, решил городской совет.")),
        (("สภาเมืองลงมติปิดสะพาน", "ผู้ตรวจสอบพบรอยร้าวในเดือนตุลาคม"),
         ("เดือนตุลาคมพบรอยร้าวโดยผู้ตรวจสอบ", "สะพานจะปิดตามมติสภาเมือง")),
    ],
    ids=["Chinese", "Arabic", "Russian", "Thai"],
)  # fmt: skip
def test_other_scripts_are_linked_too(source, rewrite):
    assert linked(align(source, rewrite)) == {(1, 0), (0, 1)}


def test_a_sentence_told_in_two_is_one_link():
    source = (*STORY[:2], "Divers recovered eleven containers of roasted coffee, and insurers "
              "expect claims of six million crowns.", *STORY[5:])  # fmt: skip
    rewrite = ("Divers recovered eleven containers of coffee.", "Insurers expect claims of six "
               "million crowns.", STORY[6])  # fmt: skip
    assert [(link.source, link.rewrite) for link in align(source, rewrite)] == [
        ((2,), (0, 1)),
        ((4,), (2,)),
    ]


def test_two_headlines_belong_together_however_they_are_worded():
    rewrite = ("Drivers face weeks of queues at river crossing", *REWRITE)
    assert (0, 0) in linked(align(SOURCE, rewrite))


def test_a_sentence_of_the_body_draws_on_the_body_and_not_on_the_headline():
    rewrite = ("City bridge to close", "The city council voted on Tuesday to close the bridge.")
    assert {a for a, b in linked(align(SOURCE, rewrite)) if b == 1} == {1}


def test_words_of_like_meaning_link_what_has_no_other_word_in_common():
    source = (STORY[0], "Her lawyer wept.", STORY[2], STORY[3])
    rewrite = (STORY[0], "An attorney was sobbing.", STORY[2], STORY[3])
    (link,) = (link for link in align(source, rewrite) if link.rewrite == (1,))
    assert link.source == (1,)
    assert link.reason == "“attorney” and “lawyer” can mean the same."


@pytest.mark.parametrize(
    ("fact", "word"), [("8,250", "visitors"), ("8,250", "counted"), ("Friday", "before")]
)
def test_a_shared_figure_or_day_tells_more_than_a_shared_word(fact, word):
    source = (*STORY[:3], "Organisers counted 8,250 visitors before Friday.", *STORY[5:])
    by_fact, by_word = (
        log_odds(source, (STORY[0], f"In all, {shared} it was.", STORY[6]), (), model())[3, 1]
        for shared in (fact, word)
    )
    assert by_fact > by_word


def test_a_persons_link_comes_out_unchanged_and_is_the_whole_answer_for_its_sentence():
    by_hand = Link((0, 4), (2,), 0.25, "because")
    links = align(SOURCE, REWRITE, [by_hand])
    assert by_hand in links
    assert linked(links) == {(3, 0), (0, 2), (4, 2)}


@given(st.data(), sentences, sentences)
def test_fixed_links_come_out_as_they_went_in_and_nothing_stands_beside_them(data, source, rewrite):
    above = st.sets(st.sampled_from(range(len(source))), min_size=1) if source else st.just(set())
    below = st.permutations(range(len(rewrite)))
    chosen = data.draw(below)[: data.draw(st.integers(0, 3))]
    fixed = [Link(tuple(sorted(data.draw(above))), (at,), 0.5, "by hand") for at in chosen]
    links = align(source, rewrite, fixed)
    assert set(fixed) <= set(links)
    assert [link for link in links if set(link.rewrite) & set(chosen)] == sorted(
        fixed, key=lambda link: link.rewrite
    )


def test_a_source_sentence_a_person_linked_to_nothing_is_left_alone():
    unused = Link((3,), (), 1.0, "")
    links = align(SOURCE, REWRITE, [unused])
    assert unused in links
    assert 3 in {above for above, _ in linked(align(SOURCE, REWRITE))}
    assert 3 not in {above for above, _ in linked(links)}


def test_a_persons_link_draws_its_neighbours_along():
    source = (*STORY[:3], "The mayor spoke.", *STORY[3:], "The mayor spoke.")
    rewrite = ("Nothing of the kind was seen before.", "Then the mayor spoke.")
    likelier = [
        max((3, 8), key=lambda above: odds[above, 1])
        for odds in (
            log_odds(source, rewrite, [Link((at,), (0,), 1.0, "")], model()) for at in (2, 7)
        )
    ]
    assert likelier == [3, 8]


def test_a_reason_shows_words_both_sentences_use():
    reasons = {link.rewrite: link.reason for link in align(SOURCE, REWRITE)}
    assert reasons[0,] == "They share “Cracks”, “beams”, “inspectors” and “October”."
    assert reasons[2,] == (
        "They quote someone, and share the words “The closure will begin on 3 March”."
    )


def test_a_reason_for_several_sentences_says_that_they_are_several():
    source = (*SOURCE, "The ferry will stop at Northgate and at Fenwick Street from 3 March on.")
    rewrite = (
        *REWRITE,
        "The ferry stops at Northgate.",
        "It stops at Fenwick Street from 3 March on.",
    )
    reasons = {link.rewrite: link.reason for link in align(source, rewrite)}
    together = reasons[len(REWRITE), len(REWRITE) + 1]
    assert together.startswith("2 sentences in a row draw on this source sentence. They share ")


def test_the_seed_pairs_headlines_belong_together():
    headline = "Putin: Russia-China military alliance can’t be ruled out"
    assert headline in partners(SEED, "Putin: Russia-China")


@pytest.mark.parametrize(
    ("rewrite", "source"),
    [
        ("“Without any doubt", "“Without any doubt"),
        ("“The time will show", "“The time will show"),
        ("Asked during a conference call", "Asked during a video conference"),
    ],
)
def test_the_seed_pairs_quotations_are_found(rewrite, source):
    (only,) = partners(SEED, rewrite)
    assert only.startswith(source)


@pytest.mark.parametrize("beginning", ["In October 2019", "During the coronavirus outbreak"])
def test_what_the_seed_pairs_rewrite_adds_is_linked_to_nothing(beginning):
    assert partners(SEED, beginning) == set()


@pytest.mark.parametrize("beginning", ["He pointed at Russia’s", "The pact limits each country"])
def test_what_the_seed_pairs_rewrite_omits_is_linked_to_nothing(beginning):
    assert users(SEED, beginning) == set()


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("seed", [SEED]),
        ("own", list(OWN.values())),
        ("shuffled", [shuffled(texts) for texts in OWN.values()]),
        ("plain", plain()),
    ],
)
def test_links_are_as_good_as_they_once_were(name, pairs):
    total = Counter()
    for texts in pairs:
        total += counted(texts, linked(align(texts.source, texts.rewrite)))
    reached = {what: f1(total, what) for what in FLOORS[name]}
    assert {what: value for what, value in reached.items() if value < FLOORS[name][what]} == {}


def test_meanings_help_where_words_differ_as_much_as_they_once_did():
    total = Counter()
    for texts in plain():
        total += counted(texts, linked(align(texts.source, texts.rewrite, meaning=True)))
    floors = EVERY_FLOOR["meaning"]["plain"]
    assert {what: f1(total, what) for what in floors if f1(total, what) < floors[what]} == {}
    assert floors["links"] > FLOORS["plain"]["links"] + 0.02  # or it is not worth its megabytes


def test_paragraphs_are_linked_as_sentences_are():
    dice = random.Random(1)
    paragraphs = [" ".join(STORY[at : at + 2]) for at in range(0, 6, 2)]
    told = [" ".join(dice.sample(text.split(), 14)) for text in reversed(paragraphs)]
    assert linked(align(paragraphs, told)) == {(2, 0), (1, 1), (0, 2)}


def test_nothing_is_read_before_the_first_texts_are_linked():
    code = "from desktop.text.align import model; print(model.cache_info().currsize)"
    root = Path(__file__).parents[1]
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "0\n"
