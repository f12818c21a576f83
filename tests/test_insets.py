"""What is set into a story, or under its pictures, does not end it."""

import pytest

from desktop.text.clean import Block, pasted
from desktop.text.codebook import Role


@pytest.mark.parametrize(
    "picture",
    [
        ["Two boats, on Friday.", "Two boats, on Friday. Photograph: Ben Okri/The Ledger"],
        ["Two boats, on Friday. Photograph: Ben Okri/The Ledger", "Two boats, on Friday."],
        ["Two boats, on Friday.", "© Jens Wolf/dpa"],
    ],
)
def test_the_words_under_a_picture_are_known_by_what_stands_beside_them(picture):
    story = "The council agreed on Monday to spend six million dollars on a new bridge, it said.\n"
    above = ["Millbrook votes for a bridge", "By Ann Lee", "3 May 2020", *picture]
    roles = {block.text: block.role for block in pasted("\n".join([*above, story * 3]))}
    assert roles["Two boats, on Friday."] is Role.CAPTION


@pytest.mark.parametrize(
    "first",
    [
        "The council of Millbrook voted on Monday night, after five hours of talks and a break.",
        "The old bridge will close for nine weeks from Monday.",
    ],
)
def test_a_first_paragraph_over_a_credit_stays_in_the_story(first):
    story = "The council agreed on Monday to spend six million dollars on a new bridge, it said."
    raw = "\n".join(["Bridge vote", "By Ann Lee", first, "Photo: Ann Lee/Reuters", story, story])
    assert Block(Role.BODY, first) in pasted(raw)


BOXES = {
    "address": ["Sign up to The Tide", "What the coast talks about", "Your email", "Count me in"],
    "small print": ["Unser Newsletter", "E-Mail-Adresse", "Los", "Mit Cookies und Newsletter"],
    "consent": ["Externer Inhalt", "Externen Inhalt anzeigen"],
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES.keys())
def test_the_story_goes_on_after_a_box_and_the_box_is_none_of_it(box):
    before = ["Pool to close", "The council of Ellery will close the pool on 1 September."]
    after = ["What is next", "The pool may open again in 2027, the mayor said on Tuesday."]
    story = before[1:] + after
    blocks = pasted("\n".join([*before, *box, *after]))
    assert [block.text for block in blocks if block.role is Role.BODY] == story
    assert [block.text for block in blocks if block.role is Role.BOILERPLATE] == box


@pytest.mark.parametrize(
    "rows",
    [
        ["How they voted", "Party For Against", "Labour 9 0", "Greens 0 7", "Independent 2 0"],
        ["Das Ergebnis", "Petra Lindner 3.412 50,4", "Georg Thaler 3.354 49,6"],
        ["The beaches that are closed:", "Long Sands", "Red Cove", "The Light", "North Pier"],
    ],
)
def test_a_table_or_a_list_is_of_the_story_that_goes_on_after_it(rows):
    first = "The council agreed on Monday to close the pool and two beaches to the south of it."
    story = [first, *rows, "It will open again in May."]
    menu = ["Home", "News", "Sport", "Sign in", "Subscribe"]
    blocks = pasted("\n".join([*menu, "Pool to close in Port Ellery", *story, "Most read"]))
    assert [block.text for block in blocks if block.role is Role.BODY] == story


def test_the_title_of_an_entry_is_not_the_headline_of_a_live_report():
    entries = [
        ("16:42", "Ferries suspended", "Ferries will not run until Saturday, the operator says."),
        ("16:20", "Man dies near Clifden", "A man has died after a tree fell on his van."),
        ("15:58", "Schools to close", "Schools in four counties will stay closed on Friday."),
    ]
    page = ["Home", "News", "Storm Greta: no ferries until Saturday", "Share", *sum(entries, ())]
    blocks = pasted("\n".join(page))
    roles = {block.text: block.role for block in blocks}
    assert roles["Storm Greta: no ferries until Saturday"] is Role.HEADLINE
    told = {text: roles[text] for _, *entry in entries for text in entry}
    assert set(told.values()) == {Role.BODY}, told
