"""The import sheet: two articles become a pair."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.pairing import paired
from desktop.exchange.readers import SUFFIXES
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.text.codebook import Side
from desktop.tr import tr
from desktop.window import tasks
from desktop.window.desk.heard import HeardLabel
from desktop.window.look.theme import Theme
from desktop.window.sheets.asking import Answers, leaves
from desktop.window.sheets.choosers import open_files
from desktop.window.sheets.import_side import ImportSide, Words


class ImportSheet(QDialog):
    """Shows what was kept of both articles and what was taken for furniture, before anything is
    stored. `store` is called with the new pair and may raise Problem: the sheet stays as it was
    then. `contents` is the stored pair once the sheet is accepted."""

    def __init__(
        self,
        colours: Theme,
        store: Callable[[Contents], None],
        parent: QWidget | None = None,
        choose: Callable[[QWidget, str], Sequence[Path]] = open_files,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New pair"))
        self.resize(1040, 680)
        self.contents: Contents | None = None
        self.left_out = ""
        self._store, self._choose = store, choose
        self.sides = _sides(colours)
        self.trouble = HeardLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setObjectName("warn")
        self.swap = QPushButton(tr("S&wap sides"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("&Add pair"))
        self._arrange()
        for side, part in self.sides.items():
            part.wanted.connect(lambda side=side: self._open(side))
            part.changed.connect(self.weigh)
            part.published.textChanged.connect(self.weigh)
        self.swap.clicked.connect(self.swap_sides)
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        self.weigh()

    def _arrange(self) -> None:
        halves = QHBoxLayout()
        for part in self.sides.values():
            halves.addWidget(part, 1)
        below = QHBoxLayout()
        below.addWidget(self.swap)
        below.addWidget(self.trouble, 1)
        below.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.addLayout(halves, 1)
        column.addLayout(below)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read one or two files: the first into the first empty side, and so on."""
        empty = [part for part in self.sides.values() if _is_free(part)]
        halves = empty or list(self.sides.values())
        self.left_out = ", ".join(f"“{path.name}”" for path in paths[len(halves) :])
        for part, path in zip(halves, paths, strict=False):
            part.take_file(path)

    def paste(self) -> None:
        """Take the clipboard into the half with the focus if it is empty, else into the one that
        is empty, so that pasting twice makes a pair."""
        halves = list(self.sides.values())
        focus = self.focusWidget()
        here = next((half for half in halves if focus and half.isAncestorOf(focus)), halves[0])
        empty = [half for half in (here, *halves) if _is_free(half)]
        self.left_out = ""
        (empty or [here])[0].take_clipboard()

    def swap_sides(self) -> None:
        """Make the source the rewrite and the rewrite the source."""
        upper, lower = self.sides.values()
        one, other = upper.finished(), lower.finished()
        for part, reading in ((upper, other), (lower, one)):
            if reading is not None:
                part.take(reading)

    def _open(self, side: Side) -> None:
        paths = self._choose(self, " ".join(f"*{suffix}" for suffix in SUFFIXES))
        if len(paths) > 1:
            self.take_files(paths)
        elif paths:
            self.left_out = ""
            self.sides[side].take_file(paths[0])

    def weigh(self) -> None:
        """Say what stands in the way of this pair, or what is odd about it."""
        halves = self.sides.values()
        upper, lower = (part.finished() for part in halves)
        ready = upper is not None and lower is not None and not any(p.waiting for p in halves)
        dated = all(part.dated() for part in halves)
        self.swap.setEnabled(ready)
        self.ok.setEnabled(ready and dated)
        self.trouble.clear()
        if not dated:
            self.trouble.setText(
                tr("Write dates like 2020-10-26 or 26 October 2020, or leave them empty.")
            )
        elif self.left_out:
            names = self.left_out
            self.trouble.setText(tr("Two articles make a pair; left out: {names}.", names=names))
        elif upper is None or lower is None:
            return
        elif [b.text for b in upper.blocks] == [b.text for b in lower.blocks]:
            self.trouble.setText(tr("Both sides are the same text. You can go on all the same."))
        elif upper.published and lower.published and upper.published > lower.published:
            self.trouble.setText(
                tr("The source is newer than the rewrite: omissions mean nothing then. Swap sides?")
            )

    def _add(self) -> None:
        upper, lower = (part.finished() for part in self.sides.values())
        if upper is None or lower is None:
            return
        for part in (*self.sides.values(), self.swap, self.ok):
            part.setEnabled(False)
        self.trouble.setText(tr("Looking for links …"))
        tasks.run(self, lambda: paired(upper, lower), self._done, self._failed)

    def _done(self, contents: Contents) -> None:
        try:
            self._store(contents)
        except Problem as problem:
            self._failed(problem)
            return
        self.contents = contents
        self.accept()

    def _failed(self, error: Exception) -> None:
        for part in self.sides.values():
            part.setEnabled(True)
        self.weigh()
        self.ok.setFocus()  # what was disabled lost it
        if not isinstance(error, Problem):
            raise error
        self.trouble.setText(str(error))

    def reject(self) -> None:
        """Leave; what was sorted here is thrown away only when a person says so."""
        if all(_is_free(half) for half in self.sides.values()) or self._leave():
            super().reject()

    def _leave(self) -> bool:
        question = tr("Leave without adding this pair? The articles shown here are not kept.")
        return leaves(self, tr("New pair"), question, Answers(tr("&Go on here"), tr("&Leave")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)


def _is_free(half: ImportSide) -> bool:
    """Tell whether a half has no article, and none on its way."""
    return half.reading is None and not half.waiting


def _sides(colours: Theme) -> dict[Side, ImportSide]:
    """Return the two halves, each with its invitation."""
    return {
        Side.SOURCE: ImportSide(
            Words(
                tr("SOURCE"),
                tr("Source"),
                tr("The story that came first. Drop a file here, open one, or paste the text."),
                tr("&Open a file…"),
                tr("&Paste"),
            ),
            colours,
        ),
        Side.REWRITE: ImportSide(
            Words(
                tr("REWRITE"),
                tr("Rewrite"),
                tr("The story made from it. Drop a file here, open one, or paste the text."),
                tr("Op&en a file…"),
                tr("Pas&te"),
            ),
            colours,
        ),
    }
