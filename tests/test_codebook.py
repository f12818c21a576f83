import json

import pytest

from desktop.library.codebook import codebook
from desktop.library.model import Confidence
from desktop.places import RESOURCES
from desktop.text.codebook import CODEBOOK_ID, Flag, Kind, Subkind

FILES = sorted((RESOURCES / "codebook").glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_codebook_defines_exactly_what_can_be_tagged(path):
    data = json.loads(path.read_text("utf-8"))
    assert list(data["kinds"]) == list(Kind)
    assert list(data["subkinds"]) == list(Subkind)
    assert list(data["flags"]) == list(Flag)
    assert list(data["confidence"]) == list(Confidence)
    assert (len(data["effect"]), len(data["importance"])) == (4, 3)
    assert path.name == f"{data['id']}.{data['language']}.json"
    assert data["id"] == CODEBOOK_ID


def test_no_two_terms_share_an_identifier():
    terms = [*Kind, *Subkind, *Flag, *Confidence]
    assert len(set(terms)) == len(terms) == len(codebook().names)


def test_every_term_has_a_name_and_a_definition_that_is_a_sentence():
    book = codebook()
    assert len(set(book.names.values())) == len(book.names)
    for term, definition in book.definitions.items():
        assert book.names[term][0].isupper()
        assert definition.endswith((".", "”."))


def test_the_letters_of_the_tags_differ():
    assert len(set(codebook().letters.values())) == len(Kind)


def test_a_language_without_a_codebook_of_its_own_gets_the_english_one():
    assert codebook("xx").names["quote"] == "Quote"


def test_a_codebook_cannot_be_changed_by_whoever_reads_it():
    with pytest.raises(TypeError):
        codebook().names["quote"] = "Copy"
