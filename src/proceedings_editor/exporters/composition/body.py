"""The body's blocks as elements: numbers, captions, printed markers, levels, footnotes, fallbacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, Literal

from proceedings_editor.exporters.composition.broken_formula import as_typed, is_readable
from proceedings_editor.exporters.composition.element import (
    CellElement,
    Element,
    FigureElement,
    FormulaElement,
    ItemElement,
    ListElement,
    ListingElement,
    PageBreakElement,
    QuotationElement,
    TableElement,
    TextElement,
)
from proceedings_editor.exporters.composition.grid import (
    Grid,
    Placed,
    header_of,
    repeated_rows,
    tiled,
    widths_of,
)
from proceedings_editor.exporters.composition.link import bookmark
from proceedings_editor.exporters.composition.marker import item_label
from proceedings_editor.exporters.composition.outline import Outline
from proceedings_editor.exporters.composition.prose import Prose, Room, spoken
from proceedings_editor.exporters.composition.setting import Setting
from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    Figure,
    Heading,
    ListBlock,
    Listing,
    PageBreak,
    Paragraph,
    Quotation,
    RichText,
    Table,
    plain_text,
)
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import StyleName
from proceedings_editor.model.walk import Path
from proceedings_editor.templates.wording import caption
from proceedings_editor.texts import text

POINTS_PER_CM: Final = 72 / 2.54

_CELLS: Final[tuple[StyleName, ...]] = ("table_cell", "table_header")
_HEADINGS: Final[tuple[StyleName, ...]] = ("heading_1", "heading_2", "heading_3", "heading_4")


class BodyComposer:
    """Composes body and references of one article, asked in reading order."""

    def __init__(self, setting: Setting, outline: Outline) -> None:
        self._setting = setting
        self._outline = outline
        self._prose = Prose(setting, lambda blocks, room: self._blocks(blocks, (), room))

    # -------------------------------------------------------------------------------------------------- doors

    def body(self) -> tuple[Element, ...]:
        """Return the article's body."""
        return self._blocks(self._setting.entry.body, (), Room(open=True))

    def reference(self, number: int, text: RichText) -> TextElement:
        """Return a reference's text, `number` from 1. Brackets in it cite nothing and are not linked."""
        place = Place(field=f"references.{number - 1}")
        words = self._prose.inlines(text, "reference", place, linked=False)
        return TextElement(words, "reference", self._setting.look("reference"), source=place)

    # ------------------------------------------------------------------------------------------------- blocks

    def _blocks(self, blocks: Iterable[Block], above: Path, room: Room, first: int = 0) -> tuple[Element, ...]:
        """Compose blocks whose indexes below `above` begin at `first`."""
        found: list[Element] = []
        before: Block | None = None
        for index, block in enumerate(blocks, first):
            element = self._block(block, (*above, index), room)
            if isinstance(element, TextElement) and _goes_on(before, block):
                element = replace(element, look=replace(element.look, indent=min(element.look.indent, 0)))
            if element is not None:
                found += self._with_caption_in_place(element)
            before = block
        return tuple(found)

    def _block(self, block: Block, path: Path, room: Room) -> Element | None:
        match block:
            case Paragraph():
                return self._paragraph(block, path, room)
            case Heading():
                return self._heading(block, path, room)
            case ListBlock():
                return self._list(block, path, room)
            case Quotation():
                return self._quotation(block, path, room)
            case Table():
                return self._table(block, path, room)
            case Figure():
                return self._figure(block, path, room)
            case DisplayFormula():
                return self._formula(block, path, room)
            case Listing():
                return self._listing(block, path, room)
            case PageBreak():
                return PageBreakElement() if room.open else None

    def _paragraph(self, block: Paragraph, path: Path, room: Room) -> TextElement | None:
        return self._prose.element(block.text, room.style, path, room, align=block.align or room.align)

    def _heading(self, block: Heading, path: Path, room: Room) -> TextElement | None:
        """A heading in a cell, list, quotation or note looks like one but stays out of the outline."""
        in_outline = room.open and bool(spoken(block.text))
        level, depth = self._outline.enter(block.level) if in_outline else (0, block.level)
        style = _HEADINGS[min(max(depth, 1), len(_HEADINGS)) - 1]
        return self._prose.element(block.text, style, path, room, level=level)

    def _list(self, block: ListBlock, path: Path, room: Room) -> ListElement | None:
        inside = replace(room, style="list", depth=room.depth + 1, open=False)
        marker = self._setting.template.ordered_marker if block.ordered else self._setting.template.list_marker
        items: list[ItemElement] = []
        first = 0
        for item in block.items:
            elements = self._blocks(item.blocks, path, inside, first)
            first += len(item.blocks)
            if elements:
                label = item_label(marker, block.start + len(items)) if block.ordered else marker
                items.append(ItemElement(label, elements))
        if not items:
            return None
        look, place = self._prose.look("list", room), room.place(path)
        return ListElement(tuple(items), block.ordered, marker, block.start, "list", look, room.depth, source=place)

    def _quotation(self, block: Quotation, path: Path, room: Room) -> QuotationElement | None:
        inside = replace(room, style="quotation", open=False)
        elements = self._blocks(block.blocks, path, inside)
        return QuotationElement(elements, room.place(path)) if elements else None

    # ------------------------------------------------------------------------------------------------- tables

    def _table(self, block: Table, path: Path, room: Room) -> Element | None:
        number = self._prose.next("table", room)
        title = self._prose.caption(block.caption, "table_caption", self._setting.wording.table, number, path, room)
        mark = bookmark("table", number)
        if not any(block.rows):
            return replace(title, bookmark=mark) if title else None
        grid = tiled(block.rows)
        return TableElement(
            self._rows(grid, block, path, room),
            widths_of(block.widths, grid),
            repeated_rows(grid, block.header_rows),
            title,
            summary=spoken(block.caption),
            bookmark=mark,
            source=room.place(path),
        )

    def _rows(self, grid: Grid, block: Table, path: Path, room: Room) -> tuple[tuple[CellElement, ...], ...]:
        rooms = tuple(
            replace(room, style=style, align="", depth=0, open=False, size=self._prose.look(style, room).size)
            for style in _CELLS
        )
        return tuple(
            tuple(
                self._cell(
                    placed,
                    header_of(placed, row, grid, block.header_rows),
                    path,
                    rooms[row < block.header_rows],
                )
                for placed in cells
            )
            for row, cells in enumerate(grid.rows)
        )

    def _cell(self, placed: Placed, header: Literal["", "row", "column"], path: Path, room: Room) -> CellElement:
        inside = replace(room, align=placed.cell.align) if placed.cell.align else room
        elements = self._blocks(placed.cell.blocks, path, inside, placed.first_block)
        return CellElement(elements, placed.columns, placed.rows, header)

    # ---------------------------------------------------------------------------- figures, formulas, listings

    def _figure(self, block: Figure, path: Path, room: Room) -> FigureElement:
        number = self._prose.next("figure", room)
        file = self._setting.figures(block.file)
        missing = text("The picture {file} is missing or cannot be read.", file=block.file)
        return FigureElement(
            file,
            self._alternative(block, number),
            self._prose.look("figure", room),
            max(block.width, 0) * POINTS_PER_CM,
            "" if file else missing.in_language(self._setting.language),
            self._prose.caption(block.caption, "figure_caption", self._setting.wording.figure, number, path, room),
            bookmark("figure", number),
            room.place(path),
        )

    def _alternative(self, block: Figure, number: int | None) -> str:
        """Return what is read for the picture: the author's words, the caption, at least "Figure 2"."""
        if words := block.alt.strip() or spoken(block.caption):
            return words
        language = self._setting.language
        if number is None:
            return text("Figure").in_language(language)
        printed = "".join(piece.text for piece in caption(self._setting.wording.figure, number, "", language))
        return printed if self._setting.wording.figure else text("Figure {number}", number=number).in_language(language)

    def _formula(self, block: DisplayFormula, path: Path, room: Room) -> FormulaElement | TextElement | None:
        number = self._prose.next("formula", room) if block.numbered else None
        if number is None and not block.formula.source.strip():
            return None
        printed = "" if number is None else f"({number})"
        look, place = self._prose.look("formula", room), room.place(path)
        name = bookmark("formula", number)
        if is_readable(block.formula):
            return FormulaElement(block.formula, look, printed, name, place)
        return TextElement(as_typed(block.formula, printed), "formula", look, bookmark=name, source=place)

    def _listing(self, block: Listing, path: Path, room: Room) -> ListingElement | None:
        """Program text is counted only under a caption: short pieces of it usually have none."""
        number = self._prose.next("listing", room) if spoken(block.caption) else None
        title = self._prose.caption(block.caption, "listing_caption", self._setting.wording.listing, number, path, room)
        if title is None and not block.text.strip():
            return None
        lines, look = tuple(block.text.split("\n")), self._prose.look("listing", room)
        return ListingElement(lines, look, title, bookmark("listing", number), room.place(path))

    def _with_caption_in_place(self, element: Element) -> tuple[Element, ...]:
        """Make a paragraph of its own of a caption the template wants on the other side than usual."""
        captions = self._setting.template.captions
        match element:
            case TableElement(caption=TextElement() as title) if captions.table == "below":
                return replace(element, caption=None), title
            case ListingElement(caption=TextElement() as title) if captions.listing == "below":
                return replace(element, caption=None), title
            case FigureElement(caption=TextElement() as title) if captions.figure == "above":
                return replace(title, look=replace(title.look, keep_with_next=True)), replace(element, caption=None)
            case _:
                return (element,)


def _goes_on(before: Block | None, block: Block) -> bool:
    """Whether a paragraph goes on with the sentence a formula stands in (“мұндағы”, “где”): it has no indent then."""
    if not isinstance(before, DisplayFormula) or not isinstance(block, Paragraph):
        return False
    return plain_text(block.text).lstrip()[:1].islower()
