"""Twice Told: a news story and its rewrite, side by side, tagged sentence by sentence."""

__version__ = "0.1.0"
