"""Spaces around punctuation.

What:
    No space stands before , . ; : ! ? ) » and none behind ( «; one stands behind them, where a word follows. The
    colons and semicolons of reference lists, which have a space before them, are right, as are decimals, times,
    addresses, abbreviations and endings in brackets (“оқушы(лар)дың”).

Why:
    A line may break at every space, so that a comma or a bracket begins the next line; words glued together are not
    found by search and not hyphenated.

How to fix:
    The spaces are put right at once.

Examples:
    kk ✓ Су, жел (боран) және «Дала» – бәрі; т.б., 5,5 м, 14:30, оқушы(лар)дың
    kk ✗ Су ,жел
    kk ✗ Су тасыды.Көл толды
    ru ✓ Вода, ветер и т.п.; А.С. Пушкин
    ru ✓ Алматы : Ғылым, 2002. – 235 с.
    ru ✗ Вода , ветер
    ru ✗ Вода (река )
    en ✓ Water, wind (snow), e.g. 3:5
    en ✗ Water,wind
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.program_code import is_code
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_S: Final = "[ \u00a0]"
_LETTER: Final = r"[^\W\d_]"
_SMALL: Final = "[а-яёәғқңөұүһі]"
_CAPITAL: Final = "[А-ЯЁӘҒҚҢӨҰҮҺІ]"

_HINT: Final = re.compile(rf"{_S}[,;:!?)».]|[(«]{_S}|[,;:!?]{_LETTER}|(?<={_SMALL})\.{_CAPITAL}|\){_SMALL}")
"""Every fault has one of these pairs, and most texts have none."""


def _before(marks: str) -> str:
    """A space before a mark, and perhaps none behind it; not between numbers, not before an ellipsis or ".kz"."""
    mark = rf"(?:[{marks}](?!{_S}?\d|[()D])|[!?)»]|\.(?![.\w]|{_S}\d))"
    return rf"(?<=[\w\])»”%])(?P<gone>{_S}+){mark}(?P<lack>(?<=[,;])(?={_LETTER}))?"


_BEFORE: Final = re.compile(_before(",;:"))
_BEFORE_IN_DESCRIPTION: Final = re.compile(_before(","))
"""Descriptions of books have areas such as "Алматы : Ғылым"."""
_OTHERS: Final = (
    re.compile(rf"(?<=[(«])(?P<gone>{_S}+)(?=\w)"),
    re.compile(rf"(?:(?<={_LETTER})[,;!?]|(?<=[)»\]\d])[,;]|(?<={_SMALL}):)(?P<lack>)(?={_LETTER}{{2}})"),
    re.compile(rf"(?<={_SMALL}{{3}}\.)(?P<lack>)(?={_CAPITAL}{_SMALL})"),
    # not behind brackets opened inside a word, which hold an ending
    re.compile(rf"(?:(?<!\w)\d{{1,2}}|(?<![^\s«])\([^()\s]+(?:{_S}[^()\s]+)*)\)(?P<lack>)(?={_SMALL}{{2}})"),
)
_AREA: Final = re.compile(r"[.\])] [–—-] ")
_ADDRESS: Final = re.compile(r"://|@|www\.|\\|\w:\w+:\w")
_WORD_LEFT: Final = re.compile(r"[\w%]*[^\s\w]{0,2}\Z")
_WORD_RIGHT: Final = re.compile(r"[^\s\w]{0,2}[^\W_]*")


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage, words = scope.passage, scope.passage.prose()
    if _HINT.search(words) is None or whole_field(passage) or is_code(words):
        return
    is_description = passage.kind == "reference" or _AREA.search(words)
    patterns = (_BEFORE_IN_DESCRIPTION if is_description else _BEFORE, *_OTHERS)
    faults = (found for pattern in patterns for found in pattern.finditer(words))
    for found in sorted(faults, key=re.Match.start):
        if not _ADDRESS.search(_run_around(words, *found.span())):
            yield _hit(scope, words, found)


def _run_around(words: str, start: int, end: int) -> str:
    """The stretch with the characters around it up to the next spaces."""
    stop = words.find(" ", end)
    return words[words.rfind(" ", 0, start) + 1 : stop if stop >= 0 else len(words)]


def _hit(scope: PassageScope, words: str, found: re.Match[str]) -> Hit:
    groups = found.groupdict()
    pieces = [(*found.span(name), new) for name, new in (("gone", ""), ("lack", " ")) if groups.get(name) is not None]
    left = _WORD_LEFT.search(words[max(0, pieces[0][0] - 40) : pieces[0][0]])
    right = _WORD_RIGHT.match(words, pieces[-1][1])
    start, end = pieces[0][0] - len(left[0] if left else ""), pieces[-1][1] + len(right[0] if right else "")
    fix = scope.fixes(start, end, pieces, text("Put the spaces right"), safe=True)
    if groups.get("gone"):
        return scope.hit(
            start, end, text("A needless space stands beside a mark: “{words}”.", words=words[start:end]), fix
        )
    return scope.hit(start, end, text("A space is missing behind a mark: “{words}”.", words=words[start:end]), fix)


RULE = Rule(code="TYPO004", severity="warning", manual=__doc__, passage=_check)
