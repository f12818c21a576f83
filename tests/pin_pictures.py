"""Pin scenes anew: `./run python -m tests.pin_pictures [NAME …]` (all where none is named)."""

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from tests.scenes import SCENES, picture
from tests.test_pictures import PINNED


def main() -> None:
    """Write the pictures, smaller by a palette where that loses nothing to the eye."""
    PINNED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or SCENES:
            picture(name, Path(folder)).save(str(PINNED / f"{name}.png"))
            print(PINNED / f"{name}.png")


if __name__ == "__main__":
    main()
