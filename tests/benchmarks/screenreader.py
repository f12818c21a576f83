"""The whole job heard: a screen reader's client reads, tags, links, notes, and exports by keys."""

import subprocess
import sys

from tests.benchmarks.screen import ROOT, missing, screen

PYTHON = "/usr/bin/python3"
"""The system's Python, for which the distribution packs pyatspi."""


def main() -> int:
    """Do it on a display and a session bus of its own; return 1 where a step fails."""
    lacking = missing("dbus-run-session", PYTHON)
    if (
        not lacking
        and subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True).returncode
    ):
        lacking = ["pyatspi"]
    if lacking:
        print(f"skipped: {', '.join(lacking)} not here")
        return 0
    print("By a screen reader's client, on a display of its own")
    with screen() as shown:
        listener = [PYTHON, "-m", "tests.benchmarks.listener", sys.executable, str(shown.home)]
        command = ["dbus-run-session", "--", *listener]
        always = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONUNBUFFERED": "1"}
        return subprocess.run(command, cwd=ROOT, env=shown.environment | always).returncode
