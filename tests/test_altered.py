"""What is retold wrongly is altered: numbers, days, denials, and words that exclude each other."""

import pytest

from desktop.text.align import Link
from desktop.text.codebook import Flag, Kind, Side
from desktop.text.suggest import suggest

SOURCE = (
    "City to close Millbrook Bridge for repairs",
    "Alderton city council voted 7-4 on Tuesday to close Millbrook Bridge for nine weeks.",
    "The work will cost about $2.4 million, most of it paid by a state grant.",
    "The bridge, built in 1961, carries 8,912 vehicles a day.",
    "A driver from Harlow, 31, is being held on suspicion of ramming the toll booth on 3 March.",
    "The city will not charge residents of Fenwick Street for parking while work goes on.",
    "Repairs to the northern ramp were postponed in 2023.",
    "The bill for the ramp could reach $900,000.",
    "According to a poll, 54 per cent of residents back the repairs of eleven weeks.",
    "The council agreed to limit tolls to 3% of wages; owners of no more than two cars are spared.",
    "Cracks in the ramp appear to have been caused by salt; the barrier fell at 10:52 p.m.",
    "At the yard 40 welders might lose their jobs before the summer.",
    "Drivers had about 35 minutes to leave, and the tow cost them between 90 and 150 pounds.",
    "The county agreed to buy the ferry for about 14 million pounds from its owners.",
    "Trucks cross the bridge twice as often; their number doubled in ten years, and next winter"
    " the city will count them for three years and six months.",
    "Rust was found at 29 of the 52 bolts, and 12 per cent of them had broken.",
)
LEAD = (
    "Millbrook Bridge to close for repairs",
    "The council voted to close Millbrook Bridge for nine weeks.",
    "The work will cost about $2.4 million.",
)


def suggested(sentence, *sources):
    """What is suggested for one sentence in the middle of a story, linked to some sources."""
    links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 2))]
    links.append(Link(sources, (3,), 0.95, ""))
    found = suggest(SOURCE, (*LEAD, sentence), links)
    return next(s for s in found if s.side is Side.REWRITE and s.sentence == 3)


