"""What the second look may change, and what it leaves as the chains have it."""

from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.align import first_look, log_odds, model
from desktop.text.linking.again import (
    LAID_DOWN,
    MEASURES,
    SURE,
    First,
    FirstLook,
    Network,
    doubtful,
    looked_again,
)
from desktop.text.linking.cells import FEATURES
from desktop.text.values import Link
from tests.benchmarks.cases import own_cases
from tests.benchmarks.fields import HAND

WIDTH = len(MEASURES)
UNDECIDED = Network((0.0,) * WIDTH, (1.0,) * WIDTH, (0.0,) * (WIDTH + 1), (), ())
"""Says 0 of everything."""

PLAIN = (1.0,) + (0.0,) * (len(FEATURES) - 1)
CASES = own_cases()[::6]


def found(odds):
    return First(odds, odds, odds, odds)


def with_feature(name):
    return tuple(float(feature in ("bias", name)) for feature in FEATURES)


def look(found_by_cell, features=PLAIN, persons=()):
    return FirstLook(
        {cell: found(odds) for cell, odds in found_by_cell.items()},
        {cell: features for cell in found_by_cell if cell not in persons},
        1.0,
        0.5,
    )


@given(st.floats(-9.0, 9.0))
def test_only_what_is_in_doubt_is_looked_at_again(odds):
    least, most = SURE
    seen = looked_again(look({(0, 0): odds}), UNDECIDED)
    assert seen == {(0, 0): 0.0 if least < odds < most else odds}


@pytest.mark.parametrize("decided", ["headlines", "headline in the body", "names alone"])
def test_what_the_codebook_decides_is_not_looked_at_again(decided):
    assert looked_again(look({(0, 0): -1.5}, with_feature(decided)), UNDECIDED) == {(0, 0): -1.5}
    assert looked_again(look({(0, 0): -1.5}, with_feature("names")), UNDECIDED) == {(0, 0): 0.0}


def test_beside_a_persons_link_nothing_is_doubted_more_than_before():
    cells = {(3, 3): 12.0, (4, 4): 2.0, (4, 3): -2.0, (6, 6): 2.0}
    seen = looked_again(look(cells, persons={(3, 3)}), UNDECIDED)
    assert seen == {(4, 4): 2.0, (4, 3): 0.0, (6, 6): 0.0}


def test_what_surrounds_a_cell_is_told_by_its_name():
    cells = {(0, 0): 2.0, (1, 1): 0.0, (1, 4): 1.0, (3, 1): -1.0, (2, 2): -2.0, (0, 1): -3.0}
    chance = {cell: 1.0 / (1.0 + exp(-odds)) for cell, odds in cells.items()}
    told = {cell: dict(zip(MEASURES, row, strict=True)) for cell, row in doubtful(look(cells))}
    assert (
        told[1, 1]
        | {
            "before in both": chance[0, 0],
            "after in both": chance[2, 2],
            "before in the source": chance[0, 1],
            "after in the source": 0.0,
            "best other of the source sentence": chance[1, 4],
            "best far other of the source sentence": chance[1, 4],
            "all others of the rewrite sentence": chance[3, 1] + chance[0, 1],
            "best other of the rewrite sentence": chance[3, 1],
            "best far other of the rewrite sentence": 0.0,
            "source sentence before": chance[0, 0],
            "rewrite sentence after": chance[2, 2],
        }
        == told[1, 1]
    )


def test_a_network_takes_what_it_has_not_seen_for_the_utmost_it_has():
    rising = UNDECIDED._replace(straight=(0.0, 1.0, *(0.0,) * (WIDTH - 1)))
    far, farther = ((odds,) + (0.0,) * (WIDTH - 1) for odds in (3.0, 300.0))
    assert rising.odds(far) == rising.odds(farther) == 3.0


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_persons_link_makes_the_next_sentences_no_less_likely_than_the_chains_do(case):
    known = {
        (above, below) for link in case.links for above in link.source for below in link.rewrite
    }
    both = [(a, b) for a, b in sorted(known) if (a + 1, b + 1) in known][:3]
    alone = first_look(case.source, case.rewrite, (), model()).found
    for above, below in both:
        person = Link((above,), (below,), 1.0, "")
        after = above + 1, below + 1
        if after in alone:
            odds = log_odds(case.source, case.rewrite, [person], model())[after]
            assert odds >= min(alone[after].odds, SURE[1])


def test_what_is_set_by_hand_is_not_taught_again():
    assert {*HAND, "bias"} == LAID_DOWN


def test_constants_of_other_measures_are_refused():
    found = UNDECIDED._asdict() | {"measures": MEASURES}
    assert Network.of(found) == UNDECIDED
    with pytest.raises(ValueError, match="other measures"):
        Network.of(found | {"measures": MEASURES[:-1]})
