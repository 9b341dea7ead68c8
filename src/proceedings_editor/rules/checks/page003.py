"""The article is longer or shorter than the conference accepts.

What:
    Pages, characters and words of the article stay within the limits of the template (“limits: pages, characters,
    words”). Pages are those of the layout and only told when the article was laid out; characters with spaces and
    words are those of the text without references.

Why:
    The call names the volume, and pages beyond it cost the conference money or are not printed.

How to fix:
    Ask the author to shorten or to complete the article, or change the limit in the template.

Examples:
    any ✓ 4 of 3–5
    any ✓ 3 of 3–5
    any ✗ 9 of 3–5
    any ✗ 2 of 3–5
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from proceedings_editor.model.body import OBJECT
from proceedings_editor.model.place import Place
from proceedings_editor.model.template.requirement import Range
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, plural

_BODY: Final = "body"
_WORD: Final = re.compile(r"\w+(?:[-‑’']\w+)*")


def _check(scope: EntryScope) -> Iterator[Hit]:
    limits = scope.template.limits
    if pages := scope.facts.pages.get(scope.entry.id, 0):
        yield from _beyond("pages", pages, limits.pages)
    if limits.characters == limits.words == Range():
        return
    texts = [passage.text.replace(OBJECT, "") for passage in scope.passages if passage.key == _BODY]
    if texts:
        yield from _beyond("characters", sum(map(len, texts)), limits.characters)
        yield from _beyond("words", sum(len(_WORD.findall(words)) for words in texts), limits.words)


def _beyond(kind: str, count: int, limit: Range) -> Iterator[Hit]:
    if limit.most and count > limit.most:
        yield Hit(Place(field=_BODY), str(count), _TOO_MANY[kind](count, limit.most))
    elif count < limit.least:
        yield Hit(Place(field=_BODY), str(count), _TOO_FEW[kind](count, limit.least))


_TOO_MANY: Final[Mapping[str, Callable[[int, int], Text]]] = {
    "pages": lambda count, most: plural(
        "The article has {count} page; at most {most} are accepted.",
        "The article has {count} pages; at most {most} are accepted.",
        count,
        most=most,
    ),
    "characters": lambda count, most: plural(
        "The text has {count} character with spaces; at most {most} are accepted.",
        "The text has {count} characters with spaces; at most {most} are accepted.",
        count,
        most=most,
    ),
    "words": lambda count, most: plural(
        "The text has {count} word; at most {most} are accepted.",
        "The text has {count} words; at most {most} are accepted.",
        count,
        most=most,
    ),
}
_TOO_FEW: Final[Mapping[str, Callable[[int, int], Text]]] = {
    "pages": lambda count, least: plural(
        "The article has only {count} page; at least {least} are wanted.",
        "The article has only {count} pages; at least {least} are wanted.",
        count,
        least=least,
    ),
    "characters": lambda count, least: plural(
        "The text has only {count} character with spaces; at least {least} are wanted.",
        "The text has only {count} characters with spaces; at least {least} are wanted.",
        count,
        least=least,
    ),
    "words": lambda count, least: plural(
        "The text has only {count} word; at least {least} are wanted.",
        "The text has only {count} words; at least {least} are wanted.",
        count,
        least=least,
    ),
}


RULE = Rule(code="PAGE003", severity="warning", manual=__doc__, entry=_check)
