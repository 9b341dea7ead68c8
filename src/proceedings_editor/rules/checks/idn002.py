"""The hyphens of the ISBN stand in the wrong places.

What:
    The collection's ISBN is divided as the ISBN agency has given out its numbers: prefix, country or language group,
    publisher, book, check digit. Kazakhstan has the groups 978-601 and 978-9965. An ISBN with a wrong check digit is
    the matter of IDN001 and not judged here.

Why:
    The hyphens tell who published the book. Book chambers and libraries print and compare the number with them.

How to fix:
    The hyphens are set at once. Where the agency has given out no such range, compare the number with the letter of
    the book chamber.

Examples:
    any ✓ 978-601-262-587-5
    any ✓ 5-02-013850-9
    any ✗ 978-60-1262-587-5
    any ✗ 9786012625875
    any ✗ 979-099999999-7
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.identifier import check_isbn, in_known_isbn_range, normal_isbn, split_label
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.rules.settled import says_the_same
from proceedings_editor.texts import text

_ISBN: Final = "collection.isbn"


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    if says_the_same(scope, normal_isbn) or check_isbn(words) is not None:
        return
    right, bare = normal_isbn(words), split_label(words)[1]
    start, end = words.find(bare), words.find(bare) + len(bare)
    if not in_known_isbn_range(words):
        message = text("The ISBN agency has given out no numbers like {isbn}; compare it with its source.", isbn=bare)
        yield scope.hit(start, end, message)
    elif right != bare:
        message = text("The ISBN {isbn} is divided as {right}.", isbn=bare, right=right)
        fix = scope.fix(start, end, right, text("Write {right}", right=right), safe=True)
        yield scope.hit(start, end, message, fix)


RULE = Rule(code="IDN002", severity="warning", manual=__doc__, passage=_check, about=frozenset({_ISBN}))
