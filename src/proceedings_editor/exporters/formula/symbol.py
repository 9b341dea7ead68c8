"""Which characters and names behave specially in formulas.

Sources: the operator dictionary of MathML Core (https://www.w3.org/TR/mathml-core/#operator-dictionary), the operators
that LaTeX sets with limits above and below (TeXbook, appendix B), and ECMA-376 part 1, 22.1 for the characters that
Office Math expects as accents.
"""

from __future__ import annotations

import re
from typing import Final

INTEGRALS: Final = frozenset("∫∬∭⨌∮∯∰∱∲∳")
"""Large operators that keep their limits at the side."""

LARGE_OPERATORS: Final = INTEGRALS | frozenset("∑∏∐⋀⋁⋂⋃⨀⨁⨂⨃⨄⨅⨆")

LIMIT_NAMES: Final = frozenset(
    {
        *("lim", "liminf", "limsup", "injlim", "projlim", "plim"),
        *("max", "min", "sup", "inf", "argmax", "argmin", "det", "gcd", "Pr"),
    }
)
"""Names of operators that carry what they run over below them, written without spaces."""

CLOSING_FENCES: Final = {"(": ")", "[": "]", "{": "}", "⟨": "⟩", "⌊": "⌋", "⌈": "⌉", "⟦": "⟧", "⟪": "⟫"}
SYMMETRIC_FENCES: Final = frozenset("|‖∣∥")

RELATIONS: Final = frozenset("=<>≤≥≠≈≡≅≃∼∝∈∉∋⊂⊃⊆⊇→←↔⇒⇐⇔↦≪≫⊥∥≔⩽⩾≜≝")

STOPS: Final = RELATIONS | frozenset("+−-±∓,;.")
"""Where the operand of a sum, an integral or a function ends."""

ACCENTS: Final = {
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˜": "\u0303",
    "¯": "\u0305",
    "˙": "\u0307",
    "¨": "\u0308",
    "⃛": "\u20db",
    "⃜": "\u20dc",
    "´": "\u0301",
    "`": "\u0300",
    "ˇ": "\u030c",
    "˘": "\u0306",
    "˚": "\u030a",
    "→": "\u20d7",
    "⃗": "\u20d7",
    "←": "\u20d6",
    "↔": "\u20e1",
    "⇀": "\u20d1",
    "↼": "\u20d0",
}
"""Characters set over a base as an accent -> the combining character that does the same."""

BARS: Final = frozenset("‾―_\u0332\u0305")
BRACES: Final = frozenset("⏞⏟⎴⎵⏜⏝")

ARROWS: Final = frozenset("→←↔⇒⇐⇔↦↼↽⇀⇁⇋⇌⇄↞↠↩↪")

SPACE_EM: Final = {
    "veryverythinmathspace": 1 / 18,
    "verythinmathspace": 2 / 18,
    "thinmathspace": 3 / 18,
    "mediummathspace": 4 / 18,
    "thickmathspace": 5 / 18,
    "verythickmathspace": 6 / 18,
    "veryverythickmathspace": 7 / 18,
}
"""The named spaces of MathML 3, in em; each has a negative twin."""

_UNIT_EM: Final = {"em": 1.0, "ex": 0.45, "mu": 1 / 18, "px": 0.075, "pt": 0.1, "bp": 0.1, "sp": 0.0, "dd": 0.107}
_UNIT_EM_LONG: Final = {"pc": 1.2, "cc": 1.28, "mm": 0.2845, "cm": 2.845, "in": 7.2, "": 0.1}
_LENGTH: Final = re.compile(r"([+-]?(?:\d{1,3}(?:\.\d{0,6})?|\.\d{1,6}))\s*([a-z]{0,2})")


def em_of(length: str) -> float | None:
    """Return a MathML or TeX length in em (a point counts as a tenth), or None when it is not one."""
    name = length.removeprefix("negative")
    if name in SPACE_EM:
        return SPACE_EM[name] * (-1 if name != length else 1)
    found = _LENGTH.fullmatch(length.strip())
    unit = (_UNIT_EM | _UNIT_EM_LONG).get(found[2]) if found else None
    return float(found[1]) * unit if found and unit is not None else None


def has_movable_limits(operator: str) -> bool:
    """Tell whether `operator` (a character or a name) carries its limits above and below in a display formula."""
    return operator in LARGE_OPERATORS - INTEGRALS or "".join(operator.split()) in LIMIT_NAMES
