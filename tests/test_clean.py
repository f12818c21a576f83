"""Pasted pages: the article is found, nothing is lost, and the furniture has its own role."""

import json
import time
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.clean import Block, pasted
from desktop.text.codebook import LINKED_ROLES, Role
from desktop.text.normal import normal

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
PAGES = sorted((HERE / "pages").glob("*.txt"))
PAIRS = sorted((SEEDS / "pairs").glob("*.json"))
ROLES = {
    "H": Role.HEADLINE,
    "S": Role.STANDFIRST,
    "B": Role.BODY,
    "C": Role.CAPTION,
    "Y": Role.BYLINE,
    "D": Role.DATELINE,
    "K": Role.CREDIT,
    "x": Role.BOILERPLATE,
}
WORDS = ["Share", "By Ann Lee", "The council met.", "\n", "\n\n", "\u2028", "3 May 2020", "\t", "•"]
RAW = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS)).map(" ".join))


def page(path):
    """Return the raw text of a page and its blocks: `role| line`, `..|` where a line goes on."""
    raw, blocks = [], []
    for marked in path.read_text("utf-8").splitlines():
        mark, line = marked[:1], marked.partition("|")[2].strip()
        raw.append(line)
        if mark == ".":
            role, before = blocks.pop()
            blocks.append(Block(role, f"{before} {line}"))
        elif line:
            blocks.append(Block(ROLES[mark], " ".join(line.split())))
    return "\n".join(raw), tuple(blocks)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_of_a_page_has_the_role_a_reader_gives_it(path):
    raw, blocks = page(path)
    assert pasted(raw) == blocks


@pytest.mark.parametrize("side", ["source", "rewrite"])
def test_the_seed_pair_comes_out_as_its_key_says(side):
    pair = json.loads((SEEDS / "pairs/seed-pair.json").read_text("utf-8"))[side]
    wanted = []
    for _, units in groupby(pair["units"], key=lambda unit: unit["paragraph"]):
        first, *rest = units  # a caption with its credit is one paragraph, and a caption
        wanted.append((first["role"], " ".join(unit["text"] for unit in [first, *rest])))
    raw = (SEEDS / pair["file"]).read_text("utf-8")
    assert [(block.role, block.text) for block in pasted(raw)] == [
        (role, normal(text)) for role, text in wanted
    ]


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
@pytest.mark.parametrize("side", ["source", "rewrite"])
def test_no_sentence_of_a_pair_is_taken_for_furniture(path, side):
    pair = json.loads(path.read_text("utf-8"))[side]
    raw = pair["page"] if "page" in pair else (SEEDS / pair["file"]).read_text("utf-8")
    article = " ".join(block.text for block in pasted(raw) if block.role in LINKED_ROLES)
    body = [unit["text"] for unit in pair["units"] if unit["role"] == "body"]
    assert [sentence for sentence in body if normal(sentence) not in article] == []


@given(RAW)
def test_every_line_is_in_exactly_one_block_and_in_order(raw):
    lines = [" ".join(line.split()) for line in normal(raw).split("\n")]
    together = "".join(block.text for block in pasted(raw)).replace(" ", "")
    assert together == "".join(lines).replace(" ", "")
    assert all(block.text and "\n" not in block.text for block in pasted(raw))


@given(RAW)
def test_cleaning_what_was_cleaned_changes_no_word(raw):
    texts = [block.text for block in pasted(raw)]
    assert normal("\n".join(texts)) == "\n".join(texts)


@given(st.text(max_size=300))
def test_the_normal_form_of_the_normal_form_is_itself(raw):
    assert normal(normal(raw)) == normal(raw)


def test_the_normal_form_has_one_kind_of_space_and_line_end():
    assert normal("a\u00a0b\u2009c\r\nd\re\u2028f\x0bg\x0ch") == "a b c\nd\ne\nf\ng\nh"


def test_the_normal_form_drops_what_nobody_sees_and_keeps_what_shapes_words():
    assert normal("\ufeffso\u00adft\x00 \u200bend") == "soft end"
    assert normal("می\u200cروم 👩\u200d🚒") == "می\u200cروم 👩\u200d🚒"
    assert normal("e\u0301") == "é"


def test_quotation_marks_read_in_the_wrong_encoding_come_back():
    assert normal("\x93No\x94, he said\x85") == "“No”, he said…"


def test_half_a_surrogate_pair_can_be_stored():
    assert normal("a\ud83d").encode("utf-8") == "a\ufffd".encode()


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("October 26, 2020", Role.DATELINE),
        ("Updated 3 March 2024, 10:15", Role.DATELINE),
        ("Publié le 28 juin 2021 à 18h05", Role.DATELINE),
        ("12.01.2023, 17:45 Uhr", Role.DATELINE),
        ("wo 19 maart 2025, 06.12 uur", Role.DATELINE),
        ("By VLADIMIR ISACHENKOV", Role.BYLINE),
        ("Von Katrin Obermaier", Role.BYLINE),
        ("Jo Park, Staff Writer", Role.BYLINE),
        ("From our own staff and Lodestar", Role.BYLINE),
        ("Associated Press", Role.CREDIT),
        ("Photo: Ann Lee/Reuters", Role.CREDIT),
        ("Two boats on the lake on Friday. (Ann Lee/Reuters)", Role.CAPTION),
        ("Share", Role.BOILERPLATE),
        ("5 min read", Role.BOILERPLATE),
        ("CRASH Cash (second lead, replaces 12:05)", Role.BOILERPLATE),
        ("3 hours ago", Role.BOILERPLATE),
        ("Advertisement", Role.BOILERPLATE),
        ("Read more: Who pays for the bridge", Role.BOILERPLATE),
        ("Sign up for our newsletter and get the news every morning.", Role.BOILERPLATE),
        ("Home > News > Millbrook", Role.BOILERPLATE),
        ("Luis Gil (EFE)", Role.CREDIT),
        ("1 of 5 | Two boats on the lake.", Role.CAPTION),
    ],
)
def test_a_line_under_the_headline_shows_its_role_by_itself(line, role):
    story = "The council agreed on Monday to spend six million dollars on a new bridge, it said.\n"
    blocks = pasted(f"Millbrook votes to replace its bridge\n{line}\n{story * 4}")
    assert blocks[1] == (role, line)


