"""Going through the window by keys: from part to part, and back to the articles."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.window.desk.find_bar import FindBar
from desktop.window.desk.pane import Pane
from desktop.window.doing.views import Views


class Parts(QObject):
    """What the commands for going about do. The parts come in the order one goes through them."""

    def __init__(self, parts: Sequence[QWidget], views: Views, finder: FindBar) -> None:
        super().__init__(views)
        self.parts, self.views, self.finder = parts, views, finder
        self._places: dict[QWidget, QWidget] = {}

    def next_part(self) -> None:
        """Let the keys go to the next part of the window, round the end."""
        self._go(1)

    def previous_part(self) -> None:
        """Let the keys go to the part before."""
        self._go(-1)

    def to_desk(self) -> None:
        """Let the keys go to the sentence in hand; a search is over then."""
        self.views.take_focus()
        self.finder.hide()  # last: hiding what has the focus gives it to the next widget

    def _go(self, by: int) -> None:
        focus = QApplication.focusWidget()
        shown = [part for part in self.parts if part.isVisible() and _stops(part)]
        here = next((p for p in shown if focus and (p is focus or p.isAncestorOf(focus))), None)
        if here is not None and focus is not None:
            self._places[here] = focus
        if shown:
            at = shown.index(here) if here else (-1 if by > 0 else 0)
            self._enter(shown[(at + by) % len(shown)])

    def _enter(self, part: QWidget) -> None:
        """Go to where one was in this part, or to its first widget."""
        if isinstance(part, Pane):
            self.views.desk.enter(part.side)
        stops = _stops(part)
        place = self._places.get(part)
        (place if place in stops else stops[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _stops(part: QWidget) -> list[QWidget]:
    """Return the widgets of a part that take keys now, the one to begin with first."""
    tab = Qt.FocusPolicy.TabFocus
    inside = (part.focusProxy(), part, *part.findChildren(QWidget))
    return [w for w in inside if w and w.focusPolicy() & tab and w.isVisible() and w.isEnabled()]
