"""A Roman numeral has Cyrillic letters.

What:
    Roman numerals are written with the Latin capitals I, V, X, L, C, D and M: “XX ғасыр” and not “ХХ ғасыр” with the
    Cyrillic Х. The number of a section is left to SEC002.

Why:
    On paper nobody sees the difference, but who searches for “XX” does not find “ХХ”, and sections and centuries with
    such numbers do not sort.

How to fix:
    The Latin letters are put in place at once.

Examples:
    kk ✓ XIX–XX ғасырлар, IV тарау
    kk ✓ І. Жансүгіров, СМС хабарлама
    kk ✗ ІV тарау
    kk ✗ ХХІ ғасырда
    ru ✓ XX век, ММС и СМИ
    ru ✗ в ХIХ веке
    ru ✗ ХХ век
    en ✓ the XX century
    en ✗ the ХХ century
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.roman_numeral import CYRILLIC, find_mistyped
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope, letters
from proceedings_editor.texts import text

_SECTION: Final = "section"


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if CYRILLIC.isdisjoint(passage.characters()) or whole_field(passage) or _numbers_a_section(passage):
        return
    for start, end, right in find_mistyped(passage.prose()):
        word = passage.text[start:end]
        message = text("The Roman numeral “{word}” has Cyrillic letters; write it in Latin ones.", word=word)
        pieces = letters(start, word, right)
        label = text("Write “{words}” in Latin letters", words=right)
        yield scope.hit(start, end, message, scope.fixes(start, end, pieces, label, safe=True))


def _numbers_a_section(passage: Passage) -> bool:
    return passage.key == _SECTION or passage.key.endswith("sections.number")


RULE = Rule(code="CHAR004", severity="warning", manual=__doc__, passage=_check)
