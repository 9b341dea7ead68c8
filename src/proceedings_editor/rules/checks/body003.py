"""An abbreviation is not explained where it is first used.

What:
    Where an abbreviation stands for the first time in the article, its full form stands beside it: “Қазақстан ғарыш
    агенттігі (бұдан әрі – ҚҒА)”. Abbreviations everybody knows, Roman numerals and words in capitals are left out.

Why:
    The same letters mean different things in different fields, and readers of a collection come from all of them.

How to fix:
    Write the full form at the first use and the abbreviation behind it in brackets. Later use only the abbreviation.

Options:
    known: further abbreviations that need no explanation in this collection.

Examples:
    kk ✓ Дала зерттеу орталығы (бұдан әрі – ДЗО) құрылды. Кейін ДЗО кеңейді.
    kk ✓ АҚШ пен ТМД елдері
    kk ✗ Жоба ДЗО-ның қаржысымен орындалды.
    ru ✓ Центр степных исследований (ЦСИ) создан недавно. ЦСИ ведет съемку.
    ru ✗ Работу вёл ЦСИ.
    en ✓ The steppe research centre (SRC) was founded recently.
    en ✗ The survey was made by the SRC alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.abbreviation import Abbreviation, find_abbreviations
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_SMALL_WORD: Final = re.compile(r"(?<![\w-])[a-zа-яёәғқңөұүһі]{2,6}(?!\w)")


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    known: tuple[str, ...] = ()


def _check(scope: EntryScope) -> Iterator[Hit]:
    first: dict[str, tuple[Passage, Abbreviation]] = {}
    explained: dict[str, bool] = {}
    for passage, found in _abbreviations(scope):
        first.setdefault(found.name, (passage, found))
        explained[found.name] = explained.get(found.name, False) or found.explained
    unknown = {name: at for name, at in first.items() if not at[1].explained and name not in scope.options.known}
    if not unknown:
        return
    words = _small_words(scope)
    for name, (passage, found) in unknown.items():
        if name.lower() not in words:
            yield _hit(passage, found, explained[name])


def _abbreviations(scope: EntryScope) -> Iterator[tuple[Passage, Abbreviation]]:
    for passage in scope.passages:
        if passage.kind == "block":
            for found in find_abbreviations(passage.prose()):
                yield passage, found


def _small_words(scope: EntryScope) -> frozenset[str]:
    """Short words the article has in small letters: “ЕМЕС” beside “емес” is a word in capitals."""
    return frozenset(word for passage in scope.passages for word in _SMALL_WORD.findall(passage.text))


def _hit(passage: Passage, found: Abbreviation, later: bool) -> Hit:
    message = (
        text("“{name}” is explained only later; put the full form at the first use.", name=found.name)
        if later
        else text("“{name}” is not explained; write its full form at the first use.", name=found.name)
    )
    return Hit(passage.at(found.start, found.end), passage.text[found.start : found.end], message)


RULE = Rule(code="BODY003", severity="information", manual=__doc__, options=Options(), entry=_check)
