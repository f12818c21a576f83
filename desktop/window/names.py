"""What people call the finer marks of a tag, roles, and what has no tag."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from desktop.library.codebook import Step, codebook
from desktop.library.contents import Contents
from desktop.text.codebook import Role
from desktop.tr import tr


def named(terms: Iterable[StrEnum]) -> list[tuple[str, StrEnum | None]]:
    """Return sub-kinds or confidences with their names; first of all, none of them."""
    names = codebook().names
    return [(tr("not said"), None), *((names[term], term) for term in terms)]


def scale(steps: Sequence[Step]) -> list[tuple[str, int | None]]:
    """Return a scale with its numbers; first of all, not judged."""
    numbered = ((f"{number} · {step.name}", number) for number, step in enumerate(steps))
    return [(tr("not said"), None), *numbered]


def role_name(role: Role) -> str:
    """Return what people call a role."""
    return {
        Role.HEADLINE: tr("Headline"),
        Role.STANDFIRST: tr("Standfirst"),
        Role.BODY: tr("Body"),
        Role.CAPTION: tr("Caption"),
        Role.BYLINE: tr("Byline"),
        Role.DATELINE: tr("Dateline"),
        Role.CREDIT: tr("Credit"),
        Role.BOILERPLATE: tr("Page furniture"),
    }[role]


def untagged_name(*, linked: bool) -> str:
    """Return how a sentence without a tag stands: to be tagged, or linked and so asked for none."""
    return tr("Linked, not marked") if linked else tr("Not tagged yet")


def untagged(contents: Contents, sentence_id: str) -> str:
    """Return how a sentence without a tag stands, or that its role takes none."""
    side, sentence = contents.sentences[sentence_id]
    part = contents.side(side)
    role = part.role(sentence)
    if not part.tags(role):
        return tr("{role}: takes no tag", role=role_name(role))
    return untagged_name(linked=sentence_id not in contents.asked)
