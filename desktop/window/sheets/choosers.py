"""The system's dialogs for choosing files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.tr import tr
from desktop.window.sheets.asking import Answers, leaves


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
    """Let a person choose where to write; None where they think better of it.

    The name ends as `suggested` does: where it was typed otherwise, that ending is added.
    """
    ending = Path(suggested).suffix
    patterns = tr("Files ({patterns})", patterns=f"*{ending}")
    dialog = QFileDialog(parent, title, str(_folder()), patterns)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(suggested)
    found = None
    while found is None and dialog.exec():
        found = _ended(parent, Path(dialog.selectedFiles()[0]), ending)
    dialog.deleteLater()
    if found:
        _last.append(found.parent)
    return found


def _ended(parent: QWidget, typed: Path, ending: str) -> Path | None:
    """Return the path with its ending; None where that names a file that is to stay.

    The system asked before replacing what was typed. It is not told the ending, for a default one:
    some systems add that after they have asked, and to no name that has a dot.
    """
    if typed.suffix.lower() == ending.lower():
        return typed
    whole = typed.with_name(typed.name + ending)
    return whole if not whole.is_file() or _replaces(parent, whole) else None


def _replaces(parent: QWidget, path: Path) -> bool:
    return leaves(
        parent,
        tr("Twice Told"),
        tr("There is a file “{name}” already. Replacing it cannot be undone.", name=path.name),
        Answers(tr("&Choose another name"), tr("&Replace")),
    )


_last: list[Path] = []
"""The folders chosen since the start; dialogs begin in the last one."""


def _folder() -> Path:
    if _last:
        return _last[-1]
    documents = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    return documents if documents.is_dir() else Path.home()
