"""Initials are spaced in two ways.

What:
    All initials of an article are spaced alike, either “Е. А. Бекенов” or “Е.А. Бекенов”. A space stands between
    initials and surname.

Why:
    Readers take it for carelessness when one page shows both, and search finds only one of them.

How to fix:
    The fix spaces a name as most names of the article are, at once; when there are as many of both, with spaces.

Options:
    style: “spaced” for Е. А. Бекенов, “close” for Е.А. Бекенов, nothing for what the article uses most.

Examples:
    kk ✓ Е. А. Бекенов пен Л. В. Сомова
    kk ✗ Е. А. Бекенов пен Л.В. Сомова
    ru ✓ Петров П. П. и С. А. Юрьев
    ru ✗ П. П. Петров и Юрьев С.А.
    en ✓ J. K. Rowling, A. A. Milne, the U.S. Government
    en ✗ J. K. Rowling, A.A. Milne
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.initials import Initialled
from proceedings_editor.rules.initialled import initialled
from proceedings_editor.rules.passage import Passage
from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit, PassageScope, Piece
from proceedings_editor.texts import text

_NO_BREAK: Final = "\u00a0"
SPACED: Final = "spaced"
CLOSE: Final = "close"


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    style: str = ""


def _check(scope: EntryScope) -> Iterator[Hit]:
    found = [
        (passage, name) for passage in scope.passages if not whole_field(passage) for name in passage.once(initialled)
    ]
    style = scope.options.style or _most(name for _, name in found)
    for passage, name in found:
        pieces = tuple(_pieces(passage, name, style))
        if any((first < last) != bool(right) for first, last, right in pieces):
            yield _hit(scope.within(passage, frozenset({"name", "title"})), name, pieces)


def _most(found: Iterator[Initialled]) -> str:
    """What most names with two initials are."""
    counts = Counter(SPACED if first < last else CLOSE for name in found for first, last in name.between)
    return CLOSE if counts[CLOSE] > counts[SPACED] else SPACED


def _pieces(passage: Passage, name: Initialled, style: str) -> Iterator[Piece]:
    """Every gap that changes; the name is written as it shall stay, so that TYPO006 has nothing to add."""
    gaps = [(gap, style == SPACED) for gap in name.between]
    for (first, last), wanted in sorted([*gaps, (name.beside, True)]):
        right = _NO_BREAK if wanted else ""
        if passage.text[first:last] != right:
            yield first, last, right


def _hit(scope: PassageScope, name: Initialled, pieces: tuple[Piece, ...]) -> Hit:
    fix = scope.fixes(name.start, name.end, pieces, text("Space the initials alike"), safe=True)
    words = scope.passage.text[name.start : name.end]
    message = text("The initials of “{name}” are spaced otherwise than the others.", name=words)
    return scope.hit(name.start, name.end, message, fix)


RULE = Rule(
    code="TYPO005",
    severity="information",
    manual=__doc__,
    options=Options(),
    entry=_check,
    subject=frozenset({"name", "title"}),
    hides=frozenset({"TYPO006"}),
)
