"""The fixed scenes whose pictures are pinned: one window each, always the same."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings, QThreadPool
from PySide6.QtGui import QImage

from desktop.exchange.lessons import lesson
from desktop.library.hints import Hints
from desktop.library.model import Bookmark, Link, Note, Origin, Tag
from desktop.library.store import Store
from desktop.text.codebook import KINDS, Kind, Role, Side
from desktop.window.app import application
from desktop.window.main_window import MainWindow
from desktop.window.workspace import Workspace
from tests import samples
from tests.gold import gold_pairs
from tests.window import add_pair

SIZE = 1180, 720

ARABIC = (
    (Role.HEADLINE, "المدينة تغلق الجسر للإصلاح"),
    (
        Role.BODY,
        "صوت مجلس المدينة على إغلاق الجسر 9 أسابيع. قال Calder إن العمل ضروري.",
    ),
    (Role.BODY, "لم يسألنا أحد عن رأينا. تمر فوق الجسر 9,000 سيارة كل يوم."),
)
LONG_WORDS = (
    (Role.HEADLINE, "Donaudampfschifffahrtsgesellschaftskapitän tritt zurück"),
    (
        Role.BODY,
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz bleibt. "
        + "Siehe https://example.org/"
        + "sehr-lange-adresse/" * 8
        + " dort.",
    ),
)
EMOJI = (
    (Role.HEADLINE, "Bakers 🎉 cheer 👩‍🍳 as mayor 🏃 goes"),
    (Role.BODY, "The mayor 🧑‍💼 quit on Monday. Critics 👏👏 cheered. “I am 😴,” she said."),
)


LINE = "the council said on monday that a new bridge would cost more than planned"


def long_article():
    words = LINE.split()
    lines = [(Role.HEADLINE, "A long story")]
    for number in range(60):
        turned = words[number % 7 :] + words[: number % 7]
        lines.append((Role.BODY, f"{' '.join(turned).capitalize()} {number}. {' '.join(words)}."))
    return tuple(lines)


def tagged(contents):
    """The pair with a tag on every sentence, in turn, a note and a bookmark; linked one to one."""
    ids = {"pair_id": contents.pair.id, "coder": "K1"}
    tags = [
        Tag(sentence_id=sentence.id, kind=Kind.OMISSION, **ids)
        for sentence in contents.source.taggable
    ]
    kinds = KINDS[Side.REWRITE]
    tags += [
        Tag(sentence_id=sentence.id, kind=kinds[at % len(kinds)], **ids)
        for at, sentence in enumerate(contents.rewrite.taggable)
    ]
    first = contents.rewrite.taggable[0].id
    note = Note(sentence_id=first, text="Who says so?", **ids)
    mark = Bookmark(sentence_id=first, pair_id=contents.pair.id)
    pairs = zip(contents.source.linkable, contents.rewrite.linkable, strict=False)
    links = [linked(contents, [upper.id], lower.id) for upper, lower in pairs]
    return replace(contents, tags=tuple(tags), notes=(note,), bookmarks=(mark,), links=tuple(links))


def linked(contents, source, rewrite):
    return Link(
        pair_id=contents.pair.id, source=tuple(source), rewrite=(rewrite,), origin=Origin.MANUAL
    )


def keyed(name):
    """A lesson seen by its key's coder, with the key's links: the engine has no say in it."""
    gold = next(gold for gold in gold_pairs() if gold.id == name)
    contents = lesson(name)
    upper = dict(zip((u.id for u in gold.source.units), contents.source.sentences, strict=True))
    lower = dict(zip((u.id for u in gold.rewrite.units), contents.rewrite.sentences, strict=True))
    links = [
        linked(contents, [upper[s].id for s in verdict.links], lower[r].id)
        for r, verdict in gold.key.items()
        if verdict.links
    ]
    tags = [tag.model_copy(update={"coder": "K1"}) for tag in contents.tags]
    return replace(contents, links=tuple(links), tags=tuple(tags), notes=())


def same(paragraphs):
    """A pair whose rewrite is its source."""
    return tagged(samples.pair(paragraphs, paragraphs))


SCENES = {
    "light": (lambda: keyed("millbrook-bridge"), {"theme": "light"}),
    "dark": (lambda: keyed("millbrook-bridge"), {"theme": "dark"}),
    "contrast": (lambda: keyed("millbrook-bridge"), {"theme": "contrast"}),
    "right-to-left": (lambda: same(ARABIC), {"theme": "light"}),
    "text-200": (lambda: keyed("millbrook-bridge"), {"theme": "light", "text_size": 25.0}),
    "long-words": (lambda: same(LONG_WORDS), {"theme": "light"}),
    "emoji": (lambda: same(EMOJI), {"theme": "dark"}),
    "empty-library": (lambda: None, {"theme": "light"}),
    "table": (lambda: keyed("millbrook-bridge"), {"theme": "light"}),
    "long-article": (lambda: same(long_article()), {"theme": "light", "numbers": True}),
}
"""What is in each scene's library, and its look."""


def picture(name: str, folder: Path) -> QImage:
    """Return how a scene looks now. `folder` is for its library."""
    make, look = SCENES[name]
    app = application()
    store = Store(folder / f"{name}.sqlite")
    settings = QSettings(str(folder / f"{name}.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Workspace(store), settings)
    window.resize(*SIZE)
    contents = make()
    if contents is not None:
        add_pair(window.workspace, contents)
    window.looks.set(replace(window.looks.look, **look))
    window.show()
    if name == "table":
        window.views.toggle_table()
    while window.workspace.thinking:
        QThreadPool.globalInstance().waitForDone()
        app.processEvents()
    window.workspace.hints = Hints({}, {})  # what the engine says changes as it learns
    window.workspace.suggested.emit()
    app.processEvents()
    shown = window if contents is None else window.views
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    window.close()
    window.deleteLater()
    return image
