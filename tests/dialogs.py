"""What a person does to the dialogs that come up one after the other, for tests."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from desktop.window.app import application


def typing(name):
    """What types a name into the dialog and presses Enter."""

    def act(dialog):
        assert isinstance(dialog, QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        edit.setText(str(name))
        QTest.keyClick(edit, Qt.Key.Key_Return)

    return act


def answering(button):
    """What presses a button of the question in front."""

    def act(asked):
        assert isinstance(asked, QMessageBox)
        assert asked.textFormat() is not Qt.TextFormat.RichText
        next(b for b in asked.buttons() if b.text() == button).click()

    return act


def escape(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.fixture
def person():
    """Lets a person do this to the next dialogs in front, one thing a dialog."""
    application()
    left, wrong, clocks = [], [], []

    def wait():
        """A clock of its own for every look: what is done to a dialog may show another one."""
        clocks.append(QTimer(singleShot=True, interval=5))
        clocks[-1].timeout.connect(look)
        clocks[-1].start()

    def look():
        wait()
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.isActiveWindow():
            try:
                left.pop(0)(dialog)
            except Exception as error:  # it is shown once the dialog lets the test go on
                wrong.append(repr(error))
                dialog.reject()

    def does(*acts):
        left.extend(acts)
        if not clocks:
            wait()

    yield does
    clocks[-1].stop()
    assert (left, wrong) == ([], [])
