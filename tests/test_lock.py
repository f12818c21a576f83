"""The lock file holds what pyproject.toml asks for, with hashes and without addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
ASKED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["dependency-groups"]["dev"],
]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = ["linux", "darwin", "win32"]


def entries():
    """Each locked package as its requirement and its hashes."""
    for block in re.findall(r"^[a-z0-9].*(?:\n    --hash.*)*", LOCK, re.MULTILINE):
        requirement, *hashes = (line.strip(" \\") for line in block.splitlines())
        yield Requirement(requirement), hashes


LOCKED = list(entries())


def applies(requirement, python, system):
    """Say whether the requirement is meant for this Python on this system."""
    where = {"python_version": python, "python_full_version": f"{python}.0", "sys_platform": system}
    return requirement.marker is None or requirement.marker.evaluate(where)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_what_the_project_asks_for_is_locked_once_for_every_python_and_system(python, system):
    locked = {}
    for requirement, _ in LOCKED:
        if applies(requirement, python, system):
            locked.setdefault(canonicalize_name(requirement.name), []).append(requirement.specifier)
    for asked in map(Requirement, ASKED):
        if applies(asked, python, system):
            pins = locked.get(canonicalize_name(asked.name), [])
            versions = [str(pin).removeprefix("==") for pin in pins]
            assert len(versions) == 1, f"{asked} is locked as {versions}; ./run lock mends it"
            assert asked.specifier.contains(versions[0]), f"{asked} is locked as {versions}"


def test_every_locked_package_is_pinned_and_has_sha256_hashes():
    assert len(LOCKED) > len(ASKED)
    for requirement, hashes in LOCKED:
        assert str(requirement.specifier).startswith("=="), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes)


def test_the_lock_names_no_address():
    assert "://" not in LOCK
    assert "http" not in LOCK
    assert not re.search(r"^--|^\s*-[ief] ", LOCK, re.MULTILINE)


def test_the_lock_says_how_it_is_made():
    assert "./run lock" in LOCK.partition("==")[0]
