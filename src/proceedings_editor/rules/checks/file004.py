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
from proceedings_editor.texts import plural, text


def _check(scope: EntryScope) -> Iterator[Hit]:
    found, pages = scope.facts.site_pages.get(scope.entry.id), _pages(scope)
    if found is None or pages is None:
        return
    has_information = scope.template.information.shown
    if found != pages + has_information:
        wanted = plural("{count} page", "{count} pages", pages)
        if has_information:
            wanted = plural("information page + {count} page", "information page + {count} pages", pages)
        has = plural("{count} page", "{count} pages", found)
        message = text("The PDF for the site has {found}; right would be: {wanted}.", found=has, wanted=wanted)
        yield Hit(Place(field="first_page"), "", message)


def _pages(scope: EntryScope) -> int | None:
    """The printed pages, else those laid out; None where neither is known."""
    first, last = scope.entry.first_page, scope.entry.last_page
    if first is not None and last is not None and first <= last:
        return last - first + 1
    return scope.facts.pages.get(scope.entry.id)


RULE = Rule(code="FILE004", severity="warning", manual=__doc__, entry=_check, for_author=False)
