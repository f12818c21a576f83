"""Steps from one schema version to the next; imported only when a library is behind."""

from collections.abc import Callable

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from desktop.library.migrations import to_2, to_3, to_4, to_5

STEPS: dict[int, Callable[[Operations], None]] = {
    2: to_2.upgrade,
    3: to_3.upgrade,
    4: to_4.upgrade,
    5: to_5.upgrade,
}
"""The step that leads to each version."""


def upgrade(connection: Connection, version: int, goal: int) -> None:
    """Bring the tables from `version` to `goal`, inside the connection's transaction."""
    operations = Operations(MigrationContext.configure(connection))
    for step in range(version + 1, goal + 1):
        STEPS[step](operations)
    connection.exec_driver_sql(f"PRAGMA user_version = {goal}")
