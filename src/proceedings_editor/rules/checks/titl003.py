"""The title is too long, too short or holds an abbreviation.

What:
    The words of the title stay within the template's limits (“limits: title_words”), and it holds no abbreviation that
    readers outside the field do not know. In a title typed in capitals a word counts as an abbreviation when the
    article itself writes it in capitals.

Why:
    A title is read in contents, search results and references, where nobody sees the explanation in the text.

How to fix:
    Ask the author for a shorter title, or write the abbreviation out.

Options:
    accept: abbreviations that everybody knows, added to the usual ones

Examples:
    kk ✓ Дала өзендерінің суы
    kk ✗ ДӨҚ жұмысының негіздері
    ru ✓ Вода степных рек США
    ru ✗ Основы работы СВК
    en ✓ DNA of steppe fishes
    en ✗ Legal basis of the SWC
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from proceedings_editor.language.section_number import from_roman
from proceedings_editor.language.word_list import rows
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

_WORD: Final = re.compile(r"\w+(?:[-‑’']\w+)*")
_CAPITALS: Final = re.compile(r"(?<![\w-])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}(?!\w)")


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    accept: tuple[str, ...] = ()


def _check(scope: EntryScope) -> Iterator[Hit]:
    limit = scope.template.limits.title_words
    for language, title in scope.entry.title.filled():
        path = f"title.{language}"
        count = len(_WORD.findall(title))
        message = _length_message(count, limit.least, limit.most)
        if message is not None:
            yield Hit(Place(field=path, end=len(title)), title, message)
        for found in _abbreviations(scope, title):
            message = text("“{word}” is an abbreviation; in a title write it out.", word=found[0])
            yield Hit(Place(field=path, start=found.start(), end=found.end()), found[0], message)


def _length_message(count: int, least: int, most: int) -> Text | None:
    if most and count > most:
        return plural(
            "The title has {count} word; at most {most} are accepted.",
            "The title has {count} words; at most {most} are accepted.",
            count,
            most=most,
        )
    if count < least:
        return plural(
            "The title has only {count} word; at least {least} are wanted.",
            "The title has only {count} words; at least {least} are wanted.",
            count,
            least=least,
        )
    return None


def _abbreviations(scope: EntryScope, title: str) -> Iterator[re.Match[str]]:
    found = [word for word in _CAPITALS.finditer(title) if not _is_known(word[0], scope.options.accept)]
    if found and title == title.upper():
        found = [word for word in found if _is_in_capitals(scope, word[0])]
    return iter(found)


def _is_known(word: str, accepted: tuple[str, ...]) -> bool:
    return word in accepted or word in _known() or from_roman(word) is not None


@cache
def _known() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("known_abbreviations"))


def _is_in_capitals(scope: EntryScope, word: str) -> bool:
    pattern = re.compile(rf"(?<!\w){word}(?!\w)")
    texts = (passage.text for passage in scope.passages if passage.kind == "block")
    return any(pattern.search(words) for words in texts if words != words.upper())


RULE = Rule(code="TITL003", severity="information", manual=__doc__, options=Options(), entry=_check)
