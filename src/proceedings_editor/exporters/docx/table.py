"""Tables: a grid of cells with spans, header rows that repeat on each page."""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat

from proceedings_editor.exporters.composition.element import CellElement, Element, TableElement
from proceedings_editor.exporters.docx.style import TABLE
from proceedings_editor.exporters.docx.xml import twips, xml_value

CellWriter = Callable[[tuple[Element, ...], float], str]
"""Writes the contents of a cell of that width in points; ends with a paragraph."""

_NO_BORDERS = (
    "<w:tblBorders>"
    + "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    + "</w:tblBorders>"
)


def table_xml(element: TableElement, width: float, cell_xml: CellWriter) -> str:
    """Return a table that fills `width` points."""
    columns = [share * width for share in element.widths]
    grid = "".join(f'<w:gridCol w:w="{twips(column)}"/>' for column in columns)
    rows = "".join(
        _row(cells, columns, cell_xml, repeats=index < element.header_rows)
        for index, cells in enumerate(_placed(element))
    )
    return f"<w:tbl>{_properties(element, width)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(element: TableElement, width: float) -> str:
    summary = f'<w:tblDescription w:val="{xml_value(element.summary)}"/>' if element.summary else ""
    first_row = 1 if element.header_rows else 0
    first_column = int(any(row and row[0].header == "row" for row in element.rows))
    return (
        f'<w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{twips(width)}" w:type="dxa"/>'
        f'{"" if element.ruled else _NO_BORDERS}<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000" w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{summary}</w:tblPr>'
    )


def _placed(element: TableElement) -> list[list[tuple[CellElement, int, bool]]]:
    """Return per row its cells from left to right as (cell, grid column, whether it begins here)."""
    count = len(element.widths)
    below: list[tuple[CellElement, int] | None] = list(repeat(None, count))
    """Per grid column: the cell reaching down into the next row from here, and how many rows it still covers."""
    placed: list[list[tuple[CellElement, int, bool]]] = []
    for row in element.rows:
        supply = iter(row)
        line: list[tuple[CellElement, int, bool]] = []
        column = 0
        while column < count:
            running = below[column]
            cell, left = running or (next(supply, CellElement(())), 0)
            begins = running is None
            left = cell.rows - 1 if begins else left - 1
            line.append((cell, column, begins))
            below[column] = (cell, left) if left > 0 else None
            column += max(cell.columns, 1)
        placed.append(line)
    return placed


def _row(
    cells: list[tuple[CellElement, int, bool]], columns: list[float], cell_xml: CellWriter, *, repeats: bool
) -> str:
    header = "<w:trPr><w:tblHeader/></w:trPr>" if repeats else ""
    written = "".join(
        _cell(cell, columns[start : start + cell.columns], cell_xml, begins) for cell, start, begins in cells
    )
    return f"<w:tr>{header}{written}</w:tr>"


def _cell(cell: CellElement, columns: list[float], cell_xml: CellWriter, begins: bool) -> str:
    width = sum(columns)
    span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
    merge = ""
    if cell.rows > 1:
        merge = '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"
    content = cell_xml(cell.elements if begins else (), width)
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}{merge}</w:tcPr>{content}</w:tc>'
