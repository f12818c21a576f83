"""The question before something is thrown away."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class Answers(NamedTuple):
    """What the two buttons say."""

    stay: str
    leave: str


def leaves(parent: QWidget, title: str, question: str, answers: Answers) -> bool:
    """Ask whether to leave; tell whether a person says so. Enter and Escape stay."""
    asked = QMessageBox(parent)
    asked.setWindowTitle(title)
    asked.setTextFormat(Qt.TextFormat.PlainText)
    asked.setText(question)
    stay = asked.addButton(answers.stay, QMessageBox.ButtonRole.RejectRole)
    leave = asked.addButton(answers.leave, QMessageBox.ButtonRole.DestructiveRole)
    asked.setDefaultButton(stay)
    asked.setEscapeButton(stay)
    asked.exec()
    asked.deleteLater()
    return asked.clickedButton() is leave
