"""Version 3: captions that get tags."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, false


def upgrade(op: Operations) -> None:
    """Let pairs say whether their captions get tags; so far they got none."""
    op.add_column("pair", Column("captions", Boolean, nullable=False, server_default=false()))
