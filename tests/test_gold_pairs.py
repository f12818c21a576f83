"""The gold pairs keep the codebook's rules: they judge the engine, and this judges them."""

from collections import Counter
from itertools import product

import pytest

from desktop.text.codebook import (
    KINDS,
    LINKED_ROLES,
    SUBKINDS,
    TAGGED_ROLES,
    Kind,
    Role,
    Side,
    marks,
)
from tests.benchmarks.data import plain
from tests.gold import Gold, Page, gold_pairs

PAIRS = gold_pairs()
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.id)


def ids(page: Page, roles: frozenset[Role]) -> list[str]:
    return [unit.id for unit in page.units if unit.role in roles]


def linked(pair: Gold) -> set[str]:
    return {name for verdict in pair.key.values() for name in verdict.links}


@each_pair
def test_the_sentences_are_the_page_without_a_word_lost(pair):
    for page in (pair.source, pair.rewrite):
        assert " ".join(unit.text for unit in page.units).split() == page.text.split()


@each_pair
def test_sentences_stand_in_page_order_and_have_names_of_their_own(pair):
    for page, letter in ((pair.source, "S"), (pair.rewrite, "R")):
        paragraphs = [unit.paragraph for unit in page.units]
        names = [unit.id for unit in page.units]
        assert set(paragraphs) == set(range(1, max(paragraphs) + 1))
        assert paragraphs == sorted(paragraphs)
        assert names == [f"{letter}{int(names[0][1:]) + at}" for at in range(len(names))]


@each_pair
def test_every_verdict_is_on_a_sentence_that_may_have_one(pair):
    allowed = ids(pair.source, TAGGED_ROLES) + ids(pair.rewrite, LINKED_ROLES)
    assert set(pair.key) <= set(allowed)


@each_pair
def test_every_rewrite_sentence_has_one_tag_and_a_caption_has_none(pair):
    tagged = ids(pair.rewrite, TAGGED_ROLES)
    assert [name for name in tagged if pair.key[name].kind not in KINDS[Side.REWRITE]] == []
    captions = ids(pair.rewrite, frozenset({Role.CAPTION}))
    assert [name for name in captions if name in pair.key and pair.key[name].kind] == []


@each_pair
def test_quotes_and_paraphrases_draw_on_something_and_only_from_the_source(pair):
    possible = set(ids(pair.source, LINKED_ROLES))
    for name, verdict in pair.key.items():
        assert set(verdict.links) <= (possible if name.startswith("R") else set()), name
        assert len(verdict.links) == len(set(verdict.links)), name
        assert verdict.links or verdict.kind not in (Kind.QUOTE, Kind.PARAPHRASE), name


@each_pair
def test_a_source_sentence_is_an_omission_exactly_where_nothing_links_to_it(pair):
    unlinked = [name for name in ids(pair.source, TAGGED_ROLES) if name not in linked(pair)]
    omitted = [name for name, verdict in pair.key.items() if verdict.kind is Kind.OMISSION]
    assert sorted(omitted) == sorted(unlinked)


@each_pair
def test_body_sentences_link_to_body_sentences(pair):
    roles = {unit.id: unit.role for page in (pair.source, pair.rewrite) for unit in page.units}
    crossing = [
        (name, link)
        for name, verdict in pair.key.items()
        for link in verdict.links
        if roles[name] is Role.BODY and roles[link] in (Role.HEADLINE, Role.STANDFIRST)
    ]
    assert crossing == []


@each_pair
def test_sub_kinds_flags_and_effects_are_those_of_the_codebook(pair):
    for name, verdict in pair.key.items():
        assert verdict.subkind is None or verdict.subkind in SUBKINDS[verdict.kind], name
        assert verdict.subkind or verdict.kind not in (Kind.QUOTE, Kind.ADDITION), name
        assert verdict.effect in (None, 0, 1, 2, 3), name
        assert verdict.importance in (None, 0, 1, 2), name
        assert verdict.kind not in verdict.also_accepted, name
        assert len(verdict.flags) == len(set(verdict.flags)), name


@each_pair
def test_a_verdict_has_only_the_marks_its_kind_may_carry_on_its_side(pair):
    for side, page in ((Side.SOURCE, pair.source), (Side.REWRITE, pair.rewrite)):
        for verdict in (pair.key[unit.id] for unit in page.units if unit.id in pair.key):
            if verdict.kind is not None:
                may = marks(side, verdict.kind)
                assert set(verdict.flags) <= set(may.flags), verdict
                assert verdict.effect is None or may.effect, verdict
                assert verdict.importance is None or may.importance, verdict


@each_pair
def test_an_addition_that_also_draws_on_the_source_says_so(pair):
    for name, verdict in pair.key.items():
        if verdict.kind is Kind.ADDITION:
            assert ("mixed" in verdict.flags) == bool(verdict.links), name


@each_pair
def test_every_pair_comes_with_a_lesson_for_the_teacher(pair):
    assert 40 <= len(pair.lesson.split()) <= 160


def test_texts_in_plain_language_link_sentences_that_are_there():
    for texts in plain():
        assert len(texts.rewrite) > len(texts.source) > 14
        assert texts.links <= {*product(range(len(texts.source)), range(len(texts.rewrite)))}


def test_the_pairs_are_many_and_of_many_kinds():
    assert len({pair.id for pair in PAIRS}) == len(PAIRS)
    assert len({pair.genre for pair in PAIRS}) >= 10
    assert {"en", "de", "fr"} <= {pair.language for pair in PAIRS}
    furnished = [
        pair
        for pair in PAIRS
        if any(ids(page, frozenset({Role.BOILERPLATE})) for page in (pair.source, pair.rewrite))
    ]
    assert len(furnished) >= len(PAIRS) // 2


def test_tags_are_spread_as_in_newsrooms():
    kinds = Counter(
        pair.key[name].kind for pair in PAIRS for name in ids(pair.rewrite, TAGGED_ROLES)
    )
    shares = {kind: count / kinds.total() for kind, count in kinds.items()}
    assert 0.15 <= shares[Kind.QUOTE] <= 0.35
    assert 0.30 <= shares[Kind.PARAPHRASE] <= 0.50
    assert 0.20 <= shares[Kind.ADDITION] <= 0.40
    source = [name for pair in PAIRS for name in ids(pair.source, TAGGED_ROLES)]
    omitted = sum(v.kind is Kind.OMISSION for pair in PAIRS for v in pair.key.values())
    assert 0.25 <= omitted / len(source) <= 0.55
