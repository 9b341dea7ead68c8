"""Blocks as they stand in an entry's file: a mapping whose key says what the block is.

    - p: Running text                      align: center
    - h2: A heading of level 2
    - list: [item, item]                   ordered: true, marker: "1.", start: 3
    - quote: text or blocks
    - table: [[cell, cell], …]             header_rows: 1, caption: text, widths: [2, 1]
    - figure: name.png                     caption: text, alt: text, width: 8
    - formula: LaTeX                       numbered: true
    - formula: {mathml: <math>…</math>}
    - code: program text                   caption: text
    - page_break: true

What stands at the right are further keys of the same mapping. Items, cells, quotations and notes hold either one
text (a single paragraph) or a list of blocks; an item with its own marker and a cell with a span are mappings with
`blocks:`.
Footnotes stand apart, under the entry's `notes:`, and the text names them by `<note id="n1"/>`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from proceedings_editor.errors import WriteError
from proceedings_editor.model.body import (
    Block,
    Body,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    ListBlock,
    Listing,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    RichText,
    Table,
)
from proceedings_editor.model.entry import Reference
from proceedings_editor.storage.markup import from_markup, to_markup
from proceedings_editor.templates.node import MAX_DEPTH, Mapped, Node, Scalar, Source, shortened
from proceedings_editor.templates.typed_yaml import Codec, Schema, listed, mapped, scalar, unknown_word
from proceedings_editor.texts import Text, text

MAX_NOTE_DEPTH: Final = 3
"""A footnote in a footnote in a footnote; no print can say more."""

_MAX_GRID: Final = 1000
_MAX_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of block: its class and the field its key stands for (None where the key says everything)."""

    made: type
    main: str | None


_KINDS: Final[dict[str, _Kind]] = {
    "p": _Kind(Paragraph, "text"),
    **{f"h{level}": _Kind(Heading, "text") for level in range(1, _MAX_LEVEL + 1)},
    "list": _Kind(ListBlock, "items"),
    "quote": _Kind(Quotation, "blocks"),
    "table": _Kind(Table, "rows"),
    "figure": _Kind(Figure, "file"),
    "formula": _Kind(DisplayFormula, "formula"),
    "code": _Kind(Listing, "text"),
    "page_break": _Kind(PageBreak, None),
}
_KEYS: Final[dict[type, str]] = {kind.made: key for key, kind in _KINDS.items() if kind.made is not Heading}


@dataclass(slots=True)
class Notes:
    """Footnotes while an entry is read or written: each is named once, in the order of first appearance.

    Attributes:
        nodes: Read: the notes as they stand in the file.
        trees: Written: the notes by their ids.
        depth: How many footnotes stand around the place.
        level: Written: how many blocks stand around it.
    """

    nodes: Mapped = field(default_factory=lambda: Mapped({}, 0))
    used: set[str] = field(default_factory=set)
    trees: dict[str, object] = field(default_factory=dict)
    depth: int = 0
    level: int = 0

    def read(self, name: str, line: int, source: Source) -> Note:
        """Return the footnote of this id, named in `line`."""
        if name not in self.nodes.values:
            raise source.fault(line, text("there is no note “{name}” under “notes”.", name=shortened(name)))
        if name in self.used:
            raise source.fault(line, text("the note “{name}” is used a second time.", name=shortened(name)))
        if self.depth >= MAX_NOTE_DEPTH:
            raise source.fault(line, text("footnotes are nested too deeply."))
        self.used.add(name)
        self.depth += 1
        blocks = _read_content(self.nodes.values[name], source)
        self.depth -= 1
        return Note(blocks)

    def refuse_unused(self, source: Source) -> None:
        """Make sure that no footnote is lost because nothing names it."""
        for name in self.nodes.values:
            if name not in self.used:
                what = text("no text names the note “{name}”.", name=shortened(name))
                raise source.fault(self.nodes.line_of(name), what)

    def write(self, note: Note) -> str:
        """Give the note its id and keep its tree."""
        if self.depth >= MAX_NOTE_DEPTH:
            raise WriteError(text("Footnotes are nested too deeply to be saved; nothing was written."))
        name = f"n{len(self.trees) + 1}"
        self.trees[name] = None
        self.depth += 1
        self.trees[name] = _write_content(note.blocks, self)
        self.depth -= 1
        return name


@dataclass(frozen=True, slots=True)
class EntrySource(Source):
    """The file of an entry, with the footnotes its texts name."""

    notes: Notes = field(default_factory=Notes)


# ----------------------------------------------------------------------------------------------------------- rich text


def _read_rich(node: Node, source: Source) -> RichText:
    assert isinstance(source, EntrySource)
    words = scalar(node, source)

    def line(position: int) -> int:
        return node.line + words.count("\n", 0, position)

    def fail(position: int, what: Text) -> Exception:
        return source.fault(line(position), what)

    return from_markup(words, lambda name, position: source.notes.read(name, line(position), source), fail)


def _write_rich(words: RichText, notes: Notes) -> str:
    return to_markup(words, notes.write)


# -------------------------------------------------------------------------------------------------------------- blocks


