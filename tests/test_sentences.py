"""Sentences are cut as a reader of news would cut them, and no character is lost."""

import json
import time
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.codebook import TAGGED_ROLES
from desktop.text.sentences import Span, sentences

HERE = Path(__file__).parent
PAIRS = sorted((HERE.parent / "seeds/pairs").glob("*.json"))
TAGGED = {role.value for role in TAGGED_ROLES}
LINES = [
    line for line in (HERE / "cuts.txt").read_text("utf-8").splitlines() if line[:1] not in "#"
]
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(
            [
                "U.S.",
                "“",
                "”",
                '"',
                "he",
                "He",
                "said",
                "a.m.",
                " ",
                "!",
                "?",
                "…",
                "1.",
                ")",
                "(",
                ".",
            ]
        )
    ).map(" ".join),
    st.text(alphabet=" .!?\"“”«»'’()[]…1aA\n好。😀", max_size=80),
)


def cut(text, language="en"):
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize("line", LINES)
def test_sentences_end_where_a_reader_ends_them(line):
    language, marked = line.split(": ", 1)
    text = marked.replace(" | ", " ").replace("|", "")
    assert cut(text, language) == [part.strip() for part in marked.split("|")]


@given(TEXTS, st.sampled_from(["en", "de", "fr", "ru", "zh", "ar", "und", "xx"]))
def test_between_sentences_stands_nothing_but_white_space(text, language):
    found = sentences(text, language)
    ends = [0, *(span.end for span in found)]
    starts = [*(span.start for span in found), len(text)]
    assert all(not text[a:b].strip() for a, b in zip(ends, starts, strict=True))
    assert all(span.of(text).strip() == span.of(text) != "" for span in found)


@given(TEXTS)
def test_the_same_text_is_cut_the_same_way_twice(text):
    assert sentences(text) == sentences(text)


@pytest.mark.parametrize("text", ["", " ", "\n\t \n"])
def test_a_text_without_words_has_no_sentence(text):
    assert sentences(text) == ()


def test_offsets_are_code_points_though_emoji_stand_before():
    assert sentences("😀😀 So. Yes.") == (Span(0, 6), Span(7, 11))


def test_half_a_surrogate_pair_is_a_character_like_others():
    assert cut("\ud800") == ["\ud800"]
    assert cut("So \ud83d it is. Yes \udc00.") == ["So \ud83d it is.", "Yes \udc00."]


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
@pytest.mark.parametrize("side", ["source", "rewrite"])
def test_every_pair_of_the_project_is_cut_as_its_key_says(path, side):
    pair = json.loads(path.read_text("utf-8"))
    paragraphs = groupby(pair[side]["units"], key=lambda unit: unit["paragraph"])
    texts = [[unit["text"] for unit in units if unit["role"] in TAGGED] for _, units in paragraphs]
    assert [cut(" ".join(units), pair["language"]) for units in texts] == texts


def test_four_thousand_sentences_take_no_noticeable_time():
    text = "“We don’t need it,” Mr. Putin said of the U.S. plan. He left at 5 p.m. Friday. " * 20
    began = time.perf_counter()
    assert sum(len(sentences(text)) for _ in range(100)) == 4000
    assert time.perf_counter() - began < 2  # 0.3 s on two slow cores


@pytest.mark.parametrize(
    "part", [".", '"', "!)", '." ', "1. ", "• ", "'", ". . ", "a." + " " * 99, "z. B. "]
)
def test_cutting_takes_time_in_proportion_to_the_length(part):
    began = time.perf_counter()
    sentences(part * 10_000)
    assert time.perf_counter() - began < 5
