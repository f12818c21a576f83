"""Keyboard only: the whole job, from first start to a worksheet on disk, with real key events."""

from tests.benchmarks.screen import missing, screen
from tests.benchmarks.whole_job import Job, run


def main() -> int:
    """Do it on a display of its own; return 1 where a step fails."""
    if lacking := missing():
        print(f"skipped: {', '.join(lacking)} not here")
        return 0
    print("By keys alone, on a display of its own")
    with screen() as shown:
        return run(Job(shown))
