"""The table of tags: a row for each, as any spreadsheet reads it."""

import csv
import io

from desktop.exchange.writers import Options
from tests.exchange_pairs import bridge
from tests.written import retitled, write


def rows(data, **dialect):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), **dialect))


def test_the_table_has_a_row_for_every_tag_and_for_a_note_without_one():
    found = rows(write("csv", bridge()))
    assert [(row["sentence"], row["coder"], row["tag"]) for row in found] == [
        ("S2", "K", "kept"),
        ("S4", "B", "omission"),
        ("S4", "K", "omission"),
        ("S5", "B", ""),
        ("R1", "K", "addition"),
        ("R2", "B", "unsure"),
        ("R2", "K", "paraphrase"),
        ("R3", "K", "quote"),
        ("R4", "K", "addition"),
    ]
    quote = found[7]
    assert (quote["subkind"], quote["flags"], quote["effect"], quote["links"]) == (
        "speech",
        "altered",
        "0",
        "S3",
    )
    assert (quote["note"], quote["role"], quote["is_key"]) == ("two words made one", "body", "1")
    assert found[0]["flags"] == "partly"
    assert found[2]["importance"] == "2"
    assert (found[1]["suggestion_seen"], found[1]["suggestion_taken"]) == ("1", "1")


def test_the_table_opens_in_excel():
    contents = bridge()
    commas, semicolons = (write("csv", contents, Options(delimiter=mark)) for mark in ",;")
    assert commas.startswith(b"\xef\xbb\xbfpair,side,sentence,")
    assert commas.count(b"\r\n") == 10
    assert b";side;" in semicolons
    assert rows(semicolons, delimiter=";") == rows(commas)


def test_no_cell_of_the_table_is_a_formula():
    contents = retitled("@SUM(1)")
    found = rows(write("csv", contents))
    assert found[0]["pair"] == "'@SUM(1)"
    assert found[3]["note"] == "'=SUM(A1)\nold?"
    assert all(not cell.startswith(tuple("=+-@\t")) for row in found for cell in row.values())


def test_the_table_of_one_coder_holds_nothing_of_the_others():
    found = rows(write("csv", bridge(), Options(coder="B")))
    assert {row["coder"] for row in found} == {"B"}
    assert [row["sentence"] for row in found] == ["S4", "S5", "R2"]
