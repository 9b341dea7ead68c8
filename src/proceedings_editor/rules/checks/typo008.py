"""An ending behind a figure or an abbreviation is not joined rightly.

What:
    In Kazakh an ending behind figures and abbreviations is joined by a hyphen (70-тен, ҚХА-ның), not by a dash, a space
    or nothing; nouns that are numbered too (39-бап). Its form follows the word that is read: 70 is жетпіс, so 70-тен.
    Behind Roman numerals and numbers with № stands no hyphen (XX ғасыр). Years and months are left to DATE003 and
    DATE004.

Why:
    “70тен” reads as one sign, “ҚХА–ның” falls apart at the end of a line, and a wrong vowel is a spelling mistake.

How to fix:
    The right form is proposed. How an abbreviation is read aloud you know best: only its last vowel is looked at.

Examples:
    kk ✓ 70-тен астам, 39-бабы, ҚХА-ның, XX ғасыр, 300-ден, 5000-нан
    kk ✗ 70тен астам
    kk ✗ 70-тан астам
    kk ✗ ҚХА–ның қызметі
    kk ✗ БАҚқа хабарлады
    kk ✗ 39 - бабына сәйкес
    kk ✗ XX-ғасырда
    ru ✓ 70-летие, ОНП–на
    en ✓ 5–10
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.kazakh_number import ENDINGS, NOUNS, harmonised, right_ending
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

_CAPITAL: Final = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL: Final = "а-яёәғқңөұүһі"
_ENDING: Final = rf"(?P<ending>{'|'.join(sorted(ENDINGS, key=len, reverse=True))})(?![\w-])"
_NOUN: Final = rf"(?P<noun>(?:{'|'.join(NOUNS)})[{_SMALL}]*)(?![\w-])"
_JOINT: Final = "(?P<joint>[ \u00a0]?[-–—][ \u00a0]?|)"
_DASH: Final = "[ \u00a0]?[-–—][ \u00a0]?"

_HINT: Final = re.compile(
    rf"[\d%][-–— \u00a0]{{0,3}}[{_SMALL}]|[IVX][-–— \u00a0]{{1,3}}[{_SMALL}]"
    rf"|[{_CAPITAL}]{{2}}[ \u00a0]?[-–—]?[ \u00a0]?[{_SMALL}]"
)
_NUMBER: Final = re.compile(
    rf"(?<![\w.,:/–-])(?<!\d[ \u00a0])(?<!№)(?<!№[ \u00a0])(?P<stem>\d+){_JOINT}(?:{_ENDING}|{_NOUN})"
)
_PER_CENT: Final = re.compile(rf"(?P<stem>\d[\d.,]{{0,9}}(?<=\d)%){_JOINT}{_ENDING}")
_ABBREVIATION: Final = re.compile(rf"(?<![\w-])(?P<stem>[{_CAPITAL}]{{2,8}}){_JOINT}{_ENDING}")
_ROMAN: Final = re.compile(
    rf"(?<![\w–-])(?P<stem>[IVX]{{1,6}}){_DASH}(?P<noun>(?:ғасыр|том|сессия|съез|{'|'.join(NOUNS)})[{_SMALL}]*)(?!\w)"
)
_NUMBERED: Final = re.compile(rf"(?P<stem>№[ \u00a0]?\d+){_DASH}(?P<noun>[{_SMALL}]{{4,}})(?!\w)")
_BACK: Final = frozenset("АОҰЫ")
_FRONT: Final = frozenset("ӘӨҮІЕ")


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage, words = scope.passage, scope.passage.prose()
    if passage.language != "kk" or whole_field(passage) or _HINT.search(words) is None:
        return
    for pattern in (_NUMBER, _PER_CENT, _ABBREVIATION):
        for found in pattern.finditer(words):
            right = f"{found['stem']}-{_right_tail(found)}"
            if right != found[0]:
                message = text("“{words}” should be “{right}”, joined by a hyphen.", words=found[0], right=right)
                yield _hit(scope, found, right, message)
    for pattern in (_ROMAN, _NUMBERED):
        for found in pattern.finditer(words):
            right = f"{found['stem']} {found['noun']}"
            message = text("No hyphen stands behind “{number}”; write “{right}”.", number=found["stem"], right=right)
            yield _hit(scope, found, right, message)


def _right_tail(found: re.Match[str]) -> str:
    """What should follow the hyphen."""
    groups = found.groupdict()
    if groups.get("noun"):
        return str(groups["noun"])
    stem, ending = found["stem"], found["ending"]
    if stem.isdecimal():
        return right_ending(stem, ending)
    if stem[-1] in _BACK or stem[-1] in _FRONT:
        return harmonised(ending, front=stem[-1] in _FRONT)
    return ending


def _hit(scope: PassageScope, found: re.Match[str], right: str, message: Text) -> Hit:
    fix = scope.fix(*found.span(), right, text("Write “{words}”", words=right), safe=False)
    return scope.hit(*found.span(), message, fix)


RULE = Rule(code="TYPO008", severity="information", manual=__doc__, passage=_check)
