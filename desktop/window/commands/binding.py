"""Commands bound to what does them: menus, shortcuts, and the keys a person chose otherwise."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.problem import Problem
from desktop.tr import tr
from desktop.window.commands.table import Command, commands
from desktop.window.look.plain import read_title


class Binding(QObject):
    """The actions of one window, by command name.

    A command is done by the method of its name of the first of `doers` that has one. A Problem
    it raises is told, not raised on.
    """

    asked = Signal()
    """A menu is about to open."""
    rebound = Signal()
    """Some command has other keys now."""

    def __init__(self, window: QMainWindow, doers: Sequence[object], settings: QSettings) -> None:
        super().__init__(window)
        self.table = commands()
        self.doers = doers
        self.actions: dict[str, QAction] = {}
        self.told: Callable[[str], None] = lambda sentence: None
        self._settings = settings
        names = dict.fromkeys(command.menu for command in self.table)
        menus = {name: window.menuBar().addMenu(name) for name in names}
        for menu in menus.values():
            menu.aboutToShow.connect(self.asked)
        for command in self.table:
            action = QAction(command.title, window)
            action.setShortcuts([QKeySequence(key) for key in self.keys(command.name)])
            action.triggered.connect(self._guarded(_method(doers, command.name)))
            menus[command.menu].addAction(action)
            self.actions[command.name] = action

    def put_on(self, widget: QWidget) -> None:
        """Let the single-letter commands work while `widget`, or a part of it, has the focus."""
        for command in self.table:
            if command.on_desk:
                action = self.actions[command.name]
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                widget.addAction(action)

    # keys

    def command(self, name: str) -> Command:
        """Return the command of this name."""
        return next(command for command in self.table if command.name == name)

    def keys(self, name: str) -> tuple[str, ...]:
        """Return a command's keys as they are now: the person's, else the built-in ones."""
        chosen = self._settings.value(f"keys/{name}")
        if chosen is None:
            return self.command(name).keys
        return tuple(str(chosen).split(" ")) if chosen else ()

    def rebind(self, name: str, keys: Sequence[str]) -> None:
        """Give a command other keys. Raises Problem where one of them means something else."""
        for key in keys:
            wanted = QKeySequence(key)
            for other in self.table:
                if other.name != name and wanted in [
                    QKeySequence(k) for k in self.keys(other.name)
                ]:
                    raise Problem(
                        tr(
                            "“{key}” already means “{command}”. Take it from there first, "
                            "or choose another key.",
                            key=key,
                            command=read_title(other.title),
                        )
                    )
        self._settings.setValue(f"keys/{name}", " ".join(keys))
        self._take_keys(name)

    def reset(self, name: str) -> None:
        """Give a command its built-in keys again. Raises Problem where another took one."""
        self.rebind(name, self.command(name).keys)
        self._settings.remove(f"keys/{name}")

    def _take_keys(self, name: str) -> None:
        self.actions[name].setShortcuts([QKeySequence(key) for key in self.keys(name)])
        self.rebound.emit()

    def _guarded(self, method: Callable[[], object]) -> Callable[[], None]:
        def call(_checked: bool = False) -> None:
            try:
                method()
            except Problem as problem:
                self.told(str(problem))

        return call


def _method(doers: Sequence[object], name: str) -> Callable[[], object]:
    for doer in doers:
        method: Callable[[], object] | None = getattr(doer, name, None)
        if method is not None:
            return method
    raise AttributeError(f"nobody does the command {name}")
