import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

# A loaded machine is slow now and then; that says nothing about the code.
settings.register_profile(
    "patient",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=DirectoryBasedExampleDatabase(".pytest_cache/hypothesis"),
)
settings.load_profile("patient")

# What these find wrong is told as fully as in a test.
pytest.register_assert_rewrite(
    "tests.dialogs", "tests.libraries", "tests.table_window", "tests.watched"
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def window(qtbot, path):
    from tests.window import opened  # not before: most tests need no window

    window = opened(qtbot, path)
    yield window
    window.close()
