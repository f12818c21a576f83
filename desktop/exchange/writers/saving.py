"""Put a finished file in its place, whole or not at all."""

import os
from pathlib import Path
from uuid import uuid4

from desktop.problem import Problem
from desktop.tr import tr


def save(data: bytes, path: Path) -> None:
    """Write `data` to the file at `path`.

    It is written beside it first, put on disk, and then moved into place. Raises Problem where
    that fails; an older file of that name is then as it was.
    """
    goal = Path(os.path.realpath(path))  # a link stays a link
    part = goal.with_name(f".{goal.name[:100]}.{uuid4().hex}.part")
    try:
        if goal.is_dir():
            raise IsADirectoryError(0, tr("there is a folder of that name"))
        try:
            _write(part, data)
            part.replace(goal)
        finally:
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise Problem(
            tr(
                "“{name}” could not be written: {reason}. If there was a file of that name, it is "
                "as it was. Choose another place.",
                name=path.name,
                reason=fault.strerror or fault,
            )
        ) from fault


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
