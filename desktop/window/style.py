"""The window's style sheet, made from a theme."""

from PySide6.QtGui import QPalette

from desktop.places import RESOURCES
from desktop.window.theme import Theme


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


def style_sheet(theme: Theme) -> str:
    """Return the Qt style sheet of the whole window in these colours."""
    chevron = RESOURCES / "icons" / f"chevron-{theme.id}.svg"
    return _SHEET.format(**theme.colours, chevron=chevron.as_posix())


_SHEET = """
QMainWindow, QDialog, QMessageBox {{ background: {ground}; color: {ink}; }}
QWidget {{ color: {ink}; }}
#shelf, QWidget#body {{ background: {ground}; }}
#sheet {{ background: {paper}; border: 1px solid {edge}; border-radius: 8px; }}
QLabel#side {{ color: {soft}; font-weight: 700; }}
QLabel#soft {{ color: {soft}; }}
QLabel#warn {{ color: {warn}; }}
QLabel#title {{ font-weight: 700; font-size: 15pt; }}
QLabel#saved {{ color: {saved}; font-weight: 700; }}
QLabel#verdict {{ font-weight: 700; font-size: 12pt; }}
QLabel#hint {{ background: {wash}; border: 1px solid {edge}; border-radius: 8px; padding: 10px; }}
QTextEdit, QTextBrowser {{ background: {paper}; color: {ink}; border: none;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QListView, QListWidget, QTableView {{ background: {paper}; color: {ink};
    border: 1px solid {edge}; border-radius: 6px; outline: 0; }}
QHeaderView {{ background: {ground}; border: none; }}
QHeaderView::section {{ background: {ground}; color: {soft}; font-weight: 700; border: none;
    border-bottom: 1px solid {edge}; padding: 6px 9px; }}
QTableWidget::item {{ padding: 3px 6px; }}
QTableView::item:selected {{ background: {wash}; color: {ink}; }}
QListView::item {{ padding: 6px; }}
QListView::item:selected {{ background: {wash}; color: {ink}; border-left: 3px solid {accent}; }}
QLineEdit, QComboBox, QSpinBox, QToolButton {{ background: {paper}; color: {ink};
    border: 1px solid {edge}; border-radius: 5px; padding: 3px 6px; min-height: 18px; }}
QLineEdit:focus, QComboBox:focus, QToolButton:focus, QListView:focus, QSpinBox:focus {{
    border: 2px solid {accent}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 8px; }}
QComboBox QAbstractItemView {{ background: {paper}; color: {ink};
    selection-background-color: {wash}; selection-color: {ink}; }}
QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {edge};
    border-radius: 6px; padding: 5px 14px; }}
QPushButton:hover, QToolButton:hover {{ background: {wash}; }}
QPushButton:focus {{ border: 2px solid {accent}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {soft}; background: {ground}; }}
QMenuBar, QStatusBar {{ background: {ground}; color: {ink}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {wash}; color: {ink}; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {edge}; }}
QMenu::item:disabled {{ color: {soft}; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {edge}; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {edge}; border-radius: 5px; min-height: 28px; }}
QScrollBar::handle:vertical:hover {{ background: {soft}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; height: 0; }}
QSplitter::handle {{ background: {ground}; }}
"""
