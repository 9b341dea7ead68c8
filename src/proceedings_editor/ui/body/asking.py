"""The dialogs of the editor: link, footnote, formula; what a dialog cannot show is not offered in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from proceedings_editor.language.citation import write_citation
from proceedings_editor.model.body import (
    Body,
    DisplayFormula,
    Figure,
    InlineFormula,
    LineBreak,
    Note,
    Paragraph,
    Run,
    Span,
    plain_text,
)
from proceedings_editor.model.body_edit.line import text_of_leaf
from proceedings_editor.model.body_edit.spot import Spot, Stretch
from proceedings_editor.model.body_edit.text import put_in
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.citing_dialog import CitingDialog
from proceedings_editor.ui.body.command import insert_table, set_link
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.fact import span_of
from proceedings_editor.ui.body.figure_asking import FigureAsker
from proceedings_editor.ui.body.formula_asking import FormulaAsker
from proceedings_editor.ui.body.position import spot_at
from proceedings_editor.ui.body.table_dialog import TableDialog
from proceedings_editor.ui.body.text_dialog import TextDialog
from proceedings_editor.ui.message import show_sentence
from proceedings_editor.ui.words import Words

NOTE: Text = text("Footnote")
CITATION: Text = text("Citation")


class Asker:
    """Opens the dialogs over one desk.

    Attributes:
        figures: Asks about figures.
        show_symbols: Opens the palette of symbols, which the whole window shares.
    """

    def __init__(self, desk: BodyDesk, words: Words) -> None:
        self._desk = desk
        self._words = words
        self._formulas = FormulaAsker(desk, words)
        self.figures = FigureAsker(desk, words)
        self.show_symbols: Callable[[], None] = lambda: None

    def ask(self, name: str) -> None:
        """Open the dialog with this name at the cursor."""
        doers = {
            "link": self._ask_link,
            "note": self._ask_note,
            "formula": self._formulas.ask,
            "figure": self.figures.ask,
            "citation": self._ask_citation,
            "table": self._ask_table,
            "symbol": self.show_symbols,
        }
        doers[name]()

    def open_at(self, position: int) -> bool:
        """Open the dialog of the object at a position; False where there is none it can show."""
        opener = self.opener_at(position)
        if opener is not None:
            opener()
        return opener is not None

    def opener_at(self, position: int) -> Callable[[], None] | None:
        """Return what opens the dialog of the footnote, formula or figure at a position; None for none it can show."""
        spot = spot_at(self._desk.sync.document, position)
        line = self._desk.sync.line(spot.line)
        match line.leaf:
            case DisplayFormula() as formula:
                return lambda: self._formulas.edit_block(line.path, formula)
            case Figure():
                return lambda: self.figures.edit(line.path)
        at = 0
        for run in text_of_leaf(line.leaf) or ():
            if at in (spot.offset, spot.offset - 1) and isinstance(run, Note | InlineFormula):
                return self._opener_of_run(Stretch(spot.line, at, at + 1), run)
            at += len(run.text) if isinstance(run, Span) else 1
        return None

    def _open(self, question: Text, value: str, lines: int = 1) -> TextDialog:
        dialog = TextDialog(self._words, question, value, self._desk.edit, lines=lines)
        dialog.open()
        return dialog

    def _ask_link(self) -> None:
        cursor = QTextCursor(self._desk.edit.textCursor())
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self._desk.edit.setTextCursor(cursor)
        probe = QTextCursor(cursor)
        probe.setPosition(cursor.selectionEnd())
        old = span_of(probe.charFormat()).href
        dialog = self._open(text("Address of the link (empty for no link)"), old or "https://")
        dialog.text_given.connect(lambda href: set_link(self._desk, "" if href == "https://" else href.strip()))

    def _ask_note(self) -> None:
        spot = self._desk.selection()[1]
        dialog = self._open(text("Text of the footnote"), "", 5)
        dialog.text_given.connect(
            lambda words: self._put(spot, Note(note_blocks(words)), NOTE) if words.strip() else None
        )

    def _ask_citation(self) -> None:
        desk, spot = self._desk, self._desk.selection()[1]
        entry = desk.session.entry(desk.entry_id)
        if entry is None or not entry.references:
            show_sentence(desk.edit, self._words, text("There is nothing to cite yet; add the sources in References."))
            return
        dialog = CitingDialog(self._words, [plain_text(one.text) for one in entry.references], desk.edit)

        def cite(numbers: tuple[int, ...]) -> None:
            form = desk.session.workspace.template.citations.form
            words = write_citation([((number,), "") for number in numbers], form, entry.language)
            stretch = Stretch(spot.line, spot.offset, spot.offset)
            behind = Spot(spot.line, spot.offset + len(words))
            desk.change(put_in(desk.sync.body, stretch, (Span(words),)), CITATION, (behind, behind))

        dialog.numbers_given.connect(cite)
        dialog.open()

    def _ask_table(self) -> None:
        dialog = TableDialog(self._words, self._desk.edit)
        dialog.table_given.connect(lambda table: insert_table(self._desk, table))
        dialog.open()

    def _put(self, spot: Spot, run: Run, label: Text) -> None:
        body = put_in(self._desk.sync.body, Stretch(spot.line, spot.offset, spot.offset), (run,))
        behind = Spot(spot.line, spot.offset + 1)
        self._desk.change(body, label, (behind, behind))

    def _opener_of_run(self, stretch: Stretch, run: Note | InlineFormula) -> Callable[[], None] | None:
        if isinstance(run, Note) and not is_plain(run.blocks):
            return None
        return lambda: self._edit_run(stretch, run)

    def _edit_run(self, stretch: Stretch, run: Note | InlineFormula) -> None:
        if isinstance(run, InlineFormula):
            self._formulas.edit_run(stretch, run)
            return
        dialog = self._open(text("Text of the footnote"), note_text(run), 5)
        dialog.text_given.connect(lambda words: self._exchange(stretch, Note(note_blocks(words)), NOTE))

    def _exchange(self, stretch: Stretch, run: Run, label: Text) -> None:
        self._desk.change(put_in(self._desk.sync.body, stretch, (run,)), label)


def is_plain(blocks: Body) -> bool:
    """Say whether blocks are nothing but unmarked paragraphs, so that a plain field can show all of them."""
    return all(
        isinstance(block, Paragraph)
        and not block.align
        and all(isinstance(run, LineBreak) or run == Span(getattr(run, "text", "")) for run in block.text)
        and not any(isinstance(run, LineBreak) for run in block.text)
        for block in blocks
    )


def note_text(note: Note) -> str:
    """Return the words of a plain note, a line for each paragraph."""
    return "\n".join(plain_text(block.text) for block in note.blocks if isinstance(block, Paragraph))


def note_blocks(words: str) -> Body:
    """Return the paragraphs of a note."""
    return tuple(Paragraph((Span(line),)) for line in words.strip().split("\n") if line.strip())
