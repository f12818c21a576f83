"""What every file names of where it comes from, so that two files can be known to fit."""

from hashlib import sha256
from typing import NamedTuple

from desktop import __version__
from desktop.library.contents import Contents, SideContents

PROGRAM = f"Twice Told {__version__}"


class Provenance(NamedTuple):
    """The program and the fingerprints (SHA-256, hexadecimal) of a pair's texts."""

    program: str
    source_sha256: str
    rewrite_sha256: str
    segmentation: str


def segmentation(*sides: SideContents) -> str:
    """Return the fingerprint of how texts are cut: SHA-256 over roles and offsets, in order.

    Two articles with the same text and the same segmentation have the same sentence numbers.
    """
    marks = [
        mark
        for side in sides
        for mark in (
            *(f"block {block.role} {block.start} {block.end}" for block in side.blocks),
            *(f"sentence {sentence.start} {sentence.end}" for sentence in side.sentences),
            "end",
        )
    ]
    return sha256("\n".join(marks).encode()).hexdigest()


def provenance(contents: Contents) -> Provenance:
    """Return what a file about this pair names of its origin."""
    return Provenance(
        PROGRAM,
        contents.source.article.sha256,
        contents.rewrite.article.sha256,
        segmentation(contents.source, contents.rewrite),
    )
