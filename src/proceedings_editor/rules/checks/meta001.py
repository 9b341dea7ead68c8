"""Something the template requires is missing.

What:
    Every field, part of the article and language version listed under “required:” in the template is filled. A path
    without a language is filled by any of the three versions; what is required of authors is required of each one.
    Where the template prints only the corresponding author's e-mail, one address is enough. Every author has a
    surname. What the information page prints of the conference is filled in: its title in each language that has a
    row and its date (an error, which stands against every final export), its place, ISBN and ISSN (a warning).

Why:
    The conference or the database it sends its proceedings to does not take an entry without it, and a missing fact
    is cheap to ask for before the layout and dear after it.

How to fix:
    Fill in the field; ask the author where you do not know. Facts of the conference are filled in once, in the
    collection's settings. If the conference does not need a fact, take it out of “required:” in the template, or its
    row out of the information page.

Examples:
    any ✓ kk: Дала өзендері; ru: Степные реки; en: Steppe rivers
    any ✗ kk: Дала өзендері
    any ✗ kk: Дала өзендері; en: Steppe rivers
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from proceedings_editor.model.entry import Entry
from proceedings_editor.model.finding import Severity
from proceedings_editor.model.local import LocalText, LocalWords
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import InformationPage
from proceedings_editor.model.template.order import RowValue
from proceedings_editor.rules.passage import COLLECTION
from proceedings_editor.rules.place_name import field_name
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit
from proceedings_editor.texts import text

_EMAIL: Final = "authors.email"
_PRINTED: Final[Mapping[RowValue, tuple[tuple[str, Severity], ...]]] = {
    "conference": (("name.{language}", "error"),),
    "date_and_place": (("first_day", "error"), ("place", "warning")),
    "isbn": (("isbn", "warning"),),
    "issn": (("issn", "warning"),),
}
"""What a row of the information page prints of the collection, and how grave it is where it is empty."""


def _check_entry(scope: EntryScope) -> Iterator[Hit]:
    paths = [path for path in scope.template.required if not path.startswith(COLLECTION)]
    if scope.template.people.emails == "corresponding" and _has_address(scope.entry):
        paths = [path for path in paths if path != _EMAIL]
    missing = (found for path in paths for found in _missing(scope.entry, path.split("."), ""))
    yield from map(_hit, dict.fromkeys(missing))
    yield from _nameless(scope.entry)


def _nameless(entry: Entry) -> Iterator[Hit]:
    for index, author in enumerate(entry.authors):
        if not author.surname.strip():
            message = text("Author {number} has no surname; without it the article names nobody.", number=index + 1)
            yield Hit(Place(field=f"authors.{index}.surname"), "", message)


def _check_collection(scope: CollectionScope) -> Iterator[Hit]:
    paths = [path.removeprefix(COLLECTION) for path in scope.template.required if path.startswith(COLLECTION)]
    missing = (found for path in paths for found in _missing(scope.collection, path.split("."), COLLECTION))
    required = dict.fromkeys(missing)
    yield from map(_hit, required)
    for path, severity in _printed(scope.template.information).items():
        for empty in _missing(scope.collection, path.split("."), COLLECTION):
            if empty not in required:
                message = text(
                    "“{field}” is empty, but the page before every article prints it.", field=field_name(empty)
                )
                yield Hit(Place(field=empty), "", message, severity=severity)


def _printed(page: InformationPage) -> dict[str, Severity]:
    """Return the facts of the collection that the information page prints."""
    rows = page.rows if page.shown else ()
    return {
        path.format(language=row.language or page.language): severity
        for row in rows
        for path, severity in _PRINTED.get(row.value, ())
    }


def _hit(path: str) -> Hit:
    message = text("“{field}” is empty, but the template requires it.", field=field_name(path))
    return Hit(Place(field=path), "", message)


def _has_address(entry: Entry) -> bool:
    return any(author.email.strip() for author in entry.authors)


def _missing(value: object, steps: list[str], above: str) -> Iterator[str]:
    """Yield the paths of what is empty; of the members of a list, each one's."""
    step, *rest = steps
    path = above + step
    inner = getattr(value, step)
    if rest and isinstance(inner, tuple) and inner:
        for index, member in enumerate(inner):
            yield from _missing(member, rest, f"{path}.{index}.")
    elif rest and not isinstance(inner, tuple):
        yield from _missing(inner, rest, f"{path}.")
    elif _is_empty(inner):
        yield path


def _is_empty(value: object) -> bool:
    match value:
        case None:
            return True
        case str():
            return not value.strip()
        case tuple() | LocalText() | LocalWords():
            return not value
        case _:
            return False


RULE = Rule(code="META001", severity="error", manual=__doc__, entry=_check_entry, collection=_check_collection)
