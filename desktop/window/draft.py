"""A note until it is on disk."""

from typing import NamedTuple

from desktop.problem import Problem
from desktop.tr import tr


class Draft(NamedTuple):
    """A note as it is being written, with whose it is and where it belongs: not on disk yet."""

    pair_id: str
    sentence_id: str
    coder: str
    text: str


def not_kept(problem: Problem) -> Problem:
    """Return what to tell a person whose note the disk refused."""
    return Problem(
        tr(
            "Your note is not saved yet; its words stay in their line, and the sentence stays in "
            "hand. {why} To go on without the note, put the line back as it was.",
            why=problem,
        )
    )
