"""The items of a list end differently or without a mark.

What:
    The items of a list of short phrases end with a semicolon and the last one with a full stop, or all items end with
    full stops. The words that lead to the list end with a colon. Lists whose items hold more than one paragraph are
    not looked at.

Why:
    A list is a sentence, or a row of sentences, and is read with its marks. Without them nobody sees whether the last
    item is the end.

How to fix:
    The missing marks are proposed: semicolons and a last full stop, or full stops where items are sentences.

Examples:
    kk ✓ – көктем; – жаз; – күз.
    kk ✗ – көктем – жаз – күз
    ru ✓ – Наступает весна. – Приходит лето.
    ru ✗ – весна; – лето. – осень;
    en ✓ – spring, – summer, – autumn.
    en ✗ – spring – summer
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.model.body import Paragraph, plain_text
from proceedings_editor.model.edit import Edit, ReplaceText, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.lists import FoundList, lists_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural, text

_BARE: Final = re.compile(r"[\w)»”\]%°]$")
_SENTENCES: Final = re.compile(r"[^\W\d_]{4,}[.!?]\s+[^\W\d_a-zа-яёәғқңөұүһі]")
"""A stop inside an item and a capital behind it: the item is more than a phrase."""
_END: Final = ".!?…"
_MIDDLE: Final = ";,"


def _check(scope: EntryScope) -> Iterator[Hit]:
    for one in lists_of(scope):
        words = [one.words(index).rstrip() for index in range(len(one.block.items))]
        if len(words) < 2 or not all(words) or any(len(item.blocks) != 1 for item in one.block.items):
            continue
        yield from _ends(scope, one, words)
        yield from _lead(scope, one)


def _ends(scope: EntryScope, one: FoundList, words: list[str]) -> Iterator[Hit]:
    wanted = _wanted(words, _goes_on(one))
    wrong = [index for index, item in enumerate(words) if not _fits(item, wanted[index])]
    if not wrong:
        return
    label = text("Set the marks at the ends of the items")
    edits: list[Edit] = [
        ReplaceText(scope.entry.id, place, mark, label)
        for place, mark in (_change(one, index, wanted[index]) for index in wrong)
    ]
    first = wrong[0]
    message = plural(
        "{count} item of the list lacks the right mark at its end (“;” or “.”).",
        "{count} items of the list lack the right mark at their end (“;” or “.”).",
        len(wrong),
    )
    fix = Fix(
        Together(tuple(edits), label),
        safe=False,
        before=words[first],
        after=words[first].rstrip(_MIDDLE + ".") + wanted[first][0],
    )
    place = replace(one.first_words(first)[0], end=len(words[first]))
    yield Hit(place, words[first], message, fix)


def _wanted(words: list[str], goes_on: bool) -> list[str]:
    """Return the marks that fit each item, the one to propose first; the last is free where the sentence goes on."""
    stops = sum(item[-1] in _END for item in words[:-1])
    middles = [item[-1] for item in words[:-1] if item[-1] in _MIDDLE]
    if stops > len(middles) or (not middles and any(map(_SENTENCES.search, words))):
        return [_END] * len(words)
    middle = max(_MIDDLE, key=lambda mark: (middles.count(mark), mark == ";"))
    return [*([middle] * (len(words) - 1)), _END + _MIDDLE if goes_on else _END]


def _goes_on(one: FoundList) -> bool:
    words = plain_text(one.after.text) if isinstance(one.after, Paragraph) else ""
    return words[:1].islower()


def _fits(item: str, marks: str) -> bool:
    return item[-1] in marks or item[-1] in "?!:"


def _change(one: FoundList, index: int, marks: str) -> tuple[Place, str]:
    """Return what is replaced and by which mark: a wrong mark, or the place behind a bare word."""
    words = one.words(index)
    bare = words.rstrip()
    wrong = not _BARE.search(bare) and bare[-1] in ".;,"
    place, _ = one.first_words(index)
    return Place(block=place.block, start=len(bare) - wrong, end=len(words)), marks[0]


def _lead(scope: EntryScope, one: FoundList) -> Iterator[Hit]:
    if not isinstance(one.before, Paragraph):
        return
    words = plain_text(one.before.text).rstrip()
    if not words or not re.search(r"\w$", words):
        return
    path = (*one.path[:-1], one.path[-1] - 1)
    place = Place(block=path, start=len(words), end=len(words))
    message: Text = text("The words before the list end without a mark; put a colon there.")
    label = text("Put a colon before the list")
    last = words.split()[-1]
    fix = Fix(ReplaceText(scope.entry.id, place, ":", label), safe=False, before=last, after=f"{last}:")
    yield Hit(Place(block=path, start=len(words) - len(last), end=len(words)), last, message, fix)


RULE = Rule(code="LIST002", severity="information", manual=__doc__, entry=_check)
