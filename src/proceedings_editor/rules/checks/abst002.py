"""An abstract or the keywords are too long or too short, or the keywords are not divided.

What:
    Each abstract has as many words and characters, and each language as many keywords, as the template's limits say.
    All languages have the same number of keywords. Keywords are single entries of their list: no semicolon inside, no
    punctuation at the end.

Why:
    Conferences and databases cut or refuse what is outside the limits. Languages with unlike numbers of keywords were
    translated incompletely, and keywords that are not divided count as one and are found by nobody.

How to fix:
    Keywords with signs between them are divided at once. The rest is the author's work; ask for it.

Examples:
    any ✓ су; дала; өзен / вода; степь; река / water; steppe; river
    any ✗ су; дала; өзен / вода; степь; река / water; steppe
    any ✗ су, дала, өзен / вода; степь; река / water; steppe; river
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.model.edit import SetField
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Range
from proceedings_editor.rules.place_name import field_name
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

_BETWEEN: Final = re.compile(r"\s*[;\n\t]\s*")
_COMMAS: Final = re.compile(r"\s*[,;\n\t]\s*")
_AROUND: Final = " .,;:\n\t"


def _check(scope: EntryScope) -> Iterator[Hit]:
    for language, abstract in scope.entry.abstract.filled():
        yield from _abstract(scope, language, abstract)
    divided = {language: _divided(scope.entry.keywords[language]) for language in LANGUAGES}
    for language in LANGUAGES:
        yield from _keywords(scope, language, divided[language])
    yield from _unlike(scope, {language: len(words) for language, words in divided.items() if words})


def _abstract(scope: EntryScope, language: Language, abstract: str) -> Iterator[Hit]:
    limits = scope.template.limits
    place = Place(field=f"abstract.{language}", end=len(abstract))
    count = len(abstract.split())
    if _is_over(count, limits.abstract_words):
        message = plural(
            "The abstract has {number} words; at most {count} is allowed.",
            "The abstract has {number} words; at most {count} are allowed.",
            limits.abstract_words.most,
            number=count,
        )
        yield Hit(place, abstract, message)
    elif count < limits.abstract_words.least:
        message = plural(
            "The abstract has {number} words; at least {count} is wanted.",
            "The abstract has {number} words; at least {count} are wanted.",
            limits.abstract_words.least,
            number=count,
        )
        yield Hit(place, abstract, message)
    elif _is_over(len(abstract), limits.abstract_characters) or len(abstract) < limits.abstract_characters.least:
        yield Hit(place, abstract, _characters(len(abstract), limits.abstract_characters))


def _characters(count: int, limit: Range) -> Text:
    if _is_over(count, limit):
        return text(
            "The abstract has {number} characters with spaces; the limit is {limit}.", number=count, limit=limit.most
        )
    return text(
        "The abstract has {number} characters with spaces; at least {limit} are wanted.",
        number=count,
        limit=limit.least,
    )


def _keywords(scope: EntryScope, language: Language, right: tuple[str, ...]) -> Iterator[Hit]:
    typed, limit, path = scope.entry.keywords[language], scope.template.limits.keywords, f"keywords.{language}"
    if not right:
        return
    if typed != right:
        before, after = "; ".join(typed), "; ".join(right)
        message = text("The keywords are not divided into single ones, or signs stand around them.")
        label = text("Divide the keywords")
        safe = not any("," in word for word in typed)
        fix = Fix(SetField(scope.entry.id, path, right, label), safe=safe, before=before, after=after)
        yield Hit(Place(field=f"{path}.0", end=len(typed[0])), typed[0], message, fix)
    if _is_over(len(right), limit):
        message = plural(
            "There are {number} keywords; at most {count} is allowed.",
            "There are {number} keywords; at most {count} are allowed.",
            limit.most,
            number=len(right),
        )
        yield Hit(Place(field=path), "; ".join(typed), message)
    elif len(right) < limit.least:
        message = plural(
            "There are {number} keywords; at least {count} is wanted.",
            "There are {number} keywords; at least {count} are wanted.",
            limit.least,
            number=len(right),
        )
        yield Hit(Place(field=path), "; ".join(typed), message)


def _divided(typed: tuple[str, ...]) -> tuple[str, ...]:
    """Divide at semicolons; at commas only a list that was not divided at all, because a keyword may have a comma."""
    signs = _COMMAS if len(typed) == 1 and ";" not in typed[0] else _BETWEEN
    pieces = (piece.strip(_AROUND) for words in typed for piece in signs.split(words))
    return tuple(filter(None, pieces))


def _unlike(scope: EntryScope, counts: dict[Language, int]) -> Iterator[Hit]:
    if len(set(counts.values())) < 2:
        return
    most = max(counts.values())
    for language, count in counts.items():
        if count < most:
            path = f"keywords.{language}"
            message = text(
                "“{field}” has {number} entries, another language has {most}.",
                field=field_name(path),
                number=count,
                most=most,
            )
            yield Hit(Place(field=path), "; ".join(scope.entry.keywords[language]), message)


def _is_over(count: int, limit: Range) -> bool:
    return bool(limit.most) and count > limit.most


RULE = Rule(code="ABST002", severity="warning", manual=__doc__, entry=_check)
