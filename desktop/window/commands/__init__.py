"""Every command: the table, its keys, and where they are shown."""
