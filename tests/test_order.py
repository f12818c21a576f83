"""How far a rewrite keeps the order of its source is told from what looks alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.linking.order import orderly
from tests.benchmarks.data import own
from tests.benchmarks.disorder import shuffled

cells = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(0.01, 1.0), max_size=24
)


def test_what_is_told_in_turn_is_in_order_and_what_is_told_backwards_hardly():
    assert orderly({(at, at): 0.5 for at in range(9)}) == 1.0
    assert orderly({(9 - at, at): 0.5 for at in range(9)}) == pytest.approx(1 / 9)


def test_only_the_likeliest_cell_of_a_sentence_counts_and_by_its_likeness():
    assert orderly({(0, 0): 0.6, (5, 1): 0.2, (1, 2): 0.6, (0, 2): 0.5}) == pytest.approx(12 / 14)


def test_where_nothing_is_alike_nothing_speaks_against_order():
    assert orderly({}) == 1.0


@given(cells)
def test_the_share_is_that_of_the_heaviest_way_through(found):
    best = {}
    for (above, below), value in found.items():
        best[below] = max((value, -above), best.get(below, (0.0, 0)))
    ends = {}
    for below in sorted(best):
        value, above = best[below][0], -best[below][1]
        before = max((whole for row, whole in ends.items() if row <= above), default=0.0)
        ends[above] = max(ends.get(above, 0.0), before + value)
    whole = sum(value for value, _ in best.values())
    assert orderly(found) == pytest.approx(max(ends.values()) / whole if whole else 1.0)


def test_a_shuffled_rewrite_is_less_in_order():
    texts = own()
    tidy = sum(orderly(by_words(pair)) for pair in texts)
    assert sum(orderly(by_words(shuffled(pair))) for pair in texts) < tidy


def by_words(pair):
    """Cells by the words they share, which need no model."""
    return {
        (above, below): float(len({*one.split()} & {*other.split()}))
        for above, one in enumerate(pair.source)
        for below, other in enumerate(pair.rewrite)
    }
