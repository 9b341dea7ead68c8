"""The reference list has a faulty item or not the right length.

What:
    No item is empty, none stands twice, none has a number typed before it, and the list has as many items as the
    template allows. Whether there has to be a list is said by META001, its heading by META005.

Why:
    The program numbers the list itself: a typed number would be printed twice. An item that stands twice has two
    numbers, and readers take it for two sources.

How to fix:
    Taking out the empty item or the second copy is proposed, and the citations follow; for a typed number, taking it
    away. For a list that is too long or too short ask the author.

Examples:
    kk ✓ Есенов Қ. Т. Дала сулары. – Алматы : Дала, 2020. – 120 б. ¶ Степные реки. – 2019.
    kk ✗ Есенов Қ. Т. Дала сулары. – Алматы : Дала, 2020. ¶ Есенов Қ.Т. Дала сулары. – Алматы: Дала, 2020.
    ru ✓ 100 лет степной науке. – Алматы : Дала, 2020. – 120 с.
    ru ✗ 1. Степные реки. – 2019.
    ru ✗ [2] Степные реки. – 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.language.folding import skeleton
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.edit import Edit, MergeReferences, ReorderReferences, ReplaceText
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

_LIST: Final = "references"
_TYPED: Final = re.compile(r"\s*(?:\[[0-9]{1,3}\][.)]?|[0-9]{1,3}[.)](?![0-9]))\s*(?=[^\W\d_]|[«“\"])")


def _check(scope: EntryScope) -> Iterator[Hit]:
    words = [plain_text(reference.text) for reference in scope.entry.references]
    if not words:
        return
    yield from _length(scope, len(words))
    seen: dict[str, int] = {}
    for index, item in enumerate(words):
        bare = skeleton(_TYPED.sub("", item, count=1))
        if not bare:
            yield _empty(scope, index, item)
            continue
        first = seen.setdefault(bare, index)
        if first != index:
            yield _twice(scope, first, index, item)
        elif typed := _TYPED.match(item):
            yield _typed(scope, index, typed)


def _length(scope: EntryScope, count: int) -> Iterator[Hit]:
    limits = scope.template.limits.references
    if limits.least and count < limits.least:
        message = plural(
            "The reference list has {count} item; the template wants at least {least}.",
            "The reference list has {count} items; the template wants at least {least}.",
            count,
            least=limits.least,
        )
        yield Hit(Place(field=_LIST), "", message)
    if limits.most and count > limits.most:
        message = plural(
            "The reference list has {count} item; the template allows at most {most}.",
            "The reference list has {count} items; the template allows at most {most}.",
            count,
            most=limits.most,
        )
        yield Hit(Place(field=_LIST), "", message)


def _empty(scope: EntryScope, index: int, item: str) -> Hit:
    order = tuple(other for other in range(len(scope.entry.references)) if other != index)
    edit = ReorderReferences(scope.entry.id, order, text("Take the empty item out"), Place(field=_LIST))
    return _hit(index, item, text("Item {number} of the reference list is empty.", number=index + 1), edit, "")


def _twice(scope: EntryScope, first: int, index: int, item: str) -> Hit:
    label = text("Cite source {number} for both", number=first + 1)
    edit = MergeReferences(scope.entry.id, first, index, label, Place(field=_LIST))
    message = text(
        "Items {first} and {second} of the reference list are the same source.", first=first + 1, second=index + 1
    )
    return _hit(index, item, message, edit, plain_text(scope.entry.references[first].text))


def _typed(scope: EntryScope, index: int, typed: re.Match[str]) -> Hit:
    place = Place(field=f"{_LIST}.{index}", end=typed.end())
    edit = ReplaceText(scope.entry.id, place, "", text("Take the typed number away"))
    message = text("The item has a typed number; the program prints the number itself.")
    return Hit(place, typed[0], message, Fix(edit, safe=False, before=typed[0], after=""))


def _hit(index: int, item: str, message: Text, edit: Edit, after: str) -> Hit:
    place = Place(field=f"{_LIST}.{index}", end=len(item))
    return Hit(place, item, message, Fix(edit, safe=False, before=item, after=after))


RULE = Rule(code="REF001", severity="error", manual=__doc__, entry=_check, subject=frozenset({"title"}))
