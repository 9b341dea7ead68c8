"""What the collection already knows while somebody types: people, organisations, places, words of the same field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import chain
from typing import Any, Final

from proceedings_editor.app.pasting import as_supervisor
from proceedings_editor.language.folding import fold
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.fields import Field
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.path import value_at, with_value
from proceedings_editor.model.person import Affiliation, Author, Person, Supervisor
from proceedings_editor.model.workspace import Workspace

LEAST: Final = 2
"""Letters from which suggestions help."""
MOST: Final = 8
"""Suggestions shown at once."""

_OWN: Final = frozenset({"surname", "given_name", "patronymic"})
_NOT_TAKEN: Final = frozenset({"corresponding", "line"})
"""What is said of a person in one article only."""
_PLACES: Final = frozenset({"organisation", "department", "city", "country"})
_WORDS: Final = frozenset({"degree", "academic_title", "post"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something known.

    Attributes:
        words: What to show.
        value: The whole person or affiliation where there is more to take than the words.
    """

    words: str
    value: Person | Affiliation | None = None


def is_suggested(field: Field) -> bool:
    """Whether the collection can know words for a field."""
    if field.owner in ("author", "supervisor"):
        return field.key == "surname" or field.key in _WORDS
    return field.owner == "affiliation" and field.key in _PLACES


def suggestions(workspace: Workspace, entry_id: str, field: Field, language: str, words: str) -> list[Suggestion]:
    """Return what is known and begins as the words do, what is used most first.

    Args:
        workspace: The collection.
        entry_id: The entry that is typed in; its own people are known to it.
        field: One that `is_suggested`.
        language: Of the version that is typed in, "" for a field with one version.
        words: What was typed so far.
    """
    typed = fold(words)
    if len(typed) < LEAST:
        return []
    if field.key == "surname":
        others = (entry for entry in workspace.entries if entry.id != entry_id)
        return _people(others, typed)
    if field.key in _PLACES:
        return _places(workspace.entries, field.key, language, typed)
    said = (getattr(person, field.key)[language] for person in _everybody(workspace.entries))
    return [Suggestion(one) for one in _most_used(one for one in said if _begins(one, typed)) if fold(one) != typed]


def taken(entry: Entry, path: str, suggestion: Suggestion) -> tuple[str, Any]:
    """Return the path and the value to set there where somebody takes a suggestion; facts that are there stay.

    Args:
        entry: The entry that is typed in.
        path: Of the field, as "authors.0.surname" or "authors.0.affiliations.0.city.kk".
        suggestion: One of `suggestions` for it.
    """
    match suggestion.value:
        case Person() as known:
            home = path.rpartition(".")[0]
            return home, _met(value_at(entry, home), known)
        case Affiliation() as known:
            home, key, language = path.rsplit(".", 2)
            there = with_value(value_at(entry, home), f"{key}.{language}", suggestion.words)
            return home, _filled(there, known)
    return path, suggestion.words


def _people(entries: Iterable[Entry], typed: str) -> list[Suggestion]:
    """The same name is shown once, with the most facts there are of it."""
    best: dict[str, Person] = {}
    for person in _everybody(entries):
        if not fold(person.surname).startswith(typed):
            continue
        name = person.full_name.casefold()
        if name not in best or _weight(person) > _weight(best[name]):
            best[name] = person
    return [Suggestion(_introduced(person), person) for _, person in sorted(best.items())][:MOST]


def _places(entries: Iterable[Entry], key: str, language: str, typed: str) -> list[Suggestion]:
    found: dict[str, Affiliation] = {}
    said: list[str] = []
    for place in chain.from_iterable(person.affiliations for person in _everybody(entries)):
        words = getattr(place, key)[language]
        if _begins(words, typed):
            said.append(words)
            known = _known_place(place, key)
            found[words] = max(found.get(words, known), known, key=_weight)
    return [Suggestion(words, found[words]) for words in _most_used(said) if fold(words) != typed]


def _known_place(place: Affiliation, key: str) -> Affiliation:
    """What goes with a word: an organisation with its city, a city with its country, each in all its languages."""
    order = ("department", "organisation", "city", "country")
    return Affiliation(**{name: getattr(place, name) for name in order[order.index(key) :]})


def _met(there: Any, known: Person) -> Person:  # noqa: ANN401  # an author or a supervisor
    person = as_supervisor(known) if isinstance(there, Supervisor) else _as_author(known)
    names = {name: getattr(person, name) for name in _OWN}
    met: Person = replace(_filled(there, person), **names)
    return met


def _as_author(known: Person) -> Author:
    if isinstance(known, Author):
        return known
    return Author(**{field.name: getattr(known, field.name) for field in fields(known)})


def _filled(there: Any, known: Any) -> Any:  # noqa: ANN401  # any part of a person, returned as its own type
    """Return what is there with everything it lacks from what is known."""
    values = {}
    for field in fields(there):
        if field.name in _NOT_TAKEN:
            continue
        mine, other = getattr(there, field.name), getattr(known, field.name)
        values[field.name] = _filled(mine, other) if isinstance(mine, LocalText) else (mine if _weight(mine) else other)
    return replace(there, **values)


def _everybody(entries: Iterable[Entry]) -> Iterator[Person]:
    for entry in entries:
        yield from entry.authors
        yield from entry.supervisors


def _begins(words: str, typed: str) -> bool:
    """Whether the words, or one of them, begin as typed: organisations are known by their second word too."""
    folded = fold(words)
    return folded.startswith(typed) or f" {typed}" in folded


def _most_used(said: Iterable[str]) -> list[str]:
    return [words for words, _ in Counter(said).most_common(MOST)]


def _introduced(person: Person) -> str:
    where = next((place.organisation.best("kk") for place in person.affiliations), "")
    return " · ".join(filter(None, (person.full_name, where, getattr(person, "email", ""))))


def _weight(value: object) -> int:
    """How many facts there are of something."""
    if isinstance(value, tuple):
        return sum(map(_weight, value))
    if is_dataclass(value):
        return sum(_weight(getattr(value, field.name)) for field in fields(value))
    return bool(value)
