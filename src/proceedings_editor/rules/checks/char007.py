"""A character the fonts of the export cannot draw.

What:
    Every character exists in one of the fonts the PDF is made with.

Why:
    A missing character prints as an empty box, or not at all. Not every font has all Kazakh letters, mathematical signs
    and symbols.

How to fix:
    Where the same sign can be written with ordinary characters, these are proposed. Otherwise choose a similar sign,
    set it as a formula, or make it a figure.

Examples:
    kk ✓ Қазақ әліпбиі
    kk ✗ Судың 🐟 балығы
    ru ✓ Уровень воды ±5 см
    ru ✗ Озеро 🐟
    en ✓ Fish and water
    en ✗ ﬁsh ﬂow 🐟
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.body import OBJECT
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_NEVER_DRAWN: Final = frozenset(("\n", "\t", OBJECT))


def _check(scope: PassageScope) -> Iterator[Hit]:
    glyphs, passage = scope.facts.glyphs, scope.passage
    if glyphs is None:
        return
    missing = frozenset(filter(_is_drawn, passage.characters() - glyphs - _NEVER_DRAWN))
    if not missing:
        return
    for found in re.finditer(f"[{re.escape(''.join(sorted(missing)))}]+", passage.text):
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in dict.fromkeys(found[0]))
        message = text("The fonts cannot draw {characters}; write something else.", characters=named)
        right = unicodedata.normalize("NFKC", found[0])
        fix = None
        if glyphs.issuperset(right):
            fix = scope.fix(*found.span(), right, text("Write “{words}”", words=right), safe=False)
        yield scope.hit(*found.span(), message, fix)


def _is_drawn(char: str) -> bool:
    """Whether print shows the character; what it does not show, and private fonts, are CHAR005's."""
    return unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs", "Zs", "Zl", "Zp")


RULE = Rule(code="CHAR007", severity="error", manual=__doc__, passage=_check)
