"""What is read stays in sight when a pane gets another size."""

from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.library.model import Sentence


class Readable(Protocol):
    """A pane as far as it is asked here."""

    current: str
    partners: frozenset[str]

    def visible(self) -> list[Sentence]: ...
    def extent(self, sentence_id: str) -> tuple[float, float] | None: ...
    def viewport(self) -> QWidget: ...
    def verticalScrollBar(self) -> QScrollBar: ...


class Held(NamedTuple):
    """A sentence, and where its top was in the viewport."""

    sentence_id: str
    top: float


def held(pane: Readable, height: int) -> Held | None:
    """Return what of a pane of such a height is to stay in sight.

    The sentence in hand, else one linked to it, else the first that can be seen.
    """
    first = (sentence.id for sentence in pane.visible()[:1])
    for sentence_id in (pane.current, *sorted(pane.partners), *first):
        extent = pane.extent(sentence_id)
        if extent is not None and extent[0] < height and extent[1] > 0:
            return Held(sentence_id, extent[0])
    return None


def hold(pane: Readable, kept: Held) -> None:
    """Scroll a sentence to where it was, or as near as all of it can be read."""
    extent = pane.extent(kept.sentence_id)
    if extent is not None:
        lowest = max(pane.viewport().height() - (extent[1] - extent[0]), 0.0)
        bar = pane.verticalScrollBar()
        bar.setValue(round(bar.value() + extent[0] - min(kept.top, lowest)))
