"""Find the finer marks of a rewrite sentence's tag, each with the words it rests on."""

from collections.abc import Callable, Iterator

from desktop.text.codebook import Flag
from desktop.text.judging import bound_flags, claim_flags, number_flags, retold_flags, speech_flags
from desktop.text.judging.tagged import Finding, Tagged

_RULES: tuple[Callable[[Tagged], Iterator[Finding]], ...] = (
    speech_flags.words,
    speech_flags.trimmed,
    speech_flags.attribution,
    speech_flags.partial,
    number_flags.sizes,
    number_flags.numbers,
    bound_flags.bounds,
    bound_flags.ranges,
    retold_flags.days,
    retold_flags.denials,
    retold_flags.promises,
    number_flags.doubts,
    retold_flags.certainties,
    number_flags.units,
    number_flags.shares,
    retold_flags.rivals,
    retold_flags.turns,
    claim_flags.left_out,
    bound_flags.softeners,
    claim_flags.unattributed,
    claim_flags.mixed,
    claim_flags.tone,
    claim_flags.update,
)


def findings(tagged: Tagged) -> tuple[Finding, ...]:
    """Return the flags of a rewrite sentence in the order of the codebook, each once."""
    found: dict[Flag, Finding] = {}
    for rule in _RULES:
        for finding in rule(tagged):
            found.setdefault(finding.flag, finding)
    return tuple(found[flag] for flag in Flag if flag in found)
