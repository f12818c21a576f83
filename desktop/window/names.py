"""What people call the finer marks of a tag, roles, and what has no tag."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from desktop.library.codebook import Level, codebook
from desktop.library.contents import Contents
from desktop.text.codebook import Role
from desktop.tr import begun, tr


def named(terms: Iterable[StrEnum]) -> list[tuple[str, StrEnum | None]]:
    """Return sub-kinds or confidences with their names; first of all, none of them."""
    names = codebook().names
    return [(tr("not said"), None), *((names[term], term) for term in terms)]


def scale(levels: Sequence[Level]) -> list[tuple[str, int | None]]:
    """Return a scale with its numbers; first of all, not judged."""
    numbered = ((f"{number} · {level.name}", number) for number, level in enumerate(levels))
    return [(tr("not said"), None), *numbered]


def role_term(role: Role) -> str:
    """Return what people call a role within a sentence."""
    return {
        Role.HEADLINE: tr("headline"),
        Role.STANDFIRST: tr("standfirst"),
        Role.BODY: tr("body"),
        Role.CAPTION: tr("caption"),
        Role.BYLINE: tr("byline"),
        Role.DATELINE: tr("dateline"),
        Role.CREDIT: tr("credit"),
        Role.BOILERPLATE: tr("page furniture"),
    }[role]


def role_name(role: Role) -> str:
    """Return what people call a role."""
    return begun(role_term(role))


def untagged_term(*, linked: bool) -> str:
    """Return how a sentence without a tag stands: to be tagged, or linked and so asked for none."""
    return tr("linked, not marked") if linked else tr("not tagged yet")


def untagged(contents: Contents, sentence_id: str) -> str:
    """Return how a sentence without a tag stands, or that its role takes none."""
    side, sentence = contents.sentences[sentence_id]
    part = contents.side(side)
    role = part.role(sentence)
    if not part.tags(role):
        return tr("{role}: takes no tag", role=role_name(role))
    return begun(untagged_term(linked=sentence_id not in contents.asked))
