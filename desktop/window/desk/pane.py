"""A reading pane: one article as prose, with its marks and the sentence in hand."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop.library.contents import SideContents
from desktop.library.model import Sentence
from desktop.text.codebook import Side
from desktop.window.desk.holding import held, hold
from desktop.window.desk.marks import (
    BADGE,
    Mark,
    draw_badge,
    draw_bookmark,
    draw_number,
    draw_underline,
    draw_veil,
    frame_pen,
    outline,
)
from desktop.window.desk.page import GUTTER, Page
from desktop.window.look.look import Look

NOTHING = Mark()


class Pane(QTextEdit):
    """Shows one side of the pair. Knows where sentences stand; decides nothing."""

    visited = Signal(str)
    """A sentence id: a person clicked it, or took the caret there."""
    entered = Signal()
    """The keys came here in their way through the window."""
    scrolled = Signal()
    """The pane was scrolled."""
    moved = Signal()
    """Sentences stand elsewhere in the pane now: it was scrolled or laid out anew."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.page: Page | None = None
        self.current = ""
        self.partners: frozenset[str] = frozenset()
        self.resizing = False
        self._marks: dict[str, Mark] = {}
        self._look = Look()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.scrolled)
        self.verticalScrollBar().valueChanged.connect(self.moved)
        self.document().documentLayout().documentSizeChanged.connect(self._laid_out)

    # what is shown

    def show_side(self, side: SideContents, look: Look, *, furniture: bool = False) -> None:
        """Show an article, without marks; the same article stays where it was scrolled to."""
        same = self.page is not None and self.page.side.article.id == side.article.id
        point, scrolled = (self.point(), self.verticalScrollBar().value()) if same else (0, 0)
        self._look = look
        self._marks = {}
        self.current, self.partners = "", frozenset()
        self._set_column()
        self.page = None  # whoever asks while the document changes hears that nothing is shown
        page = Page(self.document(), side, furniture=furniture)
        page.write(look)
        self.page = page
        self._put_caret(point)
        self._laid_out()
        self.verticalScrollBar().setValue(scrolled)

    def show_nothing(self) -> None:
        """Show an empty page."""
        self.page = None
        self._marks = {}
        self.clear()

    def set_marks(self, marks: dict[str, Mark]) -> None:
        """Draw these marks; sentences not named keep theirs."""
        if self.page is None:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # the lines are laid out once, after all marks
        for sentence_id, mark in marks.items():
            sentence, old = self.page.sentence(sentence_id), self.mark(sentence_id)
            if sentence is not None and mark != old:
                self._marks[sentence_id] = mark
                if mark.filled is not old.filled:
                    self._fill(cursor, sentence, mark)
        cursor.endEditBlock()
        self.viewport().update()

    def mark(self, sentence_id: str) -> Mark:
        """Return what is drawn on a sentence."""
        return self._marks.get(sentence_id, NOTHING)

    def light(self, current: str, partners: frozenset[str]) -> None:
        """Outline the sentence in hand and those linked to it."""
        self.current, self.partners = current, partners
        self.viewport().update()

    def reveal(self, sentence_id: str) -> None:
        """Scroll so that a sentence can be read, a third from the top if it was out of sight."""
        extent = self.extent(sentence_id)
        if extent is None:
            return
        top, bottom = extent
        height = self.viewport().height()
        if top < 0 or bottom > height:
            bar = self.verticalScrollBar()
            bar.setValue(int(bar.value() + top - height / 3))

    def take_caret(self, sentence_id: str) -> None:
        """Put the caret at the beginning of a sentence, unless it stands in that sentence.

        Screen readers and magnifiers follow the caret.
        """
        sentence = self.page.sentence(sentence_id) if self.page else None
        cursor = self.textCursor()
        if self.page and sentence and self.page.sentence_at(cursor.position()) is not sentence:
            cursor.setPosition(self.page.span(sentence)[0])
            self.setTextCursor(cursor)

    def extent(self, sentence_id: str) -> tuple[float, float] | None:
        """Return top and bottom of a sentence in the viewport; None where it is not shown."""
        sentence = self.page.sentence(sentence_id) if self.page else None
        if self.page is None or sentence is None:
            return None
        found = self.page.extent(sentence)
        if found is None:
            return None
        scrolled = self.verticalScrollBar().value()
        return found[0] - scrolled, found[1] - scrolled

    def sentence_under(self, point: QPoint) -> str:
        """Return the id of the sentence at a point of the viewport; "" where there is none."""
        if self.page is None:
            return ""
        sentence = self.page.sentence_at(self.cursorForPosition(point).position())
        return sentence.id if sentence else ""

    def point(self) -> int:
        """Return the code point of the article before which the text cursor stands."""
        return self.page.point(self.textCursor().position()) if self.page is not None else 0

    # inside

    def _put_caret(self, point: int) -> None:
        assert self.page is not None
        cursor = self.textCursor()
        cursor.setPosition(self.page.position(point))
        self.setTextCursor(cursor)

    def _fill(self, cursor: QTextCursor, sentence: Sentence, mark: Mark) -> None:
        assert self.page is not None
        start, end = self.page.span(sentence)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        colours = self._look.colours()
        form.setBackground(
            colours.fill(mark.filled) if mark.filled else QBrush(Qt.BrushStyle.NoBrush)
        )
        cursor.mergeCharFormat(form)

    def _set_column(self) -> None:
        """Keep lines as long as the person likes them, in average characters."""
        if self._look.column:
            letters = QFontMetricsF(self._look.reading_font()).averageCharWidth()
            self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
            self.setLineWrapColumnOrWidth(int(GUTTER + letters * self._look.column))
        else:
            self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    def _laid_out(self) -> None:
        if self.page is not None:
            self.page.forget_places()
        self.moved.emit()
        self.viewport().update()

    def view(self) -> tuple[int, int]:
        """Return the places, among the sentences shown, of the first and the last in sight."""
        if self.page is None:
            return 0, -1
        view = self.viewport().rect()
        first, last = (self.cursorForPosition(p) for p in (view.topLeft(), view.bottomRight()))
        return self.page.number_at(first.position()), self.page.number_at(last.position())

    def visible(self) -> list[Sentence]:
        """Return the sentences of which something can be seen."""
        first, last = self.view()
        return self.page.sentences[first : last + 1] if self.page else []

    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = held(self, event.oldSize().height())
        self.resizing = True
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            self.moved.emit()  # no line is laid out anew
        else:
            self._laid_out()
        if kept is not None:
            hold(self, kept)
        self.resizing = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        here = self.page.sentence_at(self.textCursor().position()) if self.page else None
        if here is not None and here.id != self.current:
            self.visited.emit(here.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        found = self.sentence_under(event.position().toPoint())
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.visited.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.page is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        badges: dict[int, int] = {}
        for sentence in self.visible():
            places = self.page.rectangles(sentence)
            if places:
                self._draw(painter, sentence.id, places, badges)
        self._draw_ruler(painter)
        painter.end()

    def _draw_ruler(self, painter: QPainter) -> None:
        """Dim what is not the sentence in hand or linked to it."""
        assert self.page is not None
        bright = [s for s in self.page.sentences if s.id in self.partners | {self.current}]
        if not self._look.ruler or not bright:
            return
        area = self.viewport().rect().translated(0, self.verticalScrollBar().value())
        places = map(self.page.rectangles, bright)
        draw_veil(painter, QRectF(area), places, self._look.colours())

    def _draw(
        self, painter: QPainter, sentence_id: str, places: list[QRectF], badges: dict[int, int]
    ) -> None:
        """Draw what stands on one sentence; `badges` counts those already in each line's gutter."""
        colours = self._look.colours()
        mark = self.mark(sentence_id)
        if mark.kind is not None:
            for place in places:
                draw_underline(painter, mark, place, place.bottom() - 3, colours)
            line = round(places[0].top())
            beside = badges.get(line, 0)
            badges[line] = beside + 1
            corner = QPointF(GUTTER - (BADGE + 3) * (beside + 1) - 4, places[0].center().y() - 6)
            draw_badge(painter, mark, corner, colours, self.font())
        if mark.bookmarked:
            draw_bookmark(painter, QPointF(0, places[0].center().y() - 8), colours)
        number = self.page.side.numbers.get(sentence_id) if self.page else None
        if self._look.numbers and number:
            draw_number(painter, number, places[0], self.font(), colours)
        if sentence_id == self.current or sentence_id in self.partners:
            strong = sentence_id == self.current and self.hasFocus()
            painter.setPen(frame_pen(colours, strong=strong))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(outline(places))
