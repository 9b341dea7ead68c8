"""The punctuation behind the word “supervisor” is not the template's.

What:
    Where the supervisor's own line begins with the role word, such as “Scientific supervisor”, the sign behind it is
    the one the template prints: usually a colon.

Why:
    All supervisors of the collection are printed alike; the lines that authors worded themselves should look like
    those the template words.

How to fix:
    The template's sign is written at once; no word changes.

Examples:
    kk ✓ Ғылыми жетекшісі: Есенов Қ. Т.
    kk ✗ Ғылыми жетекшісі, Есенов Қ. Т.
    kk ✗ Ғылыми жетекшісі Есенов Қ. Т.
    ru ✓ Научный руководитель: Воронин П. А.
    ru ✗ Научный руководитель – Воронин П. А.
    en ✓ Scientific supervisor: Berg A. N.
    en ✗ Supervisor, Berg A. N.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from proceedings_editor.language.person_word import ROLE, recognise
from proceedings_editor.model.local import LANGUAGES
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.templates.pattern import pieces
from proceedings_editor.texts import text

_BEHIND: Final = re.compile(r"[\s,:;.–—-]*")
_VALUES: Final = ("role", "name", "degree", "academic_title", "post", "department", "organisation", "city", "country")


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.text
    role = next(iter(recognise(words)), None) if scope.passage.kind == "field" else None
    if role is None or role.kind != ROLE or role.span[0] > 0:
        return
    wanted = _behind_role(scope.template.wording.supervisor_line.best(scope.passage.language))
    start = role.span[1]
    found = _BEHIND.match(words, start)
    end = found.end() if found else start
    if not wanted or end == len(words) or words[start:end] == wanted:
        return
    said, right = words[role.span[0] : end].rstrip(), words[role.span[0] : start] + wanted.rstrip()
    message = text("The template writes “{right}”, here it is “{words}”.", right=right, words=said)
    fix = scope.fix(start, end, wanted, text("Write “{right}”", right=right), safe=True)
    yield scope.hit(role.span[0], end, message, fix)


@lru_cache(maxsize=16)
def _behind_role(pattern: str) -> str:
    """Return what the template's pattern puts behind the role, "" where it does not begin with it."""
    found = pieces(pattern, dict.fromkeys(_VALUES, "x"))
    names = [piece.name for piece in found]
    return found[1].text if names[:2] == ["role", ""] else ""


RULE = Rule(
    code="SUPV004",
    severity="information",
    manual=__doc__,
    passage=_check,
    about=frozenset(f"supervisors.line.{language}" for language in LANGUAGES),
)
