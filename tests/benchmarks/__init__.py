"""Measurements, run by name: `./run python -m tests.benchmarks NAME`.

Gold data of others is read from `../shared/data` and stays there; what needs it says
"skipped: no data" where it is absent.
"""

NAMES = {
    "desk": "the window's budgets: key to disk, opening, start, memory",
    "kill": "200 times kill -9 while tagging",
    "walk": "2,000 commands at random, and all undone",
    "keyboard": "from first start to an exported worksheet by keys alone, on a real display",
    "screenreader": "the same, heard by a screen reader's client",
    "engine": "every stage of the text engine beside its peers",
    "align": "links of sentences and paragraphs",
    "suggest": "tags, flags and how far their scores can be trusted",
    "altered": "the altered-quotation flag",
    "changes": "differences of words",
    "sentences": "cutting sentences",
    "clean": "finding the article on a pasted page",
    "webpages": "finding the article on a web page",
}
"""What can be measured, and what it tells."""
