"""Work in the background: its answer comes on the window's thread, or not at all."""

import subprocess
import sys
from threading import Event, current_thread

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QApplication

from desktop.window import tasks
from desktop.window.app import application

LEFT_WHILE_WORKING = """
import faulthandler, random
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from desktop.window import tasks
faulthandler.enable()
app, chance = QCoreApplication([]), random.Random(1)
for _ in range(3000):
    parent = QObject()
    for _ in range(4):
        tasks.run(parent, lambda: sum(range(chance.randrange(30000))), id, print)
    app.processEvents()
    sum(range(chance.randrange(30000)))
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
QThreadPool.globalInstance().waitForDone()
"""


def test_the_answer_comes_on_the_windows_thread(qtbot):
    application()
    parent, heard = QObject(), []
    tasks.run(parent, current_thread, lambda there: heard.append((there, current_thread())), print)
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard[0][0] is not heard[0][1]
    tasks.run(parent, lambda: 1 / 0, print, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert isinstance(heard[1], ZeroDivisionError)


def test_nothing_is_heard_where_nobody_is_left(qtbot):
    application()
    parent, other, going, heard = QObject(), QObject(), Event(), []
    tasks.run(parent, going.wait, heard.append, heard.append)
    parent.deleteLater()
    qtbot.waitSignal(parent.destroyed).wait()
    going.set()
    tasks.run(other, lambda: "other", heard.append, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert heard == ["other"]


def test_a_sheet_left_while_work_is_under_way_ends_nothing():
    ran = subprocess.run(
        [sys.executable, "-c", LEFT_WHILE_WORKING], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[:2000]
