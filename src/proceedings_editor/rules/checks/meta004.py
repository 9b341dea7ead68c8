"""The language versions of a fact do not agree.

What:
    The Kazakh, Russian and English versions of a title, of the conference's title and of a section have the same
    quotation marks, years and numbers, however these are written (XXI or 21). Where an imported table tells the
    conference in several rows, their labels name the same kind of thing: all the conference, or all the proceedings.

Why:
    What one version has and another lacks was usually forgotten in translation, and readers of one language learn
    another year or another number.

How to fix:
    Compare the versions and correct the one that differs. Labels are printed from the template.

Examples:
    any ✓ kk: «Дала» әндері, 2020; ru: Песни «Степи», 2020; en: Songs of the “Steppe”, 2020
    any ✓ kk: XXI ғасыр даласы; ru: Степь 21 века; en: Steppe in the 21st century
    any ✗ kk: «Дала» әндері; ru: Песни Степи
    any ✗ kk: Дала әндері 2020; ru: Песни степи 2021; en: Songs of the steppe 2020
    any ✗ kk: Дала 15 жылда; en: Steppe in 25 years
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.language.quotation import unquoted
from proceedings_editor.language.section_number import from_roman
from proceedings_editor.model.local import LocalText
from proceedings_editor.model.place import Place
from proceedings_editor.rules.place_name import LANGUAGE_NAMES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import CollectionScope, EntryScope, Hit
from proceedings_editor.rules.source_reading import place_in, readings_of
from proceedings_editor.templates.wording import quotes_name
from proceedings_editor.texts import Text, text

_QUOTES: Final = re.compile('[«“„"][^«»“”„"]+[»”“"]')
_NUMBER: Final = re.compile(r"(?<![\w.,])(?:[0-9]{1,9}|[IVXLC]{2,15})(?:st|nd|rd|th)?(?![\w])")
_IN_WORDS: Final = 12
"""Numbers up to this are often written out in one language only."""
_KINDS: Final = {
    "conference": re.compile("конференц|conference", re.IGNORECASE),
    "proceedings": re.compile("сборник|жина[қғ]|proceedings|collection", re.IGNORECASE),
}


def _check_entry(scope: EntryScope) -> Iterator[Hit]:
    yield from _compared("title", scope.entry.title)
    yield from _labels(scope)


def _check_collection(scope: CollectionScope) -> Iterator[Hit]:
    yield from _compared("collection.name", _as_printed(scope))
    for index, section in enumerate(scope.collection.sections):
        yield from _compared(f"collection.sections.{index}.name", section.name)
        for below, subsection in enumerate(section.sections):
            yield from _compared(f"collection.sections.{index}.sections.{below}.name", subsection.name)


def _as_printed(scope: CollectionScope) -> LocalText:
    """Return the conference's name without marks that are printed only once; META002 tells of them."""
    name, wording = scope.collection.name, scope.template.wording
    bare = {language: unquoted(words) for language, words in name.filled() if quotes_name(wording, language)}
    return replace(name, **bare)


def _compared(path: str, fact: LocalText) -> Iterator[Hit]:
    versions = list(fact.filled())
    for told, message in _TOLD:
        answers = {language: told(words) for language, words in versions}
        usual = _usual(answers.values()) if answers else ()
        differing = [language for language in answers if not _agree(answers[language], usual)]
        for language in differing[:1]:
            other = next(known for known in answers if answers[known] == usual)
            sentence = message(LANGUAGE_NAMES[language], LANGUAGE_NAMES[other])
            yield Hit(Place(field=f"{path}.{language}", end=len(fact[language])), fact[language], sentence)


def _usual(answers: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the commonest answer, the first one among equals."""
    return Counter(answers).most_common(1)[0][0]


def _quotes(words: str) -> tuple[int, ...]:
    return (len(_QUOTES.findall(words)),)


def _numbers(words: str) -> tuple[int, ...]:
    found = (re.sub("[a-z]+$", "", number) for number in _NUMBER.findall(words))
    return tuple(sorted(int(number) if number.isdecimal() else from_roman(number) or 0 for number in found))


def _agree(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether the counts or numbers are the same but for small ones that one version writes out."""
    if one == other:
        return True
    few = len(one) == len(other)
    return (
        not few and max((*(Counter(one) - Counter(other)), *(Counter(other) - Counter(one))), default=99) <= _IN_WORDS
    )


_Message = Callable[[Text, Text], Text]
_TOLD: Final[tuple[tuple[Callable[[str], tuple[int, ...]], _Message], ...]] = (
    (
        _quotes,
        lambda language, other: text(
            "The quotation marks in {language} are not those in {other}; compare the two.",
            language=language,
            other=other,
        ),
    ),
    (
        _numbers,
        lambda language, other: text(
            "The numbers or years in {language} are not those in {other}; compare the two.",
            language=language,
            other=other,
        ),
    ),
)


def _labels(scope: EntryScope) -> Iterator[Hit]:
    """Compare the labels found with those the template gives the same fact in other languages."""
    rows = scope.template.information.rows
    for index, reading in readings_of(scope.entry, "template.information.rows"):
        steps = reading.field.split(".")
        number = int(steps[3]) if len(steps) > 3 else len(rows)
        if number >= len(rows):
            continue
        others = [row.label for row in rows if row.value == rows[number].value and row.label != reading.text]
        kind = _kind(reading.text)
        if kind and {_kind(label) for label in others} - {"", kind}:
            message = text(
                "“{label}” names another kind of thing than the rows of the same fact in other languages: {others}.",
                label=reading.text,
                others="; ".join(others),
            )
            yield Hit(place_in(index, 0, len(reading.text)), reading.text, message)


def _kind(label: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(label)), "")


RULE = Rule(
    code="META004",
    severity="information",
    manual=__doc__,
    entry=_check_entry,
    collection=_check_collection,
    for_author=False,
)
