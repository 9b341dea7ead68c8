"""A hyphen between spaces where a dash is meant.

What:
    Between words stands a dash with spaces (“су – өмір көзі”), never a hyphen with spaces. A hyphen that belongs inside
    a compound (“ғылыми - тәжірибелік”) has no spaces. Dates are left to DATE003, ranges of numbers to TYPO003, program
    code to nobody.

Why:
    A hyphen joins the parts of a word, a dash stands between the parts of a sentence. Typewriters had one sign for
    both, and word processors change it only sometimes, so that one text shows both.

How to fix:
    The dash is put in place at once. Where a compound seems to be meant, its hyphen without spaces is proposed.

Examples:
    kk ✓ халықаралық пакт – келісім, 39-бап, сондай-ақ
    kk ✗ халықаралық пакт - келісім
    kk ✗ ғылыми - тәжірибелік конференция
    kk ✗ жоспарлы - болжамдық құжат, іс - шаралар
    ru ✓ река – это жизнь; мало- и среднеснежные зимы
    ru ✗ река - это жизнь
    ru ✗ социально - экономический рост
    en ✓ a well-known river – the Ural
    en ✗ the river - the Ural
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.compound import is_apart, is_compound
from proceedings_editor.language.kazakh_number import ENDINGS
from proceedings_editor.language.program_code import is_code
from proceedings_editor.model.body import OBJECT
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_MARK: Final = re.compile(r"(?<=[ \u00a0])--?(?=[ \u00a0])")
_LEFT: Final = re.compile(r"(?P<word>[\w.,%’'-]*[\w%])?(?P<gap>[^\s\w]{0,3}[ \u00a0]+)\Z")
_RIGHT: Final = re.compile(r"(?P<gap>[ \u00a0]+[^\s\w]{0,3})(?P<word>\w[\w’'-]*)")
_FAR: Final = 60
"""No word is longer; how far to look back from a hyphen."""

_MONTH_OR_YEAR: Final = re.compile(
    r"(?:жыл|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)", re.IGNORECASE
)
_NOUN: Final = re.compile(r"[а-яёәғқңөұүһі]+")
_FIGURE: Final = re.compile(r"[IVXLC]+|[A-Za-z]?[0-9][0-9.,%]*|[A-Za-zα-ω]|[=+*/<>≤≥×−±]+")
"""A number, a quantity's sign, an operator: a hyphen between two of them is a minus or a range."""


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.prose()
    if ("- " not in words and "-\u00a0" not in words) or whole_field(scope.passage) or is_code(words):
        return
    for mark in _MARK.finditer(words):
        left = _LEFT.search(words[max(0, mark.start() - _FAR) : mark.start()])
        right = _RIGHT.match(words, mark.end())
        if left and right and left[0].strip() and not _belongs_to_others(left, right):
            yield _hit(scope, mark, left, right)


def _belongs_to_others(left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether a date, a range, a number's ending or a formula is meant."""
    before, after = left["word"] or "", right["word"]
    if _FIGURE.fullmatch(after) and (OBJECT in left["gap"] or _FIGURE.fullmatch(before)):
        return True
    if not left["gap"].isspace():
        return False
    if before[-1:].isdecimal():
        return after[0].isdecimal() or bool(_MONTH_OR_YEAR.match(after) or _NOUN.fullmatch(after))
    return after in ENDINGS


def _hit(scope: PassageScope, mark: re.Match[str], left: re.Match[str], right: re.Match[str]) -> Hit:
    start, end = mark.start() - len((left["word"] or "") + left["gap"]), right.end()
    words = scope.passage.text[start:end]
    is_bare = (left["gap"] + right["gap"]).isspace()
    if is_bare and is_compound(left["word"] or "", right["word"], scope.passage.language):
        message = text("“{words}” is one compound; its hyphen has no spaces.", words=words)
        piece = (mark.start() - len(left["gap"]), mark.end() + len(right["gap"]), "-")
        return scope.hit(start, end, message, scope.fixes(start, end, [piece], text("Join with a hyphen"), safe=False))
    if is_bare and is_apart(left["word"] or "", right["word"]):
        message = text("“{words}” is written without a hyphen.", words=words)
        piece = (mark.start() - len(left["gap"]), mark.end() + len(right["gap"]), " ")
        return scope.hit(start, end, message, scope.fixes(start, end, [piece], text("Take the hyphen out"), safe=False))
    message = text("A hyphen stands where a dash is meant: “{words}”.", words=words)
    fix = scope.fixes(start, end, [(*mark.span(), "–")], text("Put a dash"), safe=True)
    return scope.hit(start, end, message, fix)


RULE = Rule(code="TYPO001", severity="warning", manual=__doc__, passage=_check)
