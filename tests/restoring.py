"""The program on a library of two pairs, and its sheet with the backups one can go back to."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.window import app
from desktop.window.sheets.restore_sheet import RestoreSheet
from tests.walking import fill


@pytest.fixture
def path(tmp_path):
    fill(tmp_path / "library.sqlite")
    return tmp_path / "library.sqlite"


@pytest.fixture
def told(monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: said.append(a[2]))
    return said


@pytest.fixture
def start(qtbot, tmp_path, monkeypatch):
    """Start the program on a library; its windows are closed in the end."""
    codes = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    begun = []

    def start(path):
        app.application()
        kept = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
        starting = app.Starting(path, kept)
        starting.codes = codes
        qtbot.addWidget(starting)
        starting.show()
        begun.append(starting)
        return starting

    yield start
    for starting in begun:
        if starting.window_ is not None:
            qtbot.addWidget(starting.window_)
            settle(qtbot, starting.window_)
            starting.window_.close()


def shown(qtbot, starting):
    """The window of the library, once it is there."""
    qtbot.waitUntil(lambda: starting.window_ is not None, timeout=20_000)
    settle(qtbot, starting.window_)
    return starting.window_


def settle(qtbot, window):
    qtbot.waitUntil(lambda: not window.workspace.thinking, timeout=20_000)


def in_sheet(qtbot, act):
    """Call `act` with the next restore sheet that is shown and has looked through the backups."""

    def look():
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, RestoreSheet) and sheet.list.count() and sheet.isActiveWindow():
            try:
                act(sheet)
            except Exception:  # it is shown once the sheet lets the test go on
                sheet.reject()
                raise
        else:
            again.start()

    again = QTimer(QApplication.instance(), singleShot=True, interval=5)
    again.timeout.connect(look)
    again.start()


def tags(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM tag").fetchone()[0]
