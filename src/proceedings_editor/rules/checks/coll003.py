"""A person has more papers than the conference accepts.

What:
    Nobody is the author of more entries than the template allows (“limits: papers_per_person”). Entries that were
    rejected or withdrawn do not count, and supervisors are not authors. The same name, also with
    initials for names, is the same person, and so are one surname with one e-mail and one ORCID.

Why:
    Conferences limit the papers of one author so that many can take part; the book is refused an author who has too
    many.

How to fix:
    Ask the author which papers to keep, and set the others to “withdrawn”.

Examples:
    any ✓ 2 of 3
    any ✓ 3 of 3
    any ✗ 4 of 3
    any ✗ 2 of 1
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.folding import skeleton
from proceedings_editor.language.name_likeness import name_likeness
from proceedings_editor.language.person_name import PersonName
from proceedings_editor.model.person import Author
from proceedings_editor.model.place import Place
from proceedings_editor.rules.people import Appearance, appearances, beginning_alike, pairs
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, Hit
from proceedings_editor.texts import plural

_OUT: Final = frozenset({"rejected", "withdrawn"})
_Mark = tuple[str, object]
"""What tells a person: kind and value."""


def _check(scope: CollectionScope) -> Iterator[Hit]:
    most = scope.template.limits.papers_per_person.most
    if not most:
        return
    authors = [one for one in appearances(scope.entries) if one.is_author and one.entry.state not in _OUT]
    for papers in _by_person(authors):
        by_entry = {one.entry.id: one for one in reversed(papers)}
        entries = tuple(reversed(by_entry))
        for entry_id in entries[most:]:
            one = by_entry[entry_id]
            message = plural(
                "{name} is an author of {count} entry; at most {most} are accepted.",
                "{name} is an author of {count} entries; at most {most} are accepted.",
                len(entries),
                name=one.name.full,
                most=most,
            )
            also = tuple(other for other in entries if other != entry_id)
            place = Place(field=f"{one.path}.surname", end=len(one.person.surname))
            yield Hit(place, one.person.surname, message, entry=entry_id, also=also)


def _by_person(authors: list[Appearance]) -> Iterator[list[Appearance]]:
    """Put together everything that shares a mark with something already put together."""
    first: dict[_Mark, _Mark] = {}
    for one in authors:
        marks = _marks(one)
        for mark in marks[1:]:
            _join(first, marks[0], mark)
    for name, other in pairs((one.name for one in authors), (beginning_alike,)):
        if _is_one(name, other):
            _join(first, ("name", name), ("name", other))
    groups: dict[_Mark, list[Appearance]] = {}
    for one in authors:
        groups.setdefault(_first(first, _marks(one)[0]), []).append(one)
    yield from groups.values()


def _is_one(name: PersonName, other: PersonName) -> bool:
    """Whether two spellings are surely one person; a surname with one initial is not enough."""
    likeness = name_likeness(name, other)
    whole = bool(name.patronymic and other.patronymic)
    return likeness == "same" or (likeness == "abbreviated" and whole)


def _marks(one: Appearance) -> list[_Mark]:
    """What tells a person; where the name is too short to tell anybody apart, its place is part of it."""
    person, name = one.person, one.name
    tells = bool(name.patronymic) or len(skeleton(name.given_name)) > 1
    marks: list[_Mark] = [("name", name) if tells else ("place", (one.entry.id, one.path))]
    if isinstance(person, Author) and person.email:
        # a supervisor's mailbox may stand with several students
        marks.append(("email", (person.email.strip().casefold(), skeleton(person.surname))))
    if isinstance(person, Author) and person.orcid:
        marks.append(("orcid", person.orcid.strip()))
    return marks


def _first(first: dict[_Mark, _Mark], mark: _Mark) -> _Mark:
    while (above := first.get(mark, mark)) != mark:
        mark = above
    return mark


def _join(first: dict[_Mark, _Mark], one: _Mark, other: _Mark) -> None:
    top, below = _first(first, one), _first(first, other)
    if top != below:
        first[below] = top


RULE = Rule(code="COLL003", severity="warning", manual=__doc__, collection=_check)
