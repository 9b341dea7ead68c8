"""A reference lacks a part or a mark the standard wants.

What:
    As far as it can be told surely: the author's surname stands first, then the initials; between the areas stands
    “. – ”; before the journal or book that holds the work “ // ”; the place, a colon, the publisher and the year
    follow each other; the year stands alone; a book tells its number of pages, an article its pages. Laws and other
    acts have their own rule.

Why:
    The reader and the databases take a reference apart by these marks (GOST 7.1-2003, GOST R 7.0.5-2008,
    GOST R 7.0.100-2018). With a mark missing the place becomes part of the title, and nothing is found.

How to fix:
    Where only a mark is wrong, the right one is proposed. What is missing only the author can tell; ask for it.

Examples:
    kk ✓ Есенов Қ. Т. Дала сулары / Қ. Т. Есенов. – Алматы : Қазақ университеті, 2002. – 235 б.
    kk ✓ Сандыбек Р. О. Топырақ көміртегі // Дала экологиясы. – 2018. – № 2. – Б. 11–24.
    kk ✗ Дала энциклопедиясы / Бас редактор Қ. Есенов – Алматы «Дала» баспасы, 1998 жыл
    kk ✗ Қ.Т. Есенов. Дала сулары. – Алматы : Дала, 2002. – 235 б.
    ru ✓ Граников Д. О. Снежная мелиорация. – Костанай, 1985. – 88 с.
    ru ✗ Граников Д. О. Снежная мелиорация // Вестник степи. – 1985. – № 3.
    ru ✗ Граников Д. О. Снежная мелиорация//Вестник степи. – 1985. – № 3. – С. 5–7.
    ru ✗ Граников Д. О. Снежная мелиорация // Вестник степи. -1985.- № 3.- С. 5–7.
    en ✓ Orvelin P. D. Snowdrifts // Journal of Dry Steppe Studies. – 2017. – Vol. 4. – P. 60–74.
    en ✗ Peter D. Orvelin Snowdrifts Behind Windbreaks 2017 // https://steppe.example/1
    en ✗ Steppe Water Agreement 1975 // https://steppe.example/agreement
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.language.bibliography import DescriptionFault, check_description
from proceedings_editor.model.edit import ReplaceText, Together
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text


def _check(scope: PassageScope) -> Iterator[Hit]:
    for fault in check_description(scope.passage.text, scope.template.references.standard):
        yield scope.hit(
            fault.start, fault.end, fault.message, _fix(scope, fault), None if fault.grave else "information"
        )


def _fix(scope: PassageScope, fault: DescriptionFault) -> Fix | None:
    """The changes are made from the last to the first, so that their places stay true."""
    if not fault.changes or scope.entry is None:
        return None
    words, begin = scope.passage.text, fault.changes[0][0]
    end = fault.changes[-1][1]
    after = words[begin:end]
    edits = []
    label = text("Write the marks of the standard")
    for start, stop, right in reversed(fault.changes):
        after = after[: start - begin] + right + after[stop - begin :]
        edits.append(ReplaceText(scope.entry.id, scope.passage.at(start, stop), right, label))
    return Fix(Together(tuple(edits), label), safe=False, before=words[begin:end], after=after)


RULE = Rule(
    code="REF003",
    severity="warning",
    manual=__doc__,
    passage=_check,
    about=frozenset({"references"}),
    subject=frozenset({"title", "name"}),
)
