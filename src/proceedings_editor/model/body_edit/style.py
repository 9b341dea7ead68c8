"""What a line is: running text, a heading, program text, part of a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final, Literal

from proceedings_editor.model.body import (
    Alignment,
    Body,
    Heading,
    InlineFormula,
    LineBreak,
    Listing,
    Note,
    Paragraph,
    RichText,
    Run,
    Span,
    plain_text,
)
from proceedings_editor.model.body_edit.line import Caption, CellStep, Filler, Ids, Leaf, Line, QuoteStep, Steps
from proceedings_editor.model.body_edit.spot import on_lines

TextKind = Literal["paragraph", "heading1", "heading2", "heading3", "heading4", "listing"]
HEADINGS: Final = 4
"""Levels the editor offers; deeper ones in a file are shown and kept."""


def with_kind(body: Body, lines: Sequence[int], kind: TextKind) -> Body:
    """Make the given lines paragraphs, headings or program text; objects and captions stay what they are.

    Marks, notes and formulas cannot stand in program text: a line with notes or formulas stays what it is.
    """
    chosen = frozenset(lines)

    def edit(found: list[Line], _ids: Ids) -> list[Line]:
        return list(_changed(found, chosen, kind))

    return on_lines(body, edit)


def with_alignment(body: Body, lines: Sequence[int], align: Alignment) -> Body:
    """Align the paragraphs among the given lines; "" for the template's alignment."""
    chosen = frozenset(lines)

    def one(index: int, line: Line) -> Line:
        leaf = Paragraph() if line.leaf == Filler() else line.leaf
        return replace(line, leaf=replace(leaf, align=align)) if isinstance(leaf, Paragraph) else line

    def edit(found: list[Line], _ids: Ids) -> list[Line]:
        return [one(index, line) if index in chosen else line for index, line in enumerate(found)]

    return on_lines(body, edit)


def quoted(body: Body, lines: Sequence[int]) -> Body:
    """Make a quotation of the given lines, or running text again where all of them are in one."""
    chosen = frozenset(lines)

    def edit(found: list[Line], ids: Ids) -> list[Line]:
        if all(any(isinstance(step, QuoteStep) for step in found[index].steps) for index in chosen):
            return [_unquoted(line) if index in chosen else line for index, line in enumerate(found)]
        number = next(ids)
        return [_quoted(line, number) if index in chosen else line for index, line in enumerate(found)]

    return on_lines(body, edit)


def kind_of(leaf: Leaf) -> TextKind | Literal[""]:
    """Return the kind `with_kind` would give, "" for anything it does not change."""
    match leaf:
        case Paragraph() | Filler():
            return "paragraph"
        case Heading(level=1):
            return "heading1"
        case Heading(level=2):
            return "heading2"
        case Heading(level=3):
            return "heading3"
        case Heading(level=4):
            return "heading4"
        case Listing():
            return "listing"
        case _:
            return ""


def _changed(lines: Iterable[Line], chosen: frozenset[int], kind: TextKind) -> Iterator[Line]:
    """Yield the changed lines; neighbours that become program text become one listing."""
    numbered = list(enumerate(lines))
    for is_code, group in groupby(numbered, lambda pair: kind == "listing" and _is_codable(pair, chosen)):
        found = list(group)
        if is_code:
            yield from _listings(found)
            continue
        before: Leaf | None = None
        for index, line in found:
            orphan = isinstance(line.leaf, Caption) and line.leaf.of == "listing" and isinstance(before, Listing)
            before = line.leaf if index in chosen and kind != "listing" else None
            if orphan and isinstance(line.leaf, Caption):
                if line.leaf.text:
                    yield replace(line, leaf=Paragraph(line.leaf.text))
            else:
                yield replace(line, leaf=_as(line.leaf, kind)) if index in chosen else line


def _as(leaf: Leaf, kind: TextKind) -> Leaf:
    if kind_of(leaf) in ("", kind) and not isinstance(leaf, Heading):
        return leaf
    text = rich_of(leaf)
    match kind:
        case "paragraph":
            return leaf if isinstance(leaf, Paragraph | Filler) else Paragraph(text)
        case "listing":
            return leaf
        case _:
            return Heading(text, int(kind[-1]))


def rich_of(leaf: Leaf) -> RichText:
    """Return the text of a line a person can type in, program text with forced new lines."""
    match leaf:
        case Paragraph() | Heading() | Caption():
            return leaf.text
        case Listing():
            return rich(leaf.text)
        case _:
            return ()


def rich(words: str) -> RichText:
    """Return plain text as rich text, its new lines as forced ones."""
    runs: list[Run] = []
    for index, line in enumerate(words.split("\n")):
        runs += [LineBreak()] if index else []
        runs += [Span(line)] if line else []
    return tuple(runs)


def _is_codable(pair: tuple[int, Line], chosen: frozenset[int]) -> bool:
    index, line = pair
    text = line.leaf.text if isinstance(line.leaf, Paragraph | Heading) else None
    plain = text is not None and not any(isinstance(run, Note | InlineFormula) for run in text)
    return index in chosen and (plain or isinstance(line.leaf, Filler))


def _listings(lines: Sequence[tuple[int, Line]]) -> Iterator[Line]:
    for steps, group in groupby((line for _, line in lines), lambda line: line.steps):
        words = "\n".join(plain_text(rich_of(line.leaf)) for line in group)
        yield Line(steps, Listing(words))
        yield Line(steps, Caption((), "listing"))


def _quoted(line: Line, number: int) -> Line:
    at = sum(isinstance(step, CellStep) for step in line.steps)
    if not at and isinstance(line.leaf, Caption) and line.leaf.of == "table":
        return line
    return replace(line, steps=_inserted(line.steps, at, number))


def _inserted(steps: Steps, at: int, number: int) -> Steps:
    return (*steps[:at], QuoteStep(number), *steps[at:])


def _unquoted(line: Line) -> Line:
    last = max(index for index, step in enumerate(line.steps) if isinstance(step, QuoteStep))
    return replace(line, steps=line.steps[:last] + line.steps[last + 1 :])
