"""One half of the import sheet: an article coming in, and what of it is taken for furniture."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.dating import day
from desktop.exchange.readers import read, read_html, read_text
from desktop.exchange.reading import Reading
from desktop.problem import Problem
from desktop.text.codebook import TAGGED_ROLES, Role
from desktop.tr import counted, tr
from desktop.window import tasks
from desktop.window.desk.heard import HeardLabel
from desktop.window.desk.tagform import Choice
from desktop.window.look.theme import Theme
from desktop.window.look.wrapped import WrappedList
from desktop.window.names import role_name


class Words(NamedTuple):
    """What one half of the sheet says: its title, its name to the ear, what to do, its buttons."""

    title: str
    name: str
    invitation: str
    open: str
    paste: str


class ImportSide(QFrame):
    """Takes a dropped file, an opened one or the clipboard, and shows every block that came in."""

    changed = Signal()
    """There is an article now, one is being read, or its blocks have other roles."""
    wanted = Signal()
    """A person wants to choose a file for this side."""

    def __init__(self, words: Words, colours: Theme) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.setAccessibleName(words.name)
        self.setAcceptDrops(True)
        self.colours = colours
        self.reading: Reading | None = None
        self._asked = 0  # how many articles this half was asked to take; the last one counts
        self.waiting = False
        self._roles: dict[int, Role] = {}  # what the blocks were that were taken out by hand
        self.title = QLabel(words.title)
        self.title.setObjectName("side")
        self.story = HeardLabel(words.invitation)
        self.story.setWordWrap(True)
        self.blocks = WrappedList()
        self.role = Choice(tr("The chosen block is"))
        self.outlet = QLineEdit()
        self.published = QLineEdit()
        self.published.setPlaceholderText(tr("2020-10-26"))
        self.open = QPushButton(words.open)
        self.paste = QPushButton(words.paste)
        self._arrange()
        self._name(words.name)
        self.open.clicked.connect(self.wanted)
        self.paste.clicked.connect(self.take_clipboard)
        self.blocks.itemChanged.connect(self._checked)
        self.blocks.currentRowChanged.connect(self._offer_role)
        self.role.chosen.connect(self._set_role)
        self.published.editingFinished.connect(self._show_day)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        form = QFormLayout()
        form.addRow(tr("Outlet"), self.outlet)
        form.addRow(tr("Date"), self.published)
        form.addRow(self.role.accessibleName(), self.role)
        column = QVBoxLayout(self)
        for part in (self.title, self.story, buttons, self.blocks, form):
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)

    def _name(self, side: str) -> None:
        """Tell both halves apart to the ear, and let Tab go through this one top to bottom."""
        parts = {
            self.open: tr("Open a file"),
            self.paste: tr("Paste"),
            self.blocks: tr("Blocks of this article"),
            self.outlet: tr("Outlet"),
            self.published: tr("Date"),
            self.role: self.role.accessibleName(),
        }
        for part, name in parts.items():
            part.setAccessibleName(f"{side}: {name}")
        for one, other in pairwise(parts):
            self.setTabOrder(one, other)

    # taking an article

    def take(self, reading: Reading) -> None:
        """Show an article that was read."""
        self._asked += 1  # what is still being read comes too late
        self.waiting = False
        self.reading = reading
        self._roles = {}
        self.outlet.setText(reading.outlet)
        self.published.setText(reading.published)
        self._show()

    def take_file(self, path: Path) -> None:
        """Read a file; what is wrong with it stands where the article would."""
        self._try(lambda: read(path))

    def take_clipboard(self) -> None:
        """Take what the clipboard holds."""
        self.take_mime(QGuiApplication.clipboard().mimeData())

    def take_mime(self, data: QMimeData) -> None:
        """Take a dropped file, or dropped or pasted words."""
        if data.hasUrls() and data.urls()[0].isLocalFile():
            self.take_file(Path(data.urls()[0].toLocalFile()))
        elif data.hasText():
            self._try(partial(read_text, data.text()))  # the clipboard may change meanwhile
        elif data.hasHtml():
            self._try(partial(read_html, data.html()))
        else:
            self.story.setText(tr("There is no text on the clipboard. Copy an article first."))

    def _try(self, get: Callable[[], Reading]) -> None:
        """Read off the window's thread, for a long page takes seconds."""
        self._asked += 1
        asked, self.waiting = self._asked, True
        self.story.setText(tr("Reading …"))
        self.changed.emit()

        def done(reading: Reading) -> None:
            if asked == self._asked:
                self.take(reading)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.waiting = False
                self.story.setText(str(error) if isinstance(error, Problem) else "")
                self.changed.emit()
            if not isinstance(error, Problem):
                raise error

        tasks.run(self, get, done, failed)

    # what came in

    def finished(self) -> Reading | None:
        """Return the article with what the person changed about it; None where there is none."""
        if self.reading is None:
            return None
        return replace(
            self.reading,
            outlet=self.outlet.text().strip(),
            published=self._day(),
        )

    def dated(self) -> bool:
        """Tell whether the date is one, or left empty."""
        return not self.published.text().strip() or bool(self._day())

    def _day(self) -> str:
        return day(self.published.text(), self.reading.language if self.reading else "en")

    def _show_day(self) -> None:
        """Show how a date that was typed is understood: 3/4/2025 could be one of two."""
        if self._day():
            self.published.setText(self._day())

    def _show(self) -> None:
        assert self.reading is not None
        here = max(self.blocks.currentRow(), 0)
        self.blocks.blockSignals(True)
        self.blocks.clear()
        for block in self.reading.blocks:
            kept = block.role is not Role.BOILERPLATE
            item = QListWidgetItem(f"{role_name(block.role)}   {block.text}")
            item.setCheckState(Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked)
            item.setForeground(self.colours["ink" if kept else "soft"])
            item.setToolTip(tr("Untick what does not belong to the story."))
            self.blocks.addItem(item)
        self.blocks.blockSignals(False)
        self.blocks.setCurrentRow(here)
        self._offer_role(here)
        self.story.setText(" ".join((self._counts(), *self.reading.notes)))
        self.changed.emit()

    def _counts(self) -> str:
        assert self.reading is not None
        story = sum(block.role in TAGGED_ROLES for block in self.reading.blocks)
        furniture = sum(block.role is Role.BOILERPLATE for block in self.reading.blocks)
        return " ".join(
            (
                counted(
                    "{count} paragraph of the story.", "{count} paragraphs of the story.", story
                ),
                counted(
                    "{count} line taken for page furniture.",
                    "{count} lines taken for page furniture.",
                    furniture,
                ),
            )
        )

    def _checked(self, item: QListWidgetItem) -> None:
        row = self.blocks.row(item)
        assert self.reading is not None
        if item.checkState() == Qt.CheckState.Checked:
            self._change(row, self._roles.get(row, Role.BODY))
        else:
            self._roles[row] = self.reading.blocks[row].role
            self._change(row, Role.BOILERPLATE)

    def _offer_role(self, row: int) -> None:
        if self.reading is not None and 0 <= row < len(self.reading.blocks):
            options = [(role_name(role), role) for role in Role]
            self.role.offer(options, self.reading.blocks[row].role)

    def _set_role(self, role: Role) -> None:
        self._change(self.blocks.currentRow(), role)

    def _change(self, row: int, role: Role) -> None:
        assert self.reading is not None
        blocks = list(self.reading.blocks)
        blocks[row] = blocks[row]._replace(role=role)
        self.reading = replace(self.reading, blocks=tuple(blocks))
        self.blocks.setCurrentRow(row)
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_mime(event.mimeData())
        event.acceptProposedAction()
