"""The rows of the aligned table: no sentence is missing, and omissions stand at their place."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.window.table.rows import rows
from tests.table_window import labels, linked


def test_a_row_is_a_rewrite_sentence_with_what_it_draws_on_and_omissions_stand_at_their_place():
    pair = linked()
    assert labels(pair, rows(pair)) == ["S1 R1", "S2 R2", "S3", "R3", "S2 S4 R4", "R5"]


def test_what_only_the_headline_tells_is_no_place_for_an_omission():
    pair = linked((("S3",), "R1"), (("S2",), "R3"))
    assert labels(pair, rows(pair)) == ["S1", "S3 R1", "R2", "S2 R3", "S4", "R4", "R5"]


def test_an_omission_does_not_come_between_sentences_that_tell_the_same():
    pair = linked((("S2",), "R2"), (("S2",), "R3"), (("S4",), "R4"), (("S2",), "R5"))
    assert labels(pair, rows(pair)) == ["S1", "R1", "S2 R2", "S2 R3", "S3", "S4 R4", "S2 R5"]


COUPLES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["S1", "S2", "S3", "S4"]), min_size=1, max_size=3, unique=True),
        st.sampled_from(["R1", "R2", "R3", "R4", "R5"]),
    ),
    min_size=1,
    max_size=6,
)


@given(COUPLES)
def test_no_sentence_is_missing_and_no_decision_stands_twice(couples):
    pair = linked(*couples)
    found = rows(pair)
    own = [row.own for row in found]
    assert len(own) == len(set(own))
    named = {s for row in found for s in row.sentences}
    assert named == {s.id for s in (*pair.source.linkable, *pair.rewrite.linkable)}
    assert [row.rewrite for row in found if row.rewrite] == [s.id for s in pair.rewrite.linkable]
    for row in found:
        if row.rewrite:
            assert row.source == tuple(s.id for s in pair.partners(row.rewrite))
