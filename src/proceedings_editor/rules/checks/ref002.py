"""A reference has no full stop at its end.

What:
    Every item of the reference list ends with a full stop (GOST 7.1). Behind a web address the stop stands outside the
    link.

Why:
    The stop tells that the description is whole. A list in which some items have it and some do not looks unfinished.

How to fix:
    The stop is written at once; a comma or semicolon at the end gives way to it.

Examples:
    kk ✓ Есенов Қ. Т. Дала сулары. – Алматы : Дала, 2020. – 120 б.
    kk ✓ Дала сулары. – URL: https://dala.kz/1 (қаралған күні: 07.04.2025).
    kk ✗ Дала сулары. – URL: https://dala.kz/1 (қаралған күні: 07.04.2025)
    ru ✓ Степные реки. – 2019.
    ru ✗ Степные реки. – 2019
    ru ✗ Степные реки. – 2019;
    en ✗ Steppe rivers. – 2019
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_ENDS: Final = (".", "!", "?", "…", ".»", ".”")
_LOOSE: Final = ",;:"
_SHOWN: Final = 20


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    whole = words.rstrip()
    if not whole or whole.endswith(_ENDS):
        return
    end = len(whole)
    bare = whole.rstrip(_LOOSE).rstrip()
    start = max(whole.rfind(" ") + 1, len(bare) - _SHOWN, 0)
    shown = bare[start:]
    fix = scope.fix(len(bare), end, ".", text("End with a full stop"), safe=True)
    if fix is not None:
        fix = replace(fix, before=whole[start:], after=f"{shown}.")
    yield scope.hit(start, end, text("The reference does not end with a full stop."), fix)


RULE = Rule(
    code="REF002",
    severity="information",
    manual=__doc__,
    passage=_check,
    about=frozenset({"references"}),
    subject=frozenset({"title"}),
)
