"""A range of numbers has a hyphen.

What:
    Ranges of numbers, years and centuries have an en dash without spaces: 2014–2016, 5–7 км, XIX–XX. Codes, telephone
    numbers, standards, scores and dates in figures are left alone, as are citations and page fields, which have rules
    of their own.

Why:
    A hyphen joins, a dash means “from … to”. With spaces a range may be torn apart at the end of a line.

How to fix:
    The en dash is put in place at once.

Examples:
    kk ✓ 2014–2016 жж., № 70-15, 8-701-123-45-67
    kk ✗ 2014-2016 жж.
    kk ✗ XIX-XX ғасырлар
    ru ✓ ГОСТ 7-2003, счёт 3-2
    ru ✗ глубиной 5-7 м
    ru ✗ в 1941 – 1945 гг.
    en ✓ in 1990–1995
    en ✗ pages 15 - 20
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.section_number import from_roman
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_HYPHEN: Final = re.compile(r"(?<=\d)-(?=\d)|(?<=\d)[ \u00a0][-–][ \u00a0](?=\d)|(?<=[IVX])-(?=[IVX])")
_END: Final = re.compile(r"(?<![\w.,:/)–=+*×<>-])(?:\d{1,7}(?:[.,]\d{1,3})?|[IVXLC]+)\Z")
_START: Final = re.compile(
    r"(?:\d{1,7}(?:[.,]\d{1,3})?|[IVXLC]+)"
    r"(?![\w/(–=+*×<>]|[.,:]\d|-\d|[ \u00a0]?[=+×*][ \u00a0\d]|[ \u00a0][-–][ \u00a0]?\d)"
)
_FAR: Final = 12
_NO_RANGE: Final = re.compile(
    r"(?:№\s?|\[[^\]]{0,30}|тел\w*\.?\s?:?\s?|факс\w*\.?\s?:?\s?|phone\s?:?\s?|[=+*×:]\s?|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,}(?:\s[A-ZА-Я]{2,})?[\s\u00a0])\Z",
)
"""What stands before a number of a document, a telephone number, a citation, a formula, a standard or a code."""
_FIELDS: Final = frozenset({"first_page", "last_page", "number", "section", "collection.first_day"})


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if passage.key in _FIELDS or whole_field(passage):
        return
    words = passage.prose()
    for hyphen in _HYPHEN.finditer(words):
        left = _END.search(words, max(0, hyphen.start() - _FAR), hyphen.start())
        right = _START.match(words, hyphen.end())
        if left and right and _is_range(left[0], right[0], spaced=len(hyphen[0]) > 1):
            start, end = left.start(), right.end()
            if not _NO_RANGE.search(words[max(0, start - 40) : start]):
                yield _hit(scope, start, end, hyphen.span())


def _is_range(first: str, last: str, *, spaced: bool) -> bool:
    if first[0].isdecimal() != last[0].isdecimal():
        return False
    if not first[0].isdecimal():
        return (from_roman(first) or 0) < (from_roman(last) or 0) and len(first + last) > 2
    if any(part[0] == "0" and part[1:2].isdecimal() for part in (first, last)):
        return False
    if spaced and (len(first) != len(last) or len(first) < 2):  # "in 2015 – 20 people"
        return False
    return float(first.replace(",", ".")) < float(last.replace(",", "."))


def _hit(scope: PassageScope, start: int, end: int, hyphen: tuple[int, int]) -> Hit:
    words = scope.passage.text[start:end]
    right = scope.passage.text[start : hyphen[0]] + "–" + scope.passage.text[hyphen[1] : end]
    message = text("The range “{words}” needs an en dash without spaces: “{right}”.", words=words, right=right)
    fix = scope.fixes(start, end, [(*hyphen, "–")], text("Write “{words}”", words=right), safe=True)
    return scope.hit(start, end, message, fix)


RULE = Rule(code="TYPO003", severity="information", manual=__doc__, passage=_check)
