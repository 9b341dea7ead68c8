"""The check digit of an ISBN is wrong.

What:
    The collection's ISBN has 13 digits (10 in old books), begins with 978 or 979, and its last digit fits the others:
    weights 1 and 3 modulo 10 for 13 digits, weights 10 to 2 modulo 11 with X for ten for 10 digits (ISO 2108). In the
    reference list every number after the word ISBN is checked too; a mistake there is a warning, because some books
    were printed with a wrong one. Hyphens do not matter here.

Why:
    The last digit exists to show a mistyped number. Book chambers, shops and citation databases refuse an ISBN whose
    last digit does not fit.

How to fix:
    Compare the number with the letter of the book chamber that gave it. The right number cannot be computed, because
    nobody knows which digit was mistyped.

Examples:
    any ✓ 978-601-262-587-5
    any ✓ 9786012625875
    any ✓ 5-02-013850-9
    any ✗ 978-601-262-578-5
    any ✗ 978-601-262-587-6
    any ✗ 978-601-262-587
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.identifier import check_isbn, normal_isbn
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope

_LABELLED: Final = re.compile(r"ISBN(?:-1[03])?:?\s?((?:[0-9][\s\u2010-\u2015-]?){9,12}[0-9XxХх](?!\w))")


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if passage.kind == "reference":
        yield from _in_reference(scope)
    elif not (passage.kind == "reading" and normal_isbn(passage.text) == normal_isbn(scope.collection.isbn)):
        fault = check_isbn(passage.text)
        if fault:
            yield scope.hit(0, len(passage.text), fault)


def _in_reference(scope: PassageScope) -> Iterator[Hit]:
    for found in _LABELLED.finditer(scope.passage.text):
        fault = check_isbn(found[1])
        if fault:
            yield scope.hit(found.start(1), found.end(1), fault, severity="warning")


RULE = Rule(
    code="IDN001",
    severity="error",
    manual=__doc__,
    passage=_check,
    about=frozenset({"collection.isbn", "references"}),
)
