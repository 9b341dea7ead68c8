"""The register as CSV (RFC 4180) and as XLSX.

What an author typed must never run as a formula on the secretary's machine: in XLSX every text is a text cell; in CSV,
where a program guesses, a text that begins like a formula gets an apostrophe before it (the OWASP advice).
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from proceedings_editor.exporters.register.row import COLUMNS, Value
from proceedings_editor.model.local import Language

_FORMULA: Final = tuple("=+-@\t\r")
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH: Final = datetime(2000, 1, 1)
_ZIP_EPOCH: Final = (2000, 1, 1, 0, 0, 0)
_MOST_CHARACTERS: Final = 32_767
"""Of one cell (Excel specifications and limits)."""


def register_csv(rows: Iterable[tuple[Value, ...]], language: Language) -> bytes:
    """Return the register as CSV in UTF-8 with a byte order mark, which Excel needs to see Kazakh letters."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.head.in_language(language) for column in COLUMNS)
    writer.writerows(map(_csv_value, row) for row in rows)
    return stream.getvalue().encode("utf-8-sig")


def register_xlsx(rows: Iterable[tuple[Value, ...]], language: Language) -> bytes:
    """Return the register as an XLSX file; the same rows give the same bytes."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.active
    assert sheet is not None
    sheet.freeze_panes = "B2"
    lines = [tuple(column.head.in_language(language) for column in COLUMNS), *rows]
    for number, line in enumerate(lines, start=1):
        for place, value in enumerate(line, start=1):
            cell = sheet.cell(number, place)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                cell.value = _NOT_XML.sub("", value)[:_MOST_CHARACTERS]
                cell.data_type = "s"
            elif value is not None:
                cell.value = value
    for place, column in enumerate(COLUMNS, start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.auto_filter.ref = sheet.dimensions
    stream = io.BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def _csv_value(value: Value) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        words = value.replace("\x00", "")
        return f"'{words}" if words.startswith(_FORMULA) else words
    return value


def _without_times(data: bytes) -> bytes:
    """Pack the same parts again with one fixed time, and without the moment of saving."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
