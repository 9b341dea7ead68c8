"""An ISSN is wrong.

What:
    The collection's ISSN has the form 1991-3494, and its last sign, a digit or X, fits the others (ISO 3297, modulo
    11). In the reference list every number after the word ISSN is checked too; a mistake there is a warning.

Why:
    Databases find a serial by its ISSN. A mistyped one belongs to another serial or to none.

How to fix:
    Compare the number with the serial's cover; the right one cannot be computed, because nobody knows which digit was
    mistyped. Only a missing hyphen is set at once.

Examples:
    any ✓ 1991-3494
    any ✓ 2434-561X
    any ✗ 1991-3949
    any ✗ 1991-349
    any ✗ 19913494
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.identifier import check_issn, normal_issn, split_label
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.settled import says_the_same
from proceedings_editor.texts import text

_LABELLED: Final = re.compile(r"ISSN:?\s?([0-9]{4}[\u2010-\u2015-]?[0-9]{3}[0-9XxХх])(?!\w)")


def _check(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if passage.kind == "reference":
        yield from _in_reference(scope)
    elif not says_the_same(scope, normal_issn):
        yield from _whole(scope)


def _whole(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    fault, right, bare = check_issn(words), normal_issn(words), split_label(words)[1]
    if fault:
        yield scope.hit(0, len(words), fault)
    elif right != bare:
        start = words.find(bare)
        fix = scope.fix(start, start + len(bare), right, text("Write {right}", right=right), safe=True)
        message = text("The {name} is written in its usual form as {right}.", name="ISSN", right=right)
        yield scope.hit(start, start + len(bare), message, fix)


def _in_reference(scope: PassageScope) -> Iterator[Hit]:
    for found in _LABELLED.finditer(scope.passage.text) if "ISSN" in scope.passage.text else ():
        fault = check_issn(found[1])
        if fault:
            yield scope.hit(found.start(1), found.end(1), fault, severity="warning")


RULE = Rule(
    code="IDN003",
    severity="error",
    manual=__doc__,
    passage=_check,
    about=frozenset({"collection.issn", "references"}),
)
