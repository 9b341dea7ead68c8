"""The commands of the editor's toolbar as one table: what each is called, its keys, what it does, when it is on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.model.body import Body, Table
from proceedings_editor.model.body_edit.fragment import beside, without_blocks
from proceedings_editor.model.body_edit.item import item_of, level_in, level_out, numbered_from, unlisted
from proceedings_editor.model.body_edit.line import CellStep, Line, QuoteStep, lines_of
from proceedings_editor.model.body_edit.spot import Result, Spot
from proceedings_editor.model.body_edit.style import TextKind, quoted, with_kind
from proceedings_editor.model.body_edit.table import (
    merged,
    place_of,
    sorted_by,
    split,
    with_column,
    with_header,
    with_row,
    without_columns,
    without_rows,
)
from proceedings_editor.model.body_edit.text import Mark, has_mark, in_language, is_marked, linked, marked
from proceedings_editor.model.body_edit.typed_marker import listed_by_marker, typed_markers
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.body.desk import BodyDesk
from proceedings_editor.ui.body.fact import span_of
from proceedings_editor.ui.body.look import look_of

Action = Callable[[BodyDesk], object]


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        id: Names it and its button.
        label: What it is called, also in the history.
        sign: Name of its button's icon; "" for commands that only stand in menus.
        keys: Its shortcut as `QKeySequence` reads it.
        run: Does it.
        is_on: Says whether it is already so where the cursor is; None for commands that are never on.
        dialog: Id of the dialog that asks before; then `run` is not called.
    """

    id: str
    label: Text
    sign: str = ""
    keys: str = ""
    run: Action = lambda desk: None
    is_on: Callable[[BodyDesk], bool] | None = None
    dialog: str = ""


# ------------------------------------------------------------------------------------------------------------- marks


def _toggle(mark: Mark, label: Text) -> Action:
    def run(desk: BodyDesk) -> None:
        stretches = desk.stretches()
        on = not _mark_on(mark)(desk)
        if stretches:
            desk.change(marked(desk.sync.body, stretches, mark, on=on), label)
            return
        span = replace(span_of(desk.edit.currentCharFormat()), **{mark: on})  # type: ignore[arg-type]
        if on and mark in ("superscript", "subscript"):
            span = replace(span, superscript=mark == "superscript", subscript=mark == "subscript")
        look = look_of(desk.line().leaf)
        desk.edit.setCurrentCharFormat(desk.sync.writer.look.text(span, look))
        desk.moved.emit()

    return run


def _mark_on(mark: Mark) -> Callable[[BodyDesk], bool]:
    def is_on(desk: BodyDesk) -> bool:
        stretches = desk.stretches()
        if stretches:
            lines = {stretch.line: desk.sync.line(stretch.line) for stretch in stretches}
            return is_marked(lines, stretches, mark)
        return has_mark(span_of(desk.edit.currentCharFormat()), mark)

    return is_on


def _mark(mark: Mark, label: Text, sign: str, keys: str = "") -> Command:
    return Command(mark, label, sign, keys, _toggle(mark, label), _mark_on(mark))


# ------------------------------------------------------------------------------------------------------------- lists


def _list(ordered: bool, label: Text) -> Action:
    def run(desk: BodyDesk) -> None:
        if _is_list(ordered)(desk):
            desk.on_lines(unlisted, label)
            return
        body, lines = desk.sync.body, desk.lines()
        typed = typed_markers(body, lines)
        ends = [Spot(spot.line, max(spot.offset - len(typed.get(spot.line, "")), 0)) for spot in desk.selection()]
        desk.change(listed_by_marker(body, lines, ordered=ordered), label, (ends[0], ends[1]))

    return run


def _is_list(ordered: bool) -> Callable[[BodyDesk], bool]:
    def is_on(desk: BodyDesk) -> bool:
        step = item_of(desk.line())
        return step is not None and step.ordered == ordered

    return is_on


def _restart(desk: BodyDesk) -> None:
    desk.change(numbered_from(desk.sync.body, desk.spot().line, 1), text("Number from 1"))


def _is_quoted(desk: BodyDesk) -> bool:
    return any(isinstance(step, QuoteStep) for step in desk.line().steps)


# ------------------------------------------------------------------------------------------------------------- tables


def insert_table(desk: BodyDesk, table: Table) -> None:
    """Put a table beside the line the cursor is in, or in the place of an empty line, and go into its first cell."""
    spot, body = desk.spot(), desk.sync.body
    result = beside(body, spot, (table,))
    lines = lines_of(result.body)
    first = next(line for line in range(result.spot.line, -1, -1) if _is_first_cell(lines[line]))
    desk.take(Result(result.body, Spot(first)), text("Insert table"))


def _is_first_cell(line: Line) -> bool:
    return any(isinstance(step, CellStep) and step.cell == 0 for step in line.steps)


def _on_table(change: Callable[[Table, int, int, int, int], Table | None], label: Text) -> Action:
    """Return what changes the table the cursor is in; `change` gets the chosen rectangle of cells."""

    def run(desk: BodyDesk) -> None:
        here = desk.table_here()
        if here is None:
            return
        index, table, cell = here
        box = desk.cell_box()
        row, column = place_of(table, cell)
        top, left, bottom, right = box[1] if box else (row, column, row, column)
        new = change(table, top, left, bottom, right)
        body: Body = desk.sync.body
        changed = without_blocks(body, index, index) if new is None else (*body[:index], new, *body[index + 1 :])
        first = desk.spot().line
        spot = Spot(first) if new is not None else Spot(max(first - 1, 0))
        if new != table:
            desk.change(changed, label, (spot, spot))

    return run


