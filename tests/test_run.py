"""The script `run`, in a folder that is set up already: what it starts, where, and with what."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHOW = """#!/bin/sh
printf '%s\\n' "$0" "$PWD" "${QT_QPA_PLATFORM-}" "${PYTHONPATH-}" "$@"
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run is for POSIX shells")


@pytest.fixture
def checkout(tmp_path):
    """A folder with a space in its name whose programs only say how they were started."""
    folder = tmp_path.resolve() / "twice told"
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("run", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    for name in ("twice-told", "pytest", "python"):
        (programs / name).write_text(SHOW)
        (programs / name).chmod(0o755)
    made_from = [folder / "requirements.lock", folder / "pyproject.toml"]
    (folder / ".venv" / "ready").write_bytes(subprocess.check_output(["cksum", *made_from]))
    return folder


def start(run, *words, cwd, **settings):
    """Start `run` as from a shell without a display, and return the lines it led to."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in hidden} | settings
    ran = subprocess.run([run, *words], cwd=cwd, env=env, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


def test_a_bare_start_is_the_program_and_options_are_passed_on(checkout):
    program = f"{checkout}/.venv/bin/twice-told"
    here = str(checkout)
    assert start(checkout / "run", cwd=here) == [program, here, "", ""]
    options = ["--library", "my class.sqlite"]
    assert start(checkout / "run", *options, cwd=here) == [program, here, "", "", *options]


def test_a_command_runs_where_it_was_given_also_through_links(checkout, tmp_path):
    elsewhere = (tmp_path / "elsewhere").resolve()
    elsewhere.mkdir()
    (elsewhere / "link").symlink_to(checkout / "run")
    (elsewhere / "tt").symlink_to("link")
    said = start("./tt", "python", "a b", cwd=elsewhere, PYTHONPATH="/of/something/else")
    assert said == [f"{checkout}/.venv/bin/python", str(elsewhere), "", "", "a b"]


def test_the_tests_run_without_a_display_and_in_the_checkout(checkout, tmp_path):
    program = f"{checkout}/.venv/bin/pytest"
    assert start(checkout / "run", "pytest", cwd=tmp_path) == [
        program, str(checkout), "offscreen", ""
    ]  # fmt: skip
    inside = checkout / ".venv"
    said = start(checkout / "run", "pytest", cwd=inside, QT_QPA_PLATFORM="minimal")
    assert said == [program, str(inside), "minimal", ""]
