"""Exported files would not get good names.

What:
    The template's pattern of file names has small Latin letters, digits, “-” and “_” beside its values, the name of an
    entry has the author's surname where the pattern wants it, and no two entries get the same name.

Why:
    Names with Cyrillic letters, spaces or brackets arrive broken at web servers and in old archives. Where two names
    are the same, the second file gets “-2” and nobody knows whose it is.

How to fix:
    The export writes a safe name in any case and never overwrites a file of the same run. Correct “file_name:” in the
    template, fill in the author, or give the entries numbers.

Examples:
    any ✓ {number}_{surname}_{initials}
    any ✓ {surname}-{number}
    any ✗ мақала жаңа ({number})
    any ✗ Article {number}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.file_name import file_stem, placeholders
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, Hit
from proceedings_editor.templates.person_line import file_values
from proceedings_editor.templates.wording import printed_number
from proceedings_editor.texts import text

_VALUES: Final = re.compile(r"\{[a-z_]+\}|\[|\]")
_FOREIGN: Final = re.compile(r"[^a-z0-9_-]")
_SURNAME: Final = "surname"


def _check(scope: CollectionScope) -> Iterator[Hit]:
    pattern = scope.template.file_name
    if _FOREIGN.search(_VALUES.sub("", pattern)):
        message = text(
            "The pattern of file names “{pattern}” has characters that are not safe in a file name.", pattern=pattern
        )
        yield Hit(Place(field="template.file_name", end=len(pattern)), pattern, message)
    largest = max((entry.number or 0 for entry in scope.entries), default=0)
    seen: dict[str, Entry] = {}
    for entry in scope.entries:
        values = {
            "number": printed_number(entry.number, largest),
            "language": entry.language,
            **file_values(entry.authors),
        }
        if not set(placeholders(pattern)) <= values.keys():
            return
        stem = file_stem(pattern, values)
        if not entry.authors:
            continue  # META001 asks for them
        if not values[_SURNAME] and _SURNAME in placeholders(pattern):
            message = text("The exported file would be called “{name}”, without a surname.", name=stem)
            yield Hit(Place(field="authors"), stem, message, entry=entry.id)
        elif stem in seen and not _says_another_rule(entry, seen[stem]):
            message = text("Two entries would be exported as “{name}”; this one gets “{name}-2”.", name=stem)
            yield Hit(Place(field="number"), stem, message, entry=entry.id, also=(seen[stem].id,))
        seen.setdefault(stem, entry)


def _says_another_rule(entry: Entry, other: Entry) -> bool:
    """Whether the names are the same because the numbers are; COLL001 tells that."""
    return entry.number is not None and entry.number == other.number


RULE = Rule(code="FILE001", severity="warning", manual=__doc__, collection=_check, for_author=False)
