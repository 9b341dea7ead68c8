"""A dash stands between a number and the year or the month.

What:
    Between a number and the word жыл or the name of a month stands no dash: neither one with spaces nor a long one
    (“2010 – жылдағы”, “1 - наурызда”). In Russian the same is looked at before a month and the inflected word год.
    A hyphen without spaces is the matter of DATE004.

Why:
    The number and the word are one expression. A dash cuts it into two, and a line may end in the middle.

How to fix:
    The fix takes the dash away.

Examples:
    kk ✓ 1995 жылғы 1 наурызда
    kk ✗ 1995 жылғы 1 - наурызда
    kk ✗ 2010 – жылдағы төрағалық
    ru ✓ В 2010 году, 1 марта
    ru ✗ В 2010 – году
    ru ✗ с 1 - марта
    en ✓ 2010 – year of water
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.year_word import ABOUT, DAY, KAZAKH_MONTHS, RUSSIAN_MONTHS, SUSPECT, YEAR, joint
from proceedings_editor.texts import text

_DASH: Final = r"(?:[\s\u00a0]+[-‐‑–—]+[\s\u00a0]*|[-‐‑–—]+[\s\u00a0]+|[–—]+)"
_KAZAKH_YEAR: Final = r"жыл(?:ы\w{0,6}|ғы|ға|дың|ды|да(?:н|ғы\w*)?|дар\w*|мен)"
_KAZAKH_MONTH: Final = rf"(?:{KAZAKH_MONTHS})(?:[дн][ае]\w*|[ыі]\w*)?"
_RUSSIAN_YEAR: Final = "год(?:у|ом|ах|ов)"
_BROKEN: Final = re.compile(
    rf"(?<![\w.,–—-])(?:(?P<year>{YEAR}){_DASH}(?:(?P<kk>{_KAZAKH_YEAR})|(?P<ru>{_RUSSIAN_YEAR}))"
    rf"|(?P<day>{DAY}){_DASH}(?:(?P<kk_month>{_KAZAKH_MONTH})|(?P<ru_month>{RUSSIAN_MONTHS})))(?!\w)",
    re.IGNORECASE,
)
"""Bare “жыл” and “год” are left out: “2010 – год воды” is a sentence."""


def _check(scope: PassageScope) -> Iterator[Hit]:
    if SUSPECT.search(scope.passage.text) is None:
        return
    for found in _BROKEN.finditer(scope.passage.prose()):
        number, kazakh = found["year"] or found["day"], found["kk"] or found["kk_month"]
        word = kazakh or found["ru"] or found["ru_month"]
        right = number + (joint(scope.template) if kazakh else " ") + word
        message = text("A dash stands between “{number}” and “{word}”.", number=number, word=word)
        fix = scope.fix(*found.span(), right, text("Write “{words}”", words=right), safe=True)
        yield scope.hit(*found.span(), message, fix)


RULE = Rule(code="DATE003", severity="warning", manual=__doc__, passage=_check, about=ABOUT)
