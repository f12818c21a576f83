"""Whether an altered quotation is told from a cut, a moved and a merely reprinted one.

Every quotation of the gold pairs' sources is brought into the rewrite in several ways, of which we
know what they are: words replaced, added, negations dropped; or the same words in other marks, with
one word cut, or under another attribution.
"""

from collections.abc import Iterator, Sequence
from random import Random

from desktop.text.align import align
from desktop.text.codebook import Flag, Side
from desktop.text.lexicon import Lexicon, lexicon_for
from desktop.text.reading import Reading, readings
from desktop.text.suggest import suggest
from tests.benchmarks.cases import Case, own_cases

_LEAST = 5  # words of a quotation worth altering
_PLACE = 4  # where in the rewrite it goes


def variants(
    reading: Reading, part: range, pool: Sequence[str], lists: Lexicon, random: Random
) -> Iterator[tuple[str, bool]]:
    """Yield sentences with this quotation, each with whether its words were altered."""
    text = reading.text
    telling = [at for at in part if lists.content(reading.forms[at])]
    if telling:
        word = reading.words[random.choice(telling)]
        before, after = text[: word.start], text[word.end :]
        yield before + random.choice(pool) + after, True
        yield f"{before}{random.choice(pool)} {text[word.start :]}", True
        yield before + after.lstrip(), False
    for at in part:
        if reading.forms[at] in lists.negation:
            word = reading.words[at]
            yield text[: word.start] + text[word.end :].lstrip(), True
            break
    yield text.replace("“", '"').replace("”", '"').replace("’", "'"), False
    yield f"She said: “{reading.said(part)}.”", False


def trials(case: Case, random: Random) -> Iterator[tuple[list[str], bool]]:
    """Yield rewrites of a pair with one quotation in the middle, and whether it is altered."""
    lists = lexicon_for(case.source)
    every = readings(case.source, lists)
    pool = [f for reading in every for f in reading.forms if f.isalpha() and lists.content(f)]
    for reading in every:
        for part in reading.quoted:
            if len(part) >= _LEAST:
                for sentence, altered in variants(reading, part, pool, lists, random):
                    yield (
                        [*case.rewrite[:_PLACE], sentence, *case.rewrite[_PLACE : _PLACE + 2]],
                        altered,
                    )


def main() -> int:
    """Print precision and recall of the flag; return 1 where a bar is missed."""
    random = Random(4)
    hit = missed = false = right = 0
    for case in own_cases():
        for rewrite, altered in trials(case, random):
            found = suggest(case.source, rewrite, align(case.source, rewrite))
            flagged = any(
                s.side is Side.REWRITE and s.sentence == _PLACE and Flag.ALTERED in s.flags
                for s in found
            )
            hit += altered and flagged
            missed += altered and not flagged
            false += flagged and not altered
            right += not flagged and not altered
    precision, recall = hit / (hit + false), hit / (hit + missed)
    print(f"Altered quotations: {hit + missed} altered, {false + right} not")
    print(f"  flag P {precision:.3f} (bar .90)  R {recall:.3f} (bar .85)")
    return 0 if precision >= 0.90 and recall >= 0.85 else 1


if __name__ == "__main__":
    raise SystemExit(main())
