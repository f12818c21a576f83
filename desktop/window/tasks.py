"""Run a plain function off the window's thread; hear of it back on the window's thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

_UNDER_WAY: set["_Answer"] = set()
"""Answers that are still to come. They are nobody's children: what a worker speaks through must
not be deleted while it speaks."""


def run(
    parent: QObject,
    work: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
) -> None:
    """Call `done` or `failed` once `work` is over, unless `parent` is gone by then."""
    answer = _Answer(parent, done, failed)
    _UNDER_WAY.add(answer)
    QThreadPool.globalInstance().start(_Job(answer, work))


class _Answer(QObject):
    """Lives on the window's thread, so Qt queues what a worker emits through it."""

    come = Signal(bool, object)
    """Whether all went well, and the result or the error."""

    def __init__(
        self, parent: QObject, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self._parent, self._done, self._failed = parent, done, failed
        self.come.connect(self._take)

    def _take(self, well: bool, result: Any) -> None:  # noqa: ANN401  (what the work gave)
        _UNDER_WAY.discard(self)
        if isValid(self._parent):
            (self._done if well else self._failed)(result)


class _Job(QRunnable):
    def __init__(self, answer: _Answer, work: Callable[[], Any]) -> None:
        super().__init__()
        self._answer, self._work = answer, work

    def run(self) -> None:
        try:
            well, result = True, self._work()
        except Exception as error:  # whatever it is, the window's thread decides what to say
            well, result = False, error
        self._answer.come.emit(well, result)
