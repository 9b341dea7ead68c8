"""The body editor: toolbar and text of one entry's article, over the block model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QTextBlock, QTextDocument
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import (
    DisplayFormula,
    Figure,
    InlineFormula,
    Note,
    PageBreak,
    Table,
    plain_text,
)
from proceedings_editor.model.body_edit.line import is_grid
from proceedings_editor.model.finding import Finding
from proceedings_editor.model.place import Place
from proceedings_editor.storage.attachment import figure_path
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.asking import Asker
from proceedings_editor.ui.body.clipboard import plain_of
from proceedings_editor.ui.body.command import EVERY, LANGUAGES, Command
from proceedings_editor.ui.body.decoration import Decoration
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.fact import OBJECT_TYPE, Fact
from proceedings_editor.ui.body.figure_asking import SMALLER
from proceedings_editor.ui.body.finding_mark import FindingMarks
from proceedings_editor.ui.body.following import cited_at, reference_at
from proceedings_editor.ui.body.formula_shelf import FormulaShelf
from proceedings_editor.ui.body.key import press
from proceedings_editor.ui.body.look import Look
from proceedings_editor.ui.body.ordinal import Ordinals
from proceedings_editor.ui.body.paster import CUT, PASTE, Paster
from proceedings_editor.ui.body.picture_shelf import PictureShelf
from proceedings_editor.ui.body.position import place_at, spot_at, stretch_of
from proceedings_editor.ui.body.sign_painter import SignPainter
from proceedings_editor.ui.body.spelling_mark import SpellingMarks
from proceedings_editor.ui.body.store import Sign, ValueStore
from proceedings_editor.ui.body.sync import BodySync
from proceedings_editor.ui.body.text_edit import BodyText
from proceedings_editor.ui.body.toolbar import BodyToolBar
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.spelling import Spelling
from proceedings_editor.ui.words import Words

PASTE_PLAIN = text("Paste as plain text")
PROPERTIES_KEYS = (QKeySequence("Alt+Return"), QKeySequence("Alt+Enter"))
ENTER_KEYS = (QKeySequence("Return"), QKeySequence("Enter"))
"""On a formula, figure or footnote that is chosen alone they open it; a new line would take its place."""
PLAIN_KEYS = QKeySequence("Ctrl+Shift+V")
_MOST_SOURCES = 12
"""References shown in a tooltip; more would hide the text."""


class BodyEditor(QWidget):
    """Edits the article of one entry of a session.

    Signals:
        place_entered: The cursor came into another block (a `Place`).
        reference_wanted: A citation was followed to its reference (a `Place`).
    """

    place_entered = Signal(object)
    reference_wanted = Signal(object)

    def __init__(
        self,
        session: Session,
        words: Words,
        parent: QWidget | None = None,
        spelling: Spelling | None = None,
        jobs: Jobs | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs or Jobs(self)
        self._words = words
        self._block: tuple[int, ...] = ()
        self.text = BodyText(self)
        self._store = ValueStore()
        self._pictures = PictureShelf(self._jobs, self)
        self._formulas = FormulaShelf(self)
        self._look = Look(self.text.palette())
        document = self.text.document()
        document.setDefaultFont(self._look.font())
        document.setDocumentMargin(14)
        self.sync = BodySync(document, self._store, self._look)
        self._signs = SignPainter(self._store, self._look, words, self._formulas, self._pictures, self)
        self._signs.number_of = Ordinals(self.sync).number_at
        self._signs.miniature = self._miniature
        document.documentLayout().registerHandler(OBJECT_TYPE, self._signs)
        self._decoration = Decoration(self.sync, self._look, words, lambda: session.workspace.template)
        self._marks = FindingMarks(self.text, self.sync)
        self.desk = BodyDesk(session, self.text, self.sync)
        self._unknown = SpellingMarks(self.desk, self._marks, spelling, words) if spelling else None
        self.asker = Asker(self.desk, words)
        figures = self.asker.figures
        self._paster = Paster(self.desk, figures, self._pictures, self._jobs, words, self)
        self._speaker = Speaker(words, self)
        self.toolbar = BodyToolBar(self.desk, self._speaker, self.asker.ask, self)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        self._speaker.name(self, "bodyEditor", text("Article editor"))
        self._speaker.name(self.text, "bodyText", text("Text of the article"))
        self._speaker.say(self.text.setPlaceholderText, text("Type the article here, or paste it."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        edit = self.text
        edit.key_pressed = self._press
        edit.is_own_key = self._is_own_key
        edit.copied = self._paster.copied
        edit.put_in = self._paster.put_in
        edit.dropped = self._paster.drop
        edit.decorated = self._decorate
        edit.tip_at = self._tip_at
        edit.menu_at = self._show_menu
        edit.palette_changed.connect(self._change_look)
        edit.activated_at.connect(lambda position: self.asker.open_at(position))
        self._formulas.drawn.connect(self._lay_out_signs)
        self._pictures.drawn.connect(self._lay_out_signs)
        self._words.changed.connect(self.text.viewport().update)
        edit.followed_at.connect(self._follow)
        self.desk.moved.connect(self._tell_place)

    # ------------------------------------------------------------------------------------------------------ the panel

    def show_entry(self, entry_id: str) -> None:
        """Show the article of an entry."""
        self._pictures.look_with(lambda file: figure_path(self._session.folder, entry_id, file))
        self._marks.show(())
        self.desk.show_entry(entry_id)

    def go_to(self, place: Place) -> None:
        """Select a place of the article and bring it into view; what the text does not show is left alone."""
        stretch = stretch_of(self.sync, place)
        if stretch is not None:
            start, end = stretch if place.end > place.start else (stretch[0], stretch[0])
            self.desk.place_caret(start, end)
            self.text.ensureCursorVisible()
            self.text.setFocus()

    def chosen_words(self) -> str:
        """Return the selected words where they are part of one line, "" otherwise."""
        words = self.text.textCursor().selectedText()
        return words if words.isprintable() and "\ufffc" not in words else ""

    def set_read_only(self, read_only: bool) -> None:
        """Let the article only be read, or edited again."""
        self.desk.set_read_only(read_only)
        self.toolbar.setEnabled(not read_only)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the findings of the shown entry that lie in its article."""
        self._marks.show([found for found in findings if found.place.block and found.entry == self.desk.entry_id])

    def _follow(self, position: int) -> None:
        place = reference_at(self.desk, position)
        if place is not None:
            self.reference_wanted.emit(place)

    def _tell_place(self) -> None:
        place = place_at(self.sync, self.desk.spot())
        if place.block and place.block != self._block:
            self.place_entered.emit(place)
        self._block = place.block

    # --------------------------------------------------------------------------------------------------------- keys

    def _press(self, event: QKeyEvent) -> bool:
        if _writes(event):  # nearly every key: it is no command, and each comparison would take its time
            return not self.text.isReadOnly() and press(self.desk, event)
        history = {QKeySequence.StandardKey.Undo: self._session.undo, QKeySequence.StandardKey.Redo: self._session.redo}
        for key, act in history.items():
            if event.matches(key):
                self.text.commit_input()
                act()
                return True
        if self.text.isReadOnly():
            return False
        command = self._command_of(event)
        if command is not None:
            self.toolbar.run(command)
            return True
        if QKeySequence(event.keyCombination()) in PROPERTIES_KEYS:
            return self.asker.open_at(self.text.textCursor().position())
        if QKeySequence(event.keyCombination()) in ENTER_KEYS and self.text.textCursor().selectedText() == "\ufffc":
            return self.asker.open_at(self.text.textCursor().selectionStart())
        if _is_plain_paste(event):
            self._paster.paste_plain()
            return True
        if event.matches(QKeySequence.StandardKey.Cut):
            self._paster.cut()
            return True
        return press(self.desk, event)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        return not _writes(event) and (self._command_of(event) is not None or _is_plain_paste(event))

    def _command_of(self, event: QKeyEvent) -> Command | None:
        pressed = QKeySequence(event.keyCombination())
        return next((command for command in EVERY if command.keys and QKeySequence(command.keys) == pressed), None)

    # --------------------------------------------------------------------------------------------------------- menu

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("bodyMenu")
        here = self.text.cursorForPosition(self.text.viewport().mapFromGlobal(point)).position()
        if self._unknown:
            self._unknown.add_to(menu, here)
        has = self.text.textCursor().hasSelection()
        can_paste_plain = not self.text.isReadOnly() and bool(QGuiApplication.clipboard().text())
        rows: tuple[tuple[Text, object, bool], ...] = (
            (text("Undo"), self._session.undo, self._session.next_undo is not None),
            (text("Redo"), self._session.redo, self._session.next_redo is not None),
            (CUT, self._paster.cut, has),
            (text("Copy"), self.text.copy, has),
            (PASTE, self.text.paste, self.text.canPaste()),
            (PASTE_PLAIN, self._paster.paste_plain, can_paste_plain),
        )
        for label, act, enabled in rows:
            action = menu.addAction(self._words(label))
            action.setEnabled(enabled)
            action.triggered.connect(act)
        opener = None if self.text.isReadOnly() else self.asker.opener_at(here)
        if opener is not None:
            menu.addSeparator()
            menu.addAction(self._words(text("Properties…")), opener)
            self._offer_smaller(menu, here)
        if self.desk.table_here():
            menu.addSeparator()
            menu.addActions(self.toolbar.table_menu.actions()[1:])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _offer_smaller(self, menu: QMenu, position: int) -> None:
        """Offer to make the picture at a position smaller, where it has more dots than print needs."""
        line = self.sync.line(spot_at(self.sync.document, position).line)
        figures = self.asker.figures
        if isinstance(line.leaf, Figure) and figures.can_be_smaller(line.leaf):
            menu.addAction(self._words(SMALLER), lambda: figures.make_smaller(line.path))

    # -------------------------------------------------------------------------------------------------------- painting

    def _decorate(self, painter: QPainter, block: QTextBlock, area: QRectF) -> None:
        self._decoration.paint(painter, block, area)

    def _change_look(self) -> None:
        self._look = Look(self.text.palette())
        self.sync.writer.look = self._signs.look = self._decoration.look = self._look
        self._signs.forget()
        caret = self.text.textCursor()
        place = caret.anchor(), caret.position()
        self.sync.show_everything(self.sync.body)
        self.desk.place_caret(*place)
        self._marks.paint()

    def _lay_out_signs(self) -> None:
        """Lay out anew the blocks that hold signs: their sizes are known now."""
        self._signs.forget()
        document = self.text.document()
        signs = document.find("\ufffc")
        if not signs.isNull():
            with self.sync.writing():
                document.markContentsDirty(
                    signs.selectionStart(), document.characterCount() - signs.selectionStart() - 1
                )
        self.text.viewport().update()

    def _miniature(self, value: object) -> QTextDocument:
        """Return a document that shows a block standing where it cannot be edited, as a table inside an item."""
        document = QTextDocument(self)
        document.setDefaultFont(self._look.font())
        document.setDocumentMargin(0)
        document.setTextWidth(420)
        document.documentLayout().registerHandler(OBJECT_TYPE, self._signs)
        if isinstance(value, Table) and is_grid(value, ()):
            BodySync(document, self._store, self._look).show((value,))
        elif isinstance(value, Table):
            document.setPlainText(plain_of((value,)))
        return document

    # --------------------------------------------------------------------------------------------------------- tooltip

    def _tip_at(self, position: int) -> str:
        found = [self._words(finding.message) for finding in self._marks.at(position)]
        if self._unknown:
            found = list(filter(None, dict.fromkeys([*found, self._unknown.tip_at(position)])))
        document = self.text.document()
        cursor = self.text.textCursor()
        for at in (position + 1, position):
            cursor.setPosition(min(at, document.characterCount() - 1))
            form = cursor.charFormat()
            is_sign = document.characterAt(cursor.position() - 1) == "\ufffc"
            if is_sign and (words := self._tip_of(self._store.value(form.intProperty(Fact.VALUE)))):
                return "\n".join([*found, words])
        found += self._sources_at(position)
        href, language = form.stringProperty(Fact.HREF), form.stringProperty(Fact.LANGUAGE)
        names = [self._words(name) for code, name in LANGUAGES if code and code == language]
        return "\n".join([*found, *filter(None, (href, *names))])

    def _sources_at(self, position: int) -> list[str]:
        """Return the references that the citation at a position of the text leads to."""
        entry = self._session.entry(self.desk.entry_id)
        cited = cited_at(self.desk, position)[:_MOST_SOURCES] if entry else ()
        return [f"{number}. {plain_text(entry.references[number - 1].text)}" for number in cited if entry]

    def _tip_of(self, value: object) -> str:
        match value:
            case Note(blocks):
                return plain_of(blocks)
            case InlineFormula(formula) | DisplayFormula(formula):
                return formula.source
            case Figure(file, alt=alt):
                return "\n".join(filter(None, (file, alt)))
            case Sign(char):
                return f"U+{ord(char):04X}"
            case PageBreak():
                return self._words(text("Page break"))
            case _:
                return ""


def _writes(event: QKeyEvent) -> bool:
    """Whether a key is a letter or a sign, and nothing is held down with it but Shift."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return held == Qt.KeyboardModifier.NoModifier and event.text().isprintable() and bool(event.text())


def _is_plain_paste(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) == PLAIN_KEYS
