"""How well kept and moved words are found, beside difflib, on sentences edited with known answers.

Sentences of the project's own pairs (and of DEplain where it is at hand) are edited as newsrooms
do: words replaced, stretches dropped, brought in or moved. What became of every word is known from
the edit, so the figure needs no gold data; it says nothing about rewording.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from random import Random

from desktop.text.changes import What, changes
from desktop.text.words import forms, words
from tests.benchmarks.cases import DATA, foreign_cases, own_cases

Pairs = set[tuple[int, int]]


def edited(text: str, others: Sequence[str], random: Random) -> tuple[str, Pairs]:
    """Return an edited sentence, and which of its words are which of the old ones."""
    old = [text[word.start : word.end] for word in words(text)]
    line: list[tuple[str, int | None]] = [(word, at) for at, word in enumerate(old)]
    for _ in range(random.choice((1, 2, 2, 3, 4))):
        edit = random.choice((_replace, _replace, _drop, _bring, _move))
        line = edit(line, others, random)
    pairs = {(at, place) for place, (_, at) in enumerate(line) if at is not None}
    return " ".join(word for word, _ in line), pairs


Line = list[tuple[str, int | None]]


def _stretch(line: Line, random: Random, most: int) -> tuple[int, int]:
    start = random.randrange(len(line) + 1)
    return start, min(len(line), start + random.randint(1, most))


def _foreign(others: Sequence[str], random: Random, size: int) -> Line:
    text = random.choice(others)
    found = [text[word.start : word.end] for word in words(text)]
    start = random.randrange(max(1, len(found) - size))
    return [(word, None) for word in found[start : start + size]]


def _replace(line: Line, others: Sequence[str], random: Random) -> Line:
    start, end = _stretch(line, random, 2)
    return line[:start] + _foreign(others, random, end - start) + line[end:]


def _drop(line: Line, others: Sequence[str], random: Random) -> Line:
    start, end = _stretch(line, random, 6)
    return line[:start] + line[end:] if end - start < len(line) else line


def _bring(line: Line, others: Sequence[str], random: Random) -> Line:
    start, _ = _stretch(line, random, 1)
    return line[:start] + _foreign(others, random, random.randint(1, 6)) + line[start:]


def _move(line: Line, others: Sequence[str], random: Random) -> Line:
    start, end = _stretch(line, random, 5)
    rest = line[:start] + line[end:]
    place = random.randrange(len(rest) + 1)
    return rest[:place] + line[start:end] + rest[place:]


def ours(source: str, rewrite: str) -> Pairs:
    """Return the words that `changes` calls kept or moved, as positions."""
    above = {word.start: at for at, word in enumerate(words(source))}
    below = {word.start: at for at, word in enumerate(words(rewrite))}
    found = set()
    for change in changes(source, rewrite):
        if change.what in (What.KEPT, What.MOVED) and change.source and change.rewrite:
            i, j = above[change.source.start], below[change.rewrite.start]
            size = len(words(rewrite[change.rewrite.start : change.rewrite.end]))
            found |= {(i + step, j + step) for step in range(size)}
    return found


def difflib_words(source: str, rewrite: str) -> Pairs:
    """Return the words that difflib matches."""
    blocks = SequenceMatcher(None, forms(source), forms(rewrite), autojunk=False)
    return {
        (block.a + step, block.b + step)
        for block in blocks.get_matching_blocks()
        for step in range(block.size)
    }


def _sentences() -> Iterator[tuple[str, list[str]]]:
    yield "own pairs", [text for case in own_cases() for text in case.source]
    if DATA.is_dir():
        yield "DEplain", [text for case in foreign_cases("deplain") for text in case.source]


def measured(
    edits: Sequence[tuple[str, str, Pairs]], way: Callable[[str, str], Pairs]
) -> tuple[float, float, float, float]:
    """Return precision, recall and F1 over all words, and milliseconds a sentence."""
    hit = guessed = gold = 0
    started = time.perf_counter()
    for source, rewrite, pairs in edits:
        found = way(source, rewrite)
        hit, guessed, gold = hit + len(found & pairs), guessed + len(found), gold + len(pairs)
    passed = (time.perf_counter() - started) * 1000 / len(edits)
    return hit / guessed, hit / gold, 2 * hit / (guessed + gold), passed


def main() -> int:
    """Print the figures; return 1 where difflib is not beaten."""
    beaten = True
    for name, texts in _sentences():
        random = Random(8)
        long = [text for text in texts if len(words(text)) > 4]
        edits = [(text, *edited(text, long, random)) for text in long for _ in range(2)]
        print(f"{name}: {len(edits)} edited sentences, words kept or moved")
        results = {}
        for title, way in (("difflib on words", difflib_words), ("ours", ours)):
            precision, recall, both, passed = measured(edits, way)
            results[title] = both
            print(f"  {title:18} P {precision:.4f}  R {recall:.4f}  F1 {both:.4f}  {passed:.2f} ms")
        beaten = beaten and results["ours"] > results["difflib on words"]
    if not DATA.is_dir():
        print("DEplain: skipped: no data")
    return 0 if beaten else 1


if __name__ == "__main__":
    raise SystemExit(main())
