"""Rows of the information table that tell of the conference -> facts of the collection."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.importers.form import Row
from proceedings_editor.importers.ledger import Ledger
from proceedings_editor.language.alphabet import guess_language
from proceedings_editor.language.date import impossible_date, parse_date
from proceedings_editor.language.identifier import split_label
from proceedings_editor.language.quotation import first_quotation
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.template import Template
from proceedings_editor.templates.pattern import fill
from proceedings_editor.templates.wording import conference_title, held_on
from proceedings_editor.texts import text

_LOOSE: Final = " ,;.:–—-"
_QUOTES: Final = re.compile('[«»“”„"]')


@dataclass(frozen=True, slots=True)
class _Context:
    template: Template
    ledger: Ledger

    @property
    def page_language(self) -> Language:
        return self.template.information.language


def read_conference(rows: Iterable[Row], template: Template, ledger: Ledger) -> Collection:
    """Return the collection the rows tell of and note their readings; rows about the article are left alone."""
    context = _Context(template, ledger)
    collection = Collection()
    for row in rows:
        reader = _READERS.get(row.key or "")
        if reader is not None and row.value:
            collection = reader(row, collection, context)
    return collection


def _title(row: Row, collection: Collection, context: _Context) -> Collection:
    language = _language_of(row, collection, context)
    name, kind = split_title(row.value, context.template.wording.conference[language])
    result = replace(
        collection,
        name=collection.name.with_version(language, name),
        kind=collection.kind.with_version(language, kind),
    )
    printed = conference_title(result, context.template.wording, language)
    context.ledger.read(f"collection.name.{language}", row.value, row.place, row.line, (printed,))
    return result


def _language_of(row: Row, collection: Collection, context: _Context) -> Language:
    """The language of the words; of several versions that look alike each gets a free one, its label's first."""
    label = next((own.language for own in context.template.information.rows if own.label == row.label), "")
    wanted = (guess_language(row.value), label, context.page_language, *LANGUAGES)
    free = [known for known in LANGUAGES if not collection.name[known] and not collection.kind[known]]
    return next((known for guess in wanted for known in free if known == guess), context.page_language)


def split_title(words: str, pattern: str) -> tuple[str, str]:
    """Return name and kind of a collection: by the template's pattern, else the name is what stands in quotation marks.

    Without either the words are the name.
    """
    return _by_pattern(words, pattern) or _by_quotes(words) or (words, "")


def _by_pattern(words: str, pattern: str) -> tuple[str, str] | None:
    """Read the words against the filled pattern; any quotation mark stands for any other."""
    marked = fill(pattern, {"name": "\x01", "kind": "\x02"})
    if "\x01" not in marked or "\x02" not in marked or not _QUOTES.search(marked):
        return None
    source = _QUOTES.sub("\x03", marked)
    expression = re.escape(source).replace("\x01", "(?P<name>.+?)").replace("\x02", "(?P<kind>.+)")
    expression = expression.replace("\x03", _QUOTES.pattern)
    match = re.fullmatch(expression, words, re.DOTALL)
    if match is None or _balance(match["name"]) != 0:
        return None
    return match["name"], match["kind"]


def _by_quotes(words: str) -> tuple[str, str] | None:
    found = first_quotation(words)
    if found is None:
        return None
    start, end = found
    outside = (words[:start].strip(_LOOSE), words[end + 1 :].strip(_LOOSE))
    return words[start + 1 : end], " ".join(filter(None, outside))


def _balance(words: str) -> int:
    return sum((char in "«„") - (char in "»") for char in words)


def _date_and_place(row: Row, collection: Collection, context: _Context) -> Collection:
    date = parse_date(row.value)
    if date is None:
        _report_date(row, context)
        return collection
    result = replace(collection, first_day=date.date, last_day=date.last if date.is_range else None)
    place = " ".join(filter(None, (date.before.strip(_LOOSE), date.after.strip(_LOOSE))))
    language = context.page_language
    if place:
        result = replace(result, place=result.place.with_version(language, place))
    printed = held_on(result, context.template.wording, language)
    context.ledger.read("collection.first_day", row.value, row.place, row.line, (printed,))
    return result


def _report_date(row: Row, context: _Context) -> None:
    wrong = impossible_date(row.value)
    sentence = (
        text("The calendar has no such day: {words}", words=wrong)
        if wrong
        else text("No date was understood in “{words}”.", words=row.value)
    )
    context.ledger.doubt("doubt", sentence, row.line, "collection.first_day")
    context.ledger.read("collection.first_day", row.value, row.place, row.line, sure="doubtful")


def _place(row: Row, collection: Collection, context: _Context) -> Collection:
    language = context.page_language
    context.ledger.read(f"collection.place.{language}", row.value, row.place, row.line, (row.value,))
    return replace(collection, place=collection.place.with_version(language, row.value))


def _isbn(row: Row, collection: Collection, context: _Context) -> Collection:
    value = split_label(row.value)[1]
    context.ledger.read("collection.isbn", row.value, row.place, row.line, (value,))
    return replace(collection, isbn=value)


def _issn(row: Row, collection: Collection, context: _Context) -> Collection:
    value = split_label(row.value)[1]
    context.ledger.read("collection.issn", row.value, row.place, row.line, (value,))
    return replace(collection, issn=value)


_Reader = Callable[[Row, Collection, _Context], Collection]
_READERS: Final[dict[str, _Reader]] = {
    "conference": _title,
    "date_and_place": _date_and_place,
    "place": _place,
    "isbn": _isbn,
    "issn": _issn,
}
