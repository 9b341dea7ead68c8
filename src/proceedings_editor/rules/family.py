"""What a person calls the families of rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from proceedings_editor.texts import Text, text

FAMILY_NAMES: Final[Mapping[str, Text]] = {
    "CHAR": text("Characters"),
    "TYPO": text("Typography"),
    "LANG": text("Language"),
    "LIST": text("Lists"),
    "BODY": text("Article text"),
    "META": text("Information"),
    "COLL": text("Collection"),
    "PAGE": text("Pages"),
    "SEC": text("Sections"),
    "TITL": text("Article title"),
    "UDC": text("UDC"),
    "IDN": text("Identifiers"),
    "DATE": text("Dates"),
    "AUTH": text("Authors"),
    "AFF": text("Affiliations"),
    "SUPV": text("Supervisors"),
    "MAIL": text("E-mail"),
    "ABST": text("Abstract and keywords"),
    "CITE": text("Citations"),
    "REF": text("References"),
    "FIG": text("Figures and tables"),
    "FORM": text("Formulas"),
    "FILE": text("Files"),
    "PRIV": text("Private data"),
    "ORIG": text("Originality"),
}
"""By the letters of a code, in the order of work (see `rules.registry`)."""


def family_of(code: str) -> str:
    """Return the letters of a rule's code."""
    return code.rstrip("0123456789")
