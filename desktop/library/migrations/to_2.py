"""Version 2: bookmarks."""

from alembic.operations import Operations
from sqlalchemy import Column, ForeignKey, String


def upgrade(op: Operations) -> None:
    """Add the table of bookmarks."""
    op.create_table(
        "bookmark",
        Column("id", String, primary_key=True),
        *(
            Column(
                f"{name}_id", String, ForeignKey(f"{name}.id", ondelete="CASCADE"), nullable=False
            )
            for name in ("pair", "sentence")
        ),
    )
    op.create_index("ix_bookmark_pair_id", "bookmark", ["pair_id"])
    op.create_index("ix_bookmark_sentence_id", "bookmark", ["sentence_id"])
