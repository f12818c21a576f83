"""Files in and out: readers, writers, exercise and answers."""
