"""All the texts of an entry, in the order of the form and the article."""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Owner, fields_of
from proceedings_editor.model.local import LANGUAGES, Language, LocalText, LocalWords
from proceedings_editor.model.person import Affiliation, Author, Supervisor
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import texts
from proceedings_editor.rules.scope import Passage

_OWNERS: dict[type, Owner] = {Author: "author", Supervisor: "supervisor", Affiliation: "affiliation"}


def passages_of(entry: Entry) -> tuple[Passage, ...]:
    """Return every text: fields, readings, blocks, references."""
    return (*_fields(entry), *_readings(entry), *_blocks(entry), *_references(entry))


def _fields(entry: Entry) -> Iterator[Passage]:
    for field in fields_of("entry"):
        yield from _values(field.key, getattr(entry, field.key), entry.language)


def _values(path: str, value: object, language: Language) -> Iterator[Passage]:
    match value:
        case str() if value:
            yield Passage("field", Place(field=path), value, language, path)
        case LocalText() | LocalWords():
            for version in LANGUAGES:
                yield from _values(f"{path}.{version}", value[version], version)
        case tuple():
            for index, inner in enumerate(value):
                yield from _values(f"{path}.{index}", inner, language)
        case Author() | Supervisor() | Affiliation():
            for field in fields_of(_OWNERS[type(value)]):
                yield from _values(f"{path}.{field.key}", getattr(value, field.key), language)


def _readings(entry: Entry) -> Iterator[Passage]:
    for index, reading in enumerate(entry.readings):
        yield Passage("reading", Place(field=f"readings.{index}.text"), reading.text, entry.language, reading.field)


def _blocks(entry: Entry) -> Iterator[Passage]:
    for path, text in texts(entry.body):
        yield Passage("block", Place(block=path), plain_text(text), entry.language, rich=text)


def _references(entry: Entry) -> Iterator[Passage]:
    for index, reference in enumerate(entry.references):
        path = f"references.{index}"
        words = plain_text(reference.text)
        yield Passage("reference", Place(field=path), words, entry.language, path, reference.text)
