"""Words of other people letter by letter, where Qt would take some of them for signs of its own."""

import re

from PySide6.QtGui import Qt  # not QtCore's: this one knows markup
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label in which “<b>” is read as it is written."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def literal(words: str) -> str:
    """Return words for a tip or a message box, which take what looks like markup for it."""
    return Qt.convertFromPlainText(words) if Qt.mightBeRichText(words) else words


def in_title(words: str) -> str:
    """Return words for the title of a command, in which “&” marks the letter for the Alt key."""
    return words.replace("&", "&&")


def read_title(title: str) -> str:
    """Return the title of a command as it is read, its letter unmarked."""
    return re.sub("&(.)", r"\1", title)
