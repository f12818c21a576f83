"""The form of a tag's finer marks: sub-kind, flags, effect or importance, confidence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.library.codebook import codebook
from desktop.library.model import Confidence, Tag
from desktop.text.codebook import Flag, Side, marks
from desktop.tr import tr
from desktop.window import names
from desktop.window.desk.flagmenu import FlagMenu

Options = Sequence[tuple[str, Any]]


class Choice(QComboBox):
    """One value out of a few named ones."""

    chosen = Signal(object)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._options: Options = ()
        self.setAccessibleName(label)
        self.activated.connect(lambda at: self.chosen.emit(self._options[at][1]))

    @property
    def value(self) -> Any:  # noqa: ANN401  (whatever was offered)
        """The value that is chosen now."""
        return self._options[self.currentIndex()][1]

    def offer(self, options: Options, value: object) -> None:
        """Show these options, with the one that has `value` chosen; no signal is sent.

        The values stay here: as an item's data Qt would make plain strings of enumerations.
        """
        if list(options) != list(self._options):
            self._options = tuple(options)
            self.clear()
            self.addItems([name for name, _ in options])
        self.setCurrentIndex(next((i for i, (_, v) in enumerate(options) if v == value), 0))


class TagForm(QWidget):
    """Shows one tag's finer marks; says what a person wants changed, and changes nothing."""

    refined = Signal(dict)
    """Fields of the tag with the values chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {
            "subkind": Choice(tr("Sub-kind")),
            "effect": Choice(tr("Effect")),
            "importance": Choice(tr("Importance")),
            "confidence": Choice(tr("How sure")),
        }
        self.flags = QToolButton()
        self.flags.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.ticks = FlagMenu(self.flags)
        self.ticks.ticked.connect(lambda flags: self.refined.emit({"flags": flags}))
        self.flags.setMenu(self.ticks)
        for name, choice in self.fields.items():
            choice.chosen.connect(lambda value, name=name: self.refined.emit({name: value}))
        self._labels: dict[QWidget, QLabel] = {}
        self._arrange()

    def _arrange(self) -> None:
        """Two rows of two: effect and importance share a place, no tag has both."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        fields = self.fields
        for field, row, column in (
            (fields["subkind"], 0, 0),
            (self.flags, 0, 2),
            (fields["effect"], 1, 0),
            (fields["importance"], 1, 0),
            (fields["confidence"], 1, 2),
        ):
            label = QLabel(tr("Flags") if field is self.flags else field.accessibleName())
            label.setBuddy(field)
            self._labels[field] = label
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)

    def _show(self, field: QWidget, shown: bool) -> None:
        field.setVisible(shown)
        self._labels[field].setVisible(shown)

    def show_tag(self, side: Side, tag: Tag) -> None:
        """Show a tag; the fields its kind does not have are hidden."""
        may = marks(side, tag.kind)
        offered: dict[str, Options] = {
            "subkind": names.named(may.subkinds),
            "effect": names.scale(codebook().effect),
            "importance": names.scale(codebook().importance),
            "confidence": names.named(Confidence),
        }
        has = {
            "subkind": bool(may.subkinds),
            "effect": may.effect,
            "importance": may.importance,
            "confidence": True,
        }
        for name, choice in self.fields.items():
            choice.offer(offered[name], getattr(tag, name))
            self._show(choice, has[name])
        self._show_flags(may.flags, tag)
        self._show(self.flags, bool(may.flags))

    def _show_flags(self, flags: Sequence[Flag], tag: Tag) -> None:
        chosen = [codebook().names[flag] for flag in tag.flags]
        self.flags.setText(" · ".join(chosen) or tr("none"))
        self.flags.setAccessibleName(tr("Flags: {flags}", flags=self.flags.text()))
        self.flags.setToolTip("\n".join(chosen))  # more than one has no room
        self.ticks.show_flags(flags, tag.flags)
