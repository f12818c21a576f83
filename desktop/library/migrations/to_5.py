"""Version 5: what to look for in a lesson."""

from alembic.operations import Operations
from sqlalchemy import Column, String


def upgrade(op: Operations) -> None:
    """Let pairs say what to look for in them; so far they said nothing."""
    op.add_column("pair", Column("lesson", String, nullable=False, server_default=""))
