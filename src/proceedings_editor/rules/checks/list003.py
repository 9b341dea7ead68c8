"""The numbers of a list do not follow each other.

What:
    The items of a numbered list count 1, 2, 3 … without gap or repetition, in a list of its own as well as inside a
    paragraph (“1) …; 2) …”). A list goes on with the number the list before it ended with, or begins with 1.

Why:
    A gap looks like a lost item, and a reference to item 3 leads to two places or to none.

How to fix:
    The fix counts anew. If an item was lost, ask the author for it first.

Examples:
    kk ✓ 1) көктем; 2) жаз; 3) күз.
    kk ✗ 1) көктем; 3) жаз.
    ru ✓ 1) весна, 2) лето и 3) осень
    ru ✗ 1) весна; 2) лето; 2) осень.
    en ✓ see items 1) and 3)
    en ✗ 1) spring; 2) summer; 4) autumn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from proceedings_editor.model.edit import ReplaceText, SetMarker, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.lists import FoundList, lists_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import text

_INLINE: Final = re.compile(
    r"(?:^|(?<=[;:,.])\s|(?<=\s)(?:және|әрі|и|а также|and|or|или|немесе)\s)\(?([1-9][0-9]?)\)"
    r"(?!\s*(?:және|әрі|и|немесе|или|and|or|тармақ\w*|пункт\w*|подпункт\w*|абзац\w*|items?)(?!\w))(?=\s*[^\W\d_«“„])"
)
"""A number with a bracket where an item may begin: behind a mark or a conjunction, words behind it."""
_LARGEST: Final = 99
"""A larger number before a paragraph is a year."""
_TYPED: Final = re.compile(r"\W*([0-9]{1,4})\W*")


def _check_lists(scope: EntryScope) -> Iterator[Hit]:
    reached: dict[tuple[int, ...], int] = {}
    for one in lists_of(scope):
        if not one.block.ordered or one.block.start > _LARGEST:
            continue
        above = one.path[:-1]
        yield from _gap_inside(scope, one)
        start, before = one.block.start, reached.get(above, 0)
        if start not in (1, before + 1):
            yield _wrong_start(scope, one, before)
        reached[above] = start + len(one.block.items) - 1


def _gap_inside(scope: EntryScope, one: FoundList) -> Iterator[Hit]:
    """An item keeps the number typed only where that does not follow."""
    for index, item in enumerate(one.block.items):
        typed, right = _TYPED.fullmatch(item.marker), one.block.start + index
        if typed and int(typed[1]) != right:
            message = text("The list counts {typed} where {right} follows.", typed=typed[1], right=right)
            label = text("Count the items of the list anew")
            fix = Fix(SetMarker(scope.entry.id, (one.path,), "", label), True, item.marker, str(right))
            yield Hit(*one.first_words(index), message, fix)
            return


def _wrong_start(scope: EntryScope, one: FoundList, before: int) -> Hit:
    right, start = before + 1, one.block.start
    message = text("The list begins with {start}, but {right} follows.", start=start, right=right)
    label = text("Begin the list with {right}", right=right)
    fix = Fix(SetMarker(scope.entry.id, (one.path,), "", label, right), True, str(start), str(right))
    return Hit(*one.first_words(0), message, fix)


def _check_text(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    if "1)" not in words:
        return
    for run in _runs(list(_INLINE.finditer(scope.passage.prose()))):
        numbers = [int(found[1]) for found in run]
        odd = next((index for index, number in enumerate(numbers) if number != index + 1), 0)
        if odd:
            found = run[odd]
            message = text("The list counts {typed} where {right} follows.", typed=numbers[odd], right=odd + 1)
            yield scope.hit(found.start(1), found.end(1), message, _counted_anew(scope, run))


def _runs(found: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of numbers that begin with 1 and have a second number."""
    starts = [index for index, one in enumerate(found) if one[1] == "1"]
    for start, end in pairwise([*starts, len(found)]):
        if end - start > 1:
            yield found[start:end]


def _counted_anew(scope: PassageScope, run: list[re.Match[str]]) -> Fix | None:
    """Numbers change from the last to the first, so that places stay true."""
    if scope.entry is None or scope.passage.kind not in ("block", "reference"):
        return None
    label = text("Count the items of the list anew")
    edits = tuple(
        ReplaceText(
            scope.entry.id,
            Place(block=scope.passage.place.block, start=found.start(1), end=found.end(1)),
            str(number),
            label,
        )
        for number, found in reversed(list(enumerate(run, 1)))
        if found[1] != str(number)
    )
    before, after = (
        ", ".join(f"{number})" for number in numbers) for numbers in ([one[1] for one in run], range(1, len(run) + 1))
    )
    return Fix(Together(edits, label), True, before, after)


RULE = Rule(
    code="LIST003",
    severity="warning",
    manual=__doc__,
    passage=_check_text,
    about=frozenset({"body"}),
    entry=_check_lists,
)
