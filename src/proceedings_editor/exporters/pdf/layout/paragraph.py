"""Paragraphs: inlines become runs of chunks with their structure elements, and these become lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from proceedings_editor.exporters.composition.element import Inline, InlineMath, NewLine, NoteMark, Words
from proceedings_editor.exporters.formula.speech import to_text
from proceedings_editor.exporters.pdf.box import formula_size
from proceedings_editor.exporters.pdf.layout.chunk import Chunk
from proceedings_editor.exporters.pdf.layout.column import POINTS_PER_CM, Column
from proceedings_editor.exporters.pdf.layout.compositor import Copy, Edges, Metrics, set_lines
from proceedings_editor.exporters.pdf.layout.line import Line, Piece, Run
from proceedings_editor.exporters.pdf.layout.slug import FREE, KEPT, SLACK, TOGETHER, Blank, Slug
from proceedings_editor.exporters.pdf.layout.word import FORCED, NO, SPACE
from proceedings_editor.exporters.pdf.placed import FormulaMark
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.layout.flow import Flow

SCRIPT_SIZE: Final = 0.65
_RAISED: Final = 0.34
_LOWERED: Final = -0.14
_TAB: Final = 1.25 * POINTS_PER_CM
_LEAST_TAB: Final = 4.0
"""Points: a narrower gap would not be read as one; the tab goes on to the next stop."""
_SPREAD: Final = 1.0
"""Points between a formula in the line and the lines above and below."""
_CONTROLS: Final = re.compile("(\t|\r\n|[\n\r\v\f\x85\u2028\u2029])")
_TOGETHER: Final = 2
"""Lines of a paragraph that stay together at its beginning and at its end."""
_WIDEST_LETTER: Final = 1.05
"""Width of the widest usual letter as a share of the size: a column narrower than that is set in smaller type."""
_SMALLEST: Final = 1.0
_LABEL_SHARE: Final = 0.7
"""Of a line: a longer label stands on a line of its own."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph's first word: a list's marker, a footnote's number.

    Attributes:
        hanging: The words begin at the paragraph's left edge if the label leaves room, else right behind it.
    """

    text: str
    node: int
    raised: bool = False
    hanging: bool = False


def metrics_of(flow: Flow, look: TextStyle) -> Metrics:
    """Return the room of a line: as Word does, what wide spacing adds stands above the letters."""
    face = flow.typeface(look).face
    below = face.descent * look.size
    return Metrics(max(face.leading * look.line_spacing * look.size - below, 0.1), below)


def set_paragraph(
    flow: Flow,
    inlines: Sequence[Inline],
    look: TextStyle,
    column: Column,
    node: int,
    source: Place,
    label: Label | None = None,
) -> list[Slug]:
    """Return a paragraph's lines, a blank one where it has no words.

    Args:
        flow: Lays out the footnotes of its marks.
        inlines: The words.
        look: How they look.
        column: Where they stand.
        node: Structure element they belong to.
        source: Where they come from.
        label: What stands before the first word.
    """
    inside = column.indented(look.left * POINTS_PER_CM, look.right * POINTS_PER_CM)
    edges, pieces = _first_line(flow, look, inside, column, label)
    room = edges.right - max(edges.first, edges.left)
    size = min(look.size, max(room / _WIDEST_LETTER, _SMALLEST))
    if size < look.size:
        return set_paragraph(flow, inlines, replace(look, size=size), column, node, source, label)
    metrics = metrics_of(flow, look)
    copy = _Writer(flow, look, node, room).copy(inlines)
    known = source if source.field or source.block else None
    if copy.tabbed:
        _set_tabs(copy, edges.first)
    slugs: list[Slug] = list(set_lines(copy, edges, metrics, known))
    if pieces:
        slugs = _labelled(slugs, pieces, edges, metrics)
    return _spaced(slugs or [Blank(height=sum(metrics))], look, column)


def _first_line(
    flow: Flow, look: TextStyle, inside: Column, column: Column, label: Label | None
) -> tuple[Edges, list[Piece]]:
    """Return where the lines stand, and the label with x from the column's edge."""
    most = inside.right - inside.width / 2
    first = min(max(inside.left + look.indent * POINTS_PER_CM, column.left), most)
    if label is None:
        return Edges(first, inside.left, inside.right, look.align), []
    pieces = _label_pieces(flow, look, label, first, inside.right)
    x = pieces[-1].x + pieces[-1].width
    begins = max(x, inside.left) if label.hanging else x
    if begins > inside.left + inside.width * _LABEL_SHARE:
        begins = inside.left
    return Edges(begins, inside.left, inside.right, look.align), pieces


def _label_pieces(flow: Flow, look: TextStyle, label: Label, left: float, right: float) -> list[Piece]:
    """Return a label and the space behind it, smaller where there is no room."""
    size, words = look.size * (SCRIPT_SIZE if label.raised else 1), label.text.strip() + " "
    face = flow.typeface(look, size=size)
    chunks = flow.chunks(face, words)
    natural = sum([chunk.width + chunk.gap for chunk in chunks])
    if natural > right - left + SLACK:
        face = flow.typeface(look, size=size * (right - left) / natural)
        chunks = flow.chunks(face, words)
    run = Run(label.node, face, look.size * _RAISED if label.raised else 0)
    widths = [chunk.width + chunk.gap for chunk in chunks]
    edges = accumulate(widths, initial=left)
    return [
        Piece(run, chunk.text, chunk.face, x, width) for chunk, x, width in zip(chunks, edges, widths, strict=False)
    ]


