"""A part of the article is missing.

What:
    A language that has keywords has an abstract too, and the other way round. The headings listed in the option
    “headings” are all in the article, in this order or another; beginnings of headings are enough, capitals and
    numbers do not count. What the template requires is the matter of META001.

Why:
    Databases take abstract and keywords of a language together. Readers and reviewers look for the usual parts.

How to fix:
    Ask the author for the missing part, or add the heading where the part is there without one.

Options:
    headings: beginnings of headings every article must have, such as «Кіріспе» and «Қорытынды»; write the versions of
    one heading with a stroke between them: “Introduction|Введение”.

Examples:
    kk ✓ аңдатпа, түйін сөздер
    kk ✗ түйін сөздер
    ru ✓ аннотация, ключевые слова
    ru ✗ аннотация
    en ✓ abstract, keywords
    en ✗ keywords
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.folding import fold
from proceedings_editor.model.body import Heading, plain_text
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.model.place import Place
from proceedings_editor.rules.place_name import field_name
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text

_PAIR: Final = ("abstract", "keywords")
_BEFORE_WORDS: Final = re.compile(r"^(?:[\W\d_]+|[ivx]+[.)]\s)+")


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    headings: tuple[str, ...] = ()


def _check(scope: EntryScope) -> Iterator[Hit]:
    for language in LANGUAGES:
        paths = tuple(f"{part}.{language}" for part in _PAIR)
        filled = tuple(bool(getattr(scope.entry, part)[language]) for part in _PAIR)
        if any(filled) and not all(filled):
            missing, there = paths[filled[0]], paths[not filled[0]]
            if not _is_required(scope, missing):
                message = text(
                    "“{field}” is empty, though there is “{other}”; fill it in.",
                    field=field_name(missing),
                    other=field_name(there),
                )
                yield Hit(Place(field=missing), "", message)
    yield from _headings(scope)


def _is_required(scope: EntryScope, path: str) -> bool:
    """META001 speaks of a required version; a path without language is filled by any."""
    return path in scope.template.required


def _headings(scope: EntryScope) -> Iterator[Hit]:
    wanted = scope.options.headings
    if not wanted or not scope.entry.body:
        return
    there = [_words(plain_text(block.text)) for block in scope.entry.body if isinstance(block, Heading)]
    for heading in wanted:
        versions = tuple(map(_words, filter(None, heading.split("|"))))
        if not any(words.startswith(versions) for words in there):
            shown = " / ".join(heading.split("|"))
            message = text("The article has no part “{heading}”; add it or its heading.", heading=shown)
            yield Hit(Place(field="body"), "", message)


def _words(heading: str) -> str:
    return _BEFORE_WORDS.sub("", fold(heading))


RULE = Rule(code="ABST001", severity="warning", manual=__doc__, options=Options(), entry=_check)
