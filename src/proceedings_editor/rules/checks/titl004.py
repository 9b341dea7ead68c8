"""The title reads differently in two places.

What:
    Every title that was found for the article in one language (information table, article, contents) has the same
    words as the title that is printed. Other marks between the words are only mentioned; capitals and a stop at the
    end are the matter of TITL001 and TITL002.

Why:
    One article with two titles is cited as two. The contents, the article and the database record are printed from
    one title, so it must be the right one.

How to fix:
    Compare with the author's manuscript. If the words found are right, take them; else settle the reading by keeping
    the title.

Examples:
    kk ✓ Дала өзендерінің суы
    kk ✗ Дала өзендерінің сулары
    ru ✓ ВОДА СТЕПНЫХ РЕК
    ru ✗ Воды степных рек
    en ✓ Water of the steppe rivers
    en ✗ Waters of steppe rivers
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.folding import plain_case
from proceedings_editor.model.edit import SetField, SettleReading
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.reading import Reading
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.rules.source_reading import place_in, readings_of
from proceedings_editor.texts import text

_WORD: Final = re.compile(r"\w+")


def _check(scope: EntryScope) -> Iterator[Hit]:
    for language in LANGUAGES:
        title = scope.entry.title[language]
        for index, reading in readings_of(scope.entry, f"title.{language}"):
            found = " ".join(reading.text.split())
            if _bare(found) == _bare(title):
                continue
            place = place_in(index, 0, len(reading.text))
            if _WORD.findall(plain_case(found)) != _WORD.findall(plain_case(title)):
                message = text("The title was found as “{words}”, which is not the title of the entry.", words=found)
                yield Hit(place, reading.text, message, _take(scope, reading, title))
            else:
                message = text("The title was found with other marks between its words.")
                yield Hit(place, reading.text, message, _take(scope, reading, title), "information")


def _bare(words: str) -> str:
    return plain_case(words).rstrip(". ")


def _take(scope: EntryScope, reading: Reading, title: str) -> Fix:
    words = " ".join(reading.text.split()).removesuffix(".")
    label = text("Take the title “{words}”", words=words)
    take = SetField(scope.entry.id, reading.field, words, label)
    return Fix(SettleReading(scope.entry.id, reading.field, label, take), safe=False, before=title, after=words)


RULE = Rule(code="TITL004", severity="error", manual=__doc__, entry=_check)
