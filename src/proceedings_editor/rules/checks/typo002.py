"""A hyphen without spaces where a dash seems to be meant.

What:
    Two words joined by a hyphen make one word (“оқу-тәрбие”). Where the second is a word such as “барлық”, “бұл”, “все”
    or “это”, or where the same first word stands before a dash elsewhere in the article, a dash may be meant.

Why:
    A sentence whose dash has shrunk to a hyphen is read wrongly: “пакт-барлық” looks like one word.

How to fix:
    The dash with its spaces is proposed; take it where the sentence needs it.

Examples:
    kk ✓ оқу-тәрбие жұмысы, бір-бірі
    kk ✗ халықаралық пакт-барлық этностардың құқығы
    kk ✗ Бұл халықаралық пакт – келісім. Ал пакт-келісім күшіне енді.
    ru ✓ кто-то, научно-технический, по-этому
    ru ✗ Степь-это простор
    en ✓ a well-known river
    en ✗ rivers-these are roads
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.compound import begins_compound
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_SECOND: Final = {
    "kk": frozenset(
        ("барлық", "барлығы", "бұл", "ол", "олар", "осы", "әр", "әрбір", "бір", "біз", "кейбір", "көптеген")
    ),
    "ru": frozenset(("все", "всё", "это", "этот", "эта", "эти", "каждый", "каждая", "каждое", "они")),
    "en": frozenset(("this", "these", "those", "they")),
}
"""Quantifiers and pronouns a sentence goes on with behind a dash."""
_NUMBERS: Final = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
_SHORTEST: Final = 4
_JOINED: Final = re.compile(r"(?<![\w-])([^\W\d_]{4,})-([^\W\d_]+)(?![\w-])")
_DASH: Final = re.compile(r"[»”)]?[ \u00a0][-–—][ \u00a0]")
_LAST_WORD: Final = re.compile(r"[^\W\d_]{4,}\Z")
_LONGEST: Final = 60
"""Characters of a word before a dash; looking for the dash first is far quicker than looking at every word."""
_FROM: Final = re.compile(r"\w+[дтн][ае]н")
"""The ablative of “күннен-бір”, “бірден-бір”."""


def _check(scope: EntryScope) -> Iterator[Hit]:
    passages = [passage for passage in scope.passages if "-" in passage.text and not whole_field(passage)]
    joined = [(passage, found) for passage in passages for found in _JOINED.finditer(passage.prose())]
    if not joined:
        return
    often = Counter(found[0].lower() for _, found in joined)
    before_dash = _before_dash(scope.passages)
    for passage, found in joined:
        first, second = found[1].lower(), found[2]
        if often[found[0].lower()] > 1 or not second.islower():
            continue
        goes_on = second in _SECOND[passage.language] and _parts(first, second)
        if goes_on or (not begins_compound(first) and _is_apart(scope, first, second, before_dash)):
            yield _hit(scope, passage, found)


def _before_dash(passages: tuple[Passage, ...]) -> frozenset[str]:
    words = (word for passage in passages for word in _words_before_dash(passage.prose()))
    return frozenset(word.lower() for word in words if word.islower())


def _words_before_dash(words: str) -> Iterator[str]:
    for dash in _DASH.finditer(words):
        if last := _LAST_WORD.search(words[max(0, dash.start() - _LONGEST) : dash.start()]):
            yield last[0]


def _parts(first: str, second: str) -> bool:
    """Whether the first word is an ordinary one: not repeated in the second, no pronoun, no ablative."""
    pronouns = frozenset().union(*_SECOND.values())
    return first not in pronouns and not first.startswith(second) and not _FROM.fullmatch(first)


def _is_apart(scope: EntryScope, first: str, second: str, before_dash: frozenset[str]) -> bool:
    """Whether the article writes the first word before a dash and the second as a word of its own."""
    return (
        first in before_dash
        and first not in _NUMBERS
        and len(second) >= _SHORTEST
        and second in scope.once(_single_words)
    )


def _single_words(scope: EntryScope) -> frozenset[str]:
    return frozenset(word[0].lower() for passage in scope.passages for word in passage.words())


def _hit(scope: EntryScope, passage: Passage, found: re.Match[str]) -> Hit:
    message = text("“{words}” is written as one word; perhaps a dash is meant.", words=found[0])
    inside, (start, end) = scope.within(passage), found.span()
    hyphen = found.end(1)
    label = text("Put a dash with spaces")
    fix = inside.fixes(start, end, [(hyphen, hyphen + 1, " – ")], label, safe=False)
    return inside.hit(start, end, message, fix)


RULE = Rule(code="TYPO002", severity="information", manual=__doc__, entry=_check)
