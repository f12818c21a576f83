"""Pure functions on words: nothing here reads a file, a database or a window."""
