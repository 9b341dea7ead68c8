"""What the register tells of each entry: one table of columns, nothing private."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import STATE_NAMES, Entry
from proceedings_editor.model.local import Language
from proceedings_editor.model.person import Affiliation
from proceedings_editor.templates.person_line import person_name, status_word
from proceedings_editor.texts import Text, text

Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its width in characters, and the value of an entry."""

    head: Text
    width: int
    value: Callable[[Entry, Collection, Language], Value]


def _section(level: int) -> Callable[[Entry, Collection, Language], Value]:
    def value(entry: Entry, collection: Collection, language: Language) -> Value:
        path = collection.section_path(entry.section)
        if len(path) <= level:
            return ""
        return f"{path[level].number}. {path[level].name.best(language)}".removeprefix(". ")

    return value


def _people(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def _places(entry: Entry, part: Callable[[Affiliation], str]) -> str:
    return _people(part(one) for author in entry.authors for one in author.affiliations)


COLUMNS: Final[tuple[Column, ...]] = (
    Column(text("Publication number"), 8, lambda entry, _c, _l: entry.number),
    Column(text("First page"), 8, lambda entry, _c, _l: entry.first_page),
    Column(text("Last page"), 8, lambda entry, _c, _l: entry.last_page),
    Column(text("State"), 18, lambda entry, _c, language: STATE_NAMES[entry.state].in_language(language)),
    Column(text("Section"), 30, _section(0)),
    Column(text("Subsection"), 30, _section(1)),
    Column(text("Authors"), 34, lambda entry, _c, _l: _people(one.full_name for one in entry.authors)),
    Column(text("Article title"), 60, lambda entry, _c, _l: entry.title.best(entry.language)),
    Column(text("Main language"), 8, lambda entry, _c, _l: entry.language),
    Column(text("UDC"), 16, lambda entry, _c, _l: "; ".join(entry.udc)),
    Column(
        text("Status"), 16, lambda entry, _c, language: _people(status_word(one, language) for one in entry.authors)
    ),
    Column(
        text("Organisation"),
        40,
        lambda entry, _c, language: _places(entry, lambda one: one.organisation.best(language)),
    ),
    Column(text("City"), 16, lambda entry, _c, language: _places(entry, lambda one: one.city.best(language))),
    Column(text("Country"), 16, lambda entry, _c, language: _places(entry, lambda one: one.country.best(language))),
    Column(text("E-mail"), 28, lambda entry, _c, _l: _people(one.email for one in entry.authors)),
    Column(
        text("Supervisors"),
        34,
        lambda entry, _c, language: _people(person_name(one, "full", language) for one in entry.supervisors),
    ),
    Column(text("Date received"), 12, lambda entry, _c, _l: entry.received),
    Column(text("Date returned"), 12, lambda entry, _c, _l: entry.returned),
    Column(text("Date accepted"), 12, lambda entry, _c, _l: entry.accepted),
    Column(
        text("Originality, %"),
        10,
        lambda entry, _c, _l: None if entry.originality is None else float(entry.originality),
    ),
)


def rows(entries: Iterable[Entry], collection: Collection, language: Language) -> Iterable[tuple[Value, ...]]:
    """Yield the values of each entry, in the order of `COLUMNS`.

    Args:
        entries: The entries, in the order they shall stand.
        collection: Gives the sections their names.
        language: Of headings, states, statuses and places; names and titles stay as they are.
    """
    return (tuple(column.value(entry, collection, language) for column in COLUMNS) for entry in entries)
