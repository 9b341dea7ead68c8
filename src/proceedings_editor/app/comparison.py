"""Two states of an entry or a collection, field by field, in words a person can compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from proceedings_editor.app.field_text import text_of_field
from proceedings_editor.model.body import OBJECT, Body, DisplayFormula, Figure, Listing, plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Field, Owner, fields_of
from proceedings_editor.model.local import LANGUAGES, LocalText, LocalWords
from proceedings_editor.model.person import Person
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import text_of, walk
from proceedings_editor.storage.entry_file import entry_text
from proceedings_editor.texts import Text, text

GAP: Final = "…"
"""Stands for lines that are the same on both sides."""

_OBJECT_SIGN: Final = "▫"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field that differs.

    Attributes:
        language: "kk", "ru" or "en" for one version of a field told in three languages, else "".
        saved, recovered: The values as words; of long texts only the lines that differ.
    """

    label: Text
    saved: str
    recovered: str
    language: str = ""


def entry_differences(saved: Entry, recovered: Entry, collection: Collection) -> tuple[FieldDifference, ...]:
    """Return what differs between two states of an entry; never empty where they are not equal.

    Args:
        saved: One state.
        recovered: The other.
        collection: Gives the sections their names.
    """
    found = [
        *_field_differences("entry", saved, recovered, collection),
        *_compared(text("Article"), _body_words(saved.body), _body_words(recovered.body)),
        *_compared(text("References"), _reference_words(saved), _reference_words(recovered)),
    ]
    # What the words above do not tell: bold, alignment, notes, readings, the keys of other programs.
    found += _compared(text("Form and other details"), _rest(saved, recovered), _rest(recovered, saved))
    return tuple(found)


def field_words(field: Field, value: object, collection: Collection) -> str:
    """Return a field's whole value in words; people by their names, versions in several languages below each other."""
    if isinstance(value, LocalText | LocalWords):
        return "\n".join(text_of_field(field).write(value[one]) for one in LANGUAGES if value[one])
    if isinstance(value, tuple) and field.kind == "people":
        return "\n".join(person.full_name for person in value)
    return _words(field, value, collection)


def collection_differences(saved: Collection, recovered: Collection) -> tuple[FieldDifference, ...]:
    """Return what differs between two states of a collection."""
    sections = _compared(text("Sections"), _section_words(saved), _section_words(recovered))
    ignored = _compared(text("Ignored problems"), _ignored_words(saved), _ignored_words(recovered))
    return (*_field_differences("collection", saved, recovered, recovered), *sections, *ignored)


def settings_differences(
    saved: Collection, saved_template: Template, recovered: Collection, recovered_template: Template
) -> tuple[FieldDifference, ...]:
    """Return what differs between two states of a collection's settings, the rules of its template among them."""
    rules = _compared(text("Rules"), _rule_words(saved_template), _rule_words(recovered_template))
    found = (*collection_differences(saved, recovered), *rules)
    if found or (saved, saved_template) == (recovered, recovered_template):
        return found
    return (FieldDifference(text("Template"), saved_template.name, recovered_template.name),)


def _rest(entry: Entry, other: Entry) -> str:
    """Return, as the file has it, what differs from `other` and is not told in words."""
    rest = Entry(
        entry.id,
        manuscripts=entry.manuscripts,
        forced_exports=entry.forced_exports,
        readings=entry.readings,
        ignored=entry.ignored,
        extra=entry.extra,
    )
    if _body_words(entry.body) == _body_words(other.body):
        rest = replace(rest, body=entry.body)
    if _reference_words(entry) == _reference_words(other):
        rest = replace(rest, references=entry.references)
    return entry_text(rest)


def _field_differences(
    owner: Owner, saved: object, recovered: object, collection: Collection
) -> Iterator[FieldDifference]:
    for field in fields_of(owner):
        before, after = getattr(saved, field.key), getattr(recovered, field.key)
        if before == after:
            continue
        if isinstance(before, LocalText | LocalWords):
            for language in LANGUAGES:
                yield from _compared(
                    field.label, _words(field, before[language]), _words(field, after[language]), language
                )
        elif field.kind == "people" and len(before) == len(after):
            yield from _people_differences(field, before, after)
        else:
            yield from _compared(field.label, _words(field, before, collection), _words(field, after, collection))


