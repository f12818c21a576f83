"""Run a plain function off the window's thread; hear of it back on the window's thread."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


def run(
    parent: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> None:
    """Call `done` or `failed` once `work` is over, unless `parent` is gone by then."""
    answer = _Answer(parent)
    answer.done.connect(done)
    answer.failed.connect(failed)
    answer.done.connect(answer.deleteLater)
    answer.failed.connect(answer.deleteLater)
    QThreadPool.globalInstance().start(_Job(answer, work))


class _Answer(QObject):
    """Lives on the window's thread, so Qt queues whatever the worker emits through it."""

    done = Signal(object)
    failed = Signal(Exception)


class _Job(QRunnable):
    def __init__(self, answer: _Answer, work: Callable[[], Any]) -> None:
        super().__init__()
        self._answer, self._work = answer, work

    def run(self) -> None:
        try:
            signal, result = "done", self._work()
        except Exception as error:  # whatever it is, the window's thread decides what to say
            signal, result = "failed", error
        with suppress(RuntimeError):  # whoever asked was closed meanwhile
            getattr(self._answer, signal).emit(result)
