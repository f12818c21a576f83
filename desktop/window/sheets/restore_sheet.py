"""The way back: the library's backups, with what each of them holds."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QTime
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QVBoxLayout,
    QWidget,
)

from desktop.library.backups import Copy, copies, looked_through
from desktop.problem import Problem
from desktop.tr import counted, tr
from desktop.window import tasks
from desktop.window.look.plain import PlainLabel
from desktop.window.look.wrapped import WrappedList
from desktop.window.sheets.choosers import open_files


class RestoreSheet(QDialog):
    """Lists the backups that are whole; `chosen` is the one to put back once it is accepted, None
    where a new library is to be begun."""

    def __init__(self, library: Path, parent: QWidget | None = None, *, why: str = "") -> None:
        """Look through the backups of `library`; `why` says why one is needed, "" if it is not.
        Only where it is needed can a new library be begun instead."""
        super().__init__(parent)
        self.setWindowTitle(tr("Restore from a backup"))
        self.resize(620, 420)
        self.chosen: Path | None = None
        self.choose = open_files
        self._why = why
        self._copies: list[Copy] = []
        self.about = PlainLabel(tr("Looking through the backups …"))
        self.trouble = PlainLabel()
        for label in (self.about, self.trouble):
            label.setWordWrap(True)
        self.list = WrappedList()
        self.list.setAccessibleName(tr("Backups, the newest first"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.addButton(tr("&Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.other = self.buttons.addButton(
            tr("Another &file…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.ok.setEnabled(False)
        self.anew = self.buttons.addButton(
            tr("&Begin anew"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.anew.setVisible(bool(why))
        self.anew.clicked.connect(lambda: self.done(QDialog.DialogCode.Accepted))
        column = QVBoxLayout(self)
        for part in (self.about, self.list, self.trouble, self.buttons):
            column.addWidget(part)
        self.list.itemActivated.connect(lambda _: self.accept())
        self.other.clicked.connect(self._take_other)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        tasks.run(self, lambda: (copies(library), _held(library)), self._show, self._failed)

    def _show(self, found: tuple[Sequence[Copy], Copy | None]) -> None:
        backups, now = found
        for copy in backups:
            self._add(copy)
        kept = tr("What stands in the library’s place now is kept in a folder beside it.")
        if self._why:
            self.about.setText(self._why)
        elif now is None:
            self.about.setText(kept)
        else:
            self.about.setText(
                tr("Your library holds {what} now. {kept}", what=_holds(now), kept=kept)
            )
        if not backups:
            self.trouble.setText(
                tr("There is no backup yet. If you made a copy yourself, open it as another file.")
            )
            self.other.setFocus()
        else:
            self.list.setFocus()

    def _failed(self, error: Exception) -> None:
        raise error

    def _add(self, copy: Copy) -> None:
        """List a copy and go to it if it is the first."""
        self._copies.append(copy)
        self.list.addItem(f"{_when(copy)} · {_holds(copy)}\n\u2068{copy.path.name}\u2069")
        if self.list.count() == 1:
            self.list.setCurrentRow(0)
        self.ok.setEnabled(True)
        self.ok.setDefault(True)

    def _take_other(self) -> None:
        """Let a person choose a copy made by hand, and list it if it is whole."""
        for path in self.choose(self, "*.sqlite", tr("Open a copy of the library"))[:1]:
            try:
                self._add(looked_through(path))
            except Problem as problem:
                self.trouble.setText(str(problem))
            else:
                self.trouble.clear()
                self.list.setCurrentRow(self.list.count() - 1)

    def accept(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.chosen = self._copies[row].path
            super().accept()


def _held(library: Path) -> Copy | None:
    """Return what a library holds; None where it cannot be read."""
    try:
        return looked_through(library)
    except Problem:
        return None


def _when(copy: Copy) -> str:
    """Return day and time in the way of the person's country."""
    made = copy.made
    day = QLocale().toString(QDate(made.year, made.month, made.day), QLocale.FormatType.LongFormat)
    at = QLocale().toString(QTime(made.hour, made.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {at}"


def _holds(copy: Copy) -> str:
    pairs = counted("{count} pair", "{count} pairs", copy.pairs)
    return f"{pairs}, {counted('{count} tag', '{count} tags', copy.tags)}"
