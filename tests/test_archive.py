import json
import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sqlalchemy import Engine, event

from desktop.exchange import archive
from desktop.library.archived import take
from desktop.library.edit import Edit
from desktop.library.history import History
from desktop.library.model import Note, Pair
from desktop.places import RESOURCES
from desktop.problem import Problem
from desktop.text.codebook import Role
from tests.exchange_pairs import bridge, pairs
from tests.libraries import Passing

SCHEMA = json.loads((RESOURCES / "schemas/archive.json").read_text("utf-8"))


def changed(change):
    """An archive of the bridge pair after `change` was done to its JSON."""
    content = json.loads(archive.write([bridge()]))
    change(content)
    return json.dumps(content).encode()


def first_pair(name, number, **update):
    return lambda content: content["pairs"][0][name][number].update(update)


def first_article(name, number, **update):
    return lambda content: content["articles"][0][name][number].update(update)


@given(st.lists(pairs(), max_size=2))
def test_what_was_written_is_read_back_and_fits_the_published_schema(contents):
    data = archive.write(contents)
    assert archive.read(data) == tuple(contents)
    assert archive.write(archive.read(data)) == data
    Draft202012Validator(SCHEMA).validate(json.loads(data))


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def second_of(one):
    """Another pair of the same articles, of which nothing was said yet."""
    pair = Pair(source_id=one.source.article.id, rewrite_id=one.rewrite.article.id)
    return replace(one, pair=pair, links=(), tags=(), notes=(), bookmarks=())


def test_a_source_of_two_pairs_is_written_once():
    one = bridge()
    other = second_of(one)
    data = archive.write([one, other])
    assert len(json.loads(data)["articles"]) == 2
    assert archive.read(data) == (one, other)


def test_what_was_read_goes_into_a_library_and_comes_out_the_same():
    (contents,) = archive.read(archive.write([bridge()]))
    store = Passing()
    store.replace(Edit("import", after=contents.values))
    found = store.contents(contents.pair.id)
    assert archive.write([found]) == archive.write([contents])
    store.close()


def test_an_archive_from_before_lessons_were_kept_fits_the_schema_and_is_read():
    older = changed(lambda content: content["pairs"][0].pop("lesson"))
    Draft202012Validator(SCHEMA).validate(json.loads(older))
    (contents,) = archive.read(older)
    assert contents.pair.lesson == ""


def test_an_archive_is_text_a_person_can_look_into():
    text = archive.write([bridge()]).decode()
    assert "“It is not safe,” said Ines Calder." in text
    assert text.startswith("{\n")
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no",
        b"[]",
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 200_000,
        b'{"format": "other"}',
        b'{"format": "twice-told-archive", "version": "1"}',
    ],
    ids=range(8),
)
def test_another_file_is_refused(data):
    with pytest.raises(Problem, match="no archive of Twice Told"):
        archive.read(data)


def test_an_archive_from_the_future_asks_for_an_update():
    newer = changed(lambda content: content.update(version=2, program="Twice Told 9.0"))
    with pytest.raises(Problem, match=r"newer version.*Twice Told 9\.0.*Update"):
        archive.read(newer)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.pop("pairs"),
        lambda content: content.update(articles={}),
        lambda content: content.update(articles=[3]),
        lambda content: content["articles"].pop(),
        lambda content: content["articles"].append(content["articles"][0]),
        lambda content: content["pairs"].append(content["pairs"][0]),
        lambda content: content["articles"][0].update(text="Something else."),
        lambda content: content["articles"][0].update(text="\ud800"),
        lambda content: content["articles"][0].pop("sentences"),
        first_article("sentences", 1, end=10_000),
        first_article("sentences", 1, start=-1),
        first_article("sentences", 1, start=0),
        first_article("blocks", 0, end=40),
        first_article("blocks", 0, role="hero"),
        first_pair("tags", 0, kind="omission"),
        first_pair("tags", 0, kind="lie"),
        first_pair("tags", 0, subkind="speech"),
        first_pair("tags", 0, effect=4),
        first_pair("tags", 0, flags=["partly"]),  # on an addition
        first_pair("tags", 0, importance=2),
        first_pair("tags", 4, flags=["altered"]),  # on a sentence kept
        first_pair("tags", 4, effect=1),
        first_pair("tags", 5, flags=["partly"]),  # on an omission
        first_pair("tags", 6, effect=1),  # unsure
        first_pair("tags", 0, sentence_id="nobody"),
        first_pair("notes", 0, sentence_id="nobody"),
        first_pair("links", 0, source=["nobody"]),
        first_pair("links", 0, rewrite=[]),
        first_pair("links", 0, score=1.5),
        first_pair("links", 0, score=float("nan")),
        lambda content: content["pairs"][0]["tags"].append(content["pairs"][0]["tags"][0]),
        lambda content: content["pairs"][0]["notes"][0].update(
            id=content["pairs"][0]["tags"][0]["id"]
        ),
        first_pair("notes", 0, text="\ud800"),
        lambda content: content["pairs"][0].update(title="\udfff"),
        lambda content: content["pairs"].append(
            {
                **content["pairs"][0],
                "id": "other",
                "links": [],
                "notes": [],
                "bookmarks": [],
            }
        ),
    ],
)
def test_a_damaged_archive_is_refused_whole(change):
    with pytest.raises(Problem, match="damaged"):
        archive.read(changed(change))


