"""The export sheet: what to write, how much of the texts, whose tags, and where."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange.writers import WRITERS, Options, TextPolicy, Writer, save
from desktop.library.contents import Contents
from desktop.problem import Problem
from desktop.tr import tr
from desktop.window import tasks
from desktop.window.desk.heard import HeardLabel
from desktop.window.desk.tagform import Choice
from desktop.window.look.plain import PlainLabel
from desktop.window.sheets.choosers import save_file


class ExportSheet(QDialog):
    """Says what will be in the file before it is written. `written` is the file, once it is."""

    def __init__(
        self,
        contents: Contents,
        coder: str,
        parent: QWidget | None = None,
        choose: Callable[[QWidget, str, str], Path | None] = save_file,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self.resize(520, 300)
        self.contents, self.coder = contents, coder
        self.written: Path | None = None
        self._choose = choose
        self.format = Choice(tr("Format"))
        self.policy = Choice(tr("Texts"))
        self.format.offer([(writer.title(), writer) for writer in WRITERS], WRITERS[0])
        self.policy.offer(
            [
                (tr("The whole texts"), TextPolicy.FULL),
                (tr("The beginning of each sentence"), TextPolicy.SNIPPETS),
                (tr("Sentence numbers only"), TextPolicy.IDS),
            ],
            TextPolicy.FULL,
        )
        self.delimiter = Choice(tr("Columns parted by"))
        self.delimiter.offer(
            [(tr("Commas"), ","), (tr("Semicolons"), ";"), (tr("Tabs"), "\t")],
            ";" if QLocale().decimalPoint() == "," else ",",  # what the machine's spreadsheets read
        )
        self.about, self.inside, self.trouble = HeardLabel(), PlainLabel(), HeardLabel()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("&Save…"))
        self._arrange()
        self.format.chosen.connect(lambda _: self._describe())
        self.policy.chosen.connect(lambda _: self._describe())
        self.buttons.accepted.connect(self._write)
        self.buttons.rejected.connect(self.reject)
        self._describe()

    def _arrange(self) -> None:
        self.trouble.setObjectName("warn")
        self.inside.setObjectName("soft")
        form = QFormLayout()
        for name, choice in (
            (tr("&Format"), self.format),
            (tr("&Texts"), self.policy),
            (tr("&Columns parted by"), self.delimiter),
        ):
            form.addRow(name, choice)
        self.form = form
        column = QVBoxLayout(self)
        column.addLayout(form)
        for label in (self.about, self.inside, self.trouble):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _writer(self) -> Writer:
        found: Writer = self.format.value
        return found

    def _options(self) -> Options:
        policy = self.policy.value if self.policy.isEnabled() else TextPolicy.FULL
        return Options(coder=self.coder, text_policy=policy, delimiter=self.delimiter.value)

    def _describe(self) -> None:
        self.about.setText(self._writer().about())
        whole = self._writer().name == "archive"  # an archive always holds the whole texts
        self.policy.setEnabled(not whole)
        self.form.setRowVisible(self.delimiter, self._writer().suffix == ".csv")
        lacking = self._writer().lacks(self.contents, self._options())
        self.inside.setText(self._writer().holds(self.contents, self._options()))
        self.inside.setHidden(bool(lacking))
        self.trouble.setText(lacking)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not lacking)

    def _write(self) -> None:
        writer, options, contents = self._writer(), self._options(), self.contents
        suggested = file_name(contents, writer)
        path = self._choose(self, suggested, tr("Export"))
        if path is None:
            return

        def work() -> Path:
            save(writer.write(contents, options), path)
            return path

        self.buttons.setEnabled(False)  # what is on its way to the disk cannot be called back
        self.trouble.setText(tr("Writing …"))
        tasks.run(self, work, self._done, self._failed)

    def _done(self, path: Path) -> None:
        self.written = path
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.buttons.setEnabled(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setFocus()
        self.trouble.clear()
        if not isinstance(error, Problem):
            raise error
        self.trouble.setText(str(error))

    def reject(self) -> None:
        """Leave without a file; while one is being written, stay until it is there."""
        if self.buttons.isEnabled():
            super().reject()


def file_name(contents: Contents, writer: Writer) -> str:
    """Return a file name to suggest: the pair's title in plain letters, and what it is."""
    kept = "".join(c if c.isalnum() else "-" for c in contents.pair.title)[:40]
    plain = "-".join(part for part in kept.split("-") if part) or "pair"
    return f"{plain}-{writer.name}{writer.suffix}"
