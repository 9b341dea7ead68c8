"""What one rule says about one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from proceedings_editor.model.edit import Edit
from proceedings_editor.model.place import Place
from proceedings_editor.texts import Text

Severity = Literal["error", "warning", "information"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""Gravest first."""


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding can be mended.

    Attributes:
        edit: The change, an edit like any other.
        safe: True where it can be made without asking; False for a proposal a person must confirm.
        before, after: The words concerned, for the preview; a `Text` for what is no words of the entry (“17 cm”).
    """

    edit: Edit
    safe: bool
    before: str | Text
    after: str | Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        code: The rule's code ("UDC001").
        entry: Id of the entry, "" for a finding about the whole collection.
        place: Where, in fields or blocks of that entry.
        text: The exact characters the finding is about.
        message: One sentence: what is wrong.
        also: Ids of further entries a collection finding concerns.
    """

    code: str
    severity: Severity
    entry: str
    place: Place
    text: str
    message: Text
    fix: Fix | None = None
    also: tuple[str, ...] = ()
