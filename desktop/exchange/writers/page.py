"""A page to look at: both stories with their tags in one HTML file that needs nothing else."""

import base64
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desktop.exchange.colours import colours
from desktop.exchange.provenance import PROGRAM
from desktop.exchange.writers import wording
from desktop.exchange.writers.options import Options, coders
from desktop.library.contents import Contents, SideContents
from desktop.library.model import Block, Note, Sentence, Tag
from desktop.places import RESOURCES
from desktop.text.codebook import LINKED_ROLES, Kind, Role, Side
from desktop.tr import tr

_LEGEND = (Kind.QUOTE, Kind.PARAPHRASE, Kind.ADDITION, Kind.OMISSION)


class ShownSentence(NamedTuple):
    """A sentence as the page shows it; without a label it is small print and takes no tags."""

    gap: str  # what stands between it and the sentence before
    text: str
    label: str
    kind: str
    letter: str
    name: str
    subkind: str
    partners: tuple[str, ...]
    remarks: str
    note: str


class ShownBlock(NamedTuple):
    """A paragraph as the page shows it."""

    look: str
    sentences: tuple[ShownSentence, ...]


class ShownSide(NamedTuple):
    """One story as the page shows it."""

    id: str
    name: str
    published: str
    language: str
    direction: str
    to_partner: str
    counts: str
    blocks: tuple[ShownBlock, ...]


def write(contents: Contents, options: Options) -> bytes:
    """Return the page with the tags of the coder in `options`, else of the key, else of one coder.

    It has no script, asks for nothing from outside, and refuses both to anybody who would add it.
    """
    coder = options.coder or next(iter(coders(contents)), "")
    style = _style()
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    page = _templates().get_template("page.html.j2")
    book = options.codebook
    return page.render(
        language=book.language,
        title=wording.pair_title(contents),
        program=PROGRAM,
        style=style,
        style_hash=f"sha256-{digest}",
        words=_words(contents, options, coder),
        legend=[
            {
                "kind": kind.value,
                "letter": book.letters[kind],
                "name": book.names[kind],
                "definition": book.definitions[kind],
            }
            for kind in _LEGEND
        ],
        sides=[_Shown(contents, side, coder, options).side() for side in _sides(contents)],
    ).encode()


def _sides(contents: Contents) -> tuple[SideContents, SideContents]:
    return contents.source, contents.rewrite


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(RESOURCES / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _style() -> str:
    themes = {theme: colours(theme) for theme in ("light", "dark", "contrast")}
    return _templates().get_template("page.css.j2").render(themes)


def _words(contents: Contents, options: Options, coder: str) -> dict[str, str]:
    """Return the page's own words."""
    return {
        "about": tr("Two stories, sentence by sentence. Tags by {coder}.", coder=coder)
        if coder
        else tr("Two stories, sentence by sentence. Nobody has tagged them yet."),
        "legend": tr("What the marks mean"),
        "every": tr("Every sentence with its tag"),
        "sentence": tr("Sentence"),
        "tag": tr("Tag"),
        "remarks": tr("Flags and notes"),
        "made": wording.made_with(contents, options.codebook),
    }


class _Shown:
    """Turns one side of a pair into what the page shows of it."""

    def __init__(
        self, contents: Contents, side: SideContents, coder: str, options: Options
    ) -> None:
        self._contents, self._side, self._options = contents, side, options
        self._tags: dict[str, Tag] = contents.tags_of(coder)
        self._notes: dict[str, Note] = contents.notes_of(coder)

    def side(self) -> ShownSide:
        side = self._side
        in_rewrite = side.side is Side.REWRITE
        return ShownSide(
            id=side.side.value,
            name=wording.side_name(side.side),
            published=wording.published(side),
            language=side.article.language,
            direction=wording.direction(side.article.language),
            to_partner=tr("Draws on") if in_rewrite else tr("Told in"),
            counts=wording.counts(self._contents, side, self._tags, self._options.codebook),
            blocks=tuple(
                self._block(block) for block in side.blocks if block.role is not Role.BOILERPLATE
            ),
        )

    def _block(self, block: Block) -> ShownBlock:
        inside = [s for s in self._side.sentences if block.start <= s.start < block.end]
        befores = [block.start, *(sentence.end for sentence in inside)]
        return ShownBlock(
            block.role.value if block.role in LINKED_ROLES else "small",
            tuple(self._sentence(s, before) for s, before in zip(inside, befores, strict=False)),
        )

    def _sentence(self, sentence: Sentence, before: int) -> ShownSentence:
        contents, book = self._contents, self._options.codebook
        tag, note = self._tags.get(sentence.id), self._notes.get(sentence.id)
        unsaid = not tag and wording.kept_unsaid(contents, self._side, sentence)
        return ShownSentence(
            gap=self._side.article.text[before : sentence.start],
            text=self._options.text_policy.shown(self._side.text(sentence)),
            label=contents.label(sentence.id),
            kind=tag.kind.value if tag else "",
            letter=book.letters[tag.kind] if tag else "",
            name=book.names[tag.kind if tag else Kind.KEPT] if tag or unsaid else "",
            subkind=book.names[tag.subkind] if tag and tag.subkind else "",
            partners=tuple(contents.label(s.id) for s in contents.partners(sentence.id)),
            remarks=" · ".join(wording.remarks_on(tag, book)) if tag else "",
            note=note.text if note else "",
        )
