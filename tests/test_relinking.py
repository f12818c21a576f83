"""The engine's links looked over: what re-aligning would change is told before it is done."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.library import relinking
from desktop.library.model import Link, Origin
from tests import samples
from tests.libraries import Passing

PAIR = samples.pair()
UPPER = [s.id for s in PAIR.source.linkable]
LOWER = [s.id for s in PAIR.rewrite.linkable]


def some(ids):
    """One or several of these ids, in order."""
    chosen = st.sets(st.sampled_from(ids), min_size=1, max_size=2)
    return chosen.map(lambda found: tuple(i for i in ids if i in found))


links = st.lists(
    st.builds(
        Link,
        id=st.uuids().map(str),
        pair_id=st.just(PAIR.pair.id),
        source=some(UPPER),
        rewrite=some(LOWER),
        origin=st.sampled_from(Origin),
        score=st.floats(0, 1),
    ),
    max_size=6,
)


def machine(found):
    return {(x.source, x.rewrite) for x in found if x.origin is Origin.MACHINE}


def persons(found):
    return {x for x in found if x.origin is not Origin.MACHINE}


@given(stand=links, found=links)
def test_all_changes_made_the_engines_links_are_those_it_found_and_a_persons_are_untouched(
    stand, found
):
    contents = replace(PAIR, links=tuple(stand))
    edit = relinking.relinked(relinking.changes(contents, found))
    after = contents.after(edit) if edit else contents
    assert machine(after.links) == machine(found)
    assert persons(after.links) == persons(stand)
    assert relinking.changes(after, found) == ()


@given(stand=links, found=links)
def test_what_is_not_wanted_stays_as_it_is(stand, found):
    contents = replace(PAIR, links=tuple(stand))
    wanted = relinking.changes(contents, found)[::2]
    edit = relinking.relinked(wanted)
    after = contents.after(edit) if edit else contents
    named = {change.old for change in wanted}
    assert {x for x in stand if x not in named} <= {*after.links}


@given(stand=links, at=st.integers(0, 4))
def test_rejecting_takes_a_sentence_out_of_the_engines_links_and_no_other(stand, at):
    contents = replace(PAIR, links=tuple(stand))
    edit = relinking.rejected(contents, LOWER[at])
    after = contents.after(edit) if edit else contents
    assert LOWER[at] not in {s for _, rewrite in machine(after.links) for s in rewrite}
    assert persons(after.links) == persons(stand)
    for other in {*LOWER} - {LOWER[at]}:
        assert {s.id for s in after.partners(other)} == {s.id for s in contents.partners(other)}


def test_changes_are_undone_on_disk():
    store = Passing()
    link = Link(pair_id=PAIR.pair.id, source=(UPPER[0],), rewrite=(LOWER[0],))
    store.add((*PAIR.values, link))
    contents = store.contents(PAIR.pair.id)
    other = link.model_copy(update={"id": "new", "source": (UPPER[1],)})
    store.replace(relinking.relinked(relinking.changes(contents, [other])))
    assert [(x.id, x.source) for x in store.all(Link)] == [(link.id, (UPPER[1],))]
    store.undo()
    assert store.all(Link) == [link]
    store.close()
