"""Start-up: a first window at once, nothing heavy before it, and what is said when it fails."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMessageBox, QPushButton

from desktop import main
from desktop.library.store import Store
from desktop.problem import Problem
from desktop.window import app, faults, opening
from tests.samples import filled
from tests.window import opened, press, settled


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def test_nothing_heavy_is_imported_before_the_first_window():
    code = """
import sys
import desktop.main, desktop.window.app
assert "sqlalchemy" not in sys.modules
import desktop.window.opening
late = {"alembic", "docx", "jinja2", "lxml", "trafilatura", "charset_normalizer", "numpy"}
late |= {"desktop.text.align", "desktop.text.suggest", "desktop.exchange.readers"}
assert not late & set(sys.modules), late & set(sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_a_new_library_opens_on_the_seed_pair_with_a_hint(qtbot, tmp_path, settings):
    app.application()
    starting = app.Starting(tmp_path / "library.sqlite", settings)
    qtbot.addWidget(starting)
    starting.show()
    qtbot.waitUntil(lambda: starting.window_ is not None, timeout=20_000)
    window = starting.window_
    qtbot.addWidget(window)
    assert window.isVisible()
    assert not starting.isVisible()
    assert window.title.text().startswith("Putin: Russia-China")
    assert window.hint.text().startswith("Welcome")
    assert len(window.workspace.contents.rewrite.taggable) == 16
    qtbot.waitUntil(lambda: not window.workspace.thinking)
    window.close()


def started(qtbot, path, settings):
    """The window of a library, as the program shows it, when all is worked out."""
    app.application()
    starting = app.Starting(path, settings)
    qtbot.addWidget(starting)
    starting.show()
    qtbot.waitUntil(lambda: starting.window_ is not None, timeout=20_000)
    qtbot.addWidget(starting.window_)
    qtbot.waitUntil(lambda: not starting.window_.workspace.thinking)
    return starting.window_


def test_the_first_window_has_room_on_its_screen_and_the_next_stands_where_it_stood(
    qtbot, tmp_path, settings
):
    window = started(qtbot, tmp_path / "library.sqlite", settings)
    assert window.height() <= window.screen().availableSize().height() - 40  # its title has room
    window.resize(window.width(), 560)
    window.close()
    again = started(qtbot, tmp_path / "library.sqlite", settings)
    assert again.height() == 560  # the unseen screen is narrow; its height is enough to tell
    again.close()


def test_all_that_is_to_be_known_of_a_library_is_shown_at_once(qtbot, tmp_path, settings):
    app.application()
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    starting = app.Starting(folder / "library.sqlite", settings)
    qtbot.addWidget(starting)
    qtbot.waitUntil(lambda: starting.window_ is not None, timeout=20_000)
    window = starting.window_
    qtbot.addWidget(window)
    synced, welcome = window.hint.text().splitlines()
    assert "a folder that is synced" in synced
    assert welcome.startswith("Welcome")
    qtbot.waitUntil(lambda: not window.workspace.thinking)
    window.close()


def test_a_file_that_is_no_library_is_named_and_left_alone(qtbot, tmp_path, settings, monkeypatch):
    told, codes = [], []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    monkeypatch.setattr(app.QApplication, "exit", codes.append)
    essay = tmp_path / "essay.txt"
    essay.write_text("my essay " * 50)
    starting = app.Starting(essay, settings)
    qtbot.addWidget(starting)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "not a Twice Told library" in told[0]
    assert codes == [1]
    assert essay.read_text() == "my essay " * 50


def test_without_a_display_nothing_is_asked_of_qt(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert app.has_display() == (not sys.platform.startswith("linux"))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert app.has_display()


def test_compare_wants_two_files_or_none(tmp_path, capsys):
    one = tmp_path / "one.txt"
    one.write_text("Only one.")
    assert main.main(["compare", str(one), "--json"]) == 1
    assert capsys.readouterr().err.startswith("Name two files")
    assert main.main(["compare", "--json"]) == 0
    assert '"suggestions"' in capsys.readouterr().out


@pytest.fixture
def watched(tmp_path, monkeypatch):
    """The folder of the log."""
    app.application()
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    faults.watch(tmp_path)
    yield tmp_path
    for handler in faults._log.handlers:
        handler.close()
    faults._log.handlers.clear()


def test_a_problem_nobody_caught_is_told_calmly_and_not_logged(qtbot, watched, monkeypatch):
    told = []
    monkeypatch.setattr(QMessageBox, "information", lambda *a: told.append(a[2]))
    button = QPushButton()
    qtbot.addWidget(button)

    def refuse():
        raise Problem("The disk is full. Everything before it is kept.")

    button.clicked.connect(refuse)
    hook = sys.excepthook
    with qtbot.captureExceptions():
        sys.excepthook = hook  # ours, as in the program
        button.click()
        button.click()
        qtbot.waitUntil(lambda: bool(told))
    assert told == ["The disk is full. Everything before it is kept."]
    assert not (watched / "faults.log").exists()


def test_a_fault_of_ours_is_logged_and_shown_once(qtbot, watched, monkeypatch, capsys):
    told = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *a: told.append(a[2]))
    for _ in range(3):
        try:
            raise ZeroDivisionError("ours")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert "on disk" in told[0]
    assert (watched / "faults.log").read_text().count("ZeroDivisionError") >= 3


UNREADY = "CREATE UNIQUE INDEX one_of_each ON block (role)"
"""Lets no seed pair into a library: it has many blocks of one role."""


@pytest.mark.parametrize(
    ("make", "spoil", "fault"),
    [
        (lambda path: Store(path).close(), UNREADY, "IntegrityError"),
        (filled, "UPDATE block SET role = 'hero'", "ValidationError"),  # once it is opened
    ],
)
def test_a_fault_of_ours_at_the_start_is_told_and_ends_the_program_and_lets_the_library_go(
    qtbot, watched, settings, monkeypatch, capsys, make, spoil, fault
):
    told, codes = [], []
    monkeypatch.setattr(QMessageBox, "warning", lambda *a: told.append((a[2], list(codes))))
    monkeypatch.setattr(app.QApplication, "exit", codes.append)
    path = watched / "library.sqlite"
    make(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(spoil)
    starting = app.Starting(path, settings)
    qtbot.addWidget(starting)
    qtbot.waitUntil(lambda: bool(codes), timeout=20_000)
    assert codes == [1]
    [(sentence, ended_before)] = told
    assert ended_before == []  # the words stay until they are read
    assert "cannot start" in sentence
    assert str(watched / "faults.log") in sentence
    assert fault in (watched / "faults.log").read_text()
    store = Store(path)
    assert store.read_only == ""
    store.close()


def test_that_a_library_can_only_be_read_stays_said_over_a_tagged_pair(qtbot, tmp_path, settings):
    path = tmp_path / "library.sqlite"
    first = opened(qtbot, path)
    press(first, "2")
    store = Store(path)
    second = opening.window(store, settings)
    qtbot.addWidget(second)
    settled(qtbot, second)
    assert second.workspace.contents.tags
    assert "another window" in second.hint.text()
    assert not second.hint.isHidden()
    second.close()
    first.close()
