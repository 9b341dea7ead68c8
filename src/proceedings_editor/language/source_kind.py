"""Kinds of sources a reference list names, and the parts each is described by: the tables of the assistant.

A new kind is a row in `KINDS` and one in `source_description`; a new part is a row in `PARTS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One part of a description, as a person types it."""

    label: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True)
class SourceKind:
    """What is described.

    Attributes:
        parts: Keys of `PARTS` in the order of the form.
        needed: Those without which the description is not whole.
    """

    label: Text
    parts: tuple[str, ...]
    needed: frozenset[str]


PARTS: Final[Mapping[str, SourcePart]] = {
    "authors": SourcePart(
        text("Authors"), text("Surname first, semicolons between people: Есенов Қ. Т.; Сандық Р. О.")
    ),
    "title": SourcePart(text("Title"), text("As on the title page, without a full stop.")),
    "nature": SourcePart(text("What it is"), text("As on the title page: оқу құралы, учебное пособие, textbook.")),
    "thesis": SourcePart(text("What it is"), text("As on the title page: дис. … канд. биол. наук.")),
    "speciality": SourcePart(text("Speciality"), text("Code or code and name, as on the title page.")),
    "responsible": SourcePart(
        text("Editors and others"), text("As in the book: под ред. К. Есенова, бас ред. Қ. Есенов.")
    ),
    "edition": SourcePart(text("Edition"), text("As in the book: 2-бас., 2-е изд., 2nd ed.")),
    "journal": SourcePart(text("Journal")),
    "book": SourcePart(text("Collection or book"), text("The title of what the text stands in.")),
    "book_nature": SourcePart(
        text("What the collection is"), text("As on its title page: мақалалар жинағы, сб. науч. тр.")
    ),
    "book_responsible": SourcePart(
        text("Its editors"), text("As in the book: под ред. К. Есенова, бас ред. Қ. Есенов.")
    ),
    "site": SourcePart(text("Site"), text("The name of the site, not its address.")),
    "gazette": SourcePart(text("Published in"), text("A newspaper or bulletin; empty for an act taken from a site.")),
    "site_nature": SourcePart(text("What the site is"), text("As it calls itself: ресми сайт, портал, official site.")),
    "place": SourcePart(text("City")),
    "publisher": SourcePart(text("Publisher"), text("Only the name.")),
    "organisation": SourcePart(text("University or institute"), text("Where the thesis was defended.")),
    "year": SourcePart(text("Year")),
    "volume": SourcePart(text("Volume"), text("Only the number.")),
    "number": SourcePart(text("Issue"), text("Only the number.")),
    "pages": SourcePart(text("Pages"), text("From – to: 11–24.")),
    "extent": SourcePart(text("Number of pages"), text("Only the number.")),
    "isbn": SourcePart(text("ISBN"), text("Only the digits with their hyphens.")),
    "doi": SourcePart(text("DOI"), text("Beginning with 10.")),
    "url": SourcePart(text("Web address"), text("Beginning with https:// or http://")),
    "accessed": SourcePart(text("Date of access"), text("When the page was seen: 07.04.2025.")),
    "act": SourcePart(text("Kind of act"), text("As it stands in the act's name: Заңы, Кодексі, Закон, Law.")),
    "body": SourcePart(
        text("Whose act"), text("As in the act's name: Қазақстан Республикасының, Правительства Республики Казахстан.")
    ),
    "day": SourcePart(text("Date of the act"), text("The day it was adopted: 20.10.2008.")),
    "act_number": SourcePart(text("Number of the act"), text("Without the sign №: 70-IV.")),
}

_PLACED: Final = ("place", "publisher", "year")
_SEEN: Final = ("doi", "url", "accessed")

KINDS: Final[Mapping[str, SourceKind]] = {
    "book": SourceKind(
        text("Book"),
        ("authors", "title", "nature", "responsible", "edition", *_PLACED, "volume", "extent", "isbn", *_SEEN),
        frozenset(("title", "place", "year", "extent")),
    ),
    "article": SourceKind(
        text("Article in a journal"),
        ("authors", "title", "journal", "year", "volume", "number", "pages", *_SEEN),
        frozenset(("title", "journal", "year", "pages")),
    ),
    "chapter": SourceKind(
        text("Article in a collection, chapter of a book"),
        ("authors", "title", "book", "book_nature", "book_responsible", *_PLACED, "volume", "pages", *_SEEN),
        frozenset(("title", "book", "year", "pages")),
    ),
    "act": SourceKind(
        text("Law or another act"),
        ("title", "act", "body", "day", "act_number", "gazette", "year", "number", "url", "accessed"),
        frozenset(("title", "act", "body", "day", "act_number")),
    ),
    "page": SourceKind(
        text("Web page"),
        ("authors", "title", "site", "site_nature", "year", "url", "accessed"),
        frozenset(("title", "url", "accessed")),
    ),
    "thesis": SourceKind(
        text("Thesis"),
        ("authors", "title", "thesis", "speciality", "organisation", "place", "year", "extent", "url", "accessed"),
        frozenset(("authors", "title", "thesis", "year", "extent")),
    ),
}


def lacking(kind: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of the parts that a description of this kind needs and does not have, in the form's order."""
    row = KINDS[kind]
    needed = row.needed | ({"accessed"} if parts.get("url", "").strip() and "accessed" in row.parts else frozenset())
    return tuple(key for key in row.parts if key in needed and not parts.get(key, "").strip())