def _table(name: str, label: Text, change: Callable[[Table, int, int, int, int], Table | None]) -> Command:
    return Command(name, label, run=_on_table(change, label))


TABLE: Final = (
    Command("insertTable", text("Insert table"), keys="Ctrl+F12", dialog="table"),
    _table("rowAbove", text("Insert row above"), lambda t, top, left, bottom, right: with_row(t, top)),
    _table("rowBelow", text("Insert row below"), lambda t, top, left, bottom, right: with_row(t, bottom + 1)),
    _table("columnLeft", text("Insert column to the left"), lambda t, top, left, bottom, right: with_column(t, left)),
    _table(
        "columnRight", text("Insert column to the right"), lambda t, top, left, bottom, right: with_column(t, right + 1)
    ),
    _table("deleteRows", text("Delete rows"), lambda t, top, left, bottom, right: without_rows(t, top, bottom)),
    _table(
        "deleteColumns", text("Delete columns"), lambda t, top, left, bottom, right: without_columns(t, left, right)
    ),
    _table(
        "mergeCells",
        text("Merge cells"),
        lambda t, top, left, bottom, right: merged(t, (top, left), (bottom, right)),
    ),
    _table("splitCell", text("Split cell"), lambda t, top, left, bottom, right: split(t, top, left)),
    _table(
        "headerRow", text("Header row"), lambda t, top, left, bottom, right: with_header(t, 0 if t.header_rows else 1)
    ),
    _table(
        "sortUp",
        text("Sort rows by this column, A to Z"),
        lambda t, top, left, bottom, right: sorted_by(t, left),
    ),
    _table(
        "sortDown",
        text("Sort rows by this column, Z to A"),
        lambda t, top, left, bottom, right: sorted_by(t, left, descending=True),
    ),
    _table("deleteTable", text("Delete table"), lambda t, top, left, bottom, right: None),
)
"""The menu of the table button."""


def _style(kind: TextKind, label: Text, keys: str = "") -> Command:
    return Command(kind, label, keys=keys, run=lambda desk: set_style(desk, kind))


STYLES: Final = (
    _style("paragraph", text("Normal text"), "Ctrl+Alt+0"),
    _style("heading1", text("Heading 1"), "Ctrl+Alt+1"),
    _style("heading2", text("Heading 2"), "Ctrl+Alt+2"),
    _style("heading3", text("Heading 3"), "Ctrl+Alt+3"),
    _style("heading4", text("Heading 4"), "Ctrl+Alt+4"),
    _style("listing", text("Program text")),
)
"""What a line can be; the ids are those of `TextKind`, the keys those of other word processors."""

LANGUAGES: Final[tuple[tuple[str, Text], ...]] = (
    ("", text("The article's own language")),
    ("kk", text("Kazakh")),
    ("ru", text("Russian")),
    ("en", text("English")),
)

COMMANDS: Final[tuple[Command, ...]] = (
    _mark("bold", text("Bold"), "bold", "Ctrl+B"),
    _mark("italic", text("Italic"), "italic", "Ctrl+I"),
    _mark("underline", text("Underline"), "underline", "Ctrl+U"),
    _mark("superscript", text("Superscript"), "superscript", "Ctrl+Shift+="),
    _mark("subscript", text("Subscript"), "subscript", "Ctrl+="),
    _mark("code", text("Code"), "code"),
    Command("link", text("Link"), "link", "Ctrl+K", dialog="link"),
    Command(
        "bullets", text("Bulleted list"), "list", "Ctrl+Shift+L", _list(False, text("Bulleted list")), _is_list(False)
    ),
    Command(
        "numbers",
        text("Numbered list"),
        "list-ordered",
        "Ctrl+Shift+7",
        _list(True, text("Numbered list")),
        _is_list(True),
    ),
    Command(
        "levelIn", text("Level in"), "list-indent-increase", "", lambda desk: desk.on_lines(level_in, text("Level in"))
    ),
    Command(
        "levelOut",
        text("Level out"),
        "list-indent-decrease",
        "",
        lambda desk: desk.on_lines(level_out, text("Level out")),
    ),
    Command("restart", text("Number from 1"), "list-restart", "", _restart),
    Command(
        "quotation",
        text("Quotation"),
        "text-quote",
        "",
        lambda desk: desk.on_lines(quoted, text("Quotation")),
        _is_quoted,
    ),
    Command("note", text("Footnote"), "asterisk", "Ctrl+Alt+F", dialog="note"),
    Command("citation", text("Citation"), "book-marked", "Ctrl+Alt+C", dialog="citation"),
    Command("formula", text("Formula"), "sigma", "Alt+=", dialog="formula"),
    Command("figure", text("Figure"), "image-plus", "Ctrl+Alt+P", dialog="figure"),
    Command("symbol", text("Symbols"), "omega", "Ctrl+Alt+S", dialog="symbol"),
)
"""The buttons between the styles and the menus, in their order."""

EVERY: Final = (*STYLES, *COMMANDS, *TABLE)
"""What a key can be asked for, in the order in which the list of keys tells it."""


def set_style(desk: BodyDesk, kind: TextKind) -> None:
    """Give the chosen lines a style."""
    desk.change(with_kind(desk.sync.body, desk.lines(), kind), text("Style"))


def set_language(desk: BodyDesk, language: str) -> None:
    """Say what language the selection is in."""
    desk.change(in_language(desk.sync.body, desk.stretches(), language), text("Language of the text"))


def set_link(desk: BodyDesk, href: str) -> None:
    """Let the selection lead to an address."""
    desk.change(linked(desk.sync.body, desk.stretches(), href), text("Link"))
