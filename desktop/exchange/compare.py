"""The comparison of two articles as JSON, for programs and benchmarks."""

from collections.abc import Sequence
from typing import Any

from desktop.exchange.reading import Reading
from desktop.text.article import Cut, cut
from desktop.text.codebook import Side
from desktop.text.compare import compare


def comparison(source: Reading, rewrite: Reading, *, meaning: bool = False) -> dict[str, Any]:
    """Return blocks, sentences, links and suggestions of two articles.

    Sentences are called S1, S2, … and R1, R2, … through all of a side, page furniture included;
    `start` and `end` are code points in the text of the block at position `block`. Reasons call
    the source's sentences by the same numbers.
    """
    upper, lower = (cut(side.blocks, side.language) for side in (source, rewrite))
    found = compare(
        [(sentence.role, sentence.text) for sentence in upper],
        [(sentence.role, sentence.text) for sentence in lower],
        numbers=range(1, len(upper) + 1),
        meaning=meaning,
    )
    return {
        "source": _side(source, upper, "S"),
        "rewrite": _side(rewrite, lower, "R"),
        "links": [
            {
                "source": [f"S{at + 1}" for at in link.source],
                "rewrite": [f"R{at + 1}" for at in link.rewrite],
                "score": round(link.score, 4),
                "reason": str(link.reason),
            }
            for link in found.links
        ],
        "suggestions": [
            {
                "sentence": f"{'S' if item.side is Side.SOURCE else 'R'}{item.sentence + 1}",
                "tag": item.kind.value,
                "subkind": item.subkind.value if item.subkind else None,
                "flags": [flag.value for flag in item.flags],
                "score": round(item.score, 4),
                "reason": str(item.reason),
            }
            for item in found.suggestions
        ],
    }


def _side(reading: Reading, sentences: Sequence[Cut], letter: str) -> dict[str, Any]:
    return {
        "blocks": [{"role": block.role.value, "text": block.text} for block in reading.blocks],
        "sentences": [
            {
                "id": f"{letter}{number}",
                "block": sentence.block,
                "role": sentence.role.value,
                "start": sentence.span.start,
                "end": sentence.span.end,
                "text": sentence.text,
            }
            for number, sentence in enumerate(sentences, 1)
        ],
    }
