"""A UDC code is in class 4, which is free.

What:
    No main number of a UDC code begins with 4. Places, times and other additions may.

Why:
    Class 4 has been free since 1962: linguistics went to classes 80 and 81. A code in it comes from an old table or is
    mistyped, and no database knows it.

How to fix:
    Ask the author for the right code, or look it up in the present tables.

Examples:
    any ✓ 81
    any ✓ 811.512.122
    any ✓ 908(44+460)
    any ✗ 4
    any ✗ 413
    any ✗ 37:46
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.udc_passage import ABOUT, readable_codes
from proceedings_editor.texts import text


def _check(scope: PassageScope) -> Iterator[Hit]:
    for code in readable_codes(scope):
        for part in code.parts:
            if part.kind == "number" and part.text.startswith("4"):
                message = text(
                    "UDC has no class 4 any more, so “{number}” stands for nothing; linguistics is 80 and 81.",
                    number=part.text,
                )
                yield scope.hit(code.start + part.start, code.start + part.end, message)


RULE = Rule(code="UDC003", severity="warning", manual=__doc__, passage=_check, about=ABOUT)
