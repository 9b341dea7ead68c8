"""A table has no header row.

What:
    The first row of a table of two rows or more is marked as its header.

Why:
    The header is repeated where the table goes on to the next page, and a screen reader names the column of each cell
    with it (PDF/UA-1).

How to fix:
    Marking the first row is proposed. A table without names of columns, such as a scheme, may stay; ignore the remark.

Examples:
    any ✓ 1
    any ✓ 2
    any ✗ 0
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.body import Table, plain_text
from proceedings_editor.model.edit import SetBlockFact
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import walk
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_LEAST_ROWS: Final = 2


def _check(scope: EntryScope) -> Iterator[Hit]:
    for path, block in walk(scope.entry.body):
        if isinstance(block, Table) and not block.header_rows and len(block.rows) >= _LEAST_ROWS:
            words = plain_text(block.caption)
            edit = SetBlockFact(
                scope.entry.id, Place(block=path), "header_rows", 1, text("Make the first row the header")
            )
            fix = Fix(edit, safe=False, before=text("no header row"), after=text("one header row"))
            yield Hit(Place(block=path, end=len(words)), words, text("The table has no header row."), fix)


RULE = Rule(code="FIG004", severity="information", manual=__doc__, entry=_check)
