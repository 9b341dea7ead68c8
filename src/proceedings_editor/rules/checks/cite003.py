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
from typing import Final

from proceedings_editor.language.alphabet import script_of, sort_key
from proceedings_editor.language.citation import SEMICOLON_PAGE, Citation, find_citations
from proceedings_editor.language.legal_act import is_act
from proceedings_editor.model.body import plain_text
from proceedings_editor.model.edit import ReorderReferences
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, text

LATIN: Final = "Latin"


def _check(scope: EntryScope) -> Iterator[Hit]:
    if len(scope.entry.references) < 2:
        return
    yield from _by_alphabet(scope) if scope.template.citations.order == "alphabet" else _by_citation(scope)


def _by_citation(scope: EntryScope) -> Iterator[Hit]:
    """Only the first citation out of order is reported, because renumbering mends them all."""
    first = _first_uses(scope)
    for (before, _, _), (number, passage, citation) in pairwise(first):
        if number < before:
            message = text(
                "Source {number} is first cited behind source {before}; number the sources as they are cited.",
                number=number,
                before=before,
            )
            words = passage.text[citation.start : citation.end]
            order = [number - 1 for number, _, _ in first]
            yield Hit(passage.at(citation.start, citation.end), words, message, _fix(scope, order, number, before))
            return


def _first_uses(scope: EntryScope) -> list[tuple[int, Passage, Citation]]:
    form, last = scope.template.citations.form, len(scope.entry.references)
    seen: dict[int, tuple[int, Passage, Citation]] = {}
    for passage in scope.passages:
        if passage.key == "body":
            for citation in find_citations(passage.prose(), form):
                for number in sorted(_certain(passage, citation, form)):
                    if number <= last:
                        seen.setdefault(number, (number, passage, citation))
    return list(seen.values())


def _certain(passage: Passage, citation: Citation, form: str) -> tuple[int, ...]:
    """The sources cited; of “[2;5]” without a space only the first may be one."""
    doubtful = citation.ambiguous and form != SEMICOLON_PAGE and "; " not in passage.text[citation.start : citation.end]
    return citation.sources[:1] if doubtful else citation.sources


def _by_alphabet(scope: EntryScope) -> Iterator[Hit]:
    words = [plain_text(reference.text).strip() for reference in scope.entry.references]
    apart = next((index for index, item in enumerate(words) if not is_act(item)), len(words))
    keys = [(0, ()) if index < apart else _key(item) for index, item in enumerate(words)]
    for index, (before, key) in enumerate(pairwise(keys), start=1):
        if key < before:
            order = sorted(range(len(words)), key=keys.__getitem__)
            message = text("Item {number} of the reference list does not stand in the alphabet.", number=index + 1)
            place = Place(field=f"references.{index}", end=len(words[index]))
            yield Hit(place, words[index], message, _fix(scope, order, index + 1, order.index(index) + 1))
            return


def _key(words: str) -> tuple[int, object]:
    letter = next((char for char in words if char.isalpha()), "")
    return (2 if script_of(letter) == LATIN else 1, sort_key(words))


def _fix(scope: EntryScope, order: list[int], before: int, after: int) -> Fix:
    cited = dict.fromkeys(order)
    whole = (*cited, *(index for index in range(len(scope.entry.references)) if index not in cited))
    label: Text = text("Number the sources anew, in the list and in the text")
    edit = ReorderReferences(scope.entry.id, whole, label, Place(field="references"))
    return Fix(edit, safe=False, before=f"[{before}]", after=f"[{after}]")


RULE = Rule(code="CITE003", severity="warning", manual=__doc__, entry=_check)
