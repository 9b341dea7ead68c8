"""The page range does not fit the article's length.

What:
    The number of pages from the first to the last is the number of pages the article takes in the book's layout, or
    one more or less. Only told when the pages were laid out (before an export, or by “check --pages”).

Why:
    A range of three pages for an article of seven means that the wrong pages were typed, or that the text came in
    only in part.

How to fix:
    Compare with the printed book. The last page that follows from the laid-out pages is proposed.

Examples:
    any ✓ 45–46: 2
    any ✓ 45–46: 3
    any ✗ 45–46: 7
    any ✗ 45–55: 7
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.templates.wording import page_range
from proceedings_editor.texts import plural, text

_TOLERANCE: Final = 1
_LAST: Final = "last_page"


def _check(scope: EntryScope) -> Iterator[Hit]:
    entry, laid_out = scope.entry, scope.facts.pages.get(scope.entry.id, 0)
    if not laid_out or entry.first_page is None or entry.last_page is None or entry.last_page < entry.first_page:
        return
    if abs(entry.last_page - entry.first_page + 1 - laid_out) <= _TOLERANCE:
        return
    shown = page_range(entry, scope.template.wording)
    message = plural(
        "The article takes {count} page in the layout, but the pages are {pages}.",
        "The article takes {count} pages in the layout, but the pages are {pages}.",
        laid_out,
        pages=shown,
    )
    last = entry.first_page + laid_out - 1
    label = text("Set the last page to {page}", page=last)
    fix = Fix(SetField(entry.id, _LAST, last, label), safe=False, before=str(entry.last_page), after=str(last))
    yield Hit(Place(field=_LAST), shown, message, fix)


RULE = Rule(code="PAGE001", severity="warning", manual=__doc__, entry=_check, for_author=False)
