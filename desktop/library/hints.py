"""What the engine makes of a pair of the library. Plain functions: they may run on any thread."""

from desktop.library.contents import Contents, SideContents
from desktop.library.linking import positions, stored
from desktop.library.model import Link, Origin
from desktop.text.codebook import Role, Side
from desktop.text.compare import linked, suggested
from desktop.text.suggest import Suggestion


def links(contents: Contents) -> tuple[Link, ...]:
    """Return all links as the engine sees them now; those a person made or confirmed stand."""
    kept = tuple(link for link in contents.links if link.origin is not Origin.MACHINE)
    fixed = positions(contents, kept)
    found = linked(_sentences(contents.source), _sentences(contents.rewrite), fixed)
    return (*kept, *stored(contents, [link for link in found if link not in fixed]))


def suggestions(contents: Contents) -> dict[str, Suggestion]:
    """Return the suggestions that follow from the links as they stand, by sentence id.

    Their reasons call sentences by the numbers people see.
    """
    source = contents.source
    found = suggested(
        _sentences(source),
        _sentences(contents.rewrite),
        positions(contents, contents.links),
        [source.numbers.get(sentence.id, 0) for sentence in source.sentences],
    )
    return {contents.side(Side(s.side)).sentences[s.sentence].id: s for s in found}


def _sentences(side: SideContents) -> list[tuple[Role, str]]:
    return [(side.role(sentence), side.text(sentence)) for sentence in side.sentences]
