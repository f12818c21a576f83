"""The sheet that shows what re-aligning would change, before anything is changed."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.library.contents import Contents
from desktop.library.relinking import Change
from desktop.tr import counted, tr
from desktop.window.look.wrapped import WrappedList

BEGINNING = 80
"""Characters of a sentence that tell it from others."""


class RealignSheet(QDialog):
    """Lists the changes; those left ticked are `chosen`."""

    def __init__(
        self,
        contents: Contents,
        changes: Sequence[Change],
        parent: QWidget | None = None,
        *,
        meaning: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Re-align"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(780, 460)
        self.changes = changes
        about = [tr("{summary}. Links you confirmed or made stay.", summary=summary(changes))]
        if meaning:
            about.append(worth_of_meanings())
        self.about = QLabel("\n".join(about))
        self.about.setWordWrap(True)
        self.list = WrappedList()
        self.list.setAccessibleName(tr("What would change"))
        for change in changes:
            item = QListWidgetItem(described(contents, change))
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Change the ticked"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)

    def chosen(self) -> list[Change]:
        """Return the changes that are ticked."""
        return [
            change
            for row, change in enumerate(self.changes)
            if self.list.item(row).checkState() is Qt.CheckState.Checked
        ]


def worth_of_meanings() -> str:
    """Say what comparing meanings is good for, as it was measured (`tests/benchmarks`)."""
    return tr(
        "Meanings were compared as well as words. Where a story is retold with hardly a word in "
        "common, that finds about four links in a hundred more; elsewhere hardly any."
    )


def summary(changes: Sequence[Change]) -> str:
    """Return how many links are new, otherwise, and gone."""
    new = sum(change.old is None for change in changes)
    gone = sum(change.new is None for change in changes)
    other = len(changes) - new - gone
    counts = (
        (new, counted("{count} new link", "{count} new links", new)),
        (other, counted("{count} changed", "{count} changed", other)),
        (gone, counted("{count} gone", "{count} gone", gone)),
    )
    return ", ".join(words for count, words in counts if count)


def described(contents: Contents, change: Change) -> str:
    """Return a change for a person, with the numbers and beginnings of its sentences."""
    rewrite = _named(contents, change.link.rewrite)
    source = _named(contents, change.link.source)
    if change.old is None:
        return tr("New: {rewrite}\ndraws on {source}", rewrite=rewrite, source=source)
    if change.new is None:
        return tr("Gone: {rewrite}\nno longer draws on {source}", rewrite=rewrite, source=source)
    before = ", ".join(contents.label(sentence_id) for sentence_id in change.old.source)
    return tr(
        "Changed: {rewrite}\ndraws on {source}\nbefore, on {before}",
        rewrite=rewrite,
        source=source,
        before=before,
    )


def _named(contents: Contents, sentence_ids: Sequence[str]) -> str:
    """Return sentences by number and beginning, one a line; isolated, since they may run right
    to left."""
    named = []
    for sentence_id in sentence_ids:
        side, sentence = contents.sentences[sentence_id]
        words = shorten(contents.side(side).text(sentence), BEGINNING, placeholder=" …")
        named.append(f"{contents.label(sentence_id)} · \u2068{words}\u2069")
    return "\n".join(named)
