"""The sheet on which a person makes the articles easy to read."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.tr import tr
from desktop.window.desk.tagform import Choice
from desktop.window.look.look import Look
from desktop.window.look.looks import Looks
from desktop.window.look.theme import THEMES, theme


def tints() -> list[tuple[str, str]]:
    """Return the tints of paper; on each, every theme's text keeps its contrast."""
    return [
        (tr("none"), ""),
        (tr("cream"), "#FFF8E4"),
        (tr("pale blue"), "#EEF5FB"),
        (tr("pale green"), "#F0F7EE"),
        (tr("pale rose"), "#FCF1F2"),
    ]


class Appearance(QDialog):
    """Every change is seen at once; Cancel sets the look back."""

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Appearance"))
        self.looks, self._before = looks, looks.look
        self.form = QFormLayout()
        look = looks.look
        self.theme = self._choice(
            tr("Theme"), "theme", [(tr("as the system"), ""), *((theme(t).name, t) for t in THEMES)]
        )
        self.sans = self._choice(
            tr("Type"), "sans", [("Noto Serif", False), ("Atkinson Hyperlegible", True)]
        )
        self.tint = self._choice(tr("Tint of the paper"), "tint", tints())
        self.text = QDoubleSpinBox(minimum=8, maximum=32, singleStep=0.5, value=look.text_size)
        self.text.setSuffix(tr(" pt"))
        self._number(tr("Text size"), self.text, "text_size")
        self.lines = QSpinBox(minimum=100, maximum=250, singleStep=10, value=look.line_height)
        self.lines.setSuffix(" %")
        self._number(tr("Line height"), self.lines, "line_height")
        self.letters = QSpinBox(minimum=100, maximum=130, singleStep=2, value=look.letter_spacing)
        self.letters.setSuffix(" %")
        self._number(tr("Letter spacing"), self.letters, "letter_spacing")
        self.column = QSpinBox(minimum=0, maximum=120, singleStep=5, value=look.column)
        self.column.setSpecialValueText(tr("as wide as the pane"))
        self.column.setSuffix(tr(" characters"))
        self._number(tr("Column"), self.column, "column")
        self.ruler = self._tick(tr("Reading ruler: only the sentence in hand is bright"), "ruler")
        self.numbers = self._tick(tr("Number the sentences"), "numbers")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(buttons)

    def reject(self) -> None:
        self.looks.set(self._before)
        super().reject()

    def _choice(self, label: str, field: str, options: list[tuple[str, Any]]) -> Choice:
        choice = Choice(label)
        choice.offer(options, getattr(self.looks.look, field))
        choice.chosen.connect(self._setter(field))
        self.form.addRow(label, choice)
        return choice

    def _number(self, label: str, box: QSpinBox | QDoubleSpinBox, field: str) -> None:
        box.setAccessibleName(label)
        box.valueChanged.connect(self._setter(field))
        self.form.addRow(label, box)

    def _tick(self, label: str, field: str) -> QCheckBox:
        box = QCheckBox(label)
        box.setChecked(getattr(self.looks.look, field))
        box.toggled.connect(self._setter(field))
        self.form.addRow(box)
        return box

    def _setter(self, field: str) -> Callable[[object], None]:
        def change(value: object) -> None:
            look: Look = replace(self.looks.look, **{field: value})  # type: ignore[arg-type]
            self.looks.set(look)

        return change
