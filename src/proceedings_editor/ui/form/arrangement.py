"""Which fields stand beside each other; a field no line names stands alone, behind the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from proceedings_editor.model.fields import Field, Owner, fields_of
from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of fields under one heading; each line's fields share its width."""

    heading: Text | None
    lines: tuple[tuple[Field, ...], ...]


_NAME: Final = ("surname", "given_name", "patronymic")
_PERSON: Final = (("degree",), ("academic_title",), ("post",), ("affiliations",), ("line",))

_GROUPS: Final[Mapping[Owner, tuple[tuple[Text | None, tuple[tuple[str, ...], ...]], ...]]] = {
    "entry": (
        (None, (("title",), ("section",))),
        (text("People"), (("authors",), ("supervisors",))),
        (text("Abstract and keywords"), (("abstract",), ("keywords",))),
        (
            text("Publication"),
            (
                ("number", "first_page", "last_page"),
                ("language", "state"),
                ("udc", "irsti", "bbk"),
                ("doi", "edn", "originality"),
                ("received", "returned", "accepted"),
            ),
        ),
    ),
    "collection": (
        (text("Conference"), (("name",), ("kind",), ("first_day", "last_day"), ("place",))),
        (
            text("Publication"),
            (("publisher",), ("year", "volume", "isbn"), ("issn", "doi"), ("udc", "bbk"), ("editors",)),
        ),
    ),
    "section": ((None, (("number", "name"),)),),
    "author": (
        (
            None,
            (
                _NAME,
                ("latin", "status", "group"),
                ("email", "phone"),
                ("orcid", "spin", "corresponding"),
                *_PERSON,
            ),
        ),
    ),
    "supervisor": ((None, (_NAME, ("latin",), *_PERSON)),),
    "affiliation": ((None, (("organisation",), ("department",), ("city",), ("country",))),),
}


TYPICAL: Final[Mapping[str, str]] = {
    "email": "surname.name@university.kz",
    "phone": "+7 700 000 00 00",
    "orcid": "0000-0000-0000-0000",
    "spin": "0000-0000",
    "latin": "Abdrakhmanova A. B.",
    "status": "undergraduate",
    "udc": "000.000.00:000.00",
    "irsti": "00.00.00; 00.00",
    "doi": "10.00000/proceedings.000",
    "edn": "ABCDEF",
    "isbn": "978-000-0000-00-0",
    "issn": "0000-0000",
    "received": "00.00.0000",
    "returned": "00.00.0000",
    "accepted": "00.00.0000",
    "first_day": "00.00.0000",
    "last_day": "00.00.0000",
}
"""What usually stands in a field, for its width; where a key is missing here its label is longer anyway."""


def groups_of(owner: Owner) -> tuple[Group, ...]:
    """Return the owner's fields as the form lays them out, every one exactly once."""
    fields = {field.key: field for field in fields_of(owner)}
    groups = [
        Group(heading, tuple(tuple(fields.pop(key) for key in line) for line in lines))
        for heading, lines in _GROUPS[owner]
    ]
    if fields:
        groups.append(Group(None, tuple((field,) for field in fields.values())))
    return tuple(groups)