@pytest.mark.parametrize(
    ("sentence", "source", "told"),
    [
        ("The bridge, built in 1961, carries 8,192 vehicles a day.", 3, "“8,912”"),
        ("Built in 1961, the bridge carries more than 8,900 vehicles a day.", 3, "“8,912”"),
        ("Alderton city council voted 8-4 on Tuesday to close Millbrook Bridge.", 1, "“7”"),
        ("The council voted on Tuesday to close Millbrook Bridge for six weeks.", 1, "“nine”"),
        (
            "A driver from Harlow is being held on suspicion of ramming it on March 13.",
            4,
            "“3 March”",
        ),
        ("A driver from Harlow is being held on suspicion of ramming it on 3 May.", 4, "“March”"),
        ("The city council voted on Wednesday to close the bridge.", 1, "“Tuesday”"),
        ("A driver from Harlow is charged with ramming the toll booth.", 4, "“suspicion”"),
        ("The council has axed repairs to the northern ramp.", 6, "“postponed”"),
        ("Each day about 9,812 cars use the bridge of 1961.", 3, "“8,912”"),
        ("The ramp's bill is $900,000.", 7, "“could reach $900,000”"),
        ("A poll says half of the residents back the repairs.", 8, "“54 per cent”"),
        ("A poll says 54 per cent back the repairs of almost three months.", 8, "“eleven weeks”"),
        ("The city will charge residents of Fenwick Street for parking.", 5, "“not charge”"),
        ("Owners of two cars are spared the tolls, the council agreed.", 9, "“no more than two”"),
        ("Salt was what caused the cracks in the ramp.", 10, "“appear to have been caused”"),
        ("The yard lets 40 welders go before the summer.", 11, "“40 welders might”"),
        ("Drivers had no more than 35 minutes to leave.", 12, "“about 35”"),
        ("Drivers had to leave and the tow cost them 150 pounds.", 12, "“between 90 and 150”"),
        ("The county is to buy the ferry in a £12 million deal.", 13, "“about 14 million pounds”"),
        ("The council voted to close Millbrook Bridge for nine weeks or more.", 1, "“nine”"),
        (
            "The ferry, bought for some £12 million, is to be repaired.",
            13,
            "“about 14 million pounds”",
        ),
        ("A 38-year-old driver from Harlow is held over the ramming of the toll booth.", 4, "“31”"),
        ("Repairs of the Fenwick Street bridge start on Sunday after a 7-4 vote.", 1, "“Tuesday”"),
        ("The number of trucks on the bridge tripled in ten years.", 14, "“doubled”"),
        ("The city counts the trucks on the bridge this winter.", 14, "“next winter”"),
        ("A third of residents back the repairs, says a poll.", 8, "“54 per cent”"),
        ("The council voted on Sunday to close Millbrook Bridge for nine weeks.", 1, "“Tuesday”"),
        ("Half of the bolts were found to have rust.", 15, "“29 of the 52”"),
    ],
)
def test_what_stands_in_the_place_of_something_else_is_altered_and_named(sentence, source, told):
    found = suggested(sentence, source)
    assert Flag.ALTERED in found.flags
    assert f"The source says {told}" in found.reason


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The bridge of 1961 carries 8912 vehicles a day.", 3),
        ("Alderton council voted 7 to 4 on Tuesday to close the bridge for 9 weeks.", 1),
        ("A driver from Harlow is being held on suspicion of ramming it on March 3.", 4),
        ("A man, 31, from Harlow is being held over the ramming of three booths.", 4),
        ("On Thursday it was said that the council will close the bridge for nine weeks.", 1),
        ("A driver is held on suspicion of the ramming, and not charged.", 4),
        ("The ramp's bill might be $900,000.", 7),
        ("A poll says 54 percent back the repairs, which take 77 days.", 8),
        ("Residents of Fenwick Street will not be charged for parking.", 5),
        ("The council agreed that tolls may be no more than 3% of wages.", 9),
        ("The council agreed to spare owners of one or two cars.", 9),
        ("The cracks in the ramp may have been caused by salt.", 10),
        ("The barrier of the ramp fell just before 11 p.m.", 10),
        ("Before the summer some 40 welders could lose their jobs at the yard.", 11),
        ("Drivers had 35 minutes to leave.", 12),
        ("Drivers had to leave and the tow cost them up to 150 pounds.", 12),
        ("Drivers had to leave; the tow was 90 to 150 pounds.", 12),
        ("The county agreed to buy the ferry for £14m.", 13),
        ("Rust was found at some bolts, 29 of 52, and 12% of them had broken.", 15),
        ("The city will count trucks on the bridge for three and a half years.", 14),
        ("Their number doubled: next winter the city counts trucks on the bridge.", 14),
    ],
)
def test_the_same_in_other_words_is_not_altered(sentence, source):
    assert Flag.ALTERED not in suggested(sentence, source).flags


def test_newer_numbers_in_an_addition_are_an_update():
    source = (*SOURCE, "Shares of the builder were down 12% at $27.40 in early trading.")
    links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 2))]
    sentence = (
        "Investors fled: the stock ended Monday 14.5% lower at $26.62, a record for Hale & Co."
    )
    found = suggest(source, (*LEAD, sentence), [*links, Link((8,), (3,), 0.7, "")])
    last = next(s for s in found if s.side is Side.REWRITE and s.sentence == 3)
    assert last.kind is Kind.ADDITION
    assert Flag.UPDATE in last.flags
    assert "this says" in last.reason


