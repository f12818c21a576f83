"""The panes scroll together: what is linked stays side by side."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.text.codebook import Side
from desktop.window.desk.desk import Desk


class LinkedScrolling(QObject):
    """When one pane is scrolled, brings the linked sentence of the other to the same height."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.locked = True
        self._following = False
        for side, pane in desk.panes.items():
            pane.scrolled.connect(partial(self._follow, side))

    def _follow(self, side: Side) -> None:
        if not self.locked or self._following or self.desk.going:
            return  # a partner brought into view leaves the sentence in hand where it is
        pane = self.desk.panes[side]
        if pane.resizing:
            return  # each keeps in sight what it had
        other = self.desk.panes[Side.SOURCE if side is Side.REWRITE else Side.REWRITE]
        contents = self.desk.workspace.shown
        if contents is None:
            return
        middle = pane.viewport().height() / 2
        best: tuple[float, float, float] | None = None  # distance from the middle, y here, y there
        for sentence in pane.visible():
            partners = contents.partners(sentence.id)
            here = pane.extent(sentence.id)
            there = other.extent(partners[0].id) if partners else None
            if here is not None and there is not None:
                distance = abs(here[0] - middle)
                if best is None or distance < best[0]:
                    best = (distance, here[0], there[0])
        if best is not None:
            self._following = True
            bar = other.verticalScrollBar()
            bar.setValue(int(bar.value() + best[2] - best[1]))
            self._following = False
