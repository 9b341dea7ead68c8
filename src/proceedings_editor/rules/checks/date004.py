"""A year or a day is joined to its word in the other tradition.

What:
    Kazakh texts write a year or a day and the word after it in one way. In the spelling of 1983 a space stands between
    them (2020 жылы, 1 наурыз), in the rules of 2018 a hyphen (2020-жылы, 1-наурыз). Decades (90-жылдар) have a hyphen
    in both.

Why:
    Both are found in print, but one article, and better one book, has one of them.

How to fix:
    The spelling of the chosen tradition is proposed. Set the option “style” in the template to choose the other one.

Options:
    style: 1983 for a space, 2018 for a hyphen

Examples:
    kk ✓ 2020 жылы, 1 наурызда
    kk ✓ өткен ғасырдың 90-жылдары
    kk ✗ 2020-жылы
    kk ✗ 1-наурызда
    ru ✓ в 2020 году
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.year_word import (
    ABOUT,
    DAY,
    HYPHEN_STYLE,
    KAZAKH_MONTHS,
    SPACE_STYLE,
    SUSPECT,
    YEAR,
)
from proceedings_editor.texts import text

_JOINED: Final = (
    rf"(?<![\w.,:/–—-])(?:(?P<year>{YEAR})JOINT(?P<word>жыл(?!дар)(?:[ғдылн]\w*|ы)?(?!\w))"
    rf"|(?P<day>{DAY})JOINT(?P<month>(?:{KAZAKH_MONTHS})(?:[дн][ае]\w*|[ыі]\w*)?(?!\w)))"
)
_HYPHEN: Final = re.compile(_JOINED.replace("JOINT", "[-‐‑]"), re.IGNORECASE)
_SPACE: Final = re.compile(_JOINED.replace("JOINT", "[ \u00a0]"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    style: str = SPACE_STYLE


def _check(scope: PassageScope) -> Iterator[Hit]:
    hyphens = scope.options.style == HYPHEN_STYLE
    if not hyphens and SUSPECT.search(scope.passage.text) is None:
        return
    pattern, joint = (_SPACE, "-") if hyphens else (_HYPHEN, " ")
    for found in pattern.finditer(scope.passage.prose()):
        number, word = found["year"] or found["day"], found["word"] or found["month"]
        right = f"{number}{joint}{word}"
        message = text("“{words}” is written in another tradition than the template wants.", words=found[0])
        fix = scope.fix(*found.span(), right, text("Write “{words}”", words=right), safe=False)
        yield scope.hit(*found.span(), message, fix)


RULE = Rule(code="DATE004", severity="information", manual=__doc__, options=Options(), passage=_check, about=ABOUT)
