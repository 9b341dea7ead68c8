"""A Kazakh patronymic is not written as one word.

What:
    The Kazakh endings «ұлы» and «қызы» are joined to the father's name and written small. The Russian-typed endings
    «улы» and «кызы» and Russian patronymics stay as they are, because they stand so in the identity document.

Why:
    The rules of Kazakh names join them, and a separate ending is taken for a word of its own: the author's initials and
    the index go wrong.

How to fix:
    The joined form is proposed. If the identity document has it otherwise, ignore the finding.

Examples:
    kk ✓ Болатқызы
    kk ✗ Болат қызы
    kk ✗ Болат-ұлы
    kk ✗ БолатҚызы
    ru ✓ Болатовна
    ru ✓ Болат кызы
    any ✓ Б.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.person import keys_of
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import text

_PATRONYMIC: Final = re.compile(r"([^\W\d_]{2,})[\s‐‑–-]*(ұлы|қызы)", re.IGNORECASE)


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    found = _PATRONYMIC.fullmatch(words)
    if found is None or scope.passage.kind == "reading" or words.isupper():
        return
    right = found[1] + found[2].lower()
    if right != words:
        message = text("The patronymic “{name}” is written as one word: {right}.", name=words, right=right)
        fix = scope.fix(0, len(words), right, text("Write {name}", name=right), safe=False)
        yield scope.hit(0, len(words), message, fix)


RULE = Rule(code="AUTH003", severity="information", manual=__doc__, passage=_check, about=keys_of("patronymic"))
