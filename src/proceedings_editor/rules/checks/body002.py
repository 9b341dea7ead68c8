"""A paragraph is very long.

What:
    No paragraph has more characters than the limit, 1200 by default, which is about a third of a printed page.

Why:
    A reader loses the thread in a paragraph without a break, and a page without white space looks like a wall.

How to fix:
    Divide the paragraph where a new thought begins. Put the cursor there and press Enter.

Options:
    most: the greatest number of characters, spaces included.

Examples:
    kk ✓ 1200 ж
    kk ✗ 1201 ж
    ru ✓ 1200 я
    ru ✗ 1201 я
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import plural

_SHOWN = 60
"""Characters that stand for the whole paragraph, so that it is not underlined from end to end."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    most: int = 1200


def _check(scope: PassageScope) -> Iterator[Hit]:
    words, most = scope.passage.text, scope.options.most
    if len(words) > most and scope.passage.kind == "block":
        message = plural(
            "The paragraph has {length} characters, more than {count}; divide it.",
            "The paragraph has {length} characters, more than {count}; divide it.",
            most,
            length=len(words),
        )
        end = words.rfind(" ", 0, _SHOWN)
        yield scope.hit(0, end if end > 0 else _SHOWN, message)


RULE = Rule(
    code="BODY002",
    severity="information",
    manual=__doc__,
    options=Options(),
    passage=_check,
    about=frozenset({"body"}),
)
