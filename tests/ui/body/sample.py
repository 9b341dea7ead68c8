"""A body with every kind of block and run, and an editor over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from proceedings_editor.app.session import Session
from proceedings_editor.model.body import (
    Body,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    InlineFormula,
    LineBreak,
    ListBlock,
    Listing,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Span,
    Table,
)
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.storage.folder import Opened
from proceedings_editor.templates.reader import shipped_template
from proceedings_editor.ui.body.editor import BodyEditor
from proceedings_editor.ui.words import Words


def words(text: str, **marks: bool) -> Paragraph:
    return Paragraph((Span(text, **marks),)) if text else Paragraph()


def item(*blocks: str | ListBlock) -> ListItem:
    return ListItem(tuple(words(block) if isinstance(block, str) else block for block in blocks))


NOTE = Note((words("Бірінші ескерту"),))
X = InlineFormula(FormulaSource("x^2"))
INNER = ListBlock((item("ішкі бірінші"), item("ішкі екінші")), ordered=True, marker="a)")
TABLE = Table(
    (
        (Cell((words("Жыл"),), align="center"), Cell((words("Түсім"),), columns=2)),
        (Cell((words("2024"),), rows=2), Cell((INNER,)), Cell()),
        (Cell((words("қар"), words("су"))), Cell((Quotation((words("дәйексөз"),)),))),
    ),
    header_rows=1,
    caption=(Span("Өлшемдер"), NOTE),
    widths=(1.0, 2.0, 1.0),
)
BODY: Body = (
    Heading((Span("Кіріспе"),), 1),
    Paragraph((Span("Дала өзені "), Span("қалың", bold=True), Span(" қармен"), NOTE, Span(" толады."))),
    Paragraph((Span("H"), Span("2", subscript=True), Span("O және "), X, Span(" 😀 "), LineBreak(), Span("жаңа жол"))),
    ListBlock((item("бір", "бірдің жалғасы"), item("екі", INNER), item("үш")), ordered=True, marker="1)", start=2),
    TABLE,
    TABLE,
    Quotation((words("Сөз бастаған"), ListBlock((item("дәйек"),), marker="•"))),
    Figure("jer.png", (Span("Жер суреті"),), "жер", 8),
    DisplayFormula(FormulaSource(r"\frac{a}{b}"), numbered=True),
    Listing("for x in y:\n    print(x)", (Span("Бағдарлама"),)),
    PageBreak(),
    Paragraph((Span("Сілтеме "), Span("мұнда", href="https://example.kz"), Span(" in English", language="en"))),
    Quotation((TABLE, ListBlock(()))),
    Table(((Cell(columns=2),), (Cell(),))),
    Paragraph((Span("a\u2028b\x00c"),)),
    words("Соңғы сөз", italic=True),
    TABLE,
)


def new_session(body: Body = BODY, folder: Path | None = None) -> Session:
    entry = Entry(id="dala", language="kk", body=body)
    other = Entry(id="ozen", language="ru", body=(words("Другая статья"),))
    workspace = Workspace(Collection(), shipped_template("kz-conference"), (entry, other))
    return Session(folder or Path("absent"), Opened(workspace))


def new_editor(session: Session) -> BodyEditor:
    editor = BodyEditor(session, Words("en"))
    editor.resize(700, 600)
    editor.show()
    editor.show_entry("dala")
    QApplication.processEvents()
    return editor


def press(editor: BodyEditor, key: Qt.Key | int, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
    """Send a key as the keyboard would, Kazakh letters too."""
    held = modifiers or Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(editor.text, QKeyEvent(kind, int(key), held, text))


def type_text(editor: BodyEditor, text: str) -> None:
    for letter in text:
        press(editor, 0, letter)


def put_cursor(editor: BodyEditor, line: int, offset: int = 0) -> None:
    position = editor.sync.document.findBlockByNumber(line).position() + offset
    editor.desk.place_caret(position, position)


def line_with(editor: BodyEditor, text: str) -> int:
    document = editor.sync.document
    numbers = range(document.blockCount())
    return next(number for number in numbers if text in document.findBlockByNumber(number).text())
