"""There are too many or too few authors, or one of them twice.

What:
    The number of authors is within the template's limits, and nobody stands in the list twice. Two names are one
    person when they are the same as people compare them, or one is the short form of the other and the e-mail or the
    ORCID iD is the same.

Why:
    Conferences limit the authors of an article. A person named twice gets two certificates and two lines in the index.

How to fix:
    Ask the authors who stays, or take the second one out. A limit is changed in the template: “authors:” under
    “limits:”.

Examples:
    any ✓ 3
    any ✓ 1
    any ✗ 6
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from proceedings_editor.language.name_likeness import name_likeness
from proceedings_editor.model.person import Author
from proceedings_editor.model.place import Place
from proceedings_editor.rules.person import name_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text


def _check(scope: EntryScope) -> Iterator[Hit]:
    authors, limit = scope.entry.authors, scope.template.limits.authors
    count = len(authors)
    if limit.most and count > limit.most:
        message = plural(
            "The template allows {count} author, but there are {number}.",
            "The template allows {count} authors, but there are {number}.",
            limit.most,
            number=count,
        )
        yield _hit(authors[limit.most], limit.most, message)
    if count < limit.least:
        message = plural(
            "The template wants at least {count} author, but there are {number}.",
            "The template wants at least {count} authors, but there are {number}.",
            limit.least,
            number=count,
        )
        yield Hit(Place(field="authors"), "", message)
    for (_, first), (index, second) in combinations(enumerate(authors), 2):
        if _is_one_person(first, second):
            message = text("{name} stands among the authors twice; take one out.", name=second.full_name)
            yield _hit(second, index, message)


def _hit(author: Author, index: int, message: Text) -> Hit:
    return Hit(Place(field=f"authors.{index}.surname", end=len(author.surname)), author.surname, message)


def _is_one_person(first: Author, second: Author) -> bool:
    if not first.surname or not second.surname:
        return False
    likeness = name_likeness(name_of(first), name_of(second))
    tied = any(getattr(first, key) and getattr(first, key) == getattr(second, key) for key in ("email", "orcid"))
    apart = first.orcid and second.orcid and first.orcid != second.orcid
    return (likeness == "same" and not apart) or (likeness == "abbreviated" and tied)


RULE = Rule(code="AUTH004", severity="warning", manual=__doc__, entry=_check)
