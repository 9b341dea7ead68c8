"""An IRSTI code is wrong.

What:
    An IRSTI code (ҒТАМР, МРНТИ, ГРНТИ) has one to three pairs of digits with full stops between them, and its first
    pair is a rubric of the state rubricator.

Why:
    Databases and libraries of the region sort articles by this code. With a wrong one the article stands in a foreign
    field or in none.

How to fix:
    Where only the signs between the pairs are wrong, full stops are set at once. Else look the code up in the
    rubricator or ask the author.

Examples:
    any ✓ 10.15.01
    any ✓ 10.15
    any ✓ 34
    any ✗ 10-15-01
    any ✗ 10-15-1
    any ✗ 10.15.1
    any ✗ 07.15.01
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.identifier import check_irsti, normal_irsti, split_label
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_IRSTI: Final = "irsti"


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    right, bare = normal_irsti(words), split_label(words)[1]
    if scope.passage.kind == "reading" and scope.entry and right in map(normal_irsti, scope.entry.irsti):
        return
    fault = check_irsti(bare)
    if fault and check_irsti(right):
        yield scope.hit(0, len(words), fault)
    elif right != bare:
        start = words.find(bare)
        message = text("The {name} is written in its usual form as {right}.", name="IRSTI", right=right)
        fix = scope.fix(start, start + len(bare), right, text("Write {right}", right=right), safe=True)
        yield scope.hit(start, start + len(bare), message, fix)


RULE = Rule(code="IDN006", severity="error", manual=__doc__, passage=_check, about=frozenset({_IRSTI}))
