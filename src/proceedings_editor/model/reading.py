"""Readings: what an importer found for a field, kept until a person settles what is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reading:
    """One value found for one field.

    Attributes:
        field: Path of the field, as in a finding: "authors.0.surname", "title.kk", "section"; facts of the
            collection begin with "collection." and fixed texts of the template with "template.".
        text: The characters as found in the source, unchanged.
        place: Where in the source: "table row 12" or "head"; a key of the importer, stable for rules.
        line: Line in the source, from 1; 0 where there are no lines.
        sure: How sure the importer is that this belongs to the field.
    """

    field: str
    text: str
    place: str
    line: int = 0
    sure: Literal["sure", "doubtful"] = "sure"
