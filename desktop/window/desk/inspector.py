"""The inspector: everything about the sentence in hand."""

from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.library.codebook import codebook
from desktop.library.contents import Contents
from desktop.library.hints import questions
from desktop.library.model import Tag
from desktop.library.tagging import kind_name
from desktop.text.codebook import Side
from desktop.tr import tr
from desktop.window.desk.noteline import NoteLine
from desktop.window.desk.tagform import TagForm
from desktop.window.desk.why import Why
from desktop.window.desk.wording import compared, told
from desktop.window.look.look import MENUS, READING_SANS, Look
from desktop.window.names import untagged
from desktop.window.workspace import Workspace

PAUSE = 120
"""Milliseconds one rests on a sentence before the questions worth asking are added."""

WIDTH, WIDEST = 400, 500
"""Pixels for the tag's own facts while menus have the size they come with; the wording takes the
rest."""


class Inspector(QFrame):
    """Shows and changes what is known of one sentence. Widgets call the workspace's verbs."""

    left = Signal()
    """The person is done writing: back to the articles."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName(tr("The sentence in hand"))
        self.workspace = workspace
        self.look = Look()
        self.sentence_id = ""
        self._told = ""
        self._asking = QTimer(self, singleShot=True, interval=PAUSE)
        self._asking.timeout.connect(self._ask)
        self.place = QLabel()
        self.place.setObjectName("soft")
        self.verdict = QLabel()
        self.verdict.setObjectName("verdict")
        self.verdict.setWordWrap(True)
        self.rule = QToolButton()
        self.rule.setText("?")
        self.rule.setToolTip(tr("What the codebook says"))
        self.rule.setAccessibleName(tr("What the codebook says"))
        self.form = TagForm()
        self.form.setEnabled(not workspace.store.read_only)
        self.why = Why()
        self.below = QStackedWidget()  # one place for both, else the articles jump with every tag
        self.note = NoteLine(workspace)
        self.wording = QTextBrowser()
        self.wording.setFrameShape(QFrame.Shape.NoFrame)
        self.wording.setOpenLinks(False)
        self.wording.setAccessibleName(tr("What changed"))
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.wording.setTextInteractionFlags(self.wording.textInteractionFlags() | keys)
        self._arrange()
        self.form.refined.connect(self._refine)
        self.note.returnPressed.connect(self.left)
        self.why.left.connect(self.left)
        workspace.changed.connect(self.refresh)
        workspace.suggested.connect(self.refresh)

    def _arrange(self) -> None:
        facts = QWidget()
        self.facts = facts
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.verdict, 1)
        head.addWidget(self.rule)
        column.addWidget(self.place)
        column.addLayout(head)
        column.addWidget(self.note)
        for page in (self.why, self.form):
            self.below.addWidget(page)
        column.addWidget(self.below, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(facts)
        row.addWidget(self.wording, 1)

    def sizeHint(self) -> QSize:
        return QSize(800, 175)

    # what is shown

    def show_sentence(self, sentence_id: str) -> None:
        """Show this sentence; "" shows nothing."""
        self.sentence_id = sentence_id
        self.refresh()

    def set_look(self, look: Look) -> None:
        """Show the sentence in another look."""
        self.look = look
        self.wording.document().setDefaultFont(look.reading_font(0.92))
        self.facts.setFixedWidth(min(round(WIDTH * look.menu_size() / MENUS), WIDEST))
        self._told = ""
        self.refresh()

    def refresh(self) -> None:
        """Show the sentence in hand as it is now."""
        contents = self.workspace.shown
        if contents is None or self.sentence_id not in contents.sentences:
            self.sentence_id = ""
            self._told = ""
            for part in (self.place, self.verdict, self.wording):
                part.clear()
            self.note.show_note("")
            self.why.say("")
            self.below.setCurrentWidget(self.why)
            return
        side, _ = contents.sentences[self.sentence_id]
        tag = self.workspace.tags().get(self.sentence_id)
        self.place.setText(self._place(contents))
        self.verdict.setText(self._verdict(contents, tag))
        self._show_below(side, tag)
        self.note.show_note(self.sentence_id)
        self._questions: tuple[str, ...] = ()
        self._tell(self._wording(contents))
        self._asking.start()

    def _show_below(self, side: Side, tag: Tag | None) -> None:
        """Show the marks of a tag, or else why one is suggested."""
        found = self.workspace.suggestion(self.sentence_id)
        self.why.say(found.reason if found and tag is None else "")
        if tag is not None:
            self.form.show_tag(side, tag)
        self.below.setCurrentWidget(self.why if tag is None else self.form)

    def _ask(self) -> None:
        """Add what is worth asking. It reads the whole source, so it waits until one rests here."""
        contents = self.workspace.shown
        if contents is None or self.sentence_id not in contents.sentences:
            return
        side, _ = contents.sentences[self.sentence_id]
        if side is Side.REWRITE and self.workspace.reveals(self.sentence_id):
            self._questions = questions(contents, self.sentence_id)
            if self._questions:
                self._tell(self._wording(contents))

    def _tell(self, told: str) -> None:
        """Show this HTML. Laying it out takes longer than finding that it stands there already."""
        if told != self._told:
            self._told = told
            self.wording.setHtml(told)

    def kind(self) -> str:
        """Return the kind of tag shown, given or suggested; "" where there is none."""
        shown = self.workspace.tags().get(self.sentence_id)
        found = shown or self.workspace.suggestion(self.sentence_id)
        return found.kind.value if found else ""

    def _place(self, contents: Contents) -> str:
        side, _ = contents.sentences[self.sentence_id]
        part = contents.side(side)
        name = tr("Source") if side is Side.SOURCE else tr("Rewrite")
        number = part.numbers.get(self.sentence_id)
        if number is None:
            return tr("{side}: not part of the story", side=name)
        return tr("{side} · sentence {n} of {all}", side=name, n=number, all=len(part.linkable))

    def _verdict(self, contents: Contents, tag: Tag | None) -> str:
        if tag is not None:
            return codebook().names[tag.kind]
        suggestion = self.workspace.suggestion(self.sentence_id)
        if suggestion is not None:
            marks = [suggestion.subkind, *suggestion.flags]
            finer = [codebook().terms[mark] for mark in marks if mark is not None]
            return tr("Suggested: {kind}", kind=" · ".join((kind_name(suggestion.kind), *finer)))
        return untagged(contents, self.sentence_id)

    def _wording(self, contents: Contents) -> str:
        """Return the linked sentences with their differing words marked, then the reasons."""
        side, sentence = contents.sentences[self.sentence_id]
        here = (contents.label(sentence.id), contents.side(side).text(sentence))
        other = contents.rewrite if side is Side.SOURCE else contents.source
        partners = [(contents.label(p.id), other.text(p)) for p in contents.partners(sentence.id)]
        colours = self.look.colours()
        rewrite = side is Side.REWRITE
        linked = [(partners, here)] if rewrite else [([here], partner) for partner in partners]
        tables = [f"<p>{escape(here[1])}</p>"]
        if partners:
            tables = [compared(sources, text, colours) for sources, text in linked]
        self.wording.setAccessibleDescription(
            " ".join(told(sources, text) for sources, text in linked) if partners else ""
        )
        answers, reasons = (
            "".join(map(self._paragraph, lines))
            for lines in (self._answers(contents), self._reasons(contents))
        )
        body = "".join(tables)  # who predicts looks for the answers first
        parts = (answers, body) if self.workspace.predicting else (body, answers)
        return f"<div style='color:{colours.colours['ink']}'>{''.join(parts)}{reasons}</div>"

    def _paragraph(self, line: str) -> str:
        soft = self.look.colours().colours["soft"]
        font = f"font-family:'{READING_SANS}'; font-size:{self.look.menu_size()}pt"
        return f'<p style="color:{soft}; margin:3px 0; {font}">{escape(line)}</p>'

    def _answers(self, contents: Contents) -> list[str]:
        """Return what a tag that is given is held against: the suggestion, and others' tags."""
        suggestion = self.workspace.suggestions.get(self.sentence_id)
        answers = []
        if suggestion is not None and self.sentence_id in self.workspace.tags():
            name = kind_name(suggestion.kind)
            answers.append(
                tr("Why “{kind}” is suggested: {reason}", kind=name, reason=suggestion.reason)
            )
        return answers + self._others(contents)

    def _reasons(self, contents: Contents) -> list[str]:
        if not self.workspace.reveals(self.sentence_id):
            return [tr("Predict first: links, suggestion and reason show once you have tagged.")]
        lines = self.workspace.hints.quotations.get(self.sentence_id, ())
        reasons = [*(tr("Quotation {line}", line=line) for line in lines), *self._questions]
        links = contents.links_of(self.sentence_id)
        if links:
            reasons.append(tr("Why they are linked: {reason}", reason=links[0].reason))
        else:
            reasons.append(tr("No sentence of the other text is linked to this one."))
        return reasons

    def _others(self, contents: Contents) -> list[str]:
        """Return how other coders tagged what this one has tagged; before, it would sway them."""
        coder = self.workspace.coder
        others = contents.others(coder, self.sentence_id)
        if not others or self.sentence_id not in contents.tags_of(coder):
            return []
        told = (f"{code}: {kind_name(tag.kind)}" for code, tag in others.items())
        return [tr("Other coders’ tags: {tags}.", tags=", ".join(told))]

    # what a person changes

    def write_note(self) -> None:
        """Put the cursor behind the note's last word."""
        self.note.setFocus()
        self.note.end(False)

    def _refine(self, fields: dict[str, object]) -> None:
        if self.sentence_id:
            self.workspace.attempt(lambda: self.workspace.refine(self.sentence_id, **fields))
            self.left.emit()
