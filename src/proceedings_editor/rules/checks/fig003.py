"""A picture has no alternative text.

What:
    Every figure tells in words what its picture shows, for those who cannot see it.

Why:
    The PDF of the collection is made for everybody (PDF/UA-1): a screen reader reads these words in place of the
    picture. The number and the caption alone say too little.

How to fix:
    Write in one sentence what is seen: the kind of picture, what is on its axes, what changes. The caption is proposed
    as a beginning.

Examples:
    kk ✓ Дала өзенінің фотосуреті: құрғақ арна, жағасында талдар
    kk ✗ (жоқ)
    ru ✓ График: уровень воды падает с 2,1 м в апреле до 0,3 м в августе
    ru ✗ (нет)
"""

from __future__ import annotations

from collections.abc import Iterator

from proceedings_editor.model.body import OBJECT, Figure, plain_text
from proceedings_editor.model.edit import SetBlockFact
from proceedings_editor.model.finding import Fix
from proceedings_editor.model.place import Place
from proceedings_editor.model.walk import walk
from proceedings_editor.rules.no_figure import is_no_figure
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import text


def _check(scope: EntryScope) -> Iterator[Hit]:
    for path, block in walk(scope.entry.body):
        if isinstance(block, Figure) and not block.alt.strip() and not is_no_figure(scope, block):
            words = plain_text(block.caption)
            caption = " ".join(words.replace(OBJECT, " ").split())
            edit = SetBlockFact(
                scope.entry.id, Place(block=path), "alt", caption, text("Take the caption as alternative text")
            )
            fix = Fix(edit, safe=False, before="", after=caption) if caption else None
            yield Hit(
                Place(block=path, end=len(words)),
                words,
                text("The picture has no alternative text; say in a sentence what it shows."),
                fix,
            )


RULE = Rule(code="FIG003", severity="warning", manual=__doc__, entry=_check, for_author=False)
