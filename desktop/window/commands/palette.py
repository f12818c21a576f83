"""All commands, found by typing."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.tr import tr
from desktop.window.commands.binding import Binding
from desktop.window.commands.keyline import natives
from desktop.window.desk.heard import announce
from desktop.window.look.plain import read_title

NAME = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """Lists what can be done now; Enter does it."""

    def __init__(self, binding: Binding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All commands"))
        self.resize(460, 420)
        self.binding = binding
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(tr("What do you want to do?"))
        self.typed.setAccessibleName(tr("What do you want to do?"))
        self.found = QSortFilterProxyModel(self)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.found.setSourceModel(self._model())
        self.list = QListView()
        self.list.setAccessibleName(tr("All commands"))
        self.list.setModel(self.found)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.nothing = QLabel(tr("No such command. Try another word, or fewer letters."))
        self.nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.typed)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.typed.textChanged.connect(self._filter)
        self.typed.returnPressed.connect(self._do)
        self.list.activated.connect(self._do)
        self.list.clicked.connect(self._do)
        self.typed.installEventFilter(self)
        self._filter("")
        self.list.selectionModel().currentChanged.connect(self._tell)

    def _model(self) -> QStandardItemModel:
        model = QStandardItemModel(self)
        for command in self.binding.table:
            action = self.binding.actions[command.name]
            if action.isEnabled():
                keys = " / ".join(natives(self.binding.keys(command.name)))
                menu = read_title(command.menu)
                title = read_title(action.text())
                item = QStandardItem(f"{menu} ▸ {title}" + (f"      {keys}" if keys else ""))
                item.setData(command.name, NAME)
                model.appendRow(item)
        return model

    def _filter(self, typed: str) -> None:
        """Keep the commands in which every typed word occurs, in any order."""
        words = "".join(f"(?=.*{_escaped(word)})" for word in typed.split())
        self.found.setFilterRegularExpression(words)
        self.list.setCurrentIndex(self.found.index(0, 0))
        self.nothing.setVisible(not self.found.rowCount())

    def _tell(self, current: QModelIndex) -> None:
        """Say which command Enter would do now: the keys stay with the words typed."""
        if self.typed.hasFocus():
            announce(self, current.data() or tr("No such command"))

    def _do(self) -> None:
        name = self.list.currentIndex().data(NAME)
        if name:
            self.accept()
            self.binding.actions[name].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = self.list.currentIndex().row() + step
                if 0 <= row < self.found.rowCount():
                    self.list.setCurrentIndex(self.found.index(row, 0))
                return True
        return super().eventFilter(watched, event)


def _escaped(word: str) -> str:
    return "".join(f"\\{c}" if not c.isalnum() else c for c in word)
