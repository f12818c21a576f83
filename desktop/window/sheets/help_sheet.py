"""The help: a few pages, and the codebook."""

from html import escape

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from desktop.library.codebook import codebook
from desktop.places import RESOURCES
from desktop.text.codebook import SUBKINDS, Flag, Kind
from desktop.tr import tr
from desktop.window.look.look import Look

FIRST_STEPS, TAGS, CHANGING = "first-steps", "tags", "changing"
SUGGESTIONS, DATA = "suggestions", "data"


def pages() -> dict[str, str]:
    """Return what the pages are called, by name, in order."""
    return {
        FIRST_STEPS: tr("First steps"),
        TAGS: tr("The tags"),
        CHANGING: tr("Putting things right"),
        SUGGESTIONS: tr("Suggestions"),
        DATA: tr("Your data"),
    }


class HelpSheet(QDialog):
    """Stays open beside the window while one works."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.resize(820, 620)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pages of the help"))
        self.list.addItems(list(pages().values()))
        self.list.setMaximumWidth(190)
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Help"))
        self.page.setOpenLinks(False)
        self.page.document().setDefaultFont(look.reading_font(0.95))
        self.page.document().setDocumentMargin(16)
        row = QHBoxLayout(self)
        row.addWidget(self.list)
        row.addWidget(self.page, 1)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def show_page(self, name: str, anchor: str = "") -> None:
        """Show a page, from the place named `anchor` on."""
        self.list.setCurrentRow(list(pages()).index(name))
        if anchor:
            self.page.scrollToAnchor(anchor)

    def _show(self, row: int) -> None:
        name = list(pages())[row]
        if name == TAGS:
            self.page.setHtml(tags_page())
        else:
            self.page.setMarkdown((RESOURCES / "help" / f"{name}.en.md").read_text("utf-8"))


def tags_page() -> str:
    """Return the codebook as rich text; each term is an anchor."""
    book = codebook()

    def term(name: str) -> str:
        return (
            f"<p><a name='{name}'></a><b>{escape(book.names[name])}</b> "
            f"{escape(book.definitions[name])}</p>"
        )

    parts = [f"<h1>{escape(book.title)}</h1>", f"<p>{escape(book.about)}</p>"]
    for kind in Kind:
        parts.append(f"<h2>{escape(book.names[kind])}</h2>")
        parts.append(term(kind))
        parts += [term(subkind) for subkind in SUBKINDS.get(kind, ())]
    parts.append(f"<h2>{escape(tr('Flags'))}</h2>")
    parts += [term(flag) for flag in Flag]
    parts.append(f"<h2>{escape(tr('How to decide'))}</h2><ol>")
    parts += [f"<li><b>{escape(s.name)}</b> {escape(s.text)}</li>" for s in book.steps]
    parts.append("</ol>")
    parts += [f"<p>{escape(rule)}</p>" for rule in book.rules]
    return "".join(parts)