@pytest.mark.parametrize(
    ("source", "rewrite", "told"),
    [
        (
            "The ministry warned that as many as 250 farms could otherwise give up.",
            "Without that cap, all 250 farms would give up.",
            "“as many as 250”, the rewrite “250”",
        ),
        (
            "The bank can be fined up to 10% of its sales, which were 84 million pounds last year.",
            "The bank, which had sales of 48 million pounds last year, can be fined up to 10%.",
            "“84 million pounds”, the rewrite “48 million pounds”",
        ),
        (
            "About 300 residents had gathered outside the town hall before the vote.",
            "Around 3,000 residents gathered outside the town hall before the vote.",
            "“About 300”, the rewrite “Around 3,000”",
        ),
        (
            "The council may reopen one of the pools if the government pays a grant next year.",
            "The government pays a grant, and the council will reopen one of the pools next year.",
            "“may reopen”, the rewrite “will reopen”",
        ),
        (
            "Two elderly people with suspected hypothermia were taken to hospital.",
            "Two elderly people with hypothermia were taken to hospital.",
            "“with suspected hypothermia”; here the doubt is gone",
        ),
        (
            "The council did not approve the plan for the bus stop on Monday.",
            "The council approved the plan for the bus stop on Monday.",
            "“not approve”, the rewrite does not deny it",
        ),
        (
            "The board had asked the owners of nine rides of the same type to shut them, it said.",
            "Owners of nine rides of this type were ordered by the board to shut them.",
            "“asked”, the rewrite “ordered”",
        ),
        (
            "The pass will probably remain closed until Saturday, the county said.",
            "The pass is to remain closed until Saturday.",
            "“probably remain”; here the doubt is gone",
        ),
        (
            "Die Autohändler können auf die Nachbarkreise Brekenfeld und Torgitz ausweichen.",
            "Die Autohändler müssen nach Brekenfeld und Torgitz ausweichen.",
            "“können”, the rewrite “müssen”",
        ),
        (
            "The ferry had sailed with a faulty radar for 11 days, the inquiry found.",
            "The ferry had sailed with a faulty radar for more than a fortnight, it was found.",
            "“11 days”, the rewrite “more than a fortnight”",
        ),
        (
            "Der Rat der Stadt tagte 50 Minuten, sagte die Bürgermeisterin am Freitag.",
            "Eine Dreiviertelstunde tagte der Rat der Stadt, sagte die Bürgermeisterin.",
            "“50 Minuten”, the rewrite “Eine Dreiviertelstunde”",
        ),
        (
            "The captain told the court in Leeds that he had spent 31 years at sea.",
            "The captain, three decades at sea, spoke in court in Leeds.",
            "“31 years”, the rewrite “three decades”",
        ),
        (
            "The road to the airport of the island, 22 kilometres away, was blocked by trees.",
            "The airport of the island, a 16-mile crawl away, was cut off by trees.",
            "“22 kilometres”, the rewrite “16-mile”",
        ),
        (
            "The pit in the yard is 10 metres deep, the firm said on Monday.",
            "The pit in the yard is 10 feet deep, the firm said on Monday.",
            "“10 metres”, the rewrite “10 feet”",
        ),
        (
            "The meeting of the board lasted 50 minutes, the chair said.",
            "The meeting of the board took an hour, the chair said.",
            "“50 minutes”, the rewrite “an hour”",
        ),
        (
            "Les travaux sur le pont de la ville ont duré 15 mois, selon la mairie.",
            "Les travaux sur le pont de la ville ont duré un an et demi, selon la mairie.",
            "“15 mois”, the rewrite “un an et demi”",
        ),
        (
            "The firm in Leeds has 60 vans, 100 people and 12 depots, it said.",
            "The firm in Leeds has 48 vans, 100 people and 12 depots, it said.",
            "“60”, the rewrite “48”",
        ),
        (
            "The storm brought gusts of 185 kilometres an hour to the coast of the island.",
            "Gusts of 130mph battered the coast of the island as the storm came.",
            "“185 kilometres an hour”, the rewrite “130mph”",
        ),
    ],
)
def test_what_is_retold_otherwise_is_altered_and_shown(source, rewrite, told):
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert Flag.ALTERED in found.flags
    assert f"The source says {told}." in found.reason


def test_one_right_day_does_not_hide_a_wrong_one():
    source = "The talks of the two unions begin on Monday and end on Friday in Harlow."
    rewrite = "The talks of the two unions begin on Monday and end on Thursday in Harlow."
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    assert Flag.ALTERED in found.flags
    assert "The source says “Friday”, the rewrite “Thursday”." in found.reason
