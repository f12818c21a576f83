"""The one way a library changes: values that stood there before, values that stand there after."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.library.model import Pair, Value


@dataclass(frozen=True)
class Edit:
    """A change with a name for people ("tag as quote").

    Adding has no `before`, removing no `after`; a value changed in place is in both, with one id.
    """

    label: str
    before: tuple[Value, ...] = ()
    after: tuple[Value, ...] = ()

    def inverse(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.label, self.after, self.before)

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value the edit names: a view shows it anew if it shows one of these."""
        return self.before + self.after

    @property
    def pair_id(self) -> str:
        """The pair the edit happened in; "" where it names none."""
        for value in self.values:
            if isinstance(value, Pair):
                return value.id
            if found := getattr(value, "pair_id", ""):
                return str(found)
        return ""
