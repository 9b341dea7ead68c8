"""An item of the reference list is never cited.

What:
    Every item of the reference list is cited at least once in the article, in its captions or in its notes. Ranges
    such as “[3–5]” cite every number in them.

Why:
    Most conferences and citation databases allow only sources that the article really uses; an item nobody cites is
    left over from an earlier version or the citation was lost.

How to fix:
    Cite the source where it was used, or take it out of the list; the numbers in the article then follow.

Examples:
    kk ✓ 2: Дала өзендері көктемде тасиды [1]. Жазда суы азаяды [2].
    kk ✗ 2: Дала өзендері көктемде тасиды [1].
    ru ✓ 3: Степные реки разливаются весной [1–3].
    ru ✗ 3: Степные реки разливаются весной [1, 3].
    en ✓ 2: Steppe rivers flood in spring [1, p. 5; 2, p. 7].
    en ✗ 2: Steppe rivers flood in spring [2, p. 1].
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.model.body import plain_text
from proceedings_editor.model.place import Place
from proceedings_editor.rules.citing import cited_numbers
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import plural, text


def _check(scope: EntryScope) -> Iterator[Hit]:
    cited = cited_numbers(scope.passages, scope.template.citations.form)
    count = len(scope.entry.references)
    if not cited and count > 1:
        message = plural(
            "The article cites none of its {count} source; cite it where it was used.",
            "The article cites none of its {count} sources; cite each where it was used.",
            count,
        )
        yield Hit(Place(field="references"), "", message)
        return
    for index, reference in enumerate(scope.entry.references):
        if index + 1 not in cited:
            words = plain_text(reference.text)
            message = text(
                "Item {number} of the reference list is not cited in the article; cite it where it was used, or take "
                "it out.",
                number=index + 1,
            )
            yield Hit(Place(field=f"references.{index}", end=len(words)), words, message)


RULE = Rule(code="CITE002", severity="warning", manual=__doc__, entry=_check)
