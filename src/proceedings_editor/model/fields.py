"""The one table of metadata fields: form, checks, importers and command line read it.

Adding a field is one row here, one attribute in the model, and what is truly special about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from proceedings_editor.texts import Text, text

Kind = Literal[
    "line",  # one line of text
    "paragraphs",  # several lines
    "words",  # a list of words or phrases
    "number",
    "decimal",
    "date",
    "language",
    "state",
    "section",  # an id of the section tree
    "status",  # an id of the status list or free words
    "flag",
    "people",  # rows of a group of their own
    "affiliations",
]
Owner = Literal["collection", "entry", "author", "supervisor", "affiliation", "section"]


@dataclass(frozen=True, slots=True)
class Field:
    """One metadata field.

    Attributes:
        owner: What it is a fact of; its attribute there is `key`.
        local: Told in kk, ru and en.
        repeatable: A tuple of values.
        private: Never leaves in any output.
    """

    owner: Owner
    key: str
    label: Text
    kind: Kind = "line"
    help: Text | None = None
    local: bool = False
    repeatable: bool = False
    private: bool = False


_NAME_HELP: Final = text("As in the identity document; initials such as “N.” are accepted.")

FIELDS: Final[tuple[Field, ...]] = (
    Field("collection", "name", text("Conference title"), local=True, help=text("Without quotation marks.")),
    Field(
        "collection",
        "kind",
        text("Kind of collection"),
        local=True,
        help=text("What stands beside the title, such as “proceedings of the international conference”."),
    ),
    Field("collection", "first_day", text("First day"), "date"),
    Field("collection", "last_day", text("Last day"), "date", help=text("Empty for a conference of one day.")),
    Field("collection", "place", text("Place"), local=True),
    Field("collection", "publisher", text("Publisher"), local=True),
    Field("collection", "year", text("Year of publication"), "number"),
    Field("collection", "volume", text("Volume")),
    Field("collection", "isbn", text("ISBN")),
    Field("collection", "issn", text("ISSN")),
    Field("collection", "doi", text("DOI")),
    Field("collection", "udc", text("UDC")),
    Field("collection", "bbk", text("BBK")),
    Field("collection", "editors", text("Editors"), local=True, repeatable=True),
    Field("section", "number", text("Section number"), help=text("As printed: IV.")),
    Field("section", "name", text("Section name"), local=True),
    Field("entry", "language", text("Main language"), "language"),
    Field("entry", "state", text("State"), "state"),
    Field("entry", "number", text("Publication number"), "number"),
    Field("entry", "first_page", text("First page"), "number"),
    Field("entry", "last_page", text("Last page"), "number"),
    Field("entry", "section", text("Section"), "section"),
    Field("entry", "udc", text("UDC"), repeatable=True, help=text("Only the code, without its label.")),
    Field("entry", "irsti", text("IRSTI"), repeatable=True),
    Field("entry", "bbk", text("BBK"), repeatable=True),
    Field("entry", "doi", text("DOI")),
    Field("entry", "edn", text("EDN")),
    Field("entry", "title", text("Article title"), local=True, help=text("Without a full stop at the end.")),
    Field("entry", "authors", text("Authors"), "people", repeatable=True),
    Field("entry", "supervisors", text("Supervisors"), "people", repeatable=True),
    Field("entry", "abstract", text("Abstract"), "paragraphs", local=True),
    Field("entry", "keywords", text("Keywords"), "words", local=True),
    Field("entry", "received", text("Date received"), "date"),
    Field("entry", "returned", text("Date returned"), "date"),
    Field("entry", "accepted", text("Date accepted"), "date"),
    Field("entry", "originality", text("Originality, %"), "decimal"),
    *(
        field
        for owner in ("author", "supervisor")
        for field in (
            Field(owner, "surname", text("Surname")),
            Field(owner, "given_name", text("Given name"), help=_NAME_HELP),
            Field(owner, "patronymic", text("Patronymic"), help=_NAME_HELP),
            Field(owner, "latin", text("Latin form"), help=text("The person's own spelling: Abdullina Zh. N.")),
            Field(owner, "degree", text("Degree"), local=True),
            Field(owner, "academic_title", text("Academic title"), local=True),
            Field(owner, "post", text("Position"), local=True),
            Field(owner, "affiliations", text("Affiliations"), "affiliations", repeatable=True),
            Field(
                owner,
                "line",
                text("Line under the name"),
                local=True,
                help=text("As printed in the article's head; empty to let the template word it."),
            ),
        )
    ),
    Field("author", "status", text("Status"), "status"),
    Field("author", "group", text("Study group"), help=text("An internal code; it is not printed.")),
    Field("author", "email", text("E-mail")),
    Field("author", "phone", text("Phone"), private=True, help=text("Only for you; never printed or sent.")),
    Field("author", "orcid", text("ORCID")),
    Field("author", "spin", text("SPIN")),
    Field("author", "corresponding", text("Corresponding author"), "flag"),
    Field("affiliation", "organisation", text("Organisation"), local=True),
    Field("affiliation", "department", text("Department"), local=True),
    Field("affiliation", "city", text("City"), local=True),
    Field("affiliation", "country", text("Country"), local=True),
)


def fields_of(owner: Owner) -> tuple[Field, ...]:
    """Return the owner's fields in the order of the form."""
    return tuple(field for field in FIELDS if field.owner == owner)


def field_of(owner: Owner, key: str) -> Field:
    """Return one field.

    Raises:
        KeyError: the table has no such field.
    """
    for field in FIELDS:
        if (field.owner, field.key) == (owner, key):
            return field
    raise KeyError(f"{owner}.{key}")
