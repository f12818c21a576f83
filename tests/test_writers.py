"""Every format there is: what it tells of itself, what it holds back, and whose tags are in it."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import __version__
from desktop.exchange.archive import read
from desktop.exchange.writers import WRITERS, Options, TextPolicy
from desktop.library.model import Tag
from desktop.problem import Problem
from desktop.text.codebook import Kind
from tests.exchange_pairs import bridge, pairs
from tests.written import BY_NAME, words, write

SNIPPETS, IDS = Options(text_policy=TextPolicy.SNIPPETS), Options(text_policy=TextPolicy.IDS)


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


def decided(coder):
    """The bridge with every sentence tagged by somebody."""
    pair = KEYLESS
    made = [
        Tag(pair_id=pair.pair.id, sentence_id=name, coder=coder, kind=Kind.UNSURE)
        for name in pair.asked
    ]
    return replace(pair, tags=tuple(made), notes=())


@pytest.mark.parametrize(
    ("name", "coder", "contents", "said"),
    [
        ("worksheet", "B", bridge(), "In the file: no tags and no links."),
        ("key", "B", bridge(), f"{OF_KEY} 3 sentences have no tag yet."),
        ("key", "B", KEYLESS, f"{OF_B} 6 sentences have no tag yet."),
        ("key", "D", decided("D"), "In the file: 8 tags and 0 notes by D."),
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


UNSAID = replace(bridge(), tags=(), notes=())


@pytest.mark.parametrize(
    ("name", "coder", "contents", "said"),
    [
        ("worksheet", "C", UNSAID, ""),
        ("key", "C", bridge(), ""),
        ("key", "C", KEYLESS, "no tags to make a key of"),
        ("page", "C", UNSAID, ""),
        ("csv", "B", bridge(), ""),
        ("csv", "C", bridge(), "Coder C has no tags or notes here: the table would have no rows."),
        ("csv", "", UNSAID, "the table would have no rows"),
        ("archive", "C", UNSAID, ""),
    ],
)
def test_a_file_with_nothing_in_it_is_said_to_be_that_before(name, coder, contents, said):
    lacking = BY_NAME[name].lacks(contents, Options(coder=coder))
    assert said in lacking
    assert bool(said) is bool(lacking)


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
