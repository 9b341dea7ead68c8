"""Invisible characters, and letters in two pieces.

What:
    No text has control characters, zero-width spaces and joiners, soft hyphens, direction marks without Arabic or
    Hebrew beside them, or characters of a private font. Letters such as й and ё are one character, not и and е with a
    mark behind.

Why:
    Nobody sees them, but they part words for search and sorting, break lines where they should not, and show as boxes
    in other programs. They come from PDF files, web pages and old word processors.

How to fix:
    Invisible characters are taken out and letters put together at once. A character of a private font stands for some
    sign; where it is known, the sign is proposed, otherwise compare with the author's file and type it.

Examples:
    any ✓ йод, ёлка, é
    kk ✗ қа[U+00AD]зақ
    kk ✗ су[U+200B]
    ru ✗ и[U+0306]од
    ru ✗ [U+F0B7] река
    en ✓ café
    en ✗ cafe[U+0301]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from proceedings_editor.rules.protected import whole_field
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import Hit, PassageScope, Piece
from proceedings_editor.texts import Text, text

# Tabs belong to CHAR006, line breaks are structure. Joiners and direction marks shape Arabic and Indian scripts.
_CONTROL: Final = "\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\ufffd"
_SHAPING: Final = "\u200c-\u200f\u061c\u202a-\u202e\u2066-\u2069"
_PRIVATE: Final = "\ue000-\uf8ff"
_SHAPED: Final = "\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufefe"
_MARK: Final = "\u0300-\u036f"
_SPOT: Final = re.compile(
    f"[{_CONTROL}]+|(?<![{_SHAPED}])[{_SHAPING}]+(?![{_SHAPED}])|[{_PRIVATE}]|[^\\W\\d_][{_MARK}]+"
)
_LEAD: Final = re.compile(f"[{_CONTROL}{_SHAPING}{_PRIVATE}{_MARK}]")
"""Every spot has one of these, and ordinary text has none."""
_WORD: Final = re.compile(f"[\\w{_CONTROL}{_SHAPING}{_PRIVATE}{_MARK}]+")

# The Symbol and Wingdings fonts of word processors (Unicode consortium, mappings of Adobe and Microsoft).
_KNOWN: Final = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "−", "\uf0b0": "°", "\uf0b1": "±",
    "\uf0b4": "×", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0b9": "≠", "\uf0bb": "≈", "\uf0ae": "→", "\uf061": "α",
    "\uf062": "β", "\uf067": "γ", "\uf064": "δ", "\uf044": "Δ", "\uf06c": "λ", "\uf06d": "μ", "\uf070": "π",
    "\uf072": "ρ", "\uf073": "σ", "\uf053": "Σ", "\uf074": "τ", "\uf06a": "φ", "\uf077": "ω", "\uf057": "Ω",
}  # fmt: skip


def _check(scope: PassageScope) -> Iterator[Hit]:
    prose = scope.passage.prose()
    if _LEAD.search(prose) is None or whole_field(scope.passage):  # codes and addresses have rules of their own
        return
    for word in _WORD.finditer(prose):
        pieces = [_piece(spot) for spot in _SPOT.finditer(prose, word.start(), word.end())]
        pieces = [piece for piece in pieces if piece[2] != prose[piece[0] : piece[1]]]
        if pieces:
            yield _hit(scope, word, pieces)


def _piece(spot: re.Match[str]) -> Piece:
    found = spot[0]
    if found[0] in _KNOWN:
        return spot.start(), spot.end(), _KNOWN[found[0]]
    is_letter = found[0].isalpha()
    return spot.start(), spot.end(), unicodedata.normalize("NFC", found) if is_letter else ""


def _hit(scope: PassageScope, word: re.Match[str], pieces: list[Piece]) -> Hit:
    start, end = word.span()
    spots = [scope.passage.text[first:last] for first, last, _ in pieces]
    private = [spot for spot in spots if "\ue000" <= spot[0] <= "\uf8ff"]
    fix = scope.fixes(start, end, pieces, _label(spots), safe=not private)
    if not all(spot in _KNOWN for spot in private):
        fix = None
    return scope.hit(start, end, _message(spots, "".join(_shown(char) for char in word[0])), fix)


def _message(spots: list[str], word: str) -> Text:
    names = ", ".join(dict.fromkeys(_name(char) for spot in spots for char in spot if not char.isalpha()))
    first = spots[0][0]
    if "\ue000" <= first <= "\uf8ff":
        return text(
            "“{word}” has a character of a private font ({names}); type the sign that is meant.", word=word, names=names
        )
    if first.isalpha():
        return text("“{word}” has a letter in two pieces ({names}); put it together.", word=word, names=names)
    return text("“{word}” has invisible characters ({names}); take them out.", word=word, names=names)


def _label(spots: list[str]) -> Text:
    return text("Put the letter together") if spots[0][0].isalpha() else text("Take the invisible characters out")


def _name(char: str) -> str:
    return f"U+{ord(char):04X}"


def _shown(char: str) -> str:
    """A character as a message can show it."""
    return "·" if _LEAD.match(char) and unicodedata.combining(char) == 0 else char


RULE = Rule(
    code="CHAR005",
    severity="warning",
    manual=__doc__,
    passage=_check,
    subject=frozenset({"quotation", "title", "name", "address"}),
)
