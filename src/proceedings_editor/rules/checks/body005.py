"""A heading skips a level.

What:
    The first heading of the article has level 1, and below a heading of one level stands only the next one.

Why:
    The table of contents of the PDF and readers who cannot see the page follow the levels (PDF/UA-1). A skipped level
    looks to them like a missing heading.

How to fix:
    The levels are closed up at once, for the whole article; which heading stands under which does not change.

Examples:
    any ✓ 1 2 3 2 1
    any ✓ 1 1 2
    any ✗ 1 3
    any ✗ 2 2 3
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.model.body import Heading, plain_text
from proceedings_editor.model.edit import SetBlockFact, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_Found = list[tuple[Place, Heading, int]]


def _check(scope: EntryScope) -> Iterator[Hit]:
    found = _headings(scope)
    before = 0
    for place, heading, right in found:
        if heading.level > before + 1:
            words = plain_text(heading.text)
            message = text("The heading has level {level}, but {right} is next.", level=heading.level, right=before + 1)
            yield Hit(place, words, message, _fix(scope, found, heading.level, right))
        before = heading.level


def _headings(scope: EntryScope) -> _Found:
    """Return the headings with the levels they should have: as deep as headings stand above them."""
    found: _Found = []
    above: list[int] = []
    for index, block in enumerate(scope.entry.body):
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            place = Place(block=(index,), end=len(plain_text(block.text)))
            found.append((place, block, len(above)))
    return found


def _fix(scope: EntryScope, found: _Found, level: int, right: int) -> Fix:
    label = text("Close up the levels of the headings")
    edits = (
        SetBlockFact(scope.entry.id, place, "level", closed, label)
        for place, heading, closed in found
        if heading.level != closed
    )
    return Fix(Together(tuple(edits), label), safe=True, before=str(level), after=str(right))


RULE = Rule(code="BODY005", severity="warning", manual=__doc__, entry=_check)
