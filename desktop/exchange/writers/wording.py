"""What is said of tags and sides in words, on paper and on a page."""

from collections import Counter
from collections.abc import Mapping

from desktop.exchange.provenance import provenance
from desktop.library.codebook import Codebook
from desktop.library.contents import Contents, SideContents
from desktop.library.model import Sentence, Tag
from desktop.text.codebook import KINDS, Kind, Side
from desktop.tr import counted, tr

_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi")


def direction(language: str) -> str:
    """Return which way a language is written: "ltr" or "rtl"."""
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def pair_title(contents: Contents) -> str:
    """Return what a file calls the pair."""
    return contents.pair.title or tr("Two stories")


def no_key() -> str:
    """Return the sentence for a pair of which no answer key can be made."""
    return tr("There are no tags to make a key of. Tag the pair first, or choose its key.")


def made_with(contents: Contents, book: Codebook) -> str:
    """Return the sentence that says what a file was made from."""
    origin = provenance(contents)
    return tr(
        "Made with {program}. Codebook {codebook}. SHA-256 of the source {source}, of the "
        "rewrite {rewrite}, of the sentence numbers {segmentation}.",
        program=origin.program,
        codebook=book.id,
        source=origin.source_sha256,
        rewrite=origin.rewrite_sha256,
        segmentation=origin.segmentation,
    )


def side_name(side: Side) -> str:
    """Return what people call a side."""
    return tr("Source") if side is Side.SOURCE else tr("Rewrite")


def published(side: SideContents) -> str:
    """Return who published an article, and when, as far as that is known."""
    return " · ".join(word for word in (side.article.outlet, side.article.published) if word)


def side_title(side: SideContents) -> str:
    """Return what stands over a side: which it is, who published it, and when."""
    return " · ".join(word for word in (side_name(side.side), published(side)) if word)


def remarks_on(tag: Tag, book: Codebook) -> tuple[str, ...]:
    """Return a tag's flags, its effect or importance, and how sure its coder was."""
    remarks = [book.names[flag] for flag in tag.flags]
    if tag.effect is not None:
        level = book.effect[tag.effect]
        remarks.append(tr("Effect {level}: {name}", level=tag.effect, name=level.name))
    if tag.importance is not None:
        level = book.importance[tag.importance]
        remarks.append(tr("Importance {level}: {name}", level=tag.importance, name=level.name))
    if tag.confidence:
        remarks.append(book.names[tag.confidence])
    return tuple(remarks)


def kept_unsaid(contents: Contents, side: SideContents, sentence: Sentence) -> bool:
    """Say whether a source sentence that has no tag counts as kept: something draws on it."""
    return (
        side.side is Side.SOURCE
        and side.tags(side.role(sentence))
        and sentence.id not in contents.asked
    )


def counts(contents: Contents, side: SideContents, tags: Mapping[str, Tag], book: Codebook) -> str:
    """Return how often each tag was given on this side, and to how many sentences none."""
    given = Counter(tags[s.id].kind for s in side.taggable if s.id in tags)
    bare = [s for s in side.taggable if s.id not in tags]
    given[Kind.KEPT] += sum(kept_unsaid(contents, side, sentence) for sentence in bare)
    words = [f"{book.names[kind]}: {given[kind]}" for kind in KINDS[side.side] if given[kind]]
    left = len(side.taggable) - given.total()
    if left:
        words.append(tr("Not tagged: {count}", count=left))
    all_of_them = counted("{count} sentence", "{count} sentences", len(side.taggable))
    return " · ".join([all_of_them, *words])
