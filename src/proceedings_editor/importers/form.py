"""The form of a conference page: which pieces of a file are the information page, the head, the body, the references.

Nothing here depends on one conference's page: labels are known in three languages, elements may be missing or stand
in another order, and whatever is not known is named as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.importers.head import read_head
from proceedings_editor.importers.head_part import Expected, HeadPart
from proceedings_editor.importers.label import (
    RowKey,
    is_information_heading,
    is_note,
    is_reference_heading,
    is_top_heading,
    row_key,
)
from proceedings_editor.importers.name_row import split_names
from proceedings_editor.importers.piece import Piece
from proceedings_editor.model.body import Heading, ListBlock, Paragraph, Quotation, Table
from proceedings_editor.model.template import Template

TABLE_WITHIN: Final = 40
"""Pieces before which the information table begins, if there is one."""

LONGEST_VALUE: Final = 4_000
"""Characters a row may tell; a longer text is no fact."""

LEAST_ROWS: Final = 2
LEAST_SIGNS: Final = 2
"""Known rows of the table, or kinds of head elements, from which a file has the form."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the information table.

    Attributes:
        key: What it tells; None for a label that is not known.
        index: Its place in the table, from 1.
        line: Line in the source, from 1.
    """

    key: RowKey | None
    label: str
    value: str
    index: int
    line: int

    @property
    def place(self) -> str:
        """Its place as readings name it."""
        return f"table row {self.index}"


@dataclass(frozen=True, slots=True)
class Form:
    """A file as the parts of a conference page.

    Attributes:
        top_headings, information_headings, notes: Pieces of the information page that are fixed texts.
        strangers: Pieces of the information page that are not known.
        reference_heading: None without a reference list.
        references: What stands under that heading.
        after: What follows the reference list.
        complete: The file has the form; otherwise everything but title and references is body.
    """

    top_headings: tuple[Piece, ...] = ()
    information_headings: tuple[Piece, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[Piece, ...] = ()
    strangers: tuple[Piece, ...] = ()
    head: tuple[HeadPart, ...] = ()
    body: tuple[Piece, ...] = ()
    reference_heading: Piece | None = None
    references: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()
    complete: bool = False


def recognise_form(pieces: tuple[Piece, ...], template: Template) -> Form:
    """Tell the parts of a file."""
    first, last = _table_range(pieces, template)
    rows = tuple(_rows(pieces[first:last], template))
    before, rest = pieces[:first], pieces[last:]
    if not rows:
        count = next((i for i, piece in enumerate(pieces) if not _is_fixed(piece, template)), len(pieces))
        before, rest = pieces[:count], pieces[count:]
    notes = tuple(rest[:1]) if rows and rest and _is_paragraph(rest[0]) and is_note(rest[0].words, template) else ()
    rest = rest[len(notes) :]
    head, taken = read_head(rest, _expected(rows, template))
    signs = {part.kind for part in head} - {"title", "unknown"}
    complete = len(rows) >= LEAST_ROWS or len(signs) + bool(before) >= LEAST_SIGNS
    if not complete:
        return _article(Form(), pieces, template)
    top = tuple(piece for piece in before if is_top_heading(piece.words, template))
    information = tuple(piece for piece in before if is_information_heading(piece.words, template))
    form = Form(
        top_headings=top,
        information_headings=information,
        rows=rows,
        notes=notes,
        strangers=tuple(piece for piece in before if piece not in top and piece not in information),
        head=head,
        complete=True,
    )
    return _article(form, rest[taken:], template)


def _is_fixed(piece: Piece, template: Template) -> bool:
    words = piece.words
    heading = isinstance(piece.block, Heading) or piece.is_bold
    return heading and (is_top_heading(words, template) or is_information_heading(words, template))


def _is_paragraph(piece: Piece) -> bool:
    return isinstance(piece.block, Paragraph | Heading)


def _expected(rows: Iterable[Row], template: Template) -> Expected:
    values: dict[RowKey | None, str] = {}
    for row in rows:
        values.setdefault(row.key, row.value)
    authors = tuple(name.name for name in split_names(values.get("authors", "")))
    return Expected(template, values.get("title", ""), authors)


# ------------------------------------------------------------------------------------------------------------ table


def _table_range(pieces: Sequence[Piece], template: Template) -> tuple[int, int]:
    """Return where the information table begins and ends; (0, 0) without one."""
    known = [_known_rows(piece, template) for piece in pieces[:TABLE_WITHIN]]
    first = next((i for i, count in enumerate(known) if count), 0)
    last = first
    while last < len(known) and known[last]:
        last += 1
    return (first, last) if sum(known[first:last]) >= LEAST_ROWS else (0, 0)


def _known_rows(piece: Piece, template: Template) -> int:
    if not isinstance(piece.block, Paragraph | Table):
        return 0
    return sum(
        row_key(line.words.partition("\t")[0], template) is not None for line in piece.lines if "\t" in line.words
    )


def _rows(pieces: Sequence[Piece], template: Template) -> Iterator[Row]:
    """Yield the rows; a line without a tab goes on with the value before it."""
    waiting: Row | None = None
    index = 0
    for line in (line for piece in pieces for line in piece.lines if line.words):
        label, tab, value = line.words.partition("\t")
        if not tab and waiting is not None and row_key(label, template) is None:
            waiting = _continued(waiting, label)
            continue
        if waiting is not None:
            yield waiting
        index += 1
        key = row_key(label, template) if len(value) <= LONGEST_VALUE else None
        waiting = Row(key, label.strip(), value.strip(), index, line.number)
    if waiting is not None:
        yield waiting


def _continued(row: Row, words: str) -> Row:
    return Row(row.key, row.label, f"{row.value}\n{words}".strip(), row.index, row.line)


# ---------------------------------------------------------------------------------------------------------- article


def _article(form: Form, pieces: tuple[Piece, ...], template: Template) -> Form:
    """Divide what follows the head into body, references and what comes after them."""
    start = _reference_start(pieces, template)
    if start is None:
        return replace(form, body=pieces)
    end = start + 1 + _list_length(pieces[start + 1 :])
    return replace(
        form,
        body=pieces[:start],
        reference_heading=pieces[start],
        references=pieces[start + 1 : end],
        after=pieces[end:],
    )


_NUMBERED: Final = re.compile(r"\[?(\d{1,3})[\].)]")
_BARE: Final = re.compile(r"(\d{1,3})(?=\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_MOST_TORN: Final = 2
"""Paragraphs without a number between two items of a numbered list."""


def _reference_start(pieces: Sequence[Piece], template: Template) -> int | None:
    """The first reference heading with a list under it, else the last one of all."""
    headings = [i for i, piece in enumerate(pieces) if _is_reference_heading(piece, template)]
    listed = (i for i in headings if i + 1 < len(pieces) and _begins_list(pieces[i + 1]))
    return next(listed, headings[-1] if headings else None)


def _is_reference_heading(piece: Piece, template: Template) -> bool:
    return _is_paragraph(piece) and len(piece.lines) == 1 and is_reference_heading(piece.words, template)


def _begins_list(piece: Piece) -> bool:
    return _is_list(piece) or _is_numbered(piece)


def _list_length(pieces: Sequence[Piece]) -> int:
    """How many pieces the reference list takes: lists, else numbered paragraphs, else paragraphs without number.

    A numbered list goes on behind the torn rest of an item, where the next number follows.
    """
    first = next(iter(pieces), None)
    same = next((test for test in (_is_list, _is_numbered, _is_plain) if first is not None and test(first)), None)
    if same is None:
        return 0
    end = _run(pieces, 0, same)
    while same is not _is_plain:
        last = _numbers(pieces[end - 1])[1]
        places = range(end, min(end + _MOST_TORN + 1, len(pieces)))
        again = next((place for place in places if last and _numbers(pieces[place])[0] == last + 1), None)
        if again is None or not all(map(_is_torn, pieces[end:again])):
            return end
        same_again = _is_list if _is_list(pieces[again]) else _is_numbered
        end = max(again + 1, _run(pieces, again, same_again))
    return end


def _run(pieces: Sequence[Piece], start: int, same: Callable[[Piece], bool]) -> int:
    return next((place for place in range(start, len(pieces)) if not same(pieces[place])), len(pieces))


def _numbers(piece: Piece) -> tuple[int, int]:
    """Return the first and the last number of a piece of a numbered list, zeros where it has none.

    A number may lack its mark before a capital letter.
    """
    if isinstance(piece.block, ListBlock):
        first = piece.block.start if piece.block.ordered else 0
        return first, first and first + len(piece.block.items) - 1
    found = [int(match[1]) for line in piece.lines if (match := _NUMBERED.match(line.words) or _BARE.match(line.words))]
    return (found[0], found[-1]) if found and _is_paragraph(piece) else (0, 0)


def _is_list(piece: Piece) -> bool:
    return isinstance(piece.block, ListBlock)


def _is_numbered(piece: Piece) -> bool:
    """Also a heading: word processors make one of any bold line that begins with a number."""
    return _is_paragraph(piece) and _NUMBERED.match(piece.words) is not None


def _is_torn(piece: Piece) -> bool:
    """Whether a piece may be the rest of the item before; an indented one comes as a quotation."""
    return _is_plain(piece) or isinstance(piece.block, Quotation)


def _is_plain(piece: Piece) -> bool:
    return isinstance(piece.block, Paragraph) and not piece.is_bold
