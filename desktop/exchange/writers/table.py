"""Tags as a table (CSV, RFC 4180): one row a tag, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Iterator

from desktop.exchange.provenance import provenance
from desktop.exchange.writers.options import Options, chosen
from desktop.library.contents import Contents
from desktop.library.model import Tag
from desktop.text.codebook import Side

_NAMES = """
pair side sentence role coder is_key tag subkind flags effect importance confidence links note
suggestion_seen suggestion_taken made text
pair_id sentence_id codebook program source_sha256 rewrite_sha256 segmentation"""

COLUMNS = tuple(_NAMES.split())
"""The columns; their names and the values under them are the same in every language."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(contents: Contents, options: Options) -> bytes:
    """Return the chosen coder's tags, or everybody's, in the order of the text.

    A note on a sentence without a tag has a row with an empty tag. UTF-8 with a byte-order mark
    and CRLF, as Excel wants it; a cell that a spreadsheet would take for a formula begins with '.
    """
    page = io.StringIO(newline="")
    table = csv.writer(page, delimiter=options.delimiter, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in _rows(contents, options):
        table.writerow([_harmless(row[column]) for column in COLUMNS])
    return page.getvalue().encode("utf-8-sig")


def _rows(contents: Contents, options: Options) -> Iterator[dict[str, str]]:
    tags = {(tag.sentence_id, tag.coder): tag for tag in chosen(contents, options)}
    notes = {
        (note.sentence_id, note.coder): note.text
        for note in contents.notes
        if options.coder in ("", note.coder)
    }
    place = {sentence_id: at for at, sentence_id in enumerate(contents.sentences)}
    origin = provenance(contents)._asdict()
    for sentence_id, coder in sorted(
        tags.keys() | notes.keys(), key=lambda who: (place[who[0]], who[1])
    ):
        tag = tags.get((sentence_id, coder))
        yield {
            **_sentence(contents, sentence_id, options),
            "coder": coder,
            "is_key": _number(coder == contents.pair.key),
            "note": notes.get((sentence_id, coder), ""),
            "codebook": tag.codebook if tag else options.codebook.id,
            **_verdict(tag),
            **origin,
        }


def _sentence(contents: Contents, sentence_id: str, options: Options) -> dict[str, str]:
    side, sentence = contents.sentences[sentence_id]
    part = contents.source if side is Side.SOURCE else contents.rewrite
    return {
        "pair": contents.pair.title,
        "side": side.value,
        "sentence": contents.label(sentence_id),
        "role": part.role(sentence),
        "links": " ".join(contents.label(partner.id) for partner in contents.partners(sentence_id)),
        "text": options.text_policy.shown(part.text(sentence)),
        "pair_id": contents.pair.id,
        "sentence_id": sentence_id,
    }


def _verdict(tag: Tag | None) -> dict[str, str]:
    return {
        "tag": tag.kind if tag else "",
        "subkind": (tag.subkind if tag else None) or "",
        "flags": " ".join(tag.flags) if tag else "",
        "effect": _number(tag.effect if tag else None),
        "importance": _number(tag.importance if tag else None),
        "confidence": (tag.confidence if tag else None) or "",
        "suggestion_seen": _number(tag.suggestion_seen if tag else None),
        "suggestion_taken": _number(tag.suggestion_taken if tag else None),
        "made": tag.made if tag else "",
    }


def _number(value: int | None) -> str:
    return "" if value is None else str(int(value))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