def _read_content(node: Node, source: Source) -> Body:
    """What items, cells, quotations and notes hold: one text, or a list of blocks."""
    if isinstance(node, Scalar):
        return (Paragraph(_read_rich(node, source)),) if node.value else ()
    return tuple([_read_block(item, source) for item in listed(node, source).items])


def _write_content(blocks: Body, notes: Notes) -> object:
    if not blocks:
        return ""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and blocks[0].text and not blocks[0].align:
        return _write_rich(blocks[0].text, notes) or _write_blocks(blocks, notes)
    return _write_blocks(blocks, notes)


def _write_blocks(blocks: Body, notes: Notes) -> list[object]:
    if notes.level > MAX_DEPTH:
        raise WriteError(text("The text is nested too deeply to be saved; nothing was written."))
    notes.level += 1
    trees = [_write_block(block, notes) for block in blocks]
    notes.level -= 1
    return trees


def _read_block(node: Node, source: Source) -> Block:
    content = mapped(node, source)
    key = next((key for key in content.values if key in _KINDS), "")
    if not key:
        first = next(iter(content.values), "")
        raise unknown_word(content.line, first, _KINDS, source)
    kind, given = _KINDS[key], {}
    if kind.main:
        given[kind.main] = SCHEMA.fields(kind.made)[kind.main].codec.read(content.values[key], source)
    elif not SCHEMA.read(bool, content.values[key], source):
        raise source.fault(content.line, text("“{word}” can only be true.", word=key))
    if kind.made is Heading:
        given["level"] = int(key[1:])
    block: Block = SCHEMA.build(kind.made, content.without(key), source, **given)
    _check(block, content, source)
    return block


def _write_block(block: Block, notes: Notes) -> object:
    kind = type(block)
    if isinstance(block, Heading):
        if not 1 <= block.level <= _MAX_LEVEL:
            raise WriteError(text("A heading of level {level} cannot be saved.", level=block.level))
        return {f"h{block.level}": _write_rich(block.text, notes)}
    key = _KEYS[kind]
    main = _KINDS[key].main
    if main is None:
        return {key: True}
    tree = SCHEMA.tree(block, notes, always=(main,))
    return {key: tree.pop(main), **tree}


def _check(block: Block, node: Mapped, source: Source) -> None:
    """Numbers that would make every later step fail or run for ever."""
    match block:
        case Table():
            grid = [number for row in block.rows for cell in row for number in (cell.columns, cell.rows)]
            if not all(1 <= number <= _MAX_GRID for number in grid):
                what = text("a cell spans between 1 and {most} columns and rows.", most=_MAX_GRID)
                raise source.fault(node.line, what)
            if not 0 <= block.header_rows <= len(block.rows):
                raise source.fault(node.line_of("header_rows"), text("the table has fewer rows than header rows."))
            if any(width < 0 for width in block.widths):
                raise source.fault(node.line_of("widths"), text("a width cannot be negative."))
        case Figure() if block.width < 0:
            raise source.fault(node.line_of("width"), text("a width cannot be negative."))
        case _:
            pass


# ---------------------------------------------------------------------------------- what has a short form in the file


def _read_item(node: Node, source: Source) -> ListItem:
    if isinstance(node, Mapped):
        return SCHEMA.build(ListItem, node, source)
    return ListItem(_read_content(node, source))


def _write_item(item: ListItem, notes: Notes) -> object:
    return SCHEMA.tree(item, notes) if item.marker else _write_content(item.blocks, notes)


def _read_cell(node: Node, source: Source) -> Cell:
    if isinstance(node, Mapped):
        return SCHEMA.build(Cell, node, source)
    return Cell(_read_content(node, source))


def _write_cell(cell: Cell, notes: Notes) -> object:
    short = cell == Cell(cell.blocks)
    return _write_content(cell.blocks, notes) if short else SCHEMA.tree(cell, notes)


def _read_formula(node: Node, source: Source) -> FormulaSource:
    if isinstance(node, Scalar):
        return FormulaSource(node.value)
    content = mapped(node, source)
    if tuple(content.values) != ("mathml",):
        raise unknown_word(content.line, next(iter(content.values), ""), ("mathml",), source)
    return FormulaSource(scalar(content.values["mathml"], source), "mathml")


def _write_formula(formula: FormulaSource, _notes: Notes) -> object:
    return formula.source if formula.notation == "latex" else {formula.notation: formula.source}


def _read_reference(node: Node, source: Source) -> Reference:
    return Reference(_read_rich(node, source))


def _write_reference(reference: Reference, notes: Notes) -> object:
    return _write_rich(reference.text, notes)


SCHEMA: Final = Schema(
    {
        RichText: Codec(_read_rich, _write_rich),
        tuple[Block, ...]: Codec(_read_content, _write_content),
        ListItem: Codec(_read_item, _write_item),
        Cell: Codec(_read_cell, _write_cell),
        FormulaSource: Codec(_read_formula, _write_formula),
        Reference: Codec(_read_reference, _write_reference),
    }
)
"""Reads nodes of an `EntrySource` and writes trees with `Notes` as the context."""
