"""All keys, and the place to change them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.commands.binding import Binding
from desktop.window.commands.keyline import natives
from desktop.window.desk.heard import HeardLabel
from desktop.window.look.plain import read_title

NAME = Qt.ItemDataRole.UserRole


class KeysSheet(QDialog):
    """Lists the keys by menu; the chosen command's key can be changed or set back."""

    def __init__(self, binding: Binding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.resize(560, 620)
        self.binding = binding
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Command"), tr("Keys"), tr("Where")])
        self.tree.setAccessibleName(tr("Keys"))
        self.key = QKeySequenceEdit()
        self.key.setAccessibleName(tr("New key"))
        self.key.setMaximumSequenceLength(1)
        self.change, self.reset = QPushButton(tr("&Change")), QPushButton(tr("&Set back"))
        self.trouble = HeardLabel()
        self.trouble.setObjectName("warn")
        self.trouble.setWordWrap(True)
        self._arrange()
        self.change.clicked.connect(self._change)
        self.reset.clicked.connect(self._reset)
        self._fill()

    def _arrange(self) -> None:
        below = QHBoxLayout()
        label = QLabel(tr("&New key"))
        label.setBuddy(self.key)
        below.addWidget(label)
        for part in (self.key, self.change, self.reset):
            below.addWidget(part)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            QLabel(tr("Single letters work while you are in the articles or the table."))
        )
        column.addWidget(self.tree, 1)
        column.addLayout(below)
        column.addWidget(self.trouble)
        column.addWidget(close)

    def _fill(self, chosen: str = "") -> None:
        self.tree.clear()
        menus: dict[str, QTreeWidgetItem] = {}
        for command in self.binding.table:
            if command.menu not in menus:
                menus[command.menu] = QTreeWidgetItem(self.tree, [read_title(command.menu)])
            keys = "   ".join(natives(self.binding.keys(command.name)))
            where = tr("articles") if command.on_desk else tr("everywhere")
            row = QTreeWidgetItem(
                menus[command.menu], [read_title(command.title), keys, where if keys else ""]
            )
            row.setData(0, NAME, command.name)
            if command.name == chosen:
                self.tree.setCurrentItem(row)
        self.tree.expandAll()
        for column in range(2):
            self.tree.resizeColumnToContents(column)

    def _chosen(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, NAME) or "") if item else ""

    def _change(self) -> None:
        name, key = self._chosen(), self.key.keySequence()
        if not name or key.isEmpty():
            self.trouble.setText(tr("Choose a command above, then press its new key here."))
            return
        portable = key.toString(QKeySequence.SequenceFormat.PortableText)
        self._try(lambda: self.binding.rebind(name, (portable,)), name)

    def _reset(self) -> None:
        name = self._chosen()
        if name:
            self._try(lambda: self.binding.reset(name), name)

    def _try(self, verb: Callable[[], None], name: str) -> None:
        try:
            verb()
        except Problem as problem:
            self.trouble.setText(str(problem))
            return
        self.trouble.clear()
        self.key.clear()
        self._fill(name)
