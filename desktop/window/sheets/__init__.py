"""Sheets over the window: pairs in and out, appearance, help."""
