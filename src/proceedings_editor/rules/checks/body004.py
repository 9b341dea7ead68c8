"""A sentence has no mark at its end.

What:
    Behind a closing bracket or quotation mark stands a full stop before a word that can only begin a sentence (“Бұл”,
    “Однако”, “The”). The stop of an abbreviation inside the brackets is not the sentence's.

Why:
    Two sentences run into one, and the reader goes back to find where the first one ended.

How to fix:
    A full stop behind the bracket or quotation mark is proposed. Where the sentence goes on, write the word small.

Examples:
    kk ✓ Жоба аяқталды (2014–2016 жж.). Бұл жоба маңызды.
    kk ✓ Ол «Дала» (1998) Халықаралық сыйлығын алды.
    kk ✗ Жоба аяқталды (2014–2016 жж.) Аталған жоба маңызды.
    ru ✓ Проект закрыт (см. рис. 1). Он был важен.
    ru ✗ Проект закрыт (2014–2016 гг.) Однако данные остались.
    en ✗ The project was closed (2014–2016) However, the data remained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from proceedings_editor.language.word_list import rows
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_CLOSED: Final = re.compile(
    r"(?P<inside>\([^()\n]*|«[^«»\n]*|“[^“”\n]*)(?P<mark>[)»”])[ \u00a0](?P<word>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*)"
)
_ENDED: Final = (".", "!", "?", "…")


def _check(scope: PassageScope) -> Iterator[Hit]:
    prose = scope.passage.prose()
    if ") " not in prose and "» " not in prose and "” " not in prose:
        return
    for found in _CLOSED.finditer(prose):
        if found["word"] in _openers() and not _is_sentence(prose, found):
            place = found.end("mark")
            label = text("Write a full stop behind “{mark}”", mark=found["mark"])
            fix = scope.fix(place, place, ".", label, safe=False)
            shown = prose[place - 1 : found.end()]
            if fix is not None:
                fix = replace(fix, before=shown, after=f"{found['mark']}.{shown[1:]}")
            message = text("Before “{word}” a sentence ends without a full stop.", word=found["word"])
            yield scope.hit(place - 1, found.end(), message, fix)


def _is_sentence(prose: str, found: re.Match[str]) -> bool:
    """Whether what is bracketed or quoted is a sentence of its own and has its mark."""
    inside = found["inside"].rstrip()
    if not inside.endswith(_ENDED):
        return False
    before = prose[: found.start()].rstrip()
    return not inside.startswith("(") or not before or before.endswith(_ENDED)


@cache
def _openers() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("sentence_openers"))


RULE = Rule(code="BODY004", severity="information", manual=__doc__, passage=_check, about=frozenset({"body"}))
