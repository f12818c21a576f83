"""The aligned table: the pair as rows."""
