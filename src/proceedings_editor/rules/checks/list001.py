"""Lists have different markers.

What:
    The items of one list are typed with one marker, and the lists of one article with the same marker. Lists inside
    lists may have another one. Numbered lists are not looked at.

Why:
    A reader takes another marker for another list. In print every list has the template's marker, but the author's
    file, and what is copied from it, keeps what was typed.

How to fix:
    The fix gives the list, or the lists that differ, the marker most items of the article have.

Examples:
    kk ✓ – көктем; – жаз; – күз.
    kk ✗ – көктем; - жаз; - күз.
    ru ✓ - весна; - лето; - осень.
    ru ✗ - весна; - лето; • осень.
    en ✗ • spring; • summer; – autumn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from proceedings_editor.model.edit import SetMarker
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.lists import FoundList, lists_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text


def _check(scope: EntryScope) -> Iterator[Hit]:
    levels: defaultdict[int, list[FoundList]] = defaultdict(list)
    for one in lists_of(scope):
        if not one.block.ordered:
            levels[one.depth].append(one)
    for found in levels.values():
        typed = Counter(marker for one in found for marker in _markers(one))
        if len(typed) > 1:
            # of markers equally common the template's is the usual one
            usual = max(typed, key=lambda marker: (typed[marker], marker == scope.template.list_marker))
            yield from _inside_lists(scope, found, usual)
            yield from _between_lists(scope, found, usual)


def _inside_lists(scope: EntryScope, found: list[FoundList], usual: str) -> Iterator[Hit]:
    for one in found:
        markers = _markers(one)
        first = markers[0]
        odd = next((index for index, marker in enumerate(markers) if marker != first), 0)
        if odd:
            message = text(
                "The list begins with “{first}”, but this item has “{marker}”.", first=first, marker=markers[odd]
            )
            yield Hit(*one.first_words(odd), message, _fix(scope, [one], usual, markers[odd]))


def _between_lists(scope: EntryScope, found: list[FoundList], usual: str) -> Iterator[Hit]:
    """One finding for the article, at the first list that differs as a whole."""
    uniform = [one for one in found if len(set(_markers(one))) == 1]
    others = [one for one in uniform if _markers(one)[0] != usual]
    if others and len(others) < len(found):
        marker = _markers(others[0])[0]
        message = text("Lists of the article have “{marker}” as well as “{usual}”.", marker=marker, usual=usual)
        yield Hit(*others[0].first_words(0), message, _fix(scope, others, usual, marker), "information")


def _markers(one: FoundList) -> list[str]:
    return [one.marker(item) for item in one.block.items]


def _fix(scope: EntryScope, lists: list[FoundList], marker: str, before: str) -> Fix:
    label = text("Put “{marker}” before every item", marker=marker)
    edit = SetMarker(scope.entry.id, tuple(one.path for one in lists), marker, label)
    return Fix(edit, safe=True, before=before, after=marker)


RULE = Rule(code="LIST001", severity="warning", manual=__doc__, entry=_check)