def _people_differences(
    field: Field, saved: Sequence[Person], recovered: Sequence[Person]
) -> Iterator[FieldDifference]:
    """Compare people place by place, fact by fact: of somebody with three languages all else would be a page."""
    owner: Owner = "author" if field.key == "authors" else "supervisor"
    for before, after in zip(saved, recovered, strict=True):
        name = before.full_name or after.full_name
        for fact in fields_of(owner):
            mine, other = getattr(before, fact.key), getattr(after, fact.key)
            label = text("{name}: {field}", name=name, field=fact.label) if name else fact.label
            if isinstance(mine, LocalText):
                for language in LANGUAGES:
                    yield from _compared(label, mine[language], other[language], language)
            elif isinstance(mine, bool):
                yield from _compared(label, "✓" if mine else "", "✓" if other else "")
            else:
                yield from _compared(label, _words(fact, mine), _words(fact, other))


def _compared(label: Text, saved: str, recovered: str, language: str = "") -> Iterator[FieldDifference]:
    if saved != recovered:
        yield FieldDifference(label, *_different_lines(saved, recovered), language)


def _words(field: Field, value: object, collection: Collection | None = None) -> str:
    if field.kind == "section" and collection:
        path = collection.section_path(str(value))
        return " / ".join(f"{section.number} {section.name.best('kk')}".strip() for section in path) or str(value)
    if isinstance(value, tuple) and (field.local or field.kind in ("people", "affiliations")):
        return "\n".join(" · ".join(_told(one)) for one in value)
    return text_of_field(field).write(value)


def _told(value: object) -> Iterator[str]:
    """Yield everything a value tells, in the order of its parts."""
    if isinstance(value, tuple):
        for inner in value:
            yield from _told(inner)
    elif isinstance(value, Mapping):
        yield from _told(tuple(value.values()))
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from _told(getattr(value, part.name))
    elif value not in ("", None, False):
        yield str(value)


def _body_words(body: Body) -> str:
    lines: list[str] = []
    for _, block in walk(body):
        lines.append(plain_text(text_of(block)).replace(OBJECT, _OBJECT_SIGN))
        if isinstance(block, Figure):
            lines.append(block.file)
        elif isinstance(block, DisplayFormula):
            lines.append(block.formula.source)
        elif isinstance(block, Listing):
            lines.append(block.text)
    return "\n".join(filter(None, lines))


def _reference_words(entry: Entry) -> str:
    return "\n".join(f"{number}. {plain_text(item.text)}" for number, item in enumerate(entry.references, start=1))


def _section_words(collection: Collection) -> str:
    return "\n".join(
        "    " * (len(path) - 1) + " · ".join(_told(replace(path[-1], id="", sections=())))
        for path in collection.section_paths()
    )


def _ignored_words(collection: Collection) -> str:
    return "\n".join(f"{one.code} {one.text}: {one.reason}" for one in collection.ignored)


def _rule_words(template: Template) -> str:
    lines: list[str] = []
    for code, settings in sorted(template.rules.items()):
        options = (f"{key}: {_option_words(value)}" for key, value in settings.options.items())
        lines.append(" · ".join(filter(None, (code, settings.severity, *options))))
    return "\n".join(lines)


def _option_words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _different_lines(saved: str, recovered: str) -> tuple[str, str]:
    """Return the lines that differ, with a sign for each stretch of equal ones between them."""
    before, after = saved.splitlines(), recovered.splitlines()
    left: list[str] = []
    right: list[str] = []
    for kind, start, end, start_after, end_after in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            left.append(GAP)
            right.append(GAP)
        else:
            left += before[start:end]
            right += after[start_after:end_after]
    return "\n".join(left), "\n".join(right)
