"""Styled letters: MathML's `mathvariant` <-> the mathematical alphabets of Unicode.

MathML Core keeps the style of a letter in the character (𝐱, ℒ, ℝ); Office Math keeps the plain letter and names the
style. Unicode Technical Report 25, section 2.2 lists the alphabets; the names of the characters say everything.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_STYLE_NAMES: Final = {
    "bold": ("MATHEMATICAL BOLD",),
    "italic": ("MATHEMATICAL ITALIC",),
    "bold-italic": ("MATHEMATICAL BOLD ITALIC",),
    "script": ("MATHEMATICAL SCRIPT", "SCRIPT"),
    "bold-script": ("MATHEMATICAL BOLD SCRIPT",),
    "fraktur": ("MATHEMATICAL FRAKTUR", "BLACK-LETTER"),
    "bold-fraktur": ("MATHEMATICAL BOLD FRAKTUR",),
    "double-struck": ("MATHEMATICAL DOUBLE-STRUCK", "DOUBLE-STRUCK"),
    "sans-serif": ("MATHEMATICAL SANS-SERIF",),
    "bold-sans-serif": ("MATHEMATICAL SANS-SERIF BOLD",),
    "sans-serif-italic": ("MATHEMATICAL SANS-SERIF ITALIC",),
    "sans-serif-bold-italic": ("MATHEMATICAL SANS-SERIF BOLD ITALIC",),
    "monospace": ("MATHEMATICAL MONOSPACE",),
}
VARIANTS: Final = frozenset(_STYLE_NAMES) | {"normal"}
_ALPHABETS: Final = frozenset({"LATIN", "GREEK"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A plain character and what makes it special: "bold", "script" ... or "" where nothing does."""

    plain: str
    variant: str


@lru_cache(maxsize=4096)
def styled(char: str, variant: str) -> str:
    """Return `char` in the alphabet `variant`, or `char` itself where Unicode has no such letter."""
    if variant == "italic" and char == "h":
        return "ℎ"
    kind = _kind(char)
    for prefix in _STYLE_NAMES.get(variant, ()) if kind else ():
        try:
            return unicodedata.lookup(f"{prefix} {kind}")
        except KeyError:
            continue
    return char


@lru_cache(maxsize=4096)
def unstyled(char: str) -> Letter:
    """Split a styled letter into the plain one and its style; other characters come back as they are."""
    if char == "ℎ":
        return Letter("h", "italic")
    name, plain = unicodedata.name(char, ""), unicodedata.normalize("NFKC", char)
    if plain == char or len(plain) != 1:
        return Letter(char, "")
    kind = _kind(plain)
    found = (v for v, prefixes in _STYLE_NAMES.items() if any(name == f"{p} {kind}" for p in prefixes))
    return Letter(plain, variant) if (variant := next(found, "")) else Letter(char, "")


def _kind(char: str) -> str:
    """Return what the names of `char`'s styled forms end with: "SMALL X", "CAPITAL GAMMA", "DIGIT TWO"; "" if none."""
    words = unicodedata.name(char, "").split() if len(char) == 1 else []
    if char.isascii() and char.isdigit():
        return " ".join(words)
    if len(words) in (4, 5) and words[0] in _ALPHABETS and words[2] == "LETTER":
        return " ".join([words[1], *words[3:]])
    return ""


def is_cyrillic(char: str) -> bool:
    """Tell whether `char` is a Cyrillic letter (Kazakh ones included); such letters stand upright in formulas."""
    return "\u0400" <= char <= "\u052f"
