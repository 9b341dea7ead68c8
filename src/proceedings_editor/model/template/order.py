"""Which elements an article and its information page have, and in which order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from proceedings_editor.model.local import Language, LocalText

ElementKind = Literal[
    "section",
    "subsection",
    "udc",
    "irsti",
    "bbk",
    "doi",
    "edn",
    "title",
    "authors",
    "emails",
    "orcids",
    "affiliations",
    "supervisors",
    "abstract",
    "keywords",
    "dates",
    "body",
    "references",
]
ELEMENT_KINDS: Final[tuple[ElementKind, ...]] = get_args(ElementKind)


@dataclass(frozen=True, slots=True)
class HeadElement:
    """One element of the article in its order.

    Attributes:
        languages: () for the entry's main language only.
        align: Where it differs from the element's style (IRSTI at the left, DOI at the right), else "".
    """

    kind: ElementKind
    languages: tuple[Language, ...] = ()
    align: Literal["", "left", "center", "right", "justify"] = ""


@dataclass(frozen=True, slots=True)
class People:
    """How people stand in the head.

    Attributes:
        authors: "lines": one author a line, each followed by what is theirs; "row": all names in a row.
        marks: Superscript numbers tie the names of a row to the organisations; equal organisations are merged.
        name: Form of a name: "full" (surname, given name, patronymic), "surname_initials" or "initials_surname".
        emails: Every author's e-mail or only the corresponding author's.
        separator: Between the names of a row.
        space_after: Points below the last line about people, whichever it is.
    """

    authors: Literal["lines", "row"] = "lines"
    marks: bool = False
    name: Literal["full", "surname_initials", "initials_surname"] = "full"
    emails: Literal["each", "corresponding"] = "each"
    separator: str = ", "
    space_after: float = 0


RowValue = Literal[
    "conference",
    "date_and_place",
    "isbn",
    "issn",
    "doi",
    "number",
    "pages",
    "udc",
    "section",
    "authors",
    "status",
    "supervisors",
    "title",
]


@dataclass(frozen=True, slots=True)
class InformationRow:
    """One row: its printed label, the fact it shows, the language it shows it in ("" = the page's own)."""

    label: str
    value: RowValue
    language: Language | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class InformationPage:
    """The page put before an article for the web site.

    Attributes:
        top_heading: Joined over the languages by " / ".
        language: Language of heading, labels and note.
        label_width: Share of the column that the labels take.
    """

    shown: bool = True
    language: Language = "kk"
    top_heading: LocalText = field(default_factory=LocalText)
    heading: LocalText = field(default_factory=LocalText)
    note: LocalText = field(default_factory=LocalText)
    rows: tuple[InformationRow, ...] = ()
    label_width: float = 0.32
