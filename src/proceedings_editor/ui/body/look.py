"""How lines and letters look in the editor, made from the facts; colours follow the palette."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from proceedings_editor.model.body import Alignment, Heading, Listing, Paragraph, Span, Table
from proceedings_editor.model.body_edit.grid import columns_of
from proceedings_editor.model.body_edit.line import Caption, CellStep, Filler, ItemStep, Leaf, Line
from proceedings_editor.resources import shipped
from proceedings_editor.ui.body.fact import MARK_FACTS, OBJECT_TYPE, Fact, steps_text
from proceedings_editor.ui.colour import severity_colour

INDENT: Final = 30
"""Pixels that each list level and each quotation moves a line to the right."""
FONTS: Final = ("Tinos", "Times New Roman", "Liberation Serif", "DejaVu Serif")
POINTS: Final = 12.0

_NO_RULE: Final = QTextLength(QTextLength.Type.FixedLength, 0)
_TABLE_WIDTH: Final = QTextLength(QTextLength.Type.PercentageLength, 98.5)
"""Qt rounds every column to whole pixels, and up to a pixel for four of them. With all the width that made the text
wider than its view: a scroll bar that leads nowhere, laid out and painted again at every key."""

_QT_ALIGN: Final[dict[str, Qt.AlignmentFlag]] = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True, slots=True)
class _LineLook:
    """Size factor, weight, slant, space above and below in pixels, whether it stands in the middle."""

    size: float = 1.0
    bold: bool = False
    italic: bool = False
    above: int = 2
    below: int = 4
    centred: bool = False
    mono: bool = False


_LOOKS: Final[dict[str, _LineLook]] = {
    "p": _LineLook(),
    "h1": _LineLook(1.3, bold=True, above=12),
    "h2": _LineLook(1.15, bold=True, above=10),
    "h3": _LineLook(1.0, bold=True, above=8),
    "h4": _LineLook(1.0, bold=True, italic=True, above=8),
    "h": _LineLook(1.0, italic=True, above=8),
    "table": _LineLook(0.92, italic=True, above=10, below=3),
    "figure": _LineLook(0.92, italic=True, above=2, below=10, centred=True),
    "listing": _LineLook(0.92, italic=True, above=2, below=10),
    "code": _LineLook(0.88, mono=True, above=4),
    "object": _LineLook(above=6, below=4, centred=True),
}


def look_of(leaf: Leaf) -> str:
    """Return the name of a leaf's look."""
    match leaf:
        case Paragraph() | Filler():
            return "p"
        case Heading(level=level):
            return f"h{level}" if f"h{level}" in _LOOKS else "h"
        case Caption(of=of):
            return of
        case Listing():
            return "code"
        case _:
            return "object"


def kind_text(leaf: Leaf) -> str:
    """Return what the block format says about the kind of a line."""
    match leaf:
        case Filler():
            return "filler"
        case Heading():
            return "heading"
        case Caption(of=of):
            return f"caption {of}"
        case Listing():
            return "code"
        case Paragraph():
            return ""
        case _:
            return "object"


_marks_of: Final = attrgetter(*(field.name for field in fields(Span) if field.name != "text"))


