"""A source file as a sequence of pieces: one block each, with the lines it stands in.

The form of a conference page is recognised over pieces, so the kind of file they come from does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from proceedings_editor.importers.result import Doubt, FoundPicture
from proceedings_editor.model.body import (
    Block,
    Cell,
    Heading,
    LineBreak,
    Paragraph,
    RichText,
    Run,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.splice import joined

_GAPS: Final = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph or heading, or one row of a table (cells apart by a tab).

    Attributes:
        number: Line in the source, from 1.
        tail: White space that ends the line in the source.
        broken: The author forced a new line after it.
    """

    text: RichText
    number: int
    tail: str = ""
    broken: bool = False

    @property
    def words(self) -> str:
        """The line's plain text without spaces around it."""
        return plain_text(self.text).strip()


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a file.

    Attributes:
        line: Line in the source where it begins, from 1.
        lines: The lines of a paragraph or heading, the rows of a table; () for anything else.
        level: 1 to 6 for a heading of the source, 0 for anything else.
    """

    block: Block
    line: int
    lines: tuple[Line, ...] = ()
    level: int = 0

    @property
    def words(self) -> str:
        """The plain text of its lines, one space apart."""
        return " ".join(line.words for line in self.lines)

    @property
    def is_bold(self) -> bool:
        """Whether every word of a paragraph is bold."""
        runs = [run for line in self.lines for run in line.text]
        spans = [run for run in runs if isinstance(run, Span) and run.text.strip()]
        return isinstance(self.block, Paragraph) and bool(spans) and all(run.bold for run in spans)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as pieces, with what was doubtful about reading them.

    Attributes:
        old_formulas: Sources of pictures whose place a formula to be typed has taken.
    """

    pieces: tuple[Piece, ...]
    doubts: tuple[Doubt, ...] = ()
    pictures: tuple[FoundPicture, ...] = ()
    old_formulas: tuple[str, ...] = ()


def text_of_lines(lines: Iterable[Line]) -> RichText:
    """Return running text: lines are joined by a space, or by a line break where the author forced one."""
    lines = tuple(lines)
    if len(lines) == 1:
        return lines[0].text
    runs: list[Run] = []
    gap: Run | None = None
    for line in lines:
        runs += [gap, *line.text] if gap else line.text
        gap = LineBreak() if line.broken else Span(" ")
    return joined(tuple(runs))


def paragraph_piece(lines: tuple[Line, ...]) -> Piece:
    """Return a paragraph of these lines (at least one)."""
    return Piece(Paragraph(text_of_lines(lines)), lines[0].number, lines)


def heading_piece(lines: tuple[Line, ...], level: int) -> Piece:
    """Return a heading of these lines; forced breaks in it stay."""
    return Piece(Heading(text_of_lines(lines), level), lines[0].number, lines, level)


def table_piece(table: Table, line: int, numbers: tuple[int, ...]) -> Piece:
    """Return a table whose rows, written as lines, stand in the source lines `numbers`."""
    rows = zip(table.rows, numbers, strict=True)
    return Piece(table, line, tuple(Line(_row_text(row), number) for row, number in rows))


def _row_text(row: Iterable[Cell]) -> RichText:
    texts = (block.text for cell in row for block in cell.blocks[:1] if isinstance(block, Paragraph))
    return (Span("\t".join(_GAPS.sub(" ", plain_text(text)) for text in texts)),)
