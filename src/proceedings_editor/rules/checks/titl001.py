"""The title's capitals are not those of the template.

What:
    Where the template prints titles in capitals, a title found in a manuscript is in capitals too; where it does not, a
    title is not typed in capitals. Words with a capital inside (pH, mRNA, NaCl) keep their letters.

Why:
    In the contents all titles look alike. From a title in capitals nobody can tell which words are names.

How to fix:
    A title found in another case than it is printed in is laid aside. A title typed in capitals is proposed in small
    letters: look at names and abbreviations before you agree.

Examples:
    kk ✓ ДАЛА ӨЗЕНДЕРІНІҢ СУЫ
    kk ✗ Дала өзендерінің суы
    ru ✓ ВОДА СТЕПНЫХ РЕК
    ru ✗ Вода степных рек
    en ✓ THE pH OF STEPPE RIVERS
    en ✗ The pH of steppe rivers
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.folding import plain_case
from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.rules.source_reading import lay_aside, place_in, printed_forms, readings_of
from proceedings_editor.texts import text

_LEAST_WORDS: Final = 2
"""One word in capitals may be an abbreviation."""


def _check(scope: EntryScope) -> Iterator[Hit]:
    yield from _readings(scope)
    if not scope.template.styles["title"].capitals:
        yield from _fields(scope)


def _readings(scope: EntryScope) -> Iterator[Hit]:
    for index, reading in readings_of(scope.entry, "title"):
        found = reading.text.strip()
        printed = next(iter(printed_forms(scope, reading.field)), "")
        if found == printed or plain_case(found) != plain_case(printed):
            continue
        message = text("The title was found in other capitals than it is printed in.")
        fix = lay_aside(scope, reading, text("Print the title as “{words}”", words=printed), printed, safe=True)
        yield Hit(place_in(index, 0, len(reading.text)), reading.text, message, fix)


def _fields(scope: EntryScope) -> Iterator[Hit]:
    for language, title in scope.entry.title.filled():
        if title != title.upper() or sum(len(word) > 1 and word.isalpha() for word in title.split()) < _LEAST_WORDS:
            continue
        path, small = f"title.{language}", title[:1] + title[1:].lower()
        label = text("Write the title as “{words}”", words=small)
        message = text("The title is typed in capitals, but the template prints it as typed.")
        fix = Fix(SetField(scope.entry.id, path, small, label), safe=False, before=title, after=small)
        yield Hit(Place(field=path, end=len(title)), title, message, fix)


RULE = Rule(code="TITL001", severity="warning", manual=__doc__, entry=_check)
