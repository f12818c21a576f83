"""What the map shows, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.library.contents import Contents
from desktop.library.tagging import kind_name
from desktop.text.codebook import Kind, Side
from desktop.tr import counted, tr
from desktop.window.desk.map_layout import Line
from desktop.window.desk.marks import Mark
from desktop.window.names import role_term, untagged_term

FEW = 80
"""Characters of a sentence that are enough to know it by."""
ORDER = {kind: place for place, kind in enumerate((*Kind, None))}


def described(contents: Contents, marks: Mapping[str, Mark], lines: Sequence[Line]) -> str:
    """Return how often each tag stands on each side, and how much of the rewrite was moved, where
    links can be seen."""
    asked, none = contents.asked, Mark()
    told = []
    for side, name in ((Side.REWRITE, tr("Rewrite")), (Side.SOURCE, tr("Source"))):
        found = Counter(
            (ORDER[mark.kind], mark.suggested, mark.kind, s.id in asked)
            for s in contents.side(side).taggable
            if (mark := marks.get(s.id, none))
        )
        kinds = Counter[str]()
        for (_, suggested, kind, open_), count in sorted(found.items(), key=lambda f: f[0][:2]):
            kinds[_named(kind, suggested=suggested, linked=not open_)] += count
        told.append(f"{name}: {', '.join(f'{count} {kind}' for kind, count in kinds.items())}.")
    follow = {line.rewrite for line in lines if not line.moved}
    moved = {line.rewrite for line in lines} - follow
    if lines:
        told.append(
            counted(
                "{count} rewrite sentence leaves the order of the source.",
                "{count} rewrite sentences leave the order of the source.",
                len(moved),
            )
        )
    return " ".join(told)


def told_of(contents: Contents, sentence_id: str, mark: Mark) -> str:
    """Return which sentence this is: its label, its tag and its first words, on two lines."""
    side, sentence = contents.sentences[sentence_id]
    part = contents.side(side)
    words = part.text(sentence)
    begin = words if len(words) < FEW else f"{words[: FEW - 2]}…"
    role = part.role(sentence)
    linked = sentence_id not in contents.asked
    named = _named(mark.kind, suggested=mark.suggested, linked=linked)
    name = named if part.tags(role) else role_term(role)
    return f"{contents.label(sentence_id)} · {name}\n{begin}"


def _named(kind: Kind | None, *, suggested: bool, linked: bool) -> str:
    """Return "quote", "quote (suggested)", "not tagged yet" or "linked, not marked"."""
    if kind is None:
        return untagged_term(linked=linked)
    name = kind_name(kind)
    return tr("{kind} (suggested)", kind=name) if suggested else name
