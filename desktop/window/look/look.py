"""How a person wants the window to look: a frozen value, kept in the settings."""

from dataclasses import asdict, dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible
import fontpkg_frank_ruhl_libre
import fontpkg_noto_sans_arabic
import fontpkg_noto_serif
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.window.look.theme import Theme, theme

READING = "Noto Serif"
READING_SANS = "Atkinson Hyperlegible"
MENUS = 10.0
"""Points of menus, lists and labels while the articles have the size they come with."""


@dataclass(frozen=True)
class Look:
    """Sizes in points; `line_height` and `letter_spacing` in per cent of the font's own; `column`
    in characters, 0 as wide as the pane; `theme` "" follows the system; `tint` is a colour for the
    paper of the light theme, "" for its own."""

    theme: str = ""
    text_size: float = 12.5
    line_height: int = 118
    letter_spacing: int = 100
    column: int = 0
    sans: bool = False
    tint: str = ""
    ruler: bool = False
    numbers: bool = False

    def colours(self) -> Theme:
        """Return the theme in force."""
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        chosen = theme(self.theme or ("dark" if dark else "light"))
        if self.tint and chosen.id == "light":
            return replace(chosen, colours=chosen.colours | {"paper": self.tint})
        return chosen

    def reading_font(self, scale: float = 1.0) -> QFont:
        """Return the font of the articles."""
        font = QFont(READING_SANS if self.sans else READING)
        font.setPointSizeF(self.text_size * scale)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, self.letter_spacing)
        return font

    def menu_size(self) -> float:
        """Return the points of menus, lists and labels: they grow half as fast as the articles."""
        grown = self.text_size / Look.text_size
        return min(max(MENUS * (1 + grown) / 2, MENUS), 16.0)

    def larger(self, steps: int) -> "Look":
        """Return this look with larger (or, below 0, smaller) text; 8 to 32 points."""
        return replace(self, text_size=min(max(self.text_size + steps, 8.0), 32.0))


def load_fonts() -> None:
    """Register the fonts that come with the program: a machine may have none at all."""
    for package in (fontpkg_atkinson_hyperlegible, fontpkg_noto_serif):
        _register(package.ROOT)
    set_menu_size(MENUS)


def set_menu_size(points: float) -> None:
    """Show menus, lists and labels in this size."""
    font = QFont([READING_SANS])
    font.setPointSizeF(points)
    if font != QApplication.font():
        QApplication.setFont(font)


def load_fonts_for(text: str) -> None:
    """Register the fonts of the scripts a text needs. They are not loaded before: a font once
    registered is a fallback for everything."""
    if any("\u0590" <= letter <= "\u05ff" for letter in text):
        _register(fontpkg_frank_ruhl_libre.ROOT)
    if any("\u0600" <= letter <= "\u08ff" for letter in text):
        _register(fontpkg_noto_sans_arabic.ROOT)


@cache
def _register(package: Path) -> None:
    for file in sorted((package / "files").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def remembered(settings: QSettings) -> Look:
    """Return the look kept in the settings; what cannot be read there is as built in."""
    given: dict[str, Any] = {}
    for field in fields(Look):
        name = f"look/{field.name}"
        given[field.name] = settings.value(name, field.default, type(field.default))
    return Look(**given)


def remember(settings: QSettings, look: Look) -> None:
    """Keep a look for the next start."""
    for name, value in asdict(look).items():
        settings.setValue(f"look/{name}", value)
