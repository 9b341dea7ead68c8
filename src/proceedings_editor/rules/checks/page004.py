"""The first page is there, the last page is not, and the article takes more than one.

What:
    Where the first page is known, the last page is known too, unless the article takes one page only. Only told when
    the pages were laid out: in the window while it shows the pages, before a final export, or by “check --pages”.

Why:
    The page line would print the first page alone, as if the article ended there.

How to fix:
    Take the proposed last page, which follows from the laid-out pages, or type the one of the printed book.

Examples:
    any ✓ 45–46: 2
    any ✓ 45: 1
    any ✗ 45: 2
    any ✗ 5: 4
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import plural, text

_LAST: Final = "last_page"


def _check(scope: EntryScope) -> Iterator[Hit]:
    entry, laid_out = scope.entry, scope.facts.pages.get(scope.entry.id, 0)
    if entry.first_page is None or entry.last_page is not None or laid_out < 2:  # one page is no range
        return
    last = entry.first_page + laid_out - 1
    message = plural(
        "The article begins on page {first} and takes {count} page, but the last page is missing; write {last}.",
        "The article begins on page {first} and takes {count} pages, but the last page is missing; write {last}.",
        laid_out,
        first=entry.first_page,
        last=last,
    )
    label = text("Set the last page to {page}", page=last)
    fix = Fix(SetField(entry.id, _LAST, last, label), safe=False, before="", after=str(last))
    yield Hit(Place(field=_LAST), str(entry.first_page), message, fix)


RULE = Rule(code="PAGE004", severity="error", manual=__doc__, entry=_check, for_author=False)
