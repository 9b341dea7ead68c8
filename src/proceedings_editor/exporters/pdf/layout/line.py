"""Tokens become lines: greedy breaking, justified by widening the spaces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from proceedings_editor.exporters.composition.element import NoteMark
from proceedings_editor.exporters.pdf.layout.token import Token
from proceedings_editor.exporters.pdf.placed import FormulaMark, Mark, TextMark

Align = Literal["left", "center", "right", "justify"]

_SPACES: Final = (" ", "\u00a0")
_SLACK: Final = 0.01
"""Points a line may be too wide: sums of rounded advances."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line before it has a place on a page.

    Attributes:
        marks: With x from the column's left edge and y from the baseline (superscripts above 0).
        ascent, descent: Room above and below the baseline.
        start, end: Stretch of the source's plain text; both -1 without one.
    """

    marks: tuple[Mark, ...]
    ascent: float
    descent: float
    left: float
    width: float
    notes: tuple[NoteMark, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines stand: edges in points from the column's left, the first line's own."""

    left: float
    right: float
    first: float
    align: Align
    spacing: float


def lines_of(tokens: Iterable[Token], column: Column, least: tuple[float, float]) -> list[Line]:
    """Break tokens into lines.

    Args:
        tokens: What to set.
        column: Where.
        least: Ascent and descent of a line that holds nothing.
    """
    made: list[Line] = []
    for words, ends in _broken(_words(tokens), column):
        left = column.first if not made else column.left
        made.append(_line(words, column, left, least, ends=ends))
    return made


def _words(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Group what no line may end in; a group may end with spaces."""
    group: list[Token] = []
    for token in tokens:
        if group and ((group[-1].kind in ("space", "newline") and token.kind != "space") or group[-1].breaks):
            yield group
            group = []
        group.append(token)
    if group:
        yield group


def _broken(groups: Iterable[list[Token]], column: Column) -> Iterator[tuple[list[Token], bool]]:
    """Yield the tokens of each line, and whether a forced break or the paragraph's end ends it."""
    line: list[Token] = []
    left, used = column.first, 0.0
    for group in groups:
        room = column.right - left
        width = _visible(group)
        if line and used + width > room + _SLACK:
            yield line, False
            line, used, left = [], 0.0, column.left
            room = column.right - left
        pieces = [group] if width <= room + _SLACK else list(_chopped(group, room))
        for piece in pieces[:-1]:
            yield piece, False
            left = column.left
        line += pieces[-1]
        used += sum(token.width for token in pieces[-1])
        if line and line[-1].kind == "newline":
            yield line, True
            line, used, left = [], 0.0, column.left
    if line:
        yield line, True


def _visible(group: Sequence[Token]) -> float:
    return sum(token.width for token in group if token.kind != "space")


def _chopped(group: list[Token], room: float) -> Iterator[list[Token]]:
    """Cut a word that is wider than the column at characters, at least one on each line."""
    line: list[Token] = []
    used = 0.0
    for token in group:
        for piece in _characters(token):
            if line and piece.kind != "space" and used + piece.width > room:
                yield line
                line, used = [], 0.0
            line.append(piece)
            used += piece.width
    yield line


def _characters(token: Token) -> Iterator[Token]:
    if token.kind != "word" or len(token.text) < 2:
        yield token
        return
    for index, character in enumerate(token.text):
        width = token.look.face.width_of(character, token.look.size)
        start = token.source + min(index, token.length - 1) if token.source >= 0 else -1
        last = index == len(token.text) - 1
        length = 1 if not last else max(token.length - index, 1)
        yield replace(token, text=character, width=width, source=start, length=length)


def _line(tokens: list[Token], column: Column, left: float, least: tuple[float, float], *, ends: bool) -> Line:
    shown, after_space = _trimmed(tokens)
    natural = sum(token.width for token in shown)
    room = max(column.right - left - natural, 0)
    gaps = sum(token.text.count(" ") + token.text.count("\u00a0") for token in shown)
    stretch = room / gaps if column.align == "justify" and not ends and gaps else 0.0
    x = left + {"center": room / 2, "right": room}.get(column.align, 0.0)
    marks = tuple(_marks(shown, x, stretch, hangs=after_space and not ends))
    ascent, descent = _height(shown, column.spacing, least)
    placed = [token for token in tokens if token.source >= 0]
    return Line(
        marks,
        ascent,
        descent,
        x,
        natural + stretch * gaps,
        tuple(token.note for token in shown if token.note),
        placed[0].source if placed else -1,
        placed[-1].source + placed[-1].length if placed else -1,
    )


def _trimmed(tokens: list[Token]) -> tuple[list[Token], bool]:
    end = len(tokens)
    while end and tokens[end - 1].kind in ("space", "newline"):
        end -= 1
    return tokens[:end], end < len(tokens)


def _marks(tokens: list[Token], x: float, stretch: float, *, hangs: bool) -> Iterator[Mark]:
    """Join neighbours of one look into one mark."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        look = token.look
        if token.formula:
            yield FormulaMark(look.node, x, 0, token.formula.notation, token.formula.source, look.size, display=False)
            x += token.width
            index += 1
            continue
        end = index
        while end < len(tokens) and tokens[end].look is look and not tokens[end].formula:
            end += 1
        text = "".join(token.text for token in tokens[index:end])
        width = sum(token.width for token in tokens[index:end])
        width += stretch * (text.count(" ") + text.count("\u00a0"))
        if hangs and end == len(tokens):
            text += " "
            width += look.face.width_of(" ", look.size) + stretch
        size = look.size * look.face.scale
        yield TextMark(look.node, x, look.rise, text, look.face.name, size, width, stretch, look.underline)
        x += width
        index = end


def _height(tokens: list[Token], spacing: float, least: tuple[float, float]) -> tuple[float, float]:
    ascent, descent = least
    seen = None
    for token in tokens:
        if token.formula:
            ascent, descent = max(ascent, token.ascent), max(descent, token.descent)
        elif token.look is not seen and token.kind != "note":
            seen = token.look
            face, size = seen.face, seen.size
            if not seen.rise:
                descent = max(descent, face.descent * size)
                ascent = max(ascent, (face.leading * spacing - face.descent) * size)
    return ascent, descent
