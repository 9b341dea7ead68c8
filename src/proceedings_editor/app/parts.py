"""Parts of one entry taken over into another: the same supervisor, the same section, the same sources."""

from __future__ import annotations

from collections.abc import Collection as AnyOf
from typing import Final

from proceedings_editor.app.comparison import FieldDifference, field_words
from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import Edit, SetField, Together
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.fields import fields_of
from proceedings_editor.texts import text

REFERENCES: Final = "references"

_OWN: Final = frozenset({"language", "state", "number", "first_page", "last_page", "doi", "edn", "originality"})
"""What each article has of its own."""


def parts_of(source: Entry, target: Entry, collection: Collection) -> dict[str, FieldDifference]:
    """Return what could be taken over, part by part: what the source says, and what stands in the target now.

    A part that the source lacks, or says as the target does, is left out.
    """
    found: dict[str, FieldDifference] = {}
    for field in fields_of("entry"):
        there, here = getattr(source, field.key), getattr(target, field.key)
        if field.key not in _OWN and there and there != here:
            words = field_words(field, there, collection), field_words(field, here, collection)
            if words[0]:
                found[field.key] = FieldDifference(field.label, *words)
    if new := _new_references(source, target):
        found[REFERENCES] = FieldDifference(text("References"), _listed(new), _listed(target.references))
    return found


def copy_parts(source: Entry, target: Entry, keys: AnyOf[str]) -> Edit:
    """Return the edit that takes parts over; references come behind those that are there, without those known.

    What an importer found for a part that is taken over is laid aside: it was found for another value.

    Args:
        source: Whose parts they are.
        target: Where they come.
        keys: Keys of `parts_of`.
    """
    label = text("Copy from entry {entry}", entry=_name(source))
    edits: list[Edit] = [
        SetField(target.id, field.key, getattr(source, field.key), label)
        for field in fields_of("entry")
        if field.key in keys
    ]
    if REFERENCES in keys:
        together = (*target.references, *_new_references(source, target))
        edits.append(SetField(target.id, REFERENCES, together, label))
    kept = tuple(one for one in target.readings if one.field.partition(".")[0] not in keys)
    if kept != target.readings:
        edits.append(SetField(target.id, "readings", kept, label))
    return Together(tuple(edits), label)


def _name(entry: Entry) -> str:
    return str(entry.number) if entry.number is not None else entry.id


def _new_references(source: Entry, target: Entry) -> tuple[Reference, ...]:
    known = {skeleton(plain_text(one.text)) for one in target.references}
    return tuple(one for one in source.references if skeleton(plain_text(one.text)) not in known)


def _listed(references: tuple[Reference, ...]) -> str:
    return "\n".join(plain_text(one.text) for one in references)
