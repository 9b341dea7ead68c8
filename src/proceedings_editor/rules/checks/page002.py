"""A page range is not written with an en dash.

What:
    Between the first and the last page of an article stands the template's mark, an en dash without spaces. A range
    found in a manuscript or an information table is looked at.

Why:
    A hyphen joins words; between numbers it is read as a code. The same mark stands in the contents, in the table and
    in the references.

How to fix:
    Nothing has to be typed: the two pages are stored as numbers and printed with the right mark. The fix lays the
    range found aside; one that names other pages has to be settled first.

Examples:
    any ✓ 45–46
    any ✗ 45-46
    any ✗ 45 - 46
    any ✗ 45 – 46
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.rules.source_reading import lay_aside, place_in, readings_of
from proceedings_editor.templates.wording import page_range
from proceedings_editor.texts import text

_RANGE: Final = re.compile(r"([0-9]{1,6})(\s*[-‐‑‒–—−]+\s*)([0-9]{1,6})")


def _check(scope: EntryScope) -> Iterator[Hit]:
    mark, printed = scope.template.wording.page_range, page_range(scope.entry, scope.template.wording)
    for index, reading in readings_of(scope.entry, "first_page"):
        found = _RANGE.search(reading.text)
        if found is None or found[2] == mark:
            continue
        message = text("The page range “{range}” is not written with “{mark}”.", range=found[0], mark=mark)
        same = (int(found[1]), int(found[3])) == (scope.entry.first_page, scope.entry.last_page)
        label = text("Print the pages as {pages}", pages=printed)
        fix = lay_aside(scope, reading, label, printed, safe=True) if same else None
        yield Hit(place_in(index, found.start(), found.end()), found[0], message, fix)


RULE = Rule(code="PAGE002", severity="information", manual=__doc__, entry=_check, for_author=False)
