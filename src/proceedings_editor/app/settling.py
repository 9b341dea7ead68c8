"""Settling what an importer found for a field: take it, or keep the field as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from proceedings_editor.app.field_text import text_of_field
from proceedings_editor.language.identifier import split_label
from proceedings_editor.language.udc import split_udc
from proceedings_editor.model.edit import DropReading, Edit, SetField, SettleReading
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Field, Owner, field_of
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.path import value_at
from proceedings_editor.model.reading import Reading
from proceedings_editor.texts import Text, text

COLLECTION: Final = "collection."
_OWNERS: Final[dict[str, Owner]] = {
    "authors": "author",
    "supervisors": "supervisor",
    "affiliations": "affiliation",
    "sections": "section",
}
_TABLE: Final = "table"
"""What the places of readings from the information table begin with."""
_CHOSEN: Final = frozenset({"language", "state", "section", "flag", "people", "affiliations"})
"""Kinds whose value cannot be told from words alone."""

_BARE: Final[dict[str, Callable[[str], str]]] = {
    "udc": lambda words: "; ".join(split_udc(words)[1]),
    **dict.fromkeys(("irsti", "bbk", "doi", "edn"), lambda words: split_label(words)[1]),
}
"""How the label before a code goes: it is printed from the template."""


def field_at(path: str) -> Field | None:
    """Return the row of the field table for a path ("authors.0.email", "collection.name.kk"), None without one."""
    owner: Owner = "collection" if path.startswith(COLLECTION) else "entry"
    found: Field | None = None
    for step in path.removeprefix(COLLECTION).split("."):
        if step.isdecimal() or step in LANGUAGES:
            continue
        try:
            found = field_of(owner, step)
        except KeyError:
            found = None
        owner = _OWNERS.get(step, owner)
    return found


def where_found(reading: Reading) -> tuple[Text, Text]:
    """Return what to tell about a reading: where it was found and its words, and what the button that takes it says."""
    in_table = reading.place.startswith(_TABLE)
    place = text("the information table") if in_table else text("the article")
    take = text("Take from the table") if in_table else text("Take from the article")
    if not reading.line:
        return text("In {place} stands: “{words}”", place=place, words=reading.text), take
    found = text(
        "In {place}, line {line} of the file, stands: “{words}”", place=place, line=reading.line, words=reading.text
    )
    return found, take


def take_reading(entry: Entry, reading: Reading) -> Edit | None:
    """Return the edit that puts a reading's words into its field, None where they cannot simply be taken."""
    field = field_at(reading.field)
    if field is None or field.kind in _CHOSEN or reading.field.startswith(COLLECTION):
        return None
    try:
        old = value_at(entry, reading.field)
        words = _BARE.get(field.key, str)(reading.text)
        value = words if isinstance(old, str) else text_of_field(field).read(words)
    except (LookupError, ValueError):
        return None
    if type(value) is not type(old) and old is not None:
        return None
    label = text("Take what was found for {field}", field=field.label)
    return SettleReading(entry.id, reading.field, label, SetField(entry.id, reading.field, value, label))


def keep_field(entry: Entry, reading: Reading) -> Edit:
    """Return the edit that lays a reading aside, the field being right as it is."""
    field = field_at(reading.field)
    label = text("Keep {field} as it is", field=field.label if field else reading.field)
    return DropReading(entry.id, reading, label)
