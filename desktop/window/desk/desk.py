"""The desk: both articles side by side, the bands between them, and the sentence in hand."""

from bisect import bisect_left, bisect_right
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.library.contents import SideContents
from desktop.library.edit import Edit
from desktop.library.model import Link, Sentence
from desktop.text.codebook import Side
from desktop.tr import tr
from desktop.window.desk.map import Map
from desktop.window.desk.map_layout import seen
from desktop.window.desk.marks import Mark
from desktop.window.desk.pane import Pane
from desktop.window.desk.ribbons import Ribbons, ribbons
from desktop.window.look.elided import ElidedLabel
from desktop.window.look.look import Look
from desktop.window.workspace import Workspace


class Desk(QWidget):
    """Shows the open pair. Holds which sentence is in hand.

    `last` are the sentences last brought into view on each side, in hand or linked to it;
    `visited` are those that were in hand.
    """

    moved = Signal(str)
    """The id of the sentence now in hand; "" where there is none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.look = Look()
        self.furniture = False
        self.current = ""
        self._links: tuple[Link, ...] = ()  # as the map has them
        self.going = False  # a partner is being brought into view
        self.last: dict[Side, str] = {}
        self.visited: dict[Side, str] = {}
        self.panes = {side: Pane(side, self) for side in Side}
        self.titles = {side: ElidedLabel(self) for side in Side}
        self.ribbons = Ribbons(self.panes[Side.SOURCE], self.panes[Side.REWRITE], self)
        self.map = Map(self)
        self._arrange()
        for side, pane in self.panes.items():
            pane.visited.connect(self.go)
            pane.entered.connect(partial(self.enter, side))
            pane.moved.connect(self.ribbons.update)
            pane.moved.connect(lambda pane=pane: self.map.show_seen(pane.side, seen(pane)))
        self.ribbons.chosen.connect(self._chosen)
        self.map.chosen.connect(self.go)
        workspace.opened.connect(self.show_pair)
        workspace.changed.connect(self._changed)
        workspace.suggested.connect(self._learn)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for side, pane in self.panes.items():
            pane.setAccessibleName(tr("Source") if side is Side.SOURCE else tr("Rewrite"))
            sheet = QWidget(self)
            sheet.setObjectName("sheet")
            sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            column = QVBoxLayout(sheet)
            column.setContentsMargins(6, 12, 6, 6)
            self.titles[side].setObjectName("side")
            self.titles[side].setIndent(46)
            column.addWidget(self.titles[side])
            column.addWidget(pane, 1)
            row.addWidget(sheet, 1)
        row.insertWidget(1, self.ribbons)
        row.addSpacing(12)
        row.addWidget(self.map)

    # what is shown

    def set_look(self, look: Look) -> None:
        """Show the pair in another look; the sentence in hand stays."""
        self.look = look
        self.ribbons.colours = look.colours()
        self.show_pair()

    def show_furniture(self, shown: bool) -> None:
        """Show or hide what was taken for furniture of the page, which may lead elsewhere."""
        self.workspace.keep_draft()
        self.furniture = shown
        self.show_pair()

    def show_pair(self) -> None:
        """Show the open pair anew, at the sentence in hand if it is still there."""
        contents = self.workspace.shown
        for side, pane in self.panes.items():
            if contents is None:
                pane.show_nothing()
                self.titles[side].clear()
            else:
                pane.show_side(contents.side(side), self.look, furniture=self.furniture)
                self.titles[side].setText(_title(contents.side(side)))
        self._links = contents.links if contents else ()
        self.map.show_pair(contents, self.look.colours())
        self.mark_all()
        known = contents.sentences if contents else {}
        self.last = {side: s for side, s in self.last.items() if s in known}
        self.visited = {side: s for side, s in self.visited.items() if s in known}
        if self.current in known:
            self.go_near(self.current)
        else:
            self.go(self._first())

    def _first(self) -> str:
        """Return where to begin: at the first sentence still to decide, else at the first there
        is, even where the whole rewrite was taken out."""
        contents = self.workspace.shown
        if contents is None:
            return ""
        sides = (contents.rewrite, contents.source)
        places = (self.workspace.left(), *(side.linkable for side in sides))
        return next((found[0].id for found in places if found), "")

    def mark_all(self) -> None:
        """Draw every sentence's tag or suggestion, and all bands."""
        contents = self.workspace.shown
        if contents is not None:
            for side, pane in self.panes.items():
                marks = {s.id: self._mark(s.id) for s in contents.side(side).sentences}
                pane.set_marks(marks)
                self.map.set_marks(marks)
        self._band()

    def _learn(self) -> None:
        """Show what is known now of the pair as it stands."""
        self.mark_all()
        self._light()

    def _changed(self, edit: Edit) -> None:
        contents = self.workspace.shown
        if contents is None:
            return
        named = {getattr(value, "sentence_id", "") for value in edit.values}
        marks = {s: self._mark(s) for s in named if s in contents.sentences}
        for pane in self.panes.values():
            pane.set_marks(marks)
        self.map.set_marks(marks)
        self._band()
        self._light()

    def _mark(self, sentence_id: str) -> Mark:
        workspace = self.workspace
        assert workspace.shown is not None
        tag = workspace.tags().get(sentence_id)
        noted = sentence_id in workspace.shown.notes_of(workspace.coder)
        marked = any(b.sentence_id == sentence_id for b in workspace.shown.bookmarks)
        plain = Mark(noted=noted, bookmarked=marked)
        if tag is not None:
            return plain._replace(kind=tag.kind)
        suggestion = workspace.suggestion(sentence_id)
        return plain._replace(kind=suggestion.kind if suggestion else None, suggested=True)

    def _band(self) -> None:
        contents = self.workspace.shown
        links = contents.links if contents else ()
        if links != self._links:
            self._links = links
            self.map.show_links(contents)
        self.ribbons.show_ribbons(ribbons(links, self.panes[Side.REWRITE].mark))

    # where one is

    def side(self) -> Side:
        """Return the side of the sentence in hand (the rewrite where there is none)."""
        contents = self.workspace.shown
        if contents is None or not self.current:
            return Side.REWRITE
        return contents.sentences[self.current][0]

    def go(self, sentence_id: str) -> None:
        """Take a sentence in hand: it and its partners are lit and brought into view. Where the
        note on the one in hand cannot be kept, that one stays so."""
        workspace = self.workspace
        if sentence_id != self.current and not workspace.attempt(workspace.keep_draft):
            sentence_id = self.current
        contents = self.workspace.shown
        self.current = sentence_id if contents else ""
        if contents is not None and sentence_id:
            side = self.side()
            self.last[side] = self.visited[side] = sentence_id
            if any(pane.hasFocus() for pane in self.panes.values()):
                self.panes[side].setFocus()
            self.panes[side].reveal(sentence_id)
            self.panes[side].take_caret(sentence_id)
            partners = contents.partners(sentence_id)
            if partners:
                self._show_partner(side, partners[0].id)
        self._light()
        self.moved.emit(self.current)

    def _show_partner(self, side: Side, sentence_id: str) -> None:
        """Bring what is linked to a sentence of `side` into view, which stays where it is."""
        other = Side.SOURCE if side is Side.REWRITE else Side.REWRITE
        before, self.going = self.going, True
        try:
            self.panes[other].reveal(sentence_id)
        finally:
            self.going = before
        self.last[other] = sentence_id

    def _light(self) -> None:
        contents = self.workspace.shown
        ids = [s.id for s in contents.partners(self.current)] if contents and self.current else []
        for pane in self.panes.values():
            pane.light(self.current, frozenset(ids))
        self.map.light(self.current, frozenset(ids))
        self.ribbons.light(frozenset([self.current] if self.current else ()))

    def take_focus(self) -> None:
        """Let the keys go to the sentence in hand."""
        self.panes[self.side()].setFocus()

    def go_near(self, sentence_id: str) -> None:
        """Go to a sentence of the pair, or to the next one that is shown if it is out of sight."""
        contents = self.workspace.shown
        assert contents is not None
        side, sentence = contents.sentences[sentence_id]
        page = self.panes[side].page
        shown = [s.id for s in page.sentences if s.start >= sentence.start] if page else []
        self.go(shown[0] if shown else self._first())

    def point(self) -> int:
        """Return the code point before which the text cursor stands, in the text in hand."""
        return self.panes[self.side()].point()

    def step(self, by: int) -> None:
        """Go `by` sentences down (or, below 0, up) on this side; stay at the ends."""
        contents, stops = self.workspace.shown, self._stops(self.side())
        if contents is not None and stops:
            here = contents.sentences[self.current][1].start if self.current else -1
            starts = [stop.start for stop in stops]
            at = bisect_right(starts, here) - 1 if by > 0 else bisect_left(starts, here)
            self.go(stops[min(max(at + by, 0), len(stops) - 1)].id)

    def cross(self) -> None:
        """Go to the other side: to a linked sentence, or the last one visited, or the first."""
        contents = self.workspace.shown
        if contents is None or not self.current:
            return
        other = Side.SOURCE if self.side() is Side.REWRITE else Side.REWRITE
        partners = contents.partners(self.current)
        stops = self._stops(other)
        if partners:
            self.go(partners[0].id)
        elif other in self.last or stops:
            self.go(self.last.get(other) or stops[0].id)

    def enter(self, side: Side) -> None:
        """Go to the sentence one was at last on a side, or to its first, if not on it already."""
        stops = self._stops(side)
        if self.side() is not side and (side in self.last or stops):
            self.go(self.last.get(side) or stops[0].id)

    def next_left(self) -> bool:
        """Go to the next sentence still to decide; tell whether there is one."""
        return self.next_of({s.id for s in self.workspace.left()})

    def next_of(self, sentence_ids: set[str]) -> bool:
        """Go to the next of some sentences other than the one in hand, the rewrite's first and
        round the end; tell whether there is one."""
        contents = self.workspace.shown
        wanted = sentence_ids - {self.current}
        if contents is None or not wanted:
            return False
        order = [s.id for part in (contents.rewrite, contents.source) for s in part.sentences]
        here = order.index(self.current) + 1 if self.current else 0
        self.go(next(s for s in order[here:] + order[:here] if s in wanted))
        return True

    def _stops(self, side: Side) -> tuple[Sentence, ...]:
        """The sentences the keys stop at: those that may be linked, or all that are shown."""
        contents = self.workspace.shown
        if contents is None:
            return ()
        part = contents.side(side)
        return part.sentences if self.furniture else part.linkable

    def _chosen(self, source: str, rewrite: str) -> None:
        self.go(source if self.current == rewrite else rewrite)


def _title(side: SideContents) -> str:
    """Return the line above a pane: which side, outlet and day."""
    article = side.article
    name = tr("SOURCE") if side.side is Side.SOURCE else tr("REWRITE")
    known = " · ".join(part for part in (article.outlet, article.author, article.published) if part)
    return f"{name}   {known}"