@pytest.mark.parametrize(
    "line",
    [
        "This article was amended on 5 March 2025. An earlier version said the bridge was older.",
        "Hinweis der Redaktion: In einer früheren Version stand eine andere Zahl.",
        "Une version précédente de cet article indiquait 2,6 %.",
        "Fe de errores",
        "Precisazione: il ponte è del 1930.",
        "Correctie: in een eerdere versie stond een ander jaartal.",
        "An dieser Stelle finden Sie einen externen Inhalt von X, der den Artikel ergänzt.",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        "Mit der Anmeldung stimme ich der Datenschutzerklärung zu.",
        "Jetzt kostenlos abonnieren",
        "Copied to clipboard",
        "Add AP News to your preferred sources on Google.",
        "Get expert analysis of the state of the global economy with Econ World. Sign up here.",
        "Follow our live coverage of the vote here.",
        "Do you cross the bridge? Tell us what it means to you at news@ledger.example.",
    ],
)
def test_notes_to_readers_are_none_of_the_story_they_interrupt(line):
    story = "The council agreed on Monday to spend six million dollars on a new bridge, it said.\n"
    blocks = pasted(f"Millbrook votes to replace its bridge\n{story * 3}{line}\n{story * 3}")
    assert blocks[4] == (Role.BOILERPLATE, line)
    assert [block.role for block in blocks[5:]] == [Role.BODY] * 3


@pytest.mark.parametrize("heading", ["MORE ON CROSSFEED", "Related stories", "See also:"])
def test_titles_under_a_heading_for_other_stories_are_none_of_the_article(heading):
    story = "The council agreed on Monday to spend six million dollars on a new bridge, it said.\n"
    titles = ["Lifeboat crew thanks knitters", "Who owns the telegraph?", "Which ticket is right?"]
    aside = "\n".join([heading, *titles])
    blocks = pasted(f"Bridge vote\n{story * 3}{aside}\n{story * 2}Who is to pay for it?\n{story}")
    assert [block.role for block in blocks if block.text in titles] == [Role.BOILERPLATE] * 3
    assert Block(Role.BODY, "Who is to pay for it?") in blocks


@pytest.mark.parametrize(
    "sentence",
    [
        "By the time the police came, the house was empty.",
        "Sign up for the course was slow, the college said.",
        "Privacy was never the point, said Hall.",
        "One email too many cost him his job.",
        "Hij kreeg 18 maanden.",
        "“Follow us,” the guide said, and forty tourists did.",
        "The data protection authority opened an inquiry on Friday.",
        "He laughed.",
        "No.",
        "Your email address was among those stolen, the bank told customers.",
        "An earlier version of this law was struck down in 2019.",
        "Correction officers walked out on Friday.",
        "Mit der Anmeldung beginnt das Verfahren.",
        "Share prices fell by a third on Friday morning.",
        "Comments by the minister had caused the row, he said.",
    ],
)
def test_a_sentence_of_the_story_is_never_furniture(sentence):
    story = "The council agreed on Monday to spend six million dollars on a new bridge, it said.\n"
    blocks = pasted(f"Bridge vote\n{story * 3}{sentence}\n{story * 3}")
    assert Block(Role.BODY, sentence) in blocks


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Council shuts pool\nThe council shut the pool on Tuesday.\nNobody came.", "HBB"),
        ("Mayor: “We are sorry”\n\nThe mayor said sorry for the mess.\n\nNobody came.", "HBB"),
        (
            "Hafen bleibt zu\nDer Sturm ist noch zu stark\nDie Fähren fahren nicht.\nEr hält an.",
            "HSBB",
        ),
        ("The council met.\nIt shut the pool.\nNobody came.", "BBB"),
        ("Down by the river\nThere stood a man\nHe was old and very grey.\nI ran", "BBBB"),
        ("Dear neighbours,\nThe pool is shut today.\nWe are sorry.", "BBB"),
        ("PARIS (AFP) –\nThe pool is shut for good.\nNobody came.", "BBB"),
        ("and on Tuesday\nThe pool is shut for good.\nNobody came.", "BBB"),
    ],
)
def test_the_first_line_over_short_sentences_is_their_headline_if_it_looks_like_one(text, wanted):
    assert [block.role for block in pasted(text)] == [ROLES[mark] for mark in wanted]


@pytest.mark.parametrize("raw", ["", "\n \n\t", "\ufeff", "\x00"])
def test_a_page_without_words_has_no_blocks(raw):
    assert pasted(raw) == ()


@pytest.mark.parametrize(
    "line",
    [
        "The council agreed on Monday to spend money on the project.\n",
        "The council agreed. " * 4000,
        "By A - B, " * 20 + "\n",
        "(" * 300 + "\n",
        "a\u0301\u0323" * 30,
    ],
)
def test_twenty_megabytes_do_not_hang(line):
    raw = (line * (20_000_000 // len(line)))[:20_000_000]
    began = time.perf_counter()
    pasted(raw)
    assert time.perf_counter() - began < 15  # under 5 s on a machine with nothing else to do
