"""Quotation marks of the wrong kind, or without their partner.

What:
    Kazakh and Russian texts have «…» and inside them „…“, English texts “…”. Every mark has its partner. Straight marks
    are never used; behind a number they mean inches or seconds and are left alone.

Why:
    The kinds of quotation marks are part of a language's spelling, and a mark without a partner leaves open where the
    quotation or the name ends.

How to fix:
    The outer marks are exchanged at once; inner marks, and marks in titles of the reference list, are proposed. A
    missing partner you type where it belongs.

Examples:
    kk ✓ «Су туралы» заң, «Дала „Көктем“ өзені»
    kk ✗ "Су туралы" заң
    kk ✗ “Су туралы” заң
    kk ✗ «Су туралы заң
    ru ✓ закон «О воде», экран 15"
    ru ✗ закон "О воде"
    ru ✗ закон „О воде“
    en ✓ the “Water Act”
    en ✗ the «Water Act»
    en ✗ the "Water Act"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.alphabet import KAZAKH, guess_language
from proceedings_editor.language.program_code import is_code
from proceedings_editor.model.local import LANGUAGES, Language
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope
from proceedings_editor.texts import text

_MARKS: Final = frozenset('«»„“”"')
_MARK: Final = re.compile(r"[«»„“”]|\"(?<![^\W\d_]\")|\"(?![^\W\d_])")
"""Between letters a straight mark writes ъ in Latin letters: s"ezd."""
_BEFORE_OPENING: Final = frozenset(" \u00a0\n\t([{«„“—–-/\ufffc")
_RIGHT: Final = {"kk": (("«", "»"), ("„", "“")), "ru": (("«", "»"), ("„", "“")), "en": (("“", "”"), ("‘", "’"))}
"""Language -> marks of the outer and of the inner quotation."""
_CYRILLIC: Final = frozenset(KAZAKH)
_MANY: Final = 12
"""So many different Cyrillic letters are no single word in an English text."""
_FAR: Final = 12
"""A quotation may go over so many paragraphs."""


@dataclass(frozen=True, slots=True)
class _Quotes:
    """The quotation marks of a text: begin, end and depth of each pair, and the marks without a partner."""

    pairs: tuple[tuple[int, int, int], ...]
    opened: tuple[int, ...]
    closed: tuple[int, ...]


def _quotes(passage: Passage) -> _Quotes:
    pairs: list[tuple[int, int, int]] = []
    stack: list[int] = []
    closed: list[int] = []
    words = passage.prose()
    for mark in _MARK.finditer(words):
        place = mark.start()
        if _opens(words, place, words[stack[-1]] if stack else ""):
            stack.append(place)
        elif stack:
            start = stack.pop()
            pairs.append((start, place, len(stack)))
        elif not (mark[0] == '"' and words[place - 1 : place].isdecimal()):  # inches
            closed.append(place)
    return _Quotes(tuple(pairs), tuple(stack), tuple(closed))


def _opens(words: str, place: int, last: str) -> bool:
    """Whether a mark begins a quotation; `last` is the mark of the innermost one that is open, "" for none."""
    mark = words[place]
    if mark in "«„":
        return True
    if mark == "»":
        return False
    if mark == "“" and not last:
        return True
    if place and words[place - 1] not in _BEFORE_OPENING:
        return False
    following = words[place + 1 : place + 2]
    return not last or following.isalnum() or (following != "" and following in "«„“([{")


def _check_kinds(scope: PassageScope) -> Iterator[Hit]:
    passage = scope.passage
    if _MARKS.isdisjoint(passage.characters()) or whole_field(passage):
        return
    if is_code(passage.prose()):
        return
    language = _language(passage)
    for start, end, depth in passage.once(_quotes).pairs:
        shown = passage.text[start], passage.text[end]
        right = _RIGHT[language][min(depth, 1)]
        if shown == right or is_code(passage.prose()[start + 1 : end]):
            continue
        if not _is_usual(passage, shown, depth, language):
            yield _hit(scope, start, end, right, is_outer=depth == 0)


def _is_usual(passage: Passage, shown: tuple[str, str], depth: int, language: Language) -> bool:
    """Whether Latin text may have other marks: inner ones differ, and titles are Russian ones in Latin letters."""
    if language != "en" or '"' in shown:
        return False
    return depth > 0 or (passage.kind == "reference" and shown in (_RIGHT["ru"][0], _RIGHT["en"][0]))


def _hit(scope: PassageScope, start: int, end: int, right: tuple[str, str], *, is_outer: bool) -> Hit:
    words = scope.passage.text[start : end + 1]
    message = text(
        "The quotation marks of {words} should be {opening}…{closing}.", words=words, opening=right[0], closing=right[1]
    )
    inner = words[1:-1]
    first, last = start + 1 + len(inner) - len(inner.lstrip(" ")), end - len(inner) + len(inner.rstrip(" "))
    pieces = [(start, min(first, end), right[0]), (max(last, first), end + 1, right[1])]
    label = text("Write {opening}…{closing}", opening=right[0], closing=right[1])
    is_safe = is_outer and scope.passage.kind != "reference"
    return scope.hit(start, end + 1, message, scope.fixes(start, end + 1, pieces, label, safe=is_safe))


def _language(passage: Passage) -> Language:
    """The language a text is written in, as far as its quotation marks go."""
    version = (passage.field or passage.place.field).rpartition(".")[2]
    if version in LANGUAGES:
        return next(language for language in LANGUAGES if language == version)
    if passage.language != "en" and len(_CYRILLIC & passage.characters()) > _MANY:
        return passage.language
    guessed = guess_language(passage.text)
    if guessed == "en":
        return "en"
    return "ru" if passage.language == "en" and guessed else passage.language


def _check_partners(scope: EntryScope) -> Iterator[Hit]:
    """A quotation may begin in one paragraph and end in a later one: partners are looked for in both directions."""
    opened: list[tuple[int, Passage, int]] = []
    for index, passage in enumerate(scope.passages):
        if _MARKS.isdisjoint(passage.characters()) or whole_field(passage) or is_code(passage.prose()):
            continue
        quotes = passage.once(_quotes)
        for place in quotes.closed:
            if opened and passage.kind == "block" and index - opened[-1][0] <= _FAR:
                opened.pop()
            else:
                yield _alone(scope, passage, place)
        opened += ((index, passage, place) for place in quotes.opened)
    for _, passage, place in opened:
        yield _alone(scope, passage, place)


def _alone(scope: EntryScope, passage: Passage, place: int) -> Hit:
    mark = passage.text[place]
    around = passage.text[max(0, place - 20) : place + 21]
    message = text("The quotation mark {mark} has no partner: “{words}”.", mark=mark, words=" ".join(around.split()))
    return scope.within(passage).hit(place, place + 1, message)


RULE = Rule(
    code="TYPO007",
    severity="warning",
    manual=__doc__,
    passage=_check_kinds,
    entry=_check_partners,
    subject=frozenset({"quotation", "title"}),
)
