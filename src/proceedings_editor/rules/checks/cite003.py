"""The sources are not numbered in the order the template wants.

What:
    With “order: citation” in the template the sources get their numbers as they are first cited: [1], then [2], then
    [3]. With “order: alphabet” the list follows the alphabet, sources in Cyrillic before those in Latin letters, and
    the numbers in the text may come in any order. Laws at the head of such a list may stand apart.

Why:
    A reader finds the source by its number or by its author. Editors of proceedings send a list in another order back.

How to fix:
    Giving the sources new numbers is proposed: the list and every citation in the article change in one step. Sources
    nobody cites come last.

Examples:
    kk ✓ 3: Өзендер тасиды [1]. Су азаяды [2, 3]. Тағы [1].
    kk ✗ 3: Өзендер тасиды [1]. Су азаяды [3]. Көл кебеді [2].
    ru ✓ 3: Реки разливаются [1–3].
    ru ✗ 2: Реки разливаются [2], потом мелеют [1].
    en ✓ 2: Rivers flood [1] and dry up [2].
    en ✗ 2: Rivers flood [2] and dry up [1].
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from proceedings_editor.model.body import plain_text
from proceedings_editor.model.edit import ReorderReferences
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.citing import ALPHABET, alphabet_keys, first_uses, order_of_alphabet, order_of_citing
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, text


def _check(scope: EntryScope) -> Iterator[Hit]:
    if len(scope.entry.references) < 2:
        return
    yield from _by_alphabet(scope) if scope.template.citations.order == ALPHABET else _by_citation(scope)


def _by_citation(scope: EntryScope) -> Iterator[Hit]:
    """Only the first citation out of order is reported, because renumbering mends them all."""
    count = len(scope.entry.references)
    uses = [use for use in first_uses(scope.passages, scope.template.citations.form) if use.number <= count]
    for before, use in pairwise(uses):
        if use.number < before.number:
            message = text(
                "Source {number} is first cited behind source {before}; number the sources as they are cited.",
                number=use.number,
                before=before.number,
            )
            start, end = use.citation.start, use.citation.end
            fix = _fix(scope, order_of_citing(uses, count), use.number, before.number)
            yield Hit(use.passage.at(start, end), use.passage.text[start:end], message, fix)
            return


def _by_alphabet(scope: EntryScope) -> Iterator[Hit]:
    keys = alphabet_keys(scope.entry.references)
    for index, (before, key) in enumerate(pairwise(keys), start=1):
        if key < before:
            order = order_of_alphabet(keys)
            words = plain_text(scope.entry.references[index].text)
            message = text("Item {number} of the reference list does not stand in the alphabet.", number=index + 1)
            place = Place(field=f"references.{index}", end=len(words))
            yield Hit(place, words, message, _fix(scope, order, index + 1, order.index(index) + 1))
            return


def _fix(scope: EntryScope, order: tuple[int, ...], before: int, after: int) -> Fix:
    label: Text = text("Number the sources anew, in the list and in the text")
    edit = ReorderReferences(scope.entry.id, order, label, Place(field="references"))
    return Fix(edit, safe=False, before=f"[{before}]", after=f"[{after}]")


RULE = Rule(code="CITE003", severity="warning", manual=__doc__, entry=_check)
