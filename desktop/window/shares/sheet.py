"""The shares: what one coder's tags come to, as a chart and as a table beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.writers import save
from desktop.library.contents import Contents
from desktop.library.shares import Part, shares
from desktop.problem import Problem
from desktop.text.codebook import Role, Side
from desktop.tr import tr
from desktop.window.look.look import Look
from desktop.window.look.plain import PlainLabel
from desktop.window.names import role_name
from desktop.window.shares.chart import WIDTH, Chart, draw, height
from desktop.window.shares.picture import pdf, svg
from desktop.window.shares.words import of, read_out, share_name, side_name
from desktop.window.sheets.choosers import save_file
from desktop.window.workspace import Workspace

USUAL = 12.5
"""The text size, in points, at which the chart's units are pixels."""
PICTURES = {".svg": svg, ".pdf": pdf}


def chart_of(contents: Contents, coder: str) -> Chart:
    """Return what there is to draw of a pair."""
    outlets = {side: contents.side(side).article.outlet for side in Side}
    return Chart(contents.pair.title, coder, outlets, shares(contents, coder))


class ChartView(QWidget):
    """Shows a chart; reads its figures out to people who hear the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self.look = Look()
        self.setAccessibleName(tr("Chart of shares"))

    def show_chart(self, chart: Chart | None, look: Look) -> None:
        """Show this chart in this look."""
        self.chart, self.look = chart, look
        self.setAccessibleDescription(read_out(chart.parts) if chart else "")
        self.setFixedSize(self.sizeHint())
        self.update()

    def _scale(self) -> float:
        return self.look.text_size / USUAL

    def sizeHint(self) -> QSize:
        high = height(self.chart) if self.chart else 100.0
        return QSize(round(WIDTH * self._scale()), round(high * self._scale()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.look.colours()["paper"])
        painter.scale(self._scale(), self._scale())
        if self.chart is not None:
            draw(painter, self.chart, self.look.colours())
        painter.end()


class Figures(QTableWidget):
    """The same figures as text: a row a tag, each count with its denominator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setAccessibleName(tr("Table of shares"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setHorizontalHeaderLabels(
            [tr("Side"), tr("Part"), tr("Tag"), tr("Sentences"), tr("Words")]
        )
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.horizontalHeader().setHighlightSections(False)

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        """Show these figures; the cell one is in stays."""
        cells = [
            (
                side_name(part.side),
                role_name(part.role),
                share_name(share),
                of(share.sentences, part.sentences),
                of(share.words, part.words),
            )
            for part in parts
            for share in part.shares
            if share.sentences or part.role is Role.BODY
        ]
        self.setRowCount(len(cells))
        for row, words in enumerate(cells):
            for column, word in enumerate(words):
                self.setItem(row, column, QTableWidgetItem(word))
        self.resizeColumnsToContents()
        self.resizeRowsToContents()


class SharesSheet(QDialog):
    """Follows the open pair for as long as it is shown."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None = None,
        choose: Callable[[QWidget, str, str], Path | None] = save_file,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Shares"))
        self.resize(QSize(1200, 730).boundedTo(self.screen().availableSize()))
        self.workspace, self.choose = workspace, choose
        self.look = Look()
        self.chart, self.figures, self.told = ChartView(), Figures(), PlainLabel()
        self.halves = QSplitter()
        self._arrange()
        workspace.changed.connect(self.refresh)
        workspace.opened.connect(self.refresh)
        workspace.suggested.connect(self.refresh)

    def _arrange(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.chart)
        scroll.setObjectName("sheet")
        scroll.setAccessibleName(tr("Chart"))
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for half in (scroll, self.figures):
            self.halves.addWidget(half)
        self.halves.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        for suffix in PICTURES:
            name = tr("Save picture as {kind}…", kind=suffix[1:].upper())
            button = buttons.addButton(name, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, suffix=suffix: self.save(suffix))
        self.told.setObjectName("soft")
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.halves, 1)
        column.addWidget(self.told)
        column.addWidget(buttons)

    def set_look(self, look: Look) -> None:
        """Show the shares in another look."""
        self.look = look
        self.refresh()

    def open_(self) -> None:
        """Show the shares beside the window."""
        self.show()
        self.raise_()
        self.refresh()
        self.figures.setFocus()

    def refresh(self) -> None:
        """Show the open pair's shares as they are now."""
        contents = self.workspace.shown
        if self.isVisible():
            chart = chart_of(contents, self.workspace.coder) if contents else None
            self.chart.show_chart(chart, self.look)
            self.figures.show_parts(chart.parts if chart else ())
            self.told.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table below the chart where there is no room beside it."""
        super().resizeEvent(event)
        wide, high, chart = self.width(), self.height(), round(WIDTH) + 30
        if wide > 1.8 * WIDTH:
            self.halves.setOrientation(Qt.Orientation.Horizontal)
            self.halves.setSizes([chart, wide - chart])
        else:
            self.halves.setOrientation(Qt.Orientation.Vertical)
            self.halves.setSizes([2 * high // 3, high // 3])

    def save(self, suffix: str) -> None:
        """Write the chart as a file of this kind."""
        if self.chart.chart is None:
            return
        path = self.choose(self, f"shares{suffix}", tr("Save picture"))
        if path is None:
            return
        try:
            save(PICTURES[suffix](self.chart.chart), path)
        except Problem as problem:
            self.told.setText(str(problem))
        else:
            self.told.setText(tr("Written: {path}", path=path))
