"""What people call the finer marks of a tag."""

from desktop.library.model import Confidence
from desktop.text.codebook import Flag, Kind, Side, Subkind
from desktop.tr import tr

SOURCE_FLAGS = (Flag.PARTLY,)


def subkind_name(subkind: Subkind) -> str:
    """Return what people call a sub-kind."""
    return subkind.value.replace("_", " ")


def flag_name(flag: Flag) -> str:
    """Return what people call a flag."""
    return flag.value.replace("_", " ")


def flags_for(side: Side, kind: Kind) -> tuple[Flag, ...]:
    """Return the flags a tag of this kind may carry, in the codebook's order."""
    if side is Side.SOURCE:
        return SOURCE_FLAGS if kind is Kind.KEPT else ()
    return tuple(flag for flag in Flag if flag not in SOURCE_FLAGS)


def effects() -> list[tuple[str, int | None]]:
    """Return the scale of the effect on meaning."""
    return [
        (tr("not said"), None),
        (tr("0 – same meaning"), 0),
        (tr("1 – emphasis or tone"), 1),
        (tr("2 – meaning changed"), 2),
        (tr("3 – reversed or false"), 3),
    ]


def importances() -> list[tuple[str, int | None]]:
    """Return the scale of how much an omission matters."""
    return [
        (tr("not said"), None),
        (tr("0 – hardly matters"), 0),
        (tr("1 – matters"), 1),
        (tr("2 – changes the story"), 2),
    ]


def confidences() -> list[tuple[str, Confidence | None]]:
    """Return how sure a coder may be."""
    return [
        (tr("not said"), None),
        (tr("sure"), Confidence.SURE),
        (tr("fairly sure"), Confidence.FAIRLY),
        (tr("a guess"), Confidence.GUESS),
    ]
