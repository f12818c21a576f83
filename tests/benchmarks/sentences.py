"""How well sentences are cut, beside other cutters, on gold data of others and on our own pairs.

Golden rules: a text counts where all its sentences are right, white space aside. UD EWT: F1 of the
places inside paragraphs where a sentence ends. The two differ about quotations: the golden rules
keep a quotation whole, UD and this program cut inside it.
"""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from desktop.text.codebook import TAGGED_ROLES
from desktop.text.sentences import sentences
from tests.benchmarks.cases import DATA
from tests.gold import gold_pairs

Cutter = Callable[[str, str], Iterable[str]]
BARS = {"golden rules, English": 49, "UD EWT": 0.89, "own pairs": 1.0}
CODES = {
    "english": "en", "deutsch": "de", "french": "fr", "spanish": "es", "italian": "it",
    "dutch": "nl", "russian": "ru", "arabic": "ar", "chinese": "zh", "japanese": "ja",
    "hindi": "hi", "greek": "el", "polish": "pl", "persian": "fa", "armenian": "hy",
}  # fmt: skip


def ours(text: str, language: str) -> Iterable[str]:
    return [span.of(text) for span in sentences(text, language)]


def _sentencex(text: str, language: str) -> Iterable[str]:
    import sentencex

    return sentencex.segment(language, text)


def _pysbd(text: str, language: str) -> Iterable[str]:
    from pysbd import Segmenter
    from pysbd.languages import LANGUAGE_CODES

    known = language if language in LANGUAGE_CODES else "en"
    return Segmenter(language=known, clean=False).segment(text)


def _nupunkt(text: str, language: str) -> Iterable[str]:
    import nupunkt

    return nupunkt.sent_tokenize(text)


def _blingfire(text: str, language: str) -> Iterable[str]:
    import blingfire

    return blingfire.text_to_sentences(text).split("\n")


def _syntok(text: str, language: str) -> Iterable[str]:
    from syntok import segmenter

    for paragraph in segmenter.process(text):
        for sentence in paragraph:
            yield "".join(token.spacing + token.value for token in sentence)


PEERS: dict[str, Cutter] = {
    "sentencex": _sentencex,
    "pysbd": _pysbd,
    "nupunkt": _nupunkt,
    "blingfire": _blingfire,
    "syntok": _syntok,
    "ours": ours,
}


def golden(rules: Sequence[Any], cut: Cutter) -> int:
    """Return how many texts are cut as their authors say."""
    return sum(
        [" ".join(gold.split()) for gold in rule["gold"]]
        == [words for part in cut(rule["text"], CODES[rule["file"]])
            if (words := " ".join(part.split()))]
        for rule in rules
    )  # fmt: skip


def boundaries(paragraphs: Iterable[Sequence[str]], cut: Cutter) -> float:
    """Return the F1 of the ends of sentences inside paragraphs."""
    hit = guessed = gold = 0
    for paragraph in paragraphs:
        wanted = _ends(paragraph)
        found = _ends(cut(" ".join(paragraph), "en"))
        hit, guessed, gold = hit + len(wanted & found), guessed + len(found), gold + len(wanted)
    return 2 * hit / (guessed + gold)


def _ends(parts: Iterable[str]) -> set[int]:
    """Return how many letters stand before each end, but the last."""
    ends, letters = [], 0
    for part in parts:
        letters += len("".join(part.split()))
        ends.append(letters)
    return set(ends[:-1]) - {0, letters}


def own_paragraphs() -> list[tuple[str, list[str]]]:
    """Return the language and the sentences of every paragraph of the project's own pairs."""
    return [
        (pair.language, [unit.text for unit in units])
        for pair in gold_pairs()
        for page in (pair.source, pair.rewrite)
        for (role, _), units in groupby(page.units, key=lambda unit: (unit.role, unit.paragraph))
        if role in TAGGED_ROLES
    ]


def measured(cut: Cutter) -> dict[str, float]:
    """Return every figure of one cutter."""
    own = own_paragraphs()
    right = sum(list(map(str.strip, cut(" ".join(one), code))) == one for code, one in own)
    figures = {"own pairs": right / len(own)}
    if DATA.is_dir():
        rules = json.loads((DATA / "sentences_golden_rules.json").read_text("utf-8"))
        english = [rule for rule in rules if rule["file"] == "english"][:52]
        figures["golden rules, English"] = golden(english, cut)
        for name, count in Counter(rule["file"] for rule in rules if rule["file"] in CODES).items():
            these = [rule for rule in rules if rule["file"] == name]
            figures[f"all {count} of {name}"] = golden(these, cut)
        web = json.loads((DATA / "sentences_ud_ewt_dev.json").read_text("utf-8"))
        paragraphs = [paragraph for document in web for paragraph in document["paragraphs"]]
        figures["UD EWT"] = boundaries(paragraphs, cut)
    text = "“We don’t need it,” Mr. Lee said of the U.S. plan. He left at 5 p.m. Friday. " * 10
    started = time.perf_counter()
    for _ in range(200):
        list(cut(text, "en"))
    figures["ms for 4,000 sentences"] = (time.perf_counter() - started) * 1000
    return figures


def main() -> int:
    """Print the figures; return 1 where one of ours is under its bar."""
    table = {}
    for name, cut in PEERS.items():
        try:
            table[name] = measured(cut)
        except ImportError as missing:
            print(f"{name}: not installed ({missing})")
    print(f"{'':26}" + "".join(f"{name:>11}" for name in table))
    for row in table["ours"]:
        cells = (f"{figures[row]:11.3f}".rstrip("0").rstrip(".") for figures in table.values())
        print(f"{row:26}" + "".join(f"{cell:>11}" for cell in cells))
    if not DATA.is_dir():
        print("golden rules, UD EWT: skipped: no data")
    return int(any(table["ours"].get(row, bar) < bar for row, bar in BARS.items()))


if __name__ == "__main__":
    raise SystemExit(main())
