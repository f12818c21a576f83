"""What the cells of the aligned table say."""

from desktop.library.codebook import codebook
from desktop.library.model import Link, Origin
from desktop.library.tagging import kind_name
from desktop.text.codebook import Side
from desktop.tr import begun, tr
from desktop.window.names import role_name, untagged_term
from desktop.window.table.rows import Facts


def tag_words(facts: Facts, sentence_id: str) -> str:
    """Return what is known of a sentence's tag: "Quote", "Quote?", "Not tagged yet"."""
    tag, suggestion = facts.tags.get(sentence_id), facts.suggestions.get(sentence_id)
    names = codebook().names
    if tag is not None:
        return names[tag.kind]
    if suggestion is not None:
        return tr("{kind}?", kind=names[suggestion.kind])
    side, sentence = facts.contents.sentences[sentence_id]
    part = facts.contents.side(side)
    role = part.role(sentence)
    if not part.tags(role):
        return role_name(role)
    return begun(untagged_term(linked=sentence_id not in facts.contents.asked))


def suggestion_words(facts: Facts, sentence_id: str) -> str:
    """Return what is said beside the tag: how likely the suggestion is, or that it is another."""
    suggestion = facts.suggestions.get(sentence_id)
    if suggestion is None:
        return ""
    score = percent(suggestion.score)
    if sentence_id not in facts.tags:
        return tr("suggested, {score}", score=score)
    if facts.differs(sentence_id):
        return tr("suggested: {kind}, {score}", kind=kind_name(suggestion.kind), score=score)
    return ""


def finer_words(facts: Facts, sentence_id: str, between: str = " · ") -> str:
    """Return sub-kind, flags and effect of a sentence's tag, else of its suggestion."""
    names = codebook().names
    tag = facts.tags.get(sentence_id)
    found = tag or facts.suggestions.get(sentence_id)
    if found is None:
        return ""
    words = [names[found.subkind]] if found.subkind else []
    words += [names[flag] for flag in found.flags]
    if tag is not None and tag.effect:
        words.append(tr("meaning: {effect}", effect=codebook().effect[tag.effect].term))
    if tag is not None and tag.importance is not None:
        importance = codebook().importance[tag.importance].term
        words.append(tr("importance: {importance}", importance=importance))
    return between.join(words)


def link_words(link: Link | None) -> str:
    """Return how sure a link is: its score, or who vouches for it."""
    if link is None:
        return ""
    if link.origin is Origin.MACHINE:
        return percent(link.score)
    return tr("by hand") if link.origin is Origin.MANUAL else tr("confirmed")


def percent(score: float) -> str:
    """Return a score of 0..1 as per cent, "82 %", on one line."""
    return tr("{percent}\u00a0%", percent=round(100 * score))


def called(facts: Facts, sentence_id: str) -> str:
    """Return "Rewrite 6" or "Source 10"."""
    side, _ = facts.contents.sentences[sentence_id]
    number = facts.contents.side(side).numbers.get(sentence_id, 0)
    if side is Side.SOURCE:
        return tr("Source {number}", number=number)
    return tr("Rewrite {number}", number=number)
