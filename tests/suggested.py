"""One invented story, and what is suggested for a sentence of its rewrite."""

from desktop.text.align import Link
from desktop.text.codebook import Kind, Side, Subkind
from desktop.text.suggest import suggest

SOURCE = (
    "City to close Millbrook Bridge for repairs",
    "Alderton city council voted 7-4 on Tuesday to close Millbrook Bridge for nine weeks.",
    "“The closure will begin on 3 March,” said transport director Ines Calder.",
    "“We looked at keeping one lane open, but engineers say it would not be safe,” Calder said.",
    "The work will cost about $2.4 million, most of it paid by a state grant.",
    "Councillor Tom Reyes, who voted against, said nearby shops had not been consulted.",
    "“Nobody asked us,” said bakery owner Lena Ortiz, whose shop faces the bridge.",
    "Inspectors found cracks in two support beams in October, but rated the immediate risk as low.",
    "The bridge, built in 1961, carries up to 9,000 vehicles a day.",
    "Bus routes 4 and 11 will be diverted through Fenwick Street.",
)
LEAD = (
    "Millbrook Bridge to close for repairs",
    "The council voted to close Millbrook Bridge for nine weeks.",
    "The work will cost about $2.4 million.",
)


def suggested(sentence, *sources):
    """What is suggested for one sentence in the middle of a story, linked to some sources."""
    links = [Link(sources, (3,), 0.95, "")] if sources else []
    links += [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4))]
    found = suggest(SOURCE, (*LEAD, sentence), links)
    return next(s for s in found if s.side is Side.REWRITE and s.sentence == 3)


def tag(sentence, *sources):
    found = suggested(sentence, *sources)
    return found.kind, found.subkind, set(found.flags)


COPIED = (Kind.QUOTE, Subkind.COPIED)
SPEECH = (Kind.QUOTE, Subkind.SPEECH)
PARAPHRASE = (Kind.PARAPHRASE, None)


def suggested_for(source, rewrite):
    """What is suggested for a rewrite of one sentence."""
    (found,) = suggest([source], [rewrite], [Link((0,), (0,), 0.95, "")])
    return found


def flags_of(source, rewrite):
    return set(suggested_for(source, rewrite).flags)


def beside(more, sentence):
    """What is suggested for a sentence that is linked to one more sentence of the source."""
    links = [Link((at,), (place,), 0.95, "") for place, at in enumerate((0, 1, 4))]
    links.append(Link((len(SOURCE),), (3,), 0.95, ""))
    found = suggest((*SOURCE, more), (*LEAD, sentence), links)
    return next(s for s in found if s.side is Side.REWRITE and s.sentence == 3)
