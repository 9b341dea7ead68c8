"""A day given on the command line."""

from __future__ import annotations

from datetime import date

from proceedings_editor.errors import UsageError
from proceedings_editor.texts import text


def day_of(words: str) -> date | None:
    """Read a day; "" is none.

    Raises:
        UsageError: It is no day.
    """
    if not words:
        return None
    from proceedings_editor.language.date import parse_date

    found = parse_date(words)
    if found is None or found.is_range:
        raise UsageError(text("“{day}” is no day; write it as 12.05.2026.", day=words))
    return found.date
