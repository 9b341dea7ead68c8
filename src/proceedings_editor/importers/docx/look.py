"""What a paragraph of a Word document looks like, all inheritance resolved (ISO/IEC 29500-1, 17.7.2).

A property is looked for at the characters, at the paragraph, along the chains of their styles, and in the document's
defaults; the first that says something counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast
from xml.sax.saxutils import quoteattr

from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length
from docx.text.paragraph import Paragraph
from docx.text.run import Run

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P

Align = Literal["left", "center", "right", "justify"]
T = TypeVar("T", bound=Hashable)

_ALIGN: Final[dict[object, Align]] = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
    WD_ALIGN_PARAGRAPH.JUSTIFY_LOW: "justify",
    WD_ALIGN_PARAGRAPH.DISTRIBUTE: "justify",
}
_DEFAULT_SIZE: Final = 10.0
"""Points where nothing says a size (17.3.2.38)."""
_FONT_HEIGHT: Final = 1.15
"""Line height of Times New Roman in ems: exact spacing in points becomes a factor by it."""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """One paragraph as it is printed. Sizes and spaces in points, indents in centimetres.

    Attributes:
        number: Its place among the paragraphs with words, from 1.
        style: Name of its style.
        style_id: Its id in the document.
    """

    number: int
    words: str
    style: str
    style_id: str
    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    keep_with_next: bool
    align: Align
    line_spacing: float
    indent: float
    left: float
    right: float
    space_before: float
    space_after: float
    capitals: bool
    is_item: bool


def looks_of(document: DocumentObject) -> tuple[ParagraphLook, ...]:
    """Return the looks of the paragraphs with words, in order; those in tables are left out."""
    defaults = _Defaults(document)
    paragraphs = (paragraph for paragraph in document.paragraphs if paragraph.text.strip())
    return tuple(look_of(paragraph, number, defaults) for number, paragraph in enumerate(paragraphs, start=1))


def style_looks_of(document: DocumentObject) -> dict[str, ParagraphLook]:
    """Return what each paragraph style of the document looks like by itself, by its id."""
    defaults = _Defaults(document)
    styles = [style.style_id for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    return {style: look_of(_with_nothing_of_its_own(document, style), 0, defaults) for style in styles}


def _with_nothing_of_its_own(document: DocumentObject, style: str) -> Paragraph:
    name = quoteattr(style)
    xml = f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val={name}/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    return Paragraph(cast("CT_P", parse_xml(xml)), document._body)


def cell_looks_of(document: DocumentObject, skipped: int = 0) -> tuple[ParagraphLook, ...]:
    """Return the looks of the paragraphs in tables, but for the first tables that are to be skipped."""
    defaults = _Defaults(document)
    cells = (cell for table in document.tables[skipped:] for row in table.rows for cell in row.cells)
    paragraphs = (paragraph for cell in cells for paragraph in cell.paragraphs if paragraph.text.strip())
    return tuple(look_of(paragraph, number, defaults) for number, paragraph in enumerate(paragraphs, start=1))


class _Defaults:
    """The document's default fonts and sizes, and the fonts of its theme."""

    def __init__(self, document: DocumentObject) -> None:
        self._theme = _theme_fonts(document)
        found = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self.run = found
        self.paragraph = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")

    def font(self, properties: Any) -> str:  # noqa: ANN401  # an lxml element or None
        """Return the font that run properties name, "" where they name none."""
        fonts = None if properties is None else properties.find(qn("w:rFonts"))
        if fonts is None:
            return ""
        theme = fonts.get(qn("w:hAnsiTheme")) or fonts.get(qn("w:asciiTheme")) or ""
        themed = self._theme.get("major" if theme.startswith("major") else "minor", "") if theme else ""
        return themed or fonts.get(qn("w:hAnsi")) or fonts.get(qn("w:ascii")) or ""


def _theme_fonts(document: DocumentObject) -> dict[str, str]:
    from lxml import etree

    namespace = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/theme") and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(relation.target_part.blob, parser)
            found = {}
            for kind in ("major", "minor"):
                latin = root.find(f".//{namespace}{kind}Font/{namespace}latin")
                found[kind] = latin.get("typeface", "") if latin is not None else ""
            return found
    return {}


