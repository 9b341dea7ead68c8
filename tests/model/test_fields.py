"""The field table and the model say the same."""

from __future__ import annotations

from dataclasses import fields

import pytest

from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import FIELDS, Owner, field_of, fields_of
from proceedings_editor.model.person import Affiliation, Author, Supervisor

OWNERS: dict[Owner, tuple[type, set[str]]] = {
    "collection": (Collection, {"sections", "ignored", "extra"}),
    "section": (Section, {"id", "sections"}),
    "entry": (Entry, {"id", "manuscripts", "forced_exports", "body", "references", "readings", "ignored", "extra"}),
    "author": (Author, set()),
    "supervisor": (Supervisor, set()),
    "affiliation": (Affiliation, set()),
}
"""Each owner's class and what of it is no metadata field: contents, bookkeeping, other programs' keys."""


@pytest.mark.parametrize("owner", OWNERS)
def test_every_attribute_of_the_model_stands_in_the_table_once(owner: Owner) -> None:
    model, others = OWNERS[owner]
    assert sorted(field.key for field in fields_of(owner)) == sorted({f.name for f in fields(model)} - others)


def test_local_fields_hold_three_languages() -> None:
    for field in FIELDS:
        model = OWNERS[field.owner][0]
        kind = {f.name: f.type for f in fields(model)}[field.key]
        assert field.local == ("Local" in str(kind)), (field.owner, field.key)


def test_only_the_phone_is_private() -> None:
    assert [(field.owner, field.key) for field in FIELDS if field.private] == [("author", "phone")]


def test_an_unknown_field_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        field_of("entry", "colour")
