"""A word the dictionary does not know.

What:
    Every word in small letters is in the dictionary of its language, or in the user dictionary of the collection. Parts
    of words with a hyphen are looked up one by one. Names, abbreviations, numbers, codes and words of another alphabet
    are left alone.

Why:
    A dictionary finds slips of the keyboard that nothing else does. The free Kazakh dictionary lacks many right words,
    though, so the rule is off until a template gives it a severity.

How to fix:
    Correct the word, or add it to the user dictionary of the collection.

Examples:
    kk ✓ Дала өзендері көктемде тасиды
    kk ✗ Дала өзіндері көктемде тасиды
    ru ✓ Степная река
    ru ✗ Степная рика
    en ✓ Steppe river
    en ✗ Steppe rivver
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_PART: Final = {
    "kk": re.compile(r"(?<![\w.@/])[а-яёәғқңөұүһі]{2,}(?![\w@/])"),
    "ru": re.compile(r"(?<![\w.@/])[а-яё]{2,}(?![\w@/])"),
    "en": re.compile(r"(?<![\w.@/])[a-z]{2,}(?![\w@/])"),
}
_WANTED: Final = ("body", "abstract", "title", "keywords")


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage, is_word = scope.passage, scope.facts.is_word
    if is_word is None or whole_field(passage) or passage.key.partition(".")[0] not in _WANTED:
        return
    words = passage.prose()
    for found in _PART[passage.language].finditer(words):
        if not is_word(found[0], passage.language):
            message = text("The dictionary does not know “{word}”; correct it or add it.", word=found[0])
            yield scope.hit(*found.span(), message)


RULE = Rule(code="LANG004", severity="information", manual=__doc__, passage=_check, on=False)
