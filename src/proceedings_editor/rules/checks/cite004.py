"""A citation has another form than the template wants.

What:
    Every citation has the template's form: “[2]”, and with a page “[2, б. 5]”, “[2;5]”, “[2:5]” or “[2.5]”. Between
    the brackets stand digits, not letters that look like them; both brackets are there; a range does not fall.

Why:
    In one collection the same thing should look the same. “[2;5]” means page 5 of source 2 to one reader and two
    sources to another (GOST R 7.0.5 parts sources with “;”), and “[З]” with a letter is found by no link.

How to fix:
    The citation in the template's form is proposed. Compare it with the source where two readings are possible.

Examples:
    kk ✓ 5: Су азаяды [2, б. 5].
    kk ✓ 5: Су азаяды [1; 3–5].
    kk ✗ 5: Су азаяды [2;5].
    kk ✗ 5: Су азаяды [З].
    ru ✓ 5: Реки мелеют [2, с. 5; 3, с. 7].
    ru ✗ 5: Реки мелеют [2:5].
    ru ✗ 5: Реки мелеют [5–3].
    en ✓ 5: Rivers dry up [2, p. 5].
    en ✗ 5: Rivers dry up [2.15].
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.citation import (
    BROKEN,
    COMMA_PAGE,
    PLAIN,
    SEMICOLON_PAGE,
    Citation,
    find_citations,
    repaired,
    write_citation,
)
from proceedings_editor.language.numbering import LOST
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

_EXAMPLES: Final = {PLAIN: "[2]", SEMICOLON_PAGE: "[2;5]", "colon-page": "[2:5]", "point-page": "[2.5]"}


def _check(scope: PassageScope) -> Iterator[Hit]:
    if "[" not in scope.passage.text and "]" not in scope.passage.text:
        return
    form = scope.template.citations.form
    prose = scope.passage.prose()
    for citation in find_citations(prose, form):
        words = prose[citation.start : citation.end]
        if citation.form == BROKEN:
            if LOST not in words:
                yield _broken(scope, citation, words)
        elif citation.ambiguous and form != SEMICOLON_PAGE:
            yield from _ambiguous(scope, citation, words)
        elif citation.form not in (form, PLAIN):
            yield _other(scope, citation, words)


def _broken(scope: PassageScope, citation: Citation, words: str) -> Hit:
    right = repaired(words)
    message = text("The citation “{words}” cannot be read; it needs both brackets and plain numbers.", words=words)
    return _hit(scope, citation, message, right)


def _ambiguous(scope: PassageScope, citation: Citation, words: str) -> Iterator[Hit]:
    """`[2; 5]` with a space is the standard's form of two sources."""
    form, language = scope.template.citations.form, scope.passage.language
    if "; " in words:
        return
    first, _, place = words.strip("[] ").partition(";")
    right = write_citation([((int(first),), place.strip())], COMMA_PAGE if form == PLAIN else form, language)
    message = text("“{words}” may mean a page of source {number} or two sources.", words=words, number=first)
    yield _hit(scope, citation, message, right)


def _other(scope: PassageScope, citation: Citation, words: str) -> Hit:
    form, language = scope.template.citations.form, scope.passage.language
    right = write_citation([(part.numbers, part.locator) for part in citation.parts], form, language)
    example = _EXAMPLES.get(form) or write_citation([((2,), "5")], form, language)
    message = text("The template wants citations like “{example}”, here is “{words}”.", example=example, words=words)
    return _hit(scope, citation, message, right)


def _hit(scope: PassageScope, citation: Citation, message: Text, right: str) -> Hit:
    fix = None
    if right:
        fix = scope.fix(citation.start, citation.end, right, text("Write “{right}”", right=right), safe=False)
    return scope.hit(citation.start, citation.end, message, fix)


RULE = Rule(code="CITE004", severity="warning", manual=__doc__, passage=_check, about=frozenset({"body"}))
