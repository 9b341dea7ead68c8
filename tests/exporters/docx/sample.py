"""A composition that holds every element and inline, made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from proceedings_editor.exporters.composition.element import (
    CellElement,
    Composition,
    Element,
    FigureElement,
    FormulaElement,
    Inline,
    InlineMath,
    ItemElement,
    ListElement,
    ListingElement,
    NewLine,
    NoteMark,
    PageBreakElement,
    PageStyle,
    Part,
    QuotationElement,
    TableElement,
    TextElement,
    Words,
)
from proceedings_editor.model.body import FormulaSource
from proceedings_editor.model.template import STYLES, StyleName, TextStyle

LOOKS: dict[StyleName, TextStyle] = {
    **{name: TextStyle() for name in STYLES},
    "text": TextStyle(indent=1.25),
    "title": TextStyle(bold=True, align="center", keep_with_next=True),
    "list": TextStyle(indent=1.25),
}


def paragraph(*inlines: Inline | str, style: StyleName = "text", level: int = 0, bookmark: str = "") -> TextElement:
    """Return a paragraph in a style's own look."""
    runs = tuple(Words(inline) if isinstance(inline, str) else inline for inline in inlines)
    return TextElement(runs, style, LOOKS[style], level=level, bookmark=bookmark)


def listing(
    items: Sequence[tuple[Element, ...]], *, ordered: bool = False, marker: str = "–", start: int = 1
) -> ListElement:
    """Return a list of these items."""
    labels = (marker.replace("1", str(number)) for number in range(start, start + len(items)))
    made = tuple(ItemElement(label, item) for label, item in zip(labels, items, strict=True))
    return ListElement(made, ordered, marker, start, "list", LOOKS["list"])


def cell(text: str, *, columns: int = 1, rows: int = 1, header: bool = False) -> CellElement:
    """Return a cell with one paragraph."""
    style: StyleName = "table_header" if header else "table_cell"
    return CellElement((paragraph(text, style=style),), columns, rows, "column" if header else "")


TABLE = TableElement(
    (
        (cell("Жыл", rows=2, header=True), cell("Өнім, т", columns=2, header=True)),
        (cell("бидай", header=True), cell("арпа", header=True)),
        (cell("2024"), cell("18,2"), CellElement(())),
    ),
    (0.2, 0.4, 0.4),
    header_rows=2,
    caption=paragraph("1-кесте – Өнім", style="table_caption"),
    summary="Екі дақылдың өнімі",
    bookmark="table-1",
)


def page(first_folio: int = 1, *, head: str = "", number: tuple[str, str] = ("bottom", "center")) -> PageStyle:
    """Return A4 with margins of 2 cm."""
    return PageStyle(595.3, 841.9, 56.7, 56.7, 56.7, 56.7, False, number, LOOKS["page_number"], first_folio, head)


def elements(picture: Path | None) -> tuple[Element, ...]:
    """Return every kind of element; the first figure shows `picture`, the second one's file is missing."""
    note = NoteMark(1, (paragraph("Ескертпенің мәтіні", style="footnote"),))
    long_note = NoteMark(
        2,
        (
            paragraph("Сайт: ", Words("e.kz", url="https://e.kz/n"), style="footnote"),
            listing([(paragraph("а"),)]),
        ),
    )
    return (
        paragraph("Дала өсімдіктері", style="title", level=1, bookmark="title"),
        paragraph(
            "Қалыпты, ",
            Words("қалың", bold=True),
            Words(" көлбеу", italic=True),
            Words(" асты сызылған", underline=True),
            " H",
            Words("2", subscript=True),
            "O, м",
            Words("3", superscript=True),
            " ",
            Words("code()", code=True),
            NoteMark(note.number, note.elements),
            InlineMath(FormulaSource(r"\frac{a}{b}")),
            NewLine(),
            Words("русские слова", language="ru"),
            " & <белгі> \tтабуляция",
            " [",
            Words("1", target="ref-1"),
            "], ",
            Words("сайт", url="https://e.kz/?a=1&b=“x”"),
            Words(" бос мекенжай", url="not an address"),
            Words(" жоқ жер", target="nowhere"),
            long_note,
        ),
        paragraph("Бөлім", style="heading_1", level=2),
        paragraph("Секіріп түскен", style="heading_3", level=3),
        listing(
            [
                (paragraph("бір", style="list"),),
                (paragraph("екі", style="list"), listing([(paragraph("ішкі"),)], ordered=True, marker="1)")),
            ]
        ),
        listing([(replace(TABLE, bookmark="table-2"),), ()], ordered=True, marker="[1]", start=4),
        QuotationElement((paragraph("Дәйексөз сөзі", style="quotation"),)),
        TABLE,
        FigureElement(
            picture,
            "Дала суреті",
            LOOKS["figure"],
            100,
            "",
            paragraph("1-сурет – Дала", style="figure_caption"),
            "figure-1",
        ),
        FigureElement(None, "Жоқ сурет", LOOKS["figure"], 0, "Сурет табылмады: a.png"),
        FormulaElement(FormulaSource(r"E = mc^2"), LOOKS["formula"], "(1)", "formula-1"),
        FormulaElement(FormulaSource("<math><mi>x</mi></math>", "mathml"), LOOKS["formula"]),
        ListingElement(
            ("def f():", "", "    return 1"),
            LOOKS["listing"],
            paragraph("1-листинг", style="listing_caption"),
            "listing-1",
        ),
        PageBreakElement(),
        paragraph("ӘДЕБИЕТ", style="reference_heading", level=2),
        ListElement(
            (ItemElement("1.", (paragraph("Кітап", style="reference"),)),),
            True,
            "1.",
            1,
            "reference",
            LOOKS["reference"],
            bookmarks=("ref-1",),
        ),
    )


def composition(*made: Element, picture: Path | None = None) -> Composition:
    """Return an information page and an article of these elements, or of every kind of element."""
    information = TableElement(
        ((CellElement((paragraph("ISBN"),), header="row"), cell("978-601-7000-00-1")),), (0.3, 0.7)
    )
    parts = (
        Part(
            "information",
            "kk",
            page(number=("none", "center")),
            (paragraph("Мәлімет", style="information_heading"), information),
        ),
        Part("article", "kk", page(323, head="ЖОБА"), made or elements(picture)),
    )
    return Composition(
        parts, "Дала өсімдіктері", ("А. Б.",), "kk", "Times New Roman", tuple(LOOKS.items()), day="2025-04-07"
    )
