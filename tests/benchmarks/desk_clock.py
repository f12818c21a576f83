"""A clock that tells a program's own time from the time other programs took from it."""

from pathlib import Path
from time import perf_counter, process_time, time
from typing import NamedTuple

SCHEDULER = Path("/proc/thread-self/schedstat")
TELLS = SCHEDULER.exists()
THREADS = Path("/proc/self/task")


class Took(NamedTuple):
    """Milliseconds: `own` is the clock's time less that spent in the queue for a processor, so
    waiting for the disk counts and a busy machine does not. Where the system does not tell
    (elsewhere than Linux) both are the same."""

    own: float
    clock: float


def queued() -> float:
    """Return the seconds this thread was ready to run while others had the processor."""
    return int(SCHEDULER.read_text().split()[1]) / 1e9 if TELLS else 0.0


def since(began: float) -> Took:
    """Return the time since `began` (of `time.time()`) for a process that was started then.

    Its threads wait for one another, so what any of them spent in the queue is taken off; but the
    process's own time is never less than what its threads computed.
    """
    clock = time() - began
    waited = sum(int(f.read_text().split()[1]) for f in THREADS.glob("*/schedstat")) / 1e9
    return Took(max(clock - waited, min(process_time(), clock)) * 1000, clock * 1000)


class Clock:
    """Runs from its making on, for the thread that made it."""

    def __init__(self) -> None:
        self._queued = queued()
        self._began = perf_counter()

    def took(self) -> Took:
        """Return the time since then."""
        clock = perf_counter() - self._began
        return Took((clock - (queued() - self._queued)) * 1000, clock * 1000)
