"""Elements become slabs of a column."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.exporters.composition.element import (
    Element,
    FigureElement,
    FormulaElement,
    Inline,
    ListElement,
    ListingElement,
    NoteMark,
    PageBreakElement,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.exporters.composition.words import text_of
from proceedings_editor.exporters.formula.drawing import to_drawing
from proceedings_editor.exporters.formula.speech import to_text
from proceedings_editor.exporters.pdf.font import find_faces
from proceedings_editor.exporters.pdf.layout.line import Column, Line, lines_of
from proceedings_editor.exporters.pdf.layout.picture import picture_size
from proceedings_editor.exporters.pdf.layout.slab import (
    Area,
    FootnoteSlabs,
    Slab,
    kept_with_next,
    marked,
    moved,
)
from proceedings_editor.exporters.pdf.layout.table import table_slabs
from proceedings_editor.exporters.pdf.layout.token import Setter
from proceedings_editor.exporters.pdf.layout.tree import Tree
from proceedings_editor.exporters.pdf.placed import ARTIFACT, FormulaMark, ImageMark, RuleMark
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle

POINTS_PER_CM: Final = 72 / 2.54
_TOGETHER: Final = 2
"""Lines of a paragraph that stay together at its beginning and at its end."""
_NARROWEST: Final = 20.0
_NUMBER_FORMATS: Final = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}


@dataclass(frozen=True, slots=True)
class Galley:
    """Lays elements out in a column of `width` points; `height` is the most a picture may take."""

    tree: Tree
    family: str
    width: float
    height: float

    def slabs(self, elements: Sequence[Element], node: int) -> list[Slab]:
        """Return the slabs of elements that belong to `node`."""
        made: list[Slab] = []
        holds = False
        page_break = False
        for element in elements:
            if isinstance(element, PageBreakElement):
                page_break = True
                continue
            slabs = self.element(element, node)
            if slabs and page_break:
                slabs[0] = replace(slabs[0], new_page=True)
                page_break = False
            if slabs and holds:
                slabs[0] = replace(slabs[0], breakable=False)
            holds = isinstance(element, TextElement) and (element.look.keep_with_next or element.level > 0)
            made += slabs
        return made

    def narrowed(self, width: float) -> Galley:
        """Return the same galley with another width."""
        return replace(self, width=width)

    def element(self, element: Element, node: int) -> list[Slab]:
        """Return the slabs of one element."""
        match element:
            case TextElement():
                return self._text(element, node)
            case ListElement():
                return self._list(element, node)
            case QuotationElement():
                return self.slabs(element.elements, self.tree.add("BlockQuote", node))
            case TableElement():
                return self._table(element, node)
            case FigureElement():
                return self._figure(element, node)
            case FormulaElement():
                return self._formula(element, node)
            case ListingElement():
                return self._listing(element, node)
            case PageBreakElement():
                return []

    # ------------------------------------------------------------------------------------------- paragraphs

    def _text(self, element: TextElement, node: int) -> list[Slab]:
        own = self.tree.add(f"H{element.level}" if element.level else "P", node)  # type: ignore[arg-type]
        slabs = self.paragraph(element.inlines, element.look, own, element.source)
        if element.level:
            title = " ".join(text_of(element.inlines).split())
            slabs[0] = replace(slabs[0], outline=((element.level - 1, title),))
        return marked(slabs, (element.bookmark,))

    def paragraph(
        self,
        inlines: tuple[Inline, ...],
        look: TextStyle,
        node: int,
        source: Place,
        label: tuple[Words, int] | None = None,
    ) -> list[Slab]:
        """Return one slab per line; a label stands before the first words, as in a list."""
        family = look.font or self.family
        tokens = list(Setter(self.tree, family, look, node).tokens(inlines))
        if label:
            words, label_node = label
            tokens = [*Setter(self.tree, family, look, label_node).tokens((words,)), *tokens]
        face = find_faces(family, bold=look.bold, italic=look.italic).primary
        least = ((face.leading * look.line_spacing - face.descent) * look.size, face.descent * look.size)
        lines = lines_of(tokens, self._edges(look), least)
        slabs = [self._line(line, node, source) for line in lines] or [Slab(sum(least))]
        return _spaced(_together(slabs), look)

    def _edges(self, look: TextStyle) -> Column:
        left = look.left * POINTS_PER_CM
        right = max(self.width - look.right * POINTS_PER_CM, left + _NARROWEST)
        first = min(left + look.indent * POINTS_PER_CM, right - _NARROWEST)
        return Column(left, right, max(first, 0), look.align, look.line_spacing)

    def _line(self, line: Line, node: int, source: Place) -> Slab:
        height = line.ascent + line.descent
        areas: tuple[Area, ...] = ()
        if line.start >= 0 and (source.field or source.block):
            place = replace(source, start=line.start, end=line.end)
            areas = (Area(line.left, 0, line.width, height, place),)
        marks = tuple(moved(mark, 0, -line.ascent) for mark in line.marks)
        return Slab(height, marks, areas=areas, notes=tuple(self._note(note, node) for note in line.notes))

    def _note(self, note: NoteMark, node: int) -> FootnoteSlabs:
        parent = self.tree.nodes[node].parent
        own = self.tree.add("Note", parent if parent >= 0 else node, note=f"note-{note.number}")
        label = (Words(str(note.number), superscript=True), self.tree.add("Lbl", own))
        first, rest = note.elements[:1], note.elements[1:]
        if first and isinstance(first[0], TextElement):
            body = self.tree.add("P", own)
            inlines = (Words(" "), *first[0].inlines)
            slabs = self.paragraph(inlines, first[0].look, body, Place(), label)
            return FootnoteSlabs((*slabs, *self.slabs(rest, own)))
        look = TextStyle(size=10)
        return FootnoteSlabs((*self.paragraph((), look, own, Place(), label), *self.slabs(note.elements, own)))

    # ------------------------------------------------------------------------------------------------ lists

    def _list(self, element: ListElement, node: int) -> list[Slab]:
        numbering = next((name for sign, name in _NUMBER_FORMATS.items() if sign in element.marker), "Decimal")
        own = self.tree.add("L", node, numbering=numbering if element.ordered else "Disc")
        made: list[Slab] = []
        for index, item in enumerate(element.items):
            entry = self.tree.add("LI", own)
            label = self.tree.add("Lbl", entry)
            body = self.tree.add("LBody", entry)
            first, rest = item.elements[:1], item.elements[1:]
            if not (first and isinstance(first[0], TextElement)):
                first, rest = (TextElement((), element.style, element.look),), item.elements
            head = first[0]
            assert isinstance(head, TextElement)
            inner = self.tree.add("P", body)
            look = replace(head.look, left=head.look.left + element.depth * 0.63)
            slabs = self.paragraph((Words(" "), *head.inlines), look, inner, head.source, (Words(item.label), label))
            slabs = marked(slabs, (head.bookmark, element.bookmarks[index] if element.bookmarks else ""))
            made += slabs + self.slabs(rest, body)
        return made

    # ------------------------------------------------------------------------------- tables, figures, others

    def _table(self, element: TableElement, node: int) -> list[Slab]:
        own = self.tree.add("Table", node, summary=element.summary)
        caption = self._caption(element.caption, own)
        slabs = table_slabs(element, self, own)
        return marked(_above(caption, slabs), (element.bookmark,))

    def _caption(self, caption: TextElement | None, node: int) -> list[Slab]:
        if caption is None:
            return []
        own = self.tree.add("Caption", node)
        return marked(self.paragraph(caption.inlines, caption.look, own, caption.source), (caption.bookmark,))

    def _figure(self, element: FigureElement, node: int) -> list[Slab]:
        size = picture_size(element.path) if element.path else None
        own = self.tree.add("Figure", node, alt=element.alt) if size else -1
        if size and element.path:
            width, height = _fitting(size, element.width, self.width, self.height)
            x = (self.width - width) * {"center": 0.5, "right": 1.0}.get(element.look.align, 0.0)
            mark = ImageMark(own, x, -height, width, height, element.path)
            picture = _spaced([Slab(height, (mark,), areas=(Area(x, 0, width, height, element.source),))], element.look)
        else:
            picture = self._placeholder(element, node)
        caption = self._caption_below(element, node)
        return marked(kept_with_next([*picture, *caption]), (element.bookmark,))

    def _caption_below(self, element: FigureElement, node: int) -> list[Slab]:
        if element.caption is None:
            return []
        caption = element.caption
        own = self.tree.add("Caption", node)
        return marked(self.paragraph(caption.inlines, caption.look, own, caption.source), (caption.bookmark,))

    def _placeholder(self, element: FigureElement, node: int) -> list[Slab]:
        own = self.tree.add("P", node)
        look = replace(element.look, align="center", indent=0)
        lines = self.paragraph((Words(element.placeholder or element.alt),), look, own, element.source)
        height = sum(slab.height + slab.before for slab in lines)
        frame = Slab(0, _frame(self.width, height + 8), before=4)
        return kept_with_next([frame, *lines, Slab(8)])

    def _formula(self, element: FormulaElement, node: int) -> list[Slab]:
        formula, look = element.formula, element.look
        drawing = to_drawing(formula.notation, formula.source, look.size)
        number_room = 0.0
        face = find_faces(look.font or self.family).primary
        if element.number:
            number_room = 2 * (face.width_of(element.number, look.size) + look.size)
        scale = min(1.0, max(self.width - number_room, _NARROWEST) / max(drawing.width, 1e-6))
        own = self.tree.add("Formula", node, alt=to_text(formula.notation, formula.source))
        width, height, depth = drawing.width * scale, drawing.height * scale, drawing.depth * scale
        x = (self.width - width) / 2
        mark = FormulaMark(own, x, -height, formula.notation, formula.source, look.size * scale)
        areas = (Area(x, 0, width, height + depth, element.source),)
        slab = Slab(height + depth, (mark,), areas=areas)
        if element.number:
            slab = self._numbered(slab, element, height, node)
        return marked(_spaced([slab], look), (element.bookmark,))

    def _numbered(self, slab: Slab, element: FormulaElement, height: float, node: int) -> Slab:
        look = replace(element.look, align="right", indent=0, left=0, right=0, space_before=0, space_after=0)
        own = self.tree.add("P", node)
        (line,) = self.paragraph((Words(element.number),), look, own, Place())
        # The number stands on the formula's baseline.
        baseline = -min(mark.y for mark in line.marks) if line.marks else 0.0
        marks = (moved(mark, 0, baseline - height) for mark in line.marks)
        return replace(slab, height=max(slab.height, line.height), marks=(*slab.marks, *marks))

    def _listing(self, element: ListingElement, node: int) -> list[Slab]:
        caption = self._caption(element.caption, node)
        own = self.tree.add("Code", self.tree.add("P", node))
        look = replace(element.look, align="left")
        lines: list[Slab] = []
        for line in element.lines:
            # Spaces carry meaning in program text: no-break ones are neither dropped nor stretched.
            words = Words(line.replace("\t", "    ").replace(" ", "\u00a0"), code=True)
            lines += self.paragraph((words,), replace(look, space_before=0, space_after=0), own, element.source)
        return marked(
            _above(caption, _spaced([replace(slab, breakable=True) for slab in lines], look)), (element.bookmark,)
        )


def _together(slabs: list[Slab]) -> list[Slab]:
    """Forbid page ends that would leave one line of a paragraph alone."""
    last = len(slabs) - _TOGETHER
    return [
        replace(slab, breakable=False) if 0 < index < _TOGETHER or (index and index > last) else slab
        for index, slab in enumerate(slabs)
    ]


def _spaced(slabs: list[Slab], look: TextStyle) -> list[Slab]:
    """Add the look's space above and below."""
    if not slabs:
        return slabs
    made = [replace(slabs[0], before=slabs[0].before + look.space_before), *slabs[1:]]
    return [*made, Slab(look.space_after, breakable=False)] if look.space_after else made


def _above(caption: list[Slab], slabs: list[Slab]) -> list[Slab]:
    """Put a caption above slabs so that the page does not end between them."""
    if not caption or not slabs:
        return caption + slabs
    return [*kept_with_next(caption), replace(slabs[0], breakable=False), *slabs[1:]]


def _fitting(size: tuple[float, float], wanted: float, width: float, height: float) -> tuple[float, float]:
    scale = min((wanted or size[0]) / size[0], width / size[0], height / size[1])
    return size[0] * scale, size[1] * scale


def _frame(width: float, height: float) -> tuple[RuleMark, ...]:
    corners = ((0, 0), (width, 0), (width, -height), (0, -height), (0, 0))
    return tuple(RuleMark(ARTIFACT, *a, *b) for a, b in itertools.pairwise(corners))
