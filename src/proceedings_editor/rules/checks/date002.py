"""A date is not written in the form of its language.

What:
    A Kazakh date is “2025 жылғы 7 сәуір” or “7 сәуір 2025 ж.”, a Russian one “7 апреля 2025 г.”, an English one
    “7 April 2025”. Names of months are small in Kazakh and Russian, and a Russian month after a day is in the genitive
    case. The names of holidays (8 Марта) keep their capital. References have rules of their own.

Why:
    Dates in one book look alike, and a month in the wrong case reads like a mistake.

How to fix:
    The right form is proposed. A date found in an imported table is printed in the template's form.

Examples:
    kk ✓ 2025 жылғы 7 сәуір
    kk ✓ 7 сәуір 2025 ж.
    kk ✗ 7 сәуір 2025
    kk ✗ 7 Сәуірде
    ru ✓ 7 апреля 2025 г.
    ru ✗ 7 Апреля
    ru ✗ 7 апрель 2025 г.
    en ✓ 7 April 2025
    en ✗ 7 april 2025
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.date import find_dates
from proceedings_editor.language.word_list import rows
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.year_word import ABOUT, DAY, KAZAKH_MONTHS, RUSSIAN_MONTHS
from proceedings_editor.texts import text

_GENITIVE: Final = {row["ru"]: row["ru_genitive"] for row in rows("months")}
_ENGLISH: Final = "|".join(row["en"] for row in rows("months"))
_BEFORE: Final = rf"(?<![\w.,–—-])(?P<day>{DAY})[ \u00a0]"
_MONTH: Final = re.compile(
    rf"{_BEFORE}(?:(?P<kk>{KAZAKH_MONTHS})(?:[дн][ае]\w*|[ыі]\w*)?|(?P<ru>{RUSSIAN_MONTHS}|{'|'.join(_GENITIVE)})"
    rf"|(?P<en>{_ENGLISH}))(?!\w)",
    re.IGNORECASE,
)
_HOLIDAYS: Final = frozenset(
    ("8 марта", "9 мая", "1 мая", "23 февраля", "7 ноября", "12 апреля", "8 наурыз", "1 мамыр", "9 мамыр", "7 мамыр")
)
_YEAR_WORD: Final = {
    "kk": re.compile(r"ж(?:\.|ыл\w*)$", re.IGNORECASE),
    "ru": re.compile(r"(?:г\.?|года?)$", re.IGNORECASE),
}
_YEAR_ADDED: Final = {"kk": " ж.", "ru": " г."}
_SUSPECT: Final = re.compile(r"[0-9][ \u00a0][^\W\d_]{3}")


def _check(scope: PassageScope) -> Iterator[Hit]:
    prose = scope.passage.prose()
    if _SUSPECT.search(prose) is None:
        return
    months = [found for found in _MONTH.finditer(prose) if not _is_quoted(scope, found)]
    for found in months:
        yield from _month(scope, found)
    if months:
        yield from _years(scope, prose)


def _is_quoted(scope: PassageScope, found: re.Match[str]) -> bool:
    return "quotation" in scope.protections(*found.span())


def _month(scope: PassageScope, found: re.Match[str]) -> Iterator[Hit]:
    language = next(one for one in ("kk", "ru", "en") if found[one])
    month, start = found[language], found.start(language)
    right = month.capitalize() if language == "en" else month.lower()
    if language != "en" and (month.isupper() or f"{found['day']} {right}" in _HOLIDAYS):
        right = month
    if language == "ru" and scope.passage.language == "ru":
        right = _GENITIVE.get(right.lower(), right)
    if right != month and not (language == "en" and month.isupper()):
        message = text("The month “{month}” is written “{right}” in a date.", month=month, right=right)
        fix = scope.fix(start, start + len(month), right, text("Write “{words}”", words=right), safe=False)
        yield scope.hit(start, start + len(month), message, fix)


def _years(scope: PassageScope, prose: str) -> Iterator[Hit]:
    """A date in words ends with the word year, shortened or not."""
    for date in find_dates(prose):
        added = _YEAR_ADDED.get(date.language, "") if date.form == "plain" else ""
        if added and not _YEAR_WORD[date.language].search(date.wording.rstrip()):
            right = date.wording + added
            message = text("After the year of “{date}” stands no “{word}”.", date=date.wording, word=added.strip())
            fix = scope.fix(date.start, date.end, right, text("Write “{words}”", words=right), safe=False)
            yield scope.hit(date.start, date.end, message, fix)


RULE = Rule(
    code="DATE002",
    severity="information",
    manual=__doc__,
    passage=_check,
    about=ABOUT | {"collection.first_day"},
)
