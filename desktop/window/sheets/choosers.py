"""The system's dialogs for choosing files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.tr import tr


def open_files(parent: QWidget, patterns: str, title: str = "") -> Sequence[Path]:
    """Let a person choose files to open; none where they think better of it."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        title or tr("Open articles"),
        str(_folder()),
        tr("Files ({patterns})", patterns=patterns),
    )
    if names:
        _last.append(Path(names[0]).parent)
    return [Path(name) for name in names]


def save_file(parent: QWidget, suggested: str, title: str) -> Path | None:
    """Let a person choose where to write; None where they think better of it."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(_folder() / suggested))
    if name:
        _last.append(Path(name).parent)
    return Path(name) if name else None


_last: list[Path] = []
"""The folders chosen since the start; dialogs begin in the last one."""


def _folder() -> Path:
    if _last:
        return _last[-1]
    documents = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    return documents if documents.is_dir() else Path.home()
