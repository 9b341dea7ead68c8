"""The PDF for the web site has not the right number of pages.

What:
    The PDF made for the site has the pages the article has in the collection, and the information page before them.

Why:
    A page too few means that the end of the article is lost on the site; a page too many that another article begins
    there.

How to fix:
    Compare the pages of the entry with the collection and export the PDF again.

Examples:
    any ✓ 323–329 8
    any ✗ 323–329 7
    any ✗ 323–329 9
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import plural


def _check(scope: EntryScope) -> Iterator[Hit]:
    found, pages = scope.facts.site_pages.get(scope.entry.id), _pages(scope)
    if found is None or pages is None:
        return
    wanted = pages + scope.template.information.shown
    if found != wanted:
        message = plural(
            "The PDF for the site has {count} page instead of {wanted}.",
            "The PDF for the site has {count} pages instead of {wanted}.",
            found,
            wanted=wanted,
        )
        yield Hit(Place(field="first_page"), "", message)


def _pages(scope: EntryScope) -> int | None:
    """The printed pages, else those laid out; None where neither is known."""
    first, last = scope.entry.first_page, scope.entry.last_page
    if first is not None and last is not None and first <= last:
        return last - first + 1
    return scope.facts.pages.get(scope.entry.id)


RULE = Rule(code="FILE004", severity="warning", manual=__doc__, entry=_check, for_author=False)
