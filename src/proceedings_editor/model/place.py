"""Places in an entry: what a finding, a click on a page and a citation's target have in common."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A field or a block of an entry, and a stretch of its plain text.

    Attributes:
        field: Path of a field ("authors.0.surname", "title.kk", "references.3", "collection.isbn"), "" for a block.
        block: Index path of a block of the body (see `model.walk`), () for a field.
        start, end: Code points of the plain text; both 0 for the whole.
    """

    field: str = ""
    block: tuple[int, ...] = ()
    start: int = 0
    end: int = 0
