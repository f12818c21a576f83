"""The form of a tag's finer marks: sub-kind, flags, effect or importance, confidence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QMenu, QToolButton, QWidget

from desktop.library.codebook import codebook
from desktop.library.model import Confidence, Tag
from desktop.text.codebook import SUBKINDS, Flag, Kind, Side
from desktop.tr import tr
from desktop.window import names

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
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # else the articles jump with every tag
        self.setSizePolicy(policy)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(4)
        self.fields = {
            "subkind": Choice(tr("Sub-kind")),
            "effect": Choice(tr("Effect")),
            "importance": Choice(tr("Importance")),
            "confidence": Choice(tr("How sure")),
        }
        self.flags = QToolButton()
        self.flags.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.flags.setMenu(QMenu(self.flags))
        for name, choice in self.fields.items():
            self.form.addRow(choice.accessibleName(), choice)
            choice.chosen.connect(lambda value, name=name: self.refined.emit({name: value}))
        self.form.insertRow(1, tr("Flags"), self.flags)

    def show_tag(self, side: Side, tag: Tag | None) -> None:
        """Show a tag; the fields its kind does not have are hidden."""
        self.setVisible(tag is not None)
        if tag is None:
            return
        subkinds = SUBKINDS.get(tag.kind, ())
        flags = names.flags_for(side, tag.kind)
        offered: dict[str, Options] = {
            "subkind": names.named(subkinds),
            "effect": names.scale(codebook().effect),
            "importance": names.scale(codebook().importance),
            "confidence": names.named(Confidence),
        }
        has = {
            "subkind": bool(subkinds),
            "effect": side is Side.REWRITE and tag.kind is not Kind.UNSURE,
            "importance": tag.kind is Kind.OMISSION,
            "confidence": True,
        }
        for name, choice in self.fields.items():
            choice.offer(offered[name], getattr(tag, name))
            self.form.setRowVisible(choice, has[name])
        self._show_flags(flags, tag)
        self.form.setRowVisible(self.flags, bool(flags))

    def _show_flags(self, flags: Sequence[Flag], tag: Tag) -> None:
        chosen = [codebook().names[flag] for flag in tag.flags]
        self.flags.setText(" · ".join(chosen) or tr("none"))
        self.flags.setAccessibleName(tr("Flags: {flags}", flags=self.flags.text()))
        menu = self.flags.menu()
        menu.clear()
        for flag in flags:
            action = menu.addAction(codebook().names[flag])
            action.setCheckable(True)
            action.setChecked(flag in tag.flags)
            action.triggered.connect(lambda on, flag=flag: self._set_flag(tag, flag, on))

    def _set_flag(self, tag: Tag, flag: Flag, on: bool) -> None:
        flags = tuple(f for f in Flag if (on if f is flag else f in tag.flags))
        self.refined.emit({"flags": flags})