class Look:
    """Makes text formats for one palette."""

    def __init__(self, palette: QPalette) -> None:
        self._palette = palette
        self._formats: dict[tuple[object, str], QTextCharFormat] = {}
        self._mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()

    @property
    def palette(self) -> QPalette:
        """The palette the colours come from."""
        return self._palette

    def faint(self, strength: float = 0.5) -> QColor:
        """Return a colour between background and text."""
        text, base = self._palette.color(QPalette.ColorRole.Text), self._palette.color(QPalette.ColorRole.Base)
        mixed = (
            round(a * strength + b * (1 - strength)) for a, b in zip(_channels(text), _channels(base), strict=True)
        )
        return QColor(*mixed)

    def font(self) -> QFont:
        """Return the font of running text."""
        font = QFont(list(_families()))
        font.setPointSizeF(POINTS)
        return font

    def text(self, span: Span, look: str) -> QTextCharFormat:
        """Return the format of letters with the marks of `span` in a line with this look."""
        key = (_marks_of(span), look)  # asked for every stretch that is written
        found = self._formats.get(key)
        if found is None:
            found = self._formats[key] = self._made(span, look)
        return QTextCharFormat(found)

    def value(self, number: int, look: str, *, whole: bool) -> QTextCharFormat:
        """Return the format of the sign for a value; `whole` ones are a block of their own."""
        form = self.text(Span(""), look)
        form.setObjectType(OBJECT_TYPE)
        form.setProperty(Fact.VALUE, number)
        form.setProperty(Fact.WHOLE, whole)
        if not whole:
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
        return form

    def _made(self, span: Span, look: str) -> QTextCharFormat:
        line, form = _LOOKS[look], QTextCharFormat()
        form.setProperty(Fact.LOOK, look)
        form.setFontPointSize(POINTS * line.size)
        if line.bold or span.bold:
            form.setFontWeight(QFont.Weight.Bold)
        if line.italic or span.italic:
            form.setFontItalic(not (line.italic and span.italic))
        if line.mono or span.code:
            form.setFontFamilies([*self._mono])
        if span.language:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(self.faint(0.45))
        if span.href:
            form.setForeground(severity_colour("information", self._palette))
            form.setProperty(Fact.HREF, span.href)
        if span.underline or span.href:
            form.setFontUnderline(True)
            form.setUnderlineColor(QColor())
        if span.code and not line.mono:
            form.setBackground(self._palette.color(QPalette.ColorRole.AlternateBase))
        if span.superscript or span.subscript:
            above = QTextCharFormat.VerticalAlignment.AlignSuperScript
            form.setVerticalAlignment(above if span.superscript else QTextCharFormat.VerticalAlignment.AlignSubScript)
        if span.language:
            form.setProperty(Fact.LANGUAGE, span.language)
        for mark, number in MARK_FACTS.items():
            if getattr(span, mark):
                form.setProperty(number, True)
        return form

    def line(self, line: Line) -> QTextBlockFormat:
        """Return the block format of a line: its facts, and the looks that follow from them."""
        form, look = QTextBlockFormat(), _LOOKS[look_of(line.leaf)]
        depth = sum(not isinstance(step, CellStep) for step in line.steps)
        form.setProperty(Fact.STEPS, steps_text(line.steps))
        form.setProperty(Fact.KIND, kind_text(line.leaf))
        form.setLeftMargin(INDENT * depth)
        form.setRightMargin(INDENT * sum(not isinstance(step, ItemStep | CellStep) for step in line.steps))
        in_cell = any(isinstance(step, CellStep) for step in line.steps)
        form.setTopMargin(0 if in_cell else look.above)
        form.setBottomMargin(1 if in_cell or isinstance(line.leaf, Filler) else look.below)
        form.setAlignment(_alignment(line, centred=look.centred))
        if isinstance(line.leaf, Heading):
            form.setProperty(Fact.LEVEL, line.leaf.level)
            form.setHeadingLevel(min(line.leaf.level, 6))
        if isinstance(line.leaf, Paragraph) and line.leaf.align:
            form.setProperty(Fact.ALIGN, line.leaf.align)
        if isinstance(line.leaf, Caption):
            # Qt gives an empty line before a table no height unless it ends in a rule; this one is a dot on its ground.
            form.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, _NO_RULE)
            form.setBackground(self._palette.color(QPalette.ColorRole.Base))
        if isinstance(line.leaf, Listing):
            form.setBackground(self._palette.color(QPalette.ColorRole.AlternateBase))
        return form

    def table(self, table: Table, number: int) -> QTextTableFormat:
        """Return the format of a table; `number` names the value that holds its facts."""
        form = QTextTableFormat()
        form.setProperty(Fact.TABLE, number)
        form.setHeaderRowCount(table.header_rows)
        form.setBorderCollapse(False)  # borders that Qt joins cost more at every key than all the letters of the table
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self.faint(0.4))
        form.setCellPadding(3)
        form.setCellSpacing(-1)  # so that the borders of neighbours are one line all the same
        form.setBottomMargin(8)
        form.setWidth(_TABLE_WIDTH)
        total = sum(table.widths)
        if total > 0 and len(table.widths) == columns_of(table):
            kind = QTextLength.Type.PercentageLength
            form.setColumnWidthConstraints([QTextLength(kind, 100 * width / total) for width in table.widths])
        return form


def _alignment(line: Line, *, centred: bool) -> Qt.AlignmentFlag:
    align: Alignment = line.leaf.align if isinstance(line.leaf, Paragraph) else ""
    for step in line.steps:
        if isinstance(step, CellStep) and not align:
            cells = [cell for row in step.table.rows for cell in row]
            align = cells[step.cell].align
    return _QT_ALIGN.get(align, Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)


@cache
def _families() -> tuple[str, ...]:
    """Return the fonts of running text that are there; the shipped one is made known first."""
    for face in ("Regular", "Bold", "Italic", "BoldItalic"):
        QFontDatabase.addApplicationFont(str(shipped("fonts", f"Tinos-{face}.ttf")))
    known = set(QFontDatabase.families())
    return tuple(name for name in FONTS if name in known) or ("serif",)


def _channels(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
