"""Block tokens of Markdown -> pieces with the blocks of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, count
from typing import Final

from markdown_it.token import Token

from proceedings_editor.importers.dash_list import with_dash_lists
from proceedings_editor.importers.markdown_inline import InlineText, Picture, read_inline
from proceedings_editor.importers.markdown_parser import Parsed, parse
from proceedings_editor.importers.piece import (
    Document,
    Piece,
    heading_piece,
    paragraph_piece,
    table_piece,
)
from proceedings_editor.importers.result import Doubt, FoundPicture
from proceedings_editor.model.body import (
    Alignment,
    Block,
    Cell,
    DisplayFormula,
    FormulaSource,
    InlineFormula,
    ListBlock,
    Listing,
    ListItem,
    Note,
    Quotation,
    Table,
)
from proceedings_editor.texts import Text, plural, text

DEEPEST_NOTE: Final = 3
"""Footnotes inside footnotes; more is a circle or a joke."""

_ALIGNMENT: Final[dict[str, Alignment]] = {
    "text-align:left": "left",
    "text-align:center": "center",
    "text-align:right": "right",
}


def read_document(source: str) -> Document:
    """Take a Markdown text apart into pieces."""
    parsed = parse(source)
    reader = _Reader(parsed)
    pieces = with_dash_lists(reader.pieces(parsed.tokens))
    return Document(pieces, tuple(reader.all_doubts()), tuple(reader.pictures.values()), tuple(reader.old_formulas))


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens; collects what has to be told about them."""

    parsed: Parsed
    doubts: list[Doubt] = field(default_factory=list)
    tags: dict[str, list[int]] = field(default_factory=dict)
    open_notes: list[int] = field(default_factory=list)
    notes: dict[tuple[int, int], Note] = field(default_factory=dict)
    pictures: dict[str, FoundPicture] = field(default_factory=dict)
    old_formulas: list[str] = field(default_factory=list)
    first_old: int = 0

    def all_doubts(self) -> Iterator[Doubt]:
        if self.parsed.plain:
            yield Doubt(
                "doubt",
                text("The file holds more marks than any article; bold, links and the like stayed as typed."),
            )
        yield from self.doubts
        if self.old_formulas:
            yield Doubt("doubt", _old_formulas(len(self.old_formulas)), self.first_old)
        for tag, lines in self.tags.items():
            yield Doubt("doubt", _kept_tag(tag, len(lines)), lines[0])

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """Yield the pieces of a sequence of blocks."""
        for group in _groups(tokens):
            yield from self.piece(group)

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        return tuple(piece.block for piece in with_dash_lists(self.pieces(tokens)))

    def piece(self, group: Sequence[Token]) -> Iterator[Piece]:
        first, inside = group[0], group[1:-1]
        line = first.map[0] + 1 if first.map else 0
        match first.type:
            case "paragraph_open":
                yield from self.paragraph(inside, line)
            case "heading_open":
                inline = self.inline(inside[0], line)
                if any(part.words for part in inline.lines):  # Word leaves empty headings behind
                    yield heading_piece(inline.lines, int(first.tag[1]))
                yield from self.figures(inline)
            case "bullet_list_open":
                yield Piece(ListBlock(self.items(inside), marker=first.markup), line)
            case "ordered_list_open":
                yield Piece(self.ordered(first, inside), line)
            case "blockquote_open":
                yield Piece(Quotation(self.blocks(inside)), line)
            case "table_open":
                yield self.table(inside, line)
            case "fence":
                yield Piece(Listing(first.content.removesuffix("\n")), line)
                self.report_language(first, line)
            case "math_block" | "math_block_label":
                formula = FormulaSource(first.content.strip())
                yield Piece(DisplayFormula(formula, first.type == "math_block_label"), line)
            case "hr":
                self.doubts.append(Doubt("no_place", text("A dividing line was left out."), line))

    def paragraph(self, inside: Sequence[Token], line: int) -> Iterator[Piece]:
        inline = self.inline(inside[0], line)
        alone = _formula_alone(inline)
        if alone is not None:
            yield Piece(DisplayFormula(alone), line)
            return
        if not inline.pictures or any(part.words for part in inline.lines):
            yield paragraph_piece(inline.lines)
        yield from self.figures(inline)

    def figures(self, inline: InlineText) -> Iterator[Piece]:
        for picture in inline.pictures:
            yield Piece(replace(picture.figure, file=self.file_of(picture)), picture.line)

    def file_of(self, picture: Picture) -> str:
        """Return the name of the figure's file: one for each source, also where two differ in their folders only."""
        if picture.source not in self.pictures:
            stem, dot, ending = picture.figure.file.rpartition(".") if "." in picture.figure.file else ("", "", "")
            stem = stem or picture.figure.file
            taken = {found.file.casefold() for found in self.pictures.values()}
            numbers = (f"{stem}-{number}{dot}{ending}" for number in count(2))
            file = next(name for name in chain((picture.figure.file,), numbers) if name.casefold() not in taken)
            self.pictures[picture.source] = FoundPicture(picture.source, file, picture.line)
        return self.pictures[picture.source].file

    def inline(self, token: Token, line: int) -> InlineText:
        inline = read_inline(token, line, self.note)
        for tag, number in inline.tags:
            self.tags.setdefault(tag, []).append(number)
        if inline.old_formulas and not self.old_formulas:
            self.first_old = line
        self.old_formulas += inline.old_formulas
        return inline

    def note(self, number: int) -> Note | None:
        depth = len(self.open_notes)
        if (number, depth) in self.notes:
            return self.notes[number, depth]
        if number in self.open_notes or depth == DEEPEST_NOTE:
            return None
        self.open_notes.append(number)
        note = Note(self.blocks(self.parsed.notes.get(number, ())))
        self.open_notes.pop()
        self.notes[number, depth] = note
        return note

    def items(self, tokens: Sequence[Token]) -> tuple[ListItem, ...]:
        return tuple(ListItem(self.blocks(group[1:-1])) for group in _groups(tokens))

    def ordered(self, first: Token, inside: Sequence[Token]) -> ListBlock:
        """CommonMark counts by itself; a typed number that does not follow stays with its item."""
        start = int(first.attrs.get("start", 1))
        items = []
        for place, group in enumerate(_groups(inside)):
            expected, typed = f"{start + place}", group[0].info
            own = "" if int(typed) == int(expected) else f"{typed}{first.markup}"
            items.append(ListItem(self.blocks(group[1:-1]), own))
        return ListBlock(tuple(items), ordered=True, marker=f"1{first.markup}", start=start)

    def table(self, inside: Sequence[Token], line: int) -> Piece:
        rows, numbers = [], []
        for row in _groups([token for token in inside if token.type not in _TABLE_PARTS]):
            numbers.append(row[0].map[0] + 1 if row[0].map else line)
            rows.append(tuple(self.cell(group) for group in _groups(row[1:-1])))
        named = any(cell.blocks for cell in rows[0])
        kept = slice(0 if named else 1, None)
        return table_piece(Table(tuple(rows[kept]), header_rows=int(named)), line, tuple(numbers[kept]))

    def cell(self, group: Sequence[Token]) -> Cell:
        line = group[1].map[0] + 1 if group[1].map else 0
        style = str(group[0].attrs.get("style", ""))
        pieces = tuple(piece.block for piece in self.paragraph(group[1:-1], line))
        empty = not group[1].content.strip()
        return Cell(() if empty else pieces, align=_ALIGNMENT.get(style, ""))

    def report_language(self, fence: Token, line: int) -> None:
        if words := fence.info.strip():
            self.doubts.append(
                Doubt("no_place", text("The language of a listing has no field: {words}", words=words), line)
            )


def _formula_alone(inline: InlineText) -> FormulaSource | None:
    """Return the old formula that is all a paragraph holds."""
    runs = [run for line in inline.lines for run in line.text]
    return runs[0].formula if inline.old_formulas and len(runs) == 1 and isinstance(runs[0], InlineFormula) else None


def _old_formulas(count: int) -> Text:
    return plural(
        "{count} formula of Word's old equation editor is a picture nothing else can draw; type it anew.",
        "{count} formulas of Word's old equation editor are pictures nothing else can draw; type them anew.",
        count,
    )


_TABLE_PARTS: Final = ("thead_open", "thead_close", "tbody_open", "tbody_close")


def _groups(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cut a sequence into its outermost elements: an opening token up to its closing one, or one token."""
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def _kept_tag(tag: str, count: int) -> Text:
    return plural(
        "HTML is not understood: {tag} was kept as text.",
        "HTML is not understood: {tag} was kept as text in {count} places.",
        count,
        tag=tag,
    )
