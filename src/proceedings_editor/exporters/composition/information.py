"""The information page: what the web site's reader sees before the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from proceedings_editor.exporters.composition.element import (
    CellElement,
    Element,
    Inline,
    TableElement,
    TextElement,
)
from proceedings_editor.exporters.composition.setting import Setting, foreign, phrased, words
from proceedings_editor.model.local import Language
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import InformationRow
from proceedings_editor.model.template.order import RowValue
from proceedings_editor.templates.person_line import status_word, supervisor_row, told_in
from proceedings_editor.templates.wording import (
    codes,
    conference_title,
    date_and_place,
    page_range,
    printed_number,
    section_row,
    versions,
)

_UNKNOWN_STATUS: Final = "–"
"""Stands for an author without status where another has one, so that lines still match the lines of names."""

_Line = tuple[tuple[Inline, ...], str]
"""One printed line of a row with the field it comes from."""


def information(setting: Setting) -> tuple[Element, ...]:
    """Return the page's elements: top heading, heading, table, note. Rows of unknown facts are left out."""
    page = setting.template.information
    found: list[Element] = []
    if page.top_heading:
        phrases = versions(page.top_heading, setting.wording)
        inlines = phrased(phrases, setting, "top_heading", page.language)
        found.append(setting.line("top_heading", inlines, "template.information.top_heading"))
    heading = setting.printed("information_heading", page.heading.best(page.language))
    if heading:
        found.append(setting.line("information_heading", words(heading), "template.information.heading", 1))
    rows = tuple(row for row in (_row(setting, row) for row in page.rows) if row)
    if rows:
        widths = (page.label_width, 1 - page.label_width)
        found.append(TableElement(rows, widths, summary=heading))
    if note := setting.printed("information_note", page.note.best(page.language)):
        found.append(setting.line("information_note", words(note), "template.information.note"))
    return tuple(found)


def _row(setting: Setting, row: InformationRow) -> tuple[CellElement, ...]:
    language = row.language or setting.template.information.language
    lines = tuple(_VALUES[row.value](setting, row, language))
    if not lines:
        return ()
    tag = foreign(row.language, setting.template.information.language)
    printed = setting.printed("information_label", row.label)
    label = TextElement(
        words(printed, language=tag),
        "information_label",
        setting.look("information_label"),
        source=Place(lines[0][1]),
    )
    values = tuple(setting.line("information_value", inlines, field) for inlines, field in lines)
    return CellElement((label,), header="row"), CellElement(values)


# ----------------------------------------------------------------------------------------------------- values


def _plain(setting: Setting, text: str, field: str, language: str = "", *, start: int = -1) -> Iterator[_Line]:
    """Yield one line, nothing for an unknown fact."""
    if text.strip():
        tag = foreign(language, setting.template.information.language)
        yield words(setting.printed("information_value", text), language=tag, start=start), field


def _conference(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    title = conference_title(setting.collection, setting.wording, language)
    yield from _plain(setting, title, f"collection.name.{language}", language)


def _date_and_place(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    line = date_and_place(setting.collection, setting.wording, language)
    yield from _plain(setting, line, "collection.first_day", language)


def _isbn(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    yield from _plain(setting, setting.collection.isbn, "collection.isbn", start=0)


def _issn(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    yield from _plain(setting, setting.collection.issn, "collection.issn", start=0)


def _doi(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    yield from _plain(setting, setting.entry.doi, "doi", start=0)


def _number(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    yield from _plain(setting, printed_number(setting.entry.number, setting.largest_number), "number")


def _pages(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    yield from _plain(setting, page_range(setting.entry, setting.wording), "first_page")


def _udc(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    yield from _plain(setting, codes(setting.entry.udc), "udc.0")


def _section(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    phrases = section_row(setting.section_path, setting.wording, language)
    if phrases:
        part = setting.template.information.language
        yield phrased(phrases, setting, "information_value", part), "section"


def _authors(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    for index, author in enumerate(setting.entry.authors):
        yield from _plain(setting, author.full_name or author.latin, f"authors.{index}")


def _status(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    """Yield a line per author, or one for all when all have the same."""
    statuses = [status_word(author, language) for author in setting.entry.authors]
    if not any(statuses):
        return
    for index, status in enumerate(statuses if len(set(statuses)) > 1 else statuses[:1]):
        line = status[:1].upper() + status[1:] or _UNKNOWN_STATUS
        yield from _plain(setting, line, f"authors.{index}.status", language)


def _supervisors(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    for index, supervisor in enumerate(setting.entry.supervisors):
        line = supervisor_row(supervisor, setting.wording, language)
        yield from _plain(setting, line, f"supervisors.{index}", told_in(supervisor, language))


def _title(setting: Setting, row: InformationRow, language: Language) -> Iterator[_Line]:
    """Yield the title as the article prints it, in the row's language or the article's own."""
    language = row.language or setting.language
    title = setting.printed("title", setting.entry.title[language])
    yield from _plain(setting, title, f"title.{language}", language, start=0)


_VALUES: Final[dict[RowValue, Callable[[Setting, InformationRow, Language], Iterator[_Line]]]] = {
    "conference": _conference,
    "date_and_place": _date_and_place,
    "isbn": _isbn,
    "issn": _issn,
    "doi": _doi,
    "number": _number,
    "pages": _pages,
    "udc": _udc,
    "section": _section,
    "authors": _authors,
    "status": _status,
    "supervisors": _supervisors,
    "title": _title,
}
