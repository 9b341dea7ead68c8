"""An entry came in twice.

What:
    No two entries have the same title, or one that differs in a letter or two, and no two have mostly the same
    sentences. Parts of a series, whose titles differ in a number, are no duplicates. Entries that were rejected or
    withdrawn do not count.

Why:
    Authors send a corrected article again, or send it to two secretaries. Both would be printed, with two numbers.

How to fix:
    Compare the two entries, keep the newer one and set the other to “withdrawn”.

Examples:
    kk ✓ Дала өзендерінің суы | Дала көлдерінің суы
    kk ✗ Дала өзендерінің суы | ДАЛА ӨЗЕНДЕРІНІҢ СУЫ.
    ru ✓ Вода степных рек: часть 1 | Вода степных рек: часть 2
    ru ✗ Вода больших степных рек | Вода большых степных рек
    en ✗ Water of the steppe rivers | Water of the steppe river
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from proceedings_editor.language.folding import skeleton
from proceedings_editor.language.section_number import from_roman
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import texts
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, Hit
from proceedings_editor.texts import text

_OUT: Final = frozenset({"rejected", "withdrawn"})
_ALIKE: Final = 92
"""Per cent of a title that must agree."""
_SHORTEST_TITLE: Final = 12
_EDGE: Final = 8
"""Letters at the beginning or the end that near-equal titles share, so that not every two are compared."""
_SHORTEST_SENTENCE: Final = 40
_COMMON: Final = 8
"""A sentence in more entries than this is a formula of the field, not a copy."""
_SHARE: Final = 0.6
"""Share of the shorter text's characters in equal sentences from which two texts are one."""
_SENTENCE_END: Final = re.compile(r"[.!?…;]\s+|\n")
_WORD: Final = re.compile(r"\w+")

_Pair = tuple[int, int]
"""Indexes of two entries, the earlier one first."""


def _check(scope: CollectionScope) -> Iterator[Hit]:
    entries = [entry for entry in scope.entries if entry.state not in _OUT]
    titles, copies = set(_same_titles(entries)), set(_same_texts(entries))
    told: set[int] = set()
    for first, second in sorted(titles | copies):
        if second not in told:
            told.add(second)
            yield _hit(entries[first], entries[second], by_title=(first, second) in titles)


def _hit(first: Entry, second: Entry, *, by_title: bool) -> Hit:
    if not by_title:
        message = text("Another entry has mostly the same sentences; it may be the same article.")
        return Hit(Place(field="body"), "", message, entry=second.id, also=(first.id,))
    language = next((one for one, _ in second.title.filled() if first.title[one]), second.language)
    title = second.title[language]
    message = text("Another entry has the same title; it may be the same article.")
    place = Place(field=f"title.{language}", end=len(title))
    return Hit(place, title, message, entry=second.id, also=(first.id,))


# ----------------------------------------------------------------------------------------------------------- titles


def _same_titles(entries: list[Entry]) -> Iterator[_Pair]:
    """Compare only titles that are equal or begin or end alike."""
    blocks: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, entry in enumerate(entries):
        for language, title in entry.title.filled():
            bare = skeleton(title)
            if len(bare) >= _SHORTEST_TITLE:
                numbers = " ".join(_numbers(title))
                for edge in {f"{language} {numbers} ^{bare[:_EDGE]}", f"{language} {numbers} {bare[-_EDGE:]}$"}:
                    blocks[edge].append((index, bare))
    for block in blocks.values():
        for (first, one), (second, other) in combinations(block, 2):
            if one == other or fuzz.ratio(one, other, score_cutoff=_ALIKE):
                yield first, second


def _numbers(title: str) -> Iterator[str]:
    """Yield what tells the parts of a series apart: digits, Roman numerals, single letters at the end."""
    words = _WORD.findall(title)
    for word in words:
        if any(char.isdecimal() for char in word) or from_roman(word) is not None:
            yield word
    if words and len(words[-1]) == 1:
        yield words[-1]


# ------------------------------------------------------------------------------------------------------------ texts


def _same_texts(entries: list[Entry]) -> Iterator[_Pair]:
    """Count the characters in sentences that two entries share."""
    sizes: list[int] = []
    where: defaultdict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        sentences = set(_sentences(entry))
        sizes.append(sum(map(len, sentences)))
        for sentence in sentences:
            where[sentence].append(index)
    shared: Counter[_Pair] = Counter()
    for sentence, found in where.items():
        if 1 < len(found) <= _COMMON:
            for pair in combinations(found, 2):
                shared[pair] += len(sentence)
    for (first, second), characters in shared.items():
        if characters >= _SHARE * min(sizes[first], sizes[second]):
            yield first, second


def _sentences(entry: Entry) -> Iterator[str]:
    for _, rich in texts(entry.body):
        for sentence in _SENTENCE_END.split(plain_text(rich).casefold()):
            if len(sentence) >= _SHORTEST_SENTENCE:
                yield " ".join(sentence.split())


RULE = Rule(code="COLL005", severity="warning", manual=__doc__, collection=_check, for_author=False)
