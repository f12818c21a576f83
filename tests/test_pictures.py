"""Ten fixed scenes look as they did when somebody last looked at them and pinned them.

`./run python -m tests.pin_pictures NAME …` pins scenes anew: look at each before you commit it.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.scenes import SCENES, picture

PINNED = Path(__file__).parent / "pictures"
FAR = 48
"""Of 255: a colour this far off is another colour. Smoothed letters differ by less."""
FEW = 0.006
"""The share of points that may be far off: a few letters' edges in another build of Qt."""


def off(one: QImage, other: QImage) -> float:
    """Return the share of points (0..1) that differ, in pictures halved in size."""
    if one.size() != other.size():
        return 1.0
    size = one.size() / 2
    smooth = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    a, b = (
        i.scaled(size, ratio, smooth).convertToFormat(QImage.Format.Format_RGB32)
        for i in (one, other)
    )
    left, right = bytes(a.constBits()), bytes(b.constBits())
    far = sum(
        max(abs(left[at + c] - right[at + c]) for c in range(3)) > FAR
        for at in range(0, len(left), 4)
        if left[at : at + 3] != right[at : at + 3]
    )
    return far / (len(left) / 4)


@pytest.mark.parametrize("name", list(SCENES))
def test_a_scene_looks_as_it_was_pinned(qtbot, tmp_path, name):
    now = picture(name, tmp_path)
    pinned = QImage(str(PINNED / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    share = off(now, pinned)
    if share > FEW:
        now.save(str(tmp_path / "now.png"))
    assert share <= FEW, f"{share:.1%} of the points differ; see {tmp_path / 'now.png'}"


def test_another_scene_does_not_pass_for_this_one(qtbot, tmp_path):
    pinned = QImage(str(PINNED / "light.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert off(picture("dark", tmp_path), pinned) > 0.5
