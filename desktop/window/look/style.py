"""The window's style sheet, made from a theme."""

from PySide6.QtGui import QPalette

from desktop.places import RESOURCES
from desktop.window.look.look import MENUS
from desktop.window.look.theme import Theme

ITEM_PADDING, ITEM_EDGE = 6, 3
"""Pixels around a line of a list, and of the edge at its left where it is chosen."""


def palette(theme: Theme) -> QPalette:
    """Return the colours of what the style sheet leaves to Qt: tick boxes, arrows, hints."""
    made = QPalette()
    role = QPalette.ColorRole
    for part, colour in (
        (role.Window, "ground"),
        (role.WindowText, "ink"),
        (role.Base, "paper"),
        (role.AlternateBase, "wash"),
        (role.Text, "ink"),
        (role.Button, "paper"),
        (role.ButtonText, "ink"),
        (role.PlaceholderText, "soft"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.ToolTipBase, "paper"),
        (role.ToolTipText, "ink"),
        (role.Mid, "soft"),
        (role.Dark, "soft"),
    ):
        made.setColor(part, theme[colour])
    return made


def style_sheet(theme: Theme, size: float = MENUS) -> str:
    """Return the Qt style sheet of the whole window in these colours; `size` is that of its
    labels, in points."""
    icons = {
        name: (RESOURCES / "icons" / f"{name}-{theme.id}.svg").as_posix()
        for name in ("chevron", "chevron-up", "tick")
    }
    return _SHEET.format(
        **theme.colours,
        icons=icons,
        title=round(1.5 * size),
        verdict=round(1.2 * size),
        item_padding=ITEM_PADDING,
        item_edge=ITEM_EDGE,
    )


_SHEET = """
QMainWindow, QDialog, QMessageBox {{ background: {ground}; color: {ink}; }}
QWidget {{ color: {ink}; }}
#shelf, QWidget#body {{ background: {ground}; }}
#sheet {{ background: {paper}; border: 1px solid {edge}; border-radius: 8px; }}
QLabel#side {{ color: {soft}; font-weight: 700; }}
QLabel#soft {{ color: {soft}; }}
QLabel#warn {{ color: {warn}; }}
QLabel#title {{ font-weight: 700; font-size: {title}pt; }}
QLabel#saved {{ color: {saved}; font-weight: 700; }}
QLabel#verdict {{ font-weight: 700; font-size: {verdict}pt; }}
QLabel#hint {{ background: {wash}; border: 1px solid {edge}; border-radius: 8px; padding: 10px; }}
QTextEdit, QTextBrowser {{ background: {paper}; color: {ink}; border: none;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QTextBrowser {{ border: 2px solid {paper}; border-radius: 6px; }}
QTextBrowser#why {{ color: {soft}; }}
QListView, QListWidget, QTableView, QTreeView {{ background: {paper}; color: {ink};
    border: 1px solid {edge}; border-radius: 6px; outline: 0; }}
QHeaderView {{ background: {ground}; border: none; }}
QHeaderView::section {{ background: {ground}; color: {soft}; font-weight: 700; border: none;
    border-bottom: 1px solid {edge}; padding: 6px 9px; }}
QTableWidget::item {{ padding: 3px 6px; }}
QTableView::item:selected {{ background: {wash}; color: {ink}; }}
QListView::item {{ padding: {item_padding}px; }}
QListView::item:selected {{ background: {wash}; color: {ink};
    border-left: {item_edge}px solid {accent}; }}
QLineEdit, QComboBox, QAbstractSpinBox, QToolButton {{ background: {paper}; color: {ink};
    border: 1px solid {rim}; border-radius: 5px; padding: 3px 6px; min-height: 18px; }}
QLineEdit:focus, QComboBox:focus, QToolButton:focus, QAbstractSpinBox:focus {{
    border: 2px solid {accent}; padding: 2px 5px; }}
QListView:focus, QTreeView:focus, QTableWidget:focus, QTextBrowser:focus, QScrollArea#sheet:focus {{
    border: 2px solid {accent}; }}
QCheckBox {{ border: 2px solid transparent; border-radius: 5px; padding: 2px 4px; }}
QCheckBox:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QListView::indicator {{ background: {paper}; border: 1px solid {rim};
    border-radius: 3px; width: 13px; height: 13px; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {accent};
    border-color: {accent}; image: url("{icons[tick]}"); }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 22px; }}
QAbstractSpinBox::up-arrow {{ image: url("{icons[chevron-up]}"); width: 10px; height: 7px; }}
QAbstractSpinBox::down-arrow {{ image: url("{icons[chevron]}"); width: 10px; height: 7px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{icons[chevron]}"); width: 12px; height: 8px; }}
QComboBox QAbstractItemView {{ background: {paper}; color: {ink};
    selection-background-color: {wash}; selection-color: {ink}; }}
QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {rim};
    border-radius: 6px; padding: 5px 14px; }}
QPushButton:hover, QToolButton:hover {{ background: {wash}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 13px; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:default:focus {{ border: 4px double {on_accent}; padding: 2px 11px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {soft}; background: {ground}; }}
QMenuBar, QStatusBar {{ background: {ground}; color: {ink}; }}
QMenuBar::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item {{ padding: 4px 22px; border-left: 3px solid transparent; }}
QMenu::item:selected {{ background: {wash}; color: {ink}; border-left-color: {accent}; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {edge}; }}
QMenu::item:disabled {{ color: {soft}; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {edge}; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {rim}; margin: 0 3px; border-radius: 2px;
    min-height: 28px; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {rim}; margin: 3px 0; border-radius: 2px;
    min-width: 28px; }}
QScrollBar::handle:hover {{ background: {soft}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; width: 0; height: 0; }}
QSplitter::handle {{ background: {ground}; }}
"""