@given(st.data())
def test_cutting_or_changing_bytes_gives_a_sentence_or_a_sound_archive(data):
    whole = bytearray(archive.write([bridge()]))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(at, len(whole)))])
    found, said = None, ""
    try:
        found = archive.read(cut)
    except Problem as problem:
        said = str(problem)
    assert said.endswith(".") is (found is None)
    if found is not None:
        written = archive.write(found)
        assert archive.read(written) == found
        assert list(Draft202012Validator(SCHEMA).iter_errors(json.loads(written))) == []


def test_a_file_too_long_for_an_archive_or_not_there_gets_a_sentence(tmp_path):
    path = tmp_path / "lesson.json"
    with pytest.raises(Problem, match=r"“lesson\.json” could not be read: No such file"):
        archive.load(path)
    path.write_bytes(archive.write([one := bridge()]))
    assert archive.load(path) == (one,)
    os.truncate(path, 201_000_000)
    with pytest.raises(Problem, match=r"too long for an archive \(201 MB; 200 MB"):
        archive.load(path)


# into a library


@pytest.fixture
def store():
    store = Passing()
    yield store
    store.close()


def test_a_pair_that_shares_its_articles_with_one_that_is_here_is_added_beside_it(store):
    one = bridge()
    history = History(store)
    assert take(store, history, [one]) == (one,)
    other = second_of(one)
    assert take(store, history, [one, other]) == (other,)
    assert store.contents(one.pair.id) == one
    assert store.contents(other.pair.id) == other
    history.undo()
    assert store.contents(one.pair.id) == one
    assert len(store.shelf()) == 1


def merged_paragraphs(side):
    first, second, *others = side.blocks
    whole = first.model_copy(update={"end": second.end})
    return replace(side, blocks=(whole, *others))


def another_role(side):
    first, *others = side.blocks
    return replace(side, blocks=(first.model_copy(update={"role": Role.CAPTION}), *others))


def fewer_sentences(side):
    return replace(side, sentences=side.sentences[:-1])


def other_words(side):
    text = side.article.text.replace("council", "COUNCIL").replace("chaos", "CHAOS")
    return replace(side, article=side.article.model_copy(update={"text": text}))


@pytest.mark.parametrize("name", ["source", "rewrite"])
@pytest.mark.parametrize("change", [merged_paragraphs, another_role, fewer_sentences, other_words])
def test_an_article_that_is_not_the_same_here_keeps_the_whole_archive_out(store, name, change):
    one = bridge()
    bare = second_of(one)
    here = replace(bare, **{name: change(getattr(bare, name))})
    store.add(here.values)
    with pytest.raises(Problem, match="is not the same here"):
        take(store, History(store), [bridge(), one])
    assert [entry.pair_id for entry in store.shelf()] == [here.pair.id]
    assert store.contents(here.pair.id) == here


def test_a_note_that_stands_here_in_another_pair_keeps_the_archive_out(store):
    one, other = bridge(), bridge()
    store.add(one.values)
    twin = Note(**other.notes[0].model_dump() | {"id": one.notes[0].id})
    with pytest.raises(Problem, match="in other pairs"):
        take(store, History(store), [replace(other, notes=(twin,))])
    assert len(store.shelf()) == 1
    assert store.contents(one.pair.id) == one


def test_several_notes_by_one_coder_on_a_sentence_come_in_as_one(store):
    one = bridge()
    note = one.notes[0]
    further = [
        Note(**note.model_dump(exclude={"id", "text"}), text=text)
        for text in ("and a comma", note.text, "")
    ]
    data = archive.write([replace(one, notes=(*one.notes, *further))])
    (found,) = take(store, History(store), archive.read(data))
    assert [n.text for n in found.notes] == [f"{note.text} / and a comma", one.notes[1].text]
    assert store.contents(one.pair.id) == found
    assert archive.read(archive.write([found])) == (found,)


def test_what_an_archive_asks_of_a_library_does_not_grow_with_the_length_of_its_texts(store):
    asked = []

    def hear(connection, cursor, query, *more):
        asked.append(query)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        take(store, History(store), [bridge()])
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
    assert 0 < sum(query.startswith("SELECT") for query in asked) < 8