def look_of(paragraph: Paragraph, number: int, defaults: _Defaults) -> ParagraphLook:
    """Return what a paragraph looks like; where its characters differ, what most of them have."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    size = _most(runs, lambda run: _size(run, paragraph, defaults)) or _DEFAULT_SIZE
    words = " ".join(paragraph.text.split())
    style = paragraph.style
    return ParagraphLook(
        number,
        words,
        (style.name or "") if style is not None else "",
        (style.style_id or "") if style is not None else "",
        _most(runs, lambda run: _font(run, paragraph, defaults)) or "",
        size,
        bool(_most(runs, lambda run: _flag(run, paragraph, "bold"))),
        bool(_most(runs, lambda run: _flag(run, paragraph, "italic"))),
        bool(_most(runs, lambda run: _flag(run, paragraph, "underline"))),
        bool(_of_paragraph(paragraph, "keep_with_next")),
        _ALIGN.get(_of_paragraph(paragraph, "alignment"), "left"),
        _spacing(paragraph, size),
        _centimetres(_of_paragraph(paragraph, "first_line_indent")),
        _centimetres(_of_paragraph(paragraph, "left_indent")),
        _centimetres(_of_paragraph(paragraph, "right_indent")),
        _points(_of_paragraph(paragraph, "space_before")),
        _points(_of_paragraph(paragraph, "space_after")),
        _is_capital(words) or bool(_most(runs, lambda run: _flag(run, paragraph, "all_caps"))),
        paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None,
    )


def _most(runs: list[Run], value: Callable[[Run], T]) -> T | None:
    """Return the value that most characters have."""
    counts: Counter[T] = Counter()
    for run in runs:
        counts[value(run)] += len(run.text)
    return counts.most_common(1)[0][0] if counts else None


def _styles(start: Any) -> Iterator[Any]:  # noqa: ANN401  # python-docx's styles have no common class
    """Yield a style and those it is based on; a circle ends."""
    seen = set()
    style = start
    while style is not None and style.style_id not in seen:
        seen.add(style.style_id)
        yield style
        style = style.base_style


def _fonts_along(run: Run, paragraph: Paragraph) -> Iterator[Any]:
    yield run.font
    for style in (*_styles(run.style), *_styles(paragraph.style)):
        yield style.font


def _flag(run: Run, paragraph: Paragraph, name: str) -> bool:
    found = (getattr(font, name) for font in _fonts_along(run, paragraph))
    return bool(next((value for value in found if value is not None), False))


def _size(run: Run, paragraph: Paragraph, defaults: _Defaults) -> float:
    for font in _fonts_along(run, paragraph):
        if font.size is not None:
            return float(font.size.pt)
    size = None if defaults.run is None else defaults.run.find(qn("w:sz"))
    return int(size.get(qn("w:val"))) / 2 if size is not None else _DEFAULT_SIZE


def _font(run: Run, paragraph: Paragraph, defaults: _Defaults) -> str:
    properties = [font._element.rPr for font in _fonts_along(run, paragraph)]
    return next(filter(None, map(defaults.font, (*properties, defaults.run))), "")


def _of_paragraph(paragraph: Paragraph, name: str) -> object:
    formats = [paragraph.paragraph_format, *(style.paragraph_format for style in _styles(paragraph.style))]
    return next((value for one in formats if (value := getattr(one, name)) is not None), None)


def _spacing(paragraph: Paragraph, size: float) -> float:
    """Return the factor of single spacing; a line that is only "at least" so high is single."""
    value = _of_paragraph(paragraph, "line_spacing")
    if isinstance(value, Length):
        exact = _of_paragraph(paragraph, "line_spacing_rule") == WD_LINE_SPACING.EXACTLY
        return round(float(value.pt) / (size * _FONT_HEIGHT), 2) if exact else 1.0
    return round(float(value), 2) if isinstance(value, int | float) else 1.0


def _centimetres(value: object) -> float:
    return round(value.cm, 2) if isinstance(value, Length) else 0.0


def _points(value: object) -> float:
    return round(value.pt, 1) if isinstance(value, Length) else 0.0


def _is_capital(words: str) -> bool:
    return sum(char.isalpha() for char in words) > 3 and words == words.upper()
