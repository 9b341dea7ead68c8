"""A citation touches the word before it, or the full stop stands on its wrong side.

What:
    Before “[” stands a space. The sentence's full stop stands behind “]”, not before “[”. A paragraph that ends with
    a citation ends with a full stop.

Why:
    “акт[3].” may be torn at the line's end in the wrong place, and with the stop before the bracket nobody knows which
    sentence the source belongs to.

How to fix:
    The space is written and the stop moved at once. The stop of an abbreviation (“т.б. [3]”) stays where it is.

Examples:
    kk ✓ Бұл нормативтік акт [3]. Келесі сөйлем.
    kk ✗ Бұл нормативтік акт[3]. Келесі сөйлем.
    kk ✗ Бұл нормативтік акт. [3] Келесі сөйлем.
    ru ✓ Это нормативный акт [3], а не закон.
    ru ✗ Это нормативный акт[3], а не закон.
    ru ✗ Это нормативный акт.[3]
    en ✓ This is a legal act [3].
    en ✗ This is a legal act[3].
    en ✗ The rivers of the steppe and the lakes in its hollows are described in another place [3]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from proceedings_editor.language.citation import Citation, find_citations
from proceedings_editor.model.body import Heading, Paragraph
from proceedings_editor.model.finding import Fix
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope
from proceedings_editor.texts import Text, text

_TOUCHED: Final = re.compile(r"[^\W_]{2,}[)»”%]?\Z|[^\W_][)»”%]\Z|[0-9]\Z")
"""A word, not a single letter: “x[1]” is a member of a row."""
_STOPPED: Final = re.compile(r"(?<!\w)(?:(?P<word>[^\W\d_]{3,})[)»”]?|[)»”])(?P<stop>\.)[ \u00a0]*\Z")
_SHORTENED: Final = frozenset(
    ("млн", "млрд", "трлн", "тыс", "руб", "тең", "стр", "рис", "сур", "табл", "ред", "изд", "обл", "etc", "vol", "inc")
)
"""Shortened words whose stop is their own; shorter ones never count."""
_SENTENCE_NEXT: Final = re.compile(r"[ \u00a0]+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ«“]|\s*\Z")
_SENTENCE: Final = 60
"""Characters of a line that is surely more than a heading."""
_NO_SENTENCE: Final = re.compile(
    r"\s*(?:ескерт|примечан|note|сурет|рис|табл|кесте|fig|table|дереккөз|источник|source|\d)", re.I
)
_MARKS: Final = (".", "!", "?", "…", ":", ";", ",")
_ROW: Final = re.compile(r"[A-Za-z]\w*\Z")


def _check(scope: PassageScope) -> Iterator[Hit]:
    if "[" not in scope.passage.text:
        return
    prose = scope.passage.prose()
    for citation in find_citations(prose, scope.template.citations.form):
        if citation.parts:
            yield from _before(scope, prose, citation)
            if citation.end == len(prose.rstrip()) and _ends_a_paragraph(scope, prose, citation):
                message = text("The paragraph ends with a citation and has no full stop.")
                yield _hit(scope, citation, message, citation.end, citation.end, ".")


def _before(scope: PassageScope, prose: str, citation: Citation) -> Iterator[Hit]:
    start, words = citation.start, prose[citation.start : citation.end]
    before = prose[max(start - 40, 0) : start]
    stopped = _STOPPED.search(before)
    if stopped and (stopped["word"] or "").lower() not in _SHORTENED and _SENTENCE_NEXT.match(prose, citation.end):
        stop = start - len(before) + stopped.start("stop")
        message = text("The full stop stands before the citation; it belongs behind “]”.")
        yield _hit(scope, citation, message, stop, citation.end, f" {words}.")
    elif _TOUCHED.search(before) and not _is_row(before, scope):
        message = text("Before the citation a space is missing.")
        yield _hit(scope, citation, message, start, start, " ")


def _is_row(before: str, scope: PassageScope) -> bool:
    """Whether a Latin word stands in text of another language: “Array[3]” is no citation there."""
    return scope.passage.language != "en" and _ROW.search(before) is not None


def _ends_a_paragraph(scope: PassageScope, prose: str, citation: Citation) -> bool:
    """Whether the citation ends a paragraph of running text: captions, items, cells and notes have no stop."""
    path = scope.passage.place.block
    if scope.entry is None or scope.passage.kind != "block" or len(path) != 1 or path[0] >= len(scope.entry.body):
        return False
    block, *following = scope.entry.body[path[0] : path[0] + 2]
    before = prose[: citation.start].rstrip()
    if not isinstance(block, Paragraph) or not all(isinstance(one, Paragraph | Heading) for one in following):
        return False
    return len(before) >= _SENTENCE and not _NO_SENTENCE.match(before) and not before.endswith(_MARKS)


def _hit(scope: PassageScope, citation: Citation, message: Text, start: int, end: int, words: str) -> Hit:
    """Show in the fix the citation with what is before it, because an inserted space alone says little."""
    text_of = scope.passage.text
    begin = max(text_of.rfind(" ", 0, max(start - 1, 0)) + 1, start - 30)
    before = text_of[begin : citation.end]
    after = text_of[begin:start] + words + text_of[end : citation.end]
    fix: Fix | None = scope.fix(start, end, words, text("Write “{words}”", words=after), safe=True)
    if fix is not None:
        fix = replace(fix, before=before, after=after)
    return scope.hit(min(start, citation.start), citation.end, message, fix)


RULE = Rule(code="CITE005", severity="warning", manual=__doc__, passage=_check, about=frozenset({"body"}))
