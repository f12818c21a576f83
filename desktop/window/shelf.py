"""The library list: every pair, newest first, found by typing."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.library.edit import Edit
from desktop.library.model import Article, Pair
from desktop.library.store import Entry
from desktop.tr import counted, tr
from desktop.window.look.plain import literal
from desktop.window.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PAIR = Qt.ItemDataRole.UserRole


class ShelfModel(QAbstractListModel):
    """The entries of the library as a list; those in the bin are left out unless asked for."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._entries: list[Entry] = []
        self.binned = False
        self.refresh()

    def refresh(self) -> None:
        """Read the library anew."""
        self.beginResetModel()
        self._entries = [e for e in self._workspace.shelf() if e.binned == self.binned]
        self._rows = {entry.pair_id: row for row, entry in enumerate(self._entries)}
        self.endResetModel()

    def place(self, pair_id: str) -> QModelIndex:
        """Return where a pair stands in the list; an invalid index where it does not."""
        return self.index(self._rows.get(pair_id, -1), 0)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == PAIR:
            return entry.pair_id
        outlets = " → ".join(o for o in (entry.source_outlet, entry.rewrite_outlet) if o)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.title}\n{outlets or entry.added[:10]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            count = self._workspace.tag_count(entry.pair_id)  # asked for one at a time
            tags = counted("{count} tag", "{count} tags", count)
            return literal("\n".join(part for part in (entry.title, outlets, tags) if part))
        return None


class Shelf(QWidget):
    """The list with its filter and the button for a new pair."""

    chosen = Signal(str)
    """The id of the pair to open."""
    wanted = Signal()
    """A new pair is wanted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shelf")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.workspace = workspace
        self.model = ShelfModel(workspace)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(self.model)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Find a pair"))
        self.filter.setAccessibleName(tr("Find a pair"))
        self.filter.setClearButtonEnabled(True)
        for clear in self.filter.findChildren(QToolButton):
            clear.setAccessibleName(tr("Clear"))
        self.list = QListView()
        self.list.setAccessibleName(tr("Library"))
        self.list.setModel(self.found)
        self.list.setUniformItemSizes(True)  # ten thousand are laid out at once
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.new = QPushButton(tr("New pair…"))
        self.bin = QPushButton(tr("Bin"))
        self.bin.setCheckable(True)
        self.bin.setToolTip(tr("Show the pairs in the bin"))
        self._arrange()
        self.setFocusProxy(self.list)
        self.setAccessibleName(tr("Library"))
        self.filter.textChanged.connect(self.found.setFilterFixedString)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.new.clicked.connect(self.wanted)
        self.bin.toggled.connect(self._show_bin)
        workspace.changed.connect(self._changed)
        workspace.opened.connect(self.show_open)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 4, 10)
        title = QLabel(tr("Library"))
        title.setObjectName("side")
        for part in (title, self.filter, self.list):
            column.addWidget(part)
        below = QHBoxLayout()
        below.addWidget(self.new, 1)
        below.addWidget(self.bin)
        column.addLayout(below)

    def sizeHint(self) -> QSize:
        return QSize(225, 400)

    def show_open(self) -> None:
        """Mark the open pair in the list."""
        contents = self.workspace.contents
        if contents is not None:
            self.list.setCurrentIndex(self.found.mapFromSource(self.model.place(contents.pair.id)))

    def _show_bin(self, shown: bool) -> None:
        self.model.binned = shown
        self.model.refresh()

    def _choose(self, index: QModelIndex) -> None:
        pair_id = index.data(PAIR)
        contents = self.workspace.contents
        if pair_id and (contents is None or contents.pair.id != pair_id):
            self.chosen.emit(pair_id)

    def _changed(self, edit: Edit) -> None:
        if any(isinstance(value, Pair | Article) for value in edit.values):
            self.model.refresh()
            self.show_open()
