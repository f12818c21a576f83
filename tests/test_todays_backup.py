"""The backup the program makes by itself: where it lies, and what is in it."""

import os
import subprocess
import sys

from desktop.library.backups import back_up, backups, copies
from tests import restoring
from tests.restoring import shown, tags

path, start = restoring.path, restoring.start


def test_the_backups_of_a_linked_library_lie_beside_the_library(qtbot, path, tmp_path, start):
    link = tmp_path / "desk" / "mine.sqlite"
    link.parent.mkdir()
    link.symlink_to(path)
    starting = start(link)
    window = shown(qtbot, starting)
    starting.left()
    assert len(copies(window.workspace.store.path)) == 1
    assert list(link.parent.iterdir()) == [link]


WORK = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.window import app
app.application()
timer = QTimer(interval=10)
def work():
    for window in QApplication.topLevelWidgets():
        if hasattr(window, "workspace") and window.isVisible() and not window.workspace.thinking:
            timer.stop()
            from tests.window import press
            window.desk.panes[window.desk.side()].setFocus()
            press(window, "1")
            window.close()
timer.timeout.connect(work)
timer.start()
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_what_was_done_until_the_window_was_closed_is_in_todays_backup(path, tmp_path):
    back_up(path)
    home = {name: str(tmp_path / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    ran = subprocess.run(
        [sys.executable, "-c", WORK, str(path)],
        env=os.environ | home,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    [backup] = backups(path)
    assert tags(backup) == 1
