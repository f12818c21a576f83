"""The system's dialogs for choosing files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.tr import tr


def open_files(parent: QWidget, patterns: str, title: str = "") -> Sequence[Path]:
    """Let a person choose files to open; none where they think better of it."""
    names, _ = QFileDialog.getOpenFileNames(
        parent, title or tr("Open articles"), "", tr("Files ({patterns})", patterns=patterns)
    )
    return [Path(name) for name in names]


def save_file(parent: QWidget, suggested: str, title: str) -> Path | None:
    """Let a person choose where to write; None where they think better of it."""
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested)
    return Path(name) if name else None