def _labelled(slugs: list[Slug], label: list[Piece], edges: Edges, metrics: Metrics) -> list[Slug]:
    """Put a label before the first line, or above it where it is too long or there is no line."""
    first = slugs[0] if slugs else None
    if isinstance(first, Line) and edges.first >= label[-1].x + label[-1].width - SLACK:
        first.label = label
        return slugs
    line = Line(height=sum(metrics), depth=metrics.above, x=0, width=0, pieces=[], label=label)
    line.tie = TOGETHER if slugs else FREE
    return [line, *slugs]


def _set_tabs(copy: Copy, left: float) -> None:
    """Give every tab its width: up to the next stop, counted from the last forced new line."""
    x = left
    for index, chunk in enumerate(copy.chunks):
        if chunk.text == "\t":
            width = _TAB - x % _TAB
            if width < _LEAST_TAB:
                width += _TAB
            copy.chunks[index] = chunk = chunk._replace(text=" ", width=width)
        x = 0.0 if chunk.end == FORCED else x + chunk.width + chunk.gap


def _spaced(slugs: list[Slug], look: TextStyle, column: Column) -> list[Slug]:
    """Tie lines that must not be left alone and add the space around the paragraph."""
    last = len(slugs) - 1
    for index, slug in enumerate(slugs[:-1]):
        if index < _TOGETHER - 1 or index > last - _TOGETHER or look.keep_with_next:
            slug.tie = max(slug.tie, TOGETHER)
    slugs[0].before = column.space(look.space_before)
    slugs[-1].after = column.space(look.space_after)
    if look.keep_with_next:
        slugs[-1].tie = KEPT
    return slugs


class _Writer:
    """Turns the inlines of one paragraph into copy, and adds their structure elements below `node`."""

    def __init__(self, flow: Flow, look: TextStyle, node: int, room: float) -> None:
        self._flow = flow
        self._look = look
        self._node = node
        self._room = room
        self._copy = Copy()
        self._marks: list[tuple[NoteMark, Run, str]] = []

    def copy(self, inlines: Sequence[Inline]) -> Copy:
        """Return the copy; footnotes come after all the paragraph's own elements."""
        before: Words | None = None
        node = self._node
        for inline in inlines:
            if isinstance(inline, Words):
                if before is None or _meaning(before) != _meaning(inline):
                    node = self._flow.tree.wrap(self._node, inline)
                self._words(inline, node)
                before = inline
                continue
            before = None
            match inline:
                case NewLine():
                    self._add_control("\n", Run(self._node, self._flow.typeface(self._look)))
                case InlineMath():
                    self._formula(inline.formula)
                case NoteMark():
                    self._note_mark(inline)
        for mark, run, name in self._marks:
            run.notes = (tuple(self._flow.note(mark, self._node, name)),)
        return self._copy

    def _words(self, words: Words, node: int) -> None:
        if not words.text:
            return
        look = self._look
        script = words.superscript or words.subscript
        face = self._flow.typeface(look, words, size=look.size * SCRIPT_SIZE if script else look.size)
        rise = look.size * (_RAISED if words.superscript else _LOWERED) if script else 0.0
        underline = look.underline or words.underline
        run = Run(node, face, rise, underline, source=words.source_start)
        if not _CONTROLS.search(words.text):
            self._copy.add(self._flow.chunks(face, words.text), run)
            return
        for part in _CONTROLS.split(words.text):
            if _CONTROLS.fullmatch(part):
                self._add_control(part, run)
            else:
                self._copy.add(self._flow.chunks(face, part), run)

    def _add_control(self, sign: str, run: Run) -> None:
        if sign == "\t":
            self._copy.tabbed = True
            self._copy.add([Chunk("\t", 0, 0, SPACE, run.face.face, 1)], run)
            return
        self._copy.broken = True
        self._copy.add([Chunk("", 0, 0, FORCED, run.face.face, len(sign))], run)

    def _formula(self, formula: FormulaSource) -> None:
        size = self._look.size
        width, height, depth = formula_size(formula.notation, formula.source, size, False)
        if width > self._room:
            size *= self._room / width
            width, height, depth = formula_size(formula.notation, formula.source, size, False)
        node = self._flow.tree.figure(self._node, "Formula", to_text(formula.notation, formula.source))
        mark = FormulaMark(node, 0, 0, formula.notation, formula.source, size, display=False)
        face = self._flow.typeface(self._look)
        run = Run(node, face, formula=mark, above=height + _SPREAD, below=depth + _SPREAD)
        self._copy.add([Chunk("", width, 0, NO, face.face, 1)], run)
        self._copy.plain = False

    def _note_mark(self, mark: NoteMark) -> None:
        node, name = self._flow.tree.reference(self._node)
        face = self._flow.typeface(self._look, size=self._look.size * SCRIPT_SIZE)
        run = Run(node, face, self._look.size * _RAISED)
        self._copy.add(face.chunks(str(mark.number)), run)
        self._marks.append((mark, run, name))
        self._copy.plain = False


def _meaning(words: Words) -> tuple[str, str, str, bool]:
    return words.url, words.target, words.language, words.code
