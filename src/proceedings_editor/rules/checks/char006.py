"""Doubled, leading and trailing spaces; tabs.

What:
    Words are parted by one space; no text begins or ends with one, also at a forced line break. Tabs stand nowhere.

Why:
    Doubled spaces show as holes in justified lines, and spaces and tabs at the edges shift centred lines and indents.
    What a space or tab was meant for is the template's task.

How to fix:
    They are taken out, or become one space, at once.

Examples:
    kk ✓ Дала өзені
    kk ✗ Дала  өзені
    ru ✓ Степная река
    ru ✗ Степная река  и озеро
    en ✓ Steppe rivers
    en ✗ Steppe   rivers
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.protected import Protection, whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

_NO_BREAK: Final = "\u00a0"
_SPACES: Final = re.compile(r"[^\S\n]{2,}|\t|^[^\S\n]|(?<=\n)[^\S\n]|[^\S\n](?=\n|\Z)")
_BEFORE: Final = re.compile(r"[^\s\ufffc]{1,40}\Z")
_AFTER: Final = re.compile(r"[^\s\ufffc]{1,40}")
_EVERYWHERE: Final[frozenset[Protection]] = frozenset({"quotation", "title", "name", "address"})


def _check(scope: PassageScope) -> Iterator[Hit]:
    words = scope.passage.prose()
    if words.isspace() or whole_field(scope.passage):  # codes and addresses have rules of their own
        return
    for found in _SPACES.finditer(words):
        start, end = found.span()
        at_edge = start == 0 or end == len(words) or words[start - 1] == "\n" or words[end] == "\n"
        right = "" if at_edge else _NO_BREAK if _NO_BREAK in found[0] else " "
        before = _BEFORE.search(words[max(0, start - 40) : start])
        after = _AFTER.match(words, end)
        first, last = start - len(before[0] if before else ""), end + len(after[0] if after else "")
        fix = scope.fixes(first, last, [(start, end, right)], _label(right), safe=True)
        yield scope.hit(first, last, _message(found[0], at_edge, words[first:last].strip()), fix)


def _message(spaces: str, at_edge: bool, words: str) -> Text:
    if "\t" in spaces:
        return text("There is a tab at “{words}”; a space or nothing is enough.", words=" ".join(words.split()))
    if at_edge:
        return text("There is a needless space at the edge, at “{words}”; take it out.", words=words)
    return text("There is more than one space in “{words}”; leave one.", words=words)


def _label(right: str) -> Text:
    return text("Leave one space") if right else text("Take the spaces out")


RULE = Rule(code="CHAR006", severity="information", manual=__doc__, passage=_check, subject=_EVERYWHERE)
