"""Symbols by groups, with the names people look for; every one of them has a glyph in the shipped fonts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from proceedings_editor.texts import Text, text


@dataclass(frozen=True, slots=True)
class Symbol:
    """One symbol.

    Attributes:
        char: What is inserted.
        name: What it is called.
        shown: What stands for it where it could not be seen, "" for itself.
    """

    char: str
    name: Text
    shown: str = ""


@dataclass(frozen=True, slots=True)
class SymbolGroup:
    """Symbols that are looked for together."""

    id: str
    name: Text
    symbols: tuple[Symbol, ...]


GREEK: Final = (
    ("α", "Α", text("alpha")),
    ("β", "Β", text("beta")),
    ("γ", "Γ", text("gamma")),
    ("δ", "Δ", text("delta")),
    ("ε", "Ε", text("epsilon")),
    ("ζ", "Ζ", text("zeta")),
    ("η", "Η", text("eta")),
    ("θ", "Θ", text("theta")),
    ("ι", "Ι", text("iota")),
    ("κ", "Κ", text("kappa")),
    ("λ", "Λ", text("lambda")),
    ("μ", "Μ", text("mu")),
    ("ν", "Ν", text("nu")),
    ("ξ", "Ξ", text("xi")),
    ("ο", "Ο", text("omicron")),
    ("π", "Π", text("pi")),
    ("ρ", "Ρ", text("rho")),
    ("σ", "Σ", text("sigma")),
    ("τ", "Τ", text("tau")),
    ("υ", "Υ", text("upsilon")),
    ("φ", "Φ", text("phi")),
    ("χ", "Χ", text("chi")),
    ("ψ", "Ψ", text("psi")),
    ("ω", "Ω", text("omega")),
)
"""Small letter, capital letter, name."""


def capital(letter: Text) -> Text:
    """Return the name of a letter as a capital one."""
    return text("{letter}, capital", letter=letter)


def _kazakh() -> Iterable[Symbol]:
    for char in "ӘәҒғҚқҢңӨөҰұҮүҺһІі":
        yield Symbol(char, text("Kazakh letter {letter}", letter=char))


def _latin() -> Iterable[Symbol]:
    for char in "ÄäÅåÁáÀàÂâÃãÆæÇçČčĆćĐđÉéÈèÊêËëĞğÍíÎîİıŁłÑñŃńÖöÓóÔôÕõØøŒœŘřŞşŠšŚśßÜüÚúÛûŽžŻż":
        yield Symbol(char, text("Latin letter {letter}", letter=char))


def _greek() -> Iterable[Symbol]:
    yield from (Symbol(small, name) for small, _, name in GREEK)
    yield from (Symbol(large, capital(name)) for _, large, name in GREEK)


def _raised() -> Iterable[Symbol]:
    for char, plain in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "0123456789+−=()n", strict=True):
        yield Symbol(char, text("superscript {sign}", sign=plain))
    for char, plain in zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True):
        yield Symbol(char, text("subscript {sign}", sign=plain))
    for char, plain in zip("½⅓⅔¼¾⅕⅛", ("1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8"), strict=True):
        yield Symbol(char, text("fraction {value}", value=plain))


_PUNCTUATION: Final = (
    Symbol("«", text("quotation mark, opening")),
    Symbol("»", text("quotation mark, closing")),
    Symbol("„", text("inner quotation mark, opening")),
    Symbol("“", text("inner quotation mark, closing")),
    Symbol("”", text("English quotation mark, closing")),
    Symbol("‘", text("English single quotation mark, opening")),
    Symbol("’", text("apostrophe, English single quotation mark, closing")),
    Symbol("–", text("en dash: ranges of numbers")),
    Symbol("—", text("em dash: between words")),
    Symbol("\u2011", text("no-break hyphen"), "‑"),
    Symbol("\u00a0", text("no-break space"), "[  ]"),
    Symbol("\u202f", text("narrow no-break space"), "[ ]"),
    Symbol("\u2009", text("thin space"), "| |"),
    Symbol("…", text("ellipsis")),
    Symbol("•", text("bullet")),
    Symbol("·", text("middle dot")),
    Symbol("\u0301", text("stress mark over the letter before"), "а\u0301"),
    Symbol("ʼ", text("apostrophe as a letter")),
    Symbol("¡", text("exclamation mark, inverted")),
    Symbol("¿", text("question mark, inverted")),
)

_SIGNS: Final = (
    Symbol("№", text("number sign")),
    Symbol("§", text("section sign")),
    Symbol("¶", text("paragraph sign")),
    Symbol("°", text("degree")),
    Symbol("℃", text("degree Celsius")),
    Symbol("′", text("minute, foot, prime")),
    Symbol("″", text("second, inch, double prime")),
    Symbol("%", text("per cent")),
    Symbol("‰", text("per mille")),
    Symbol("©", text("copyright")),
    Symbol("®", text("registered trade mark")),
    Symbol("™", text("trade mark")),
    Symbol("†", text("dagger")),
    Symbol("‡", text("double dagger")),
    Symbol("♂", text("male")),
    Symbol("♀", text("female")),
    Symbol("₸", text("tenge")),
    Symbol("₽", text("rouble")),
    Symbol("$", text("dollar")),
    Symbol("€", text("euro")),
    Symbol("£", text("pound sterling")),
    Symbol("¥", text("yen, yuan")),
    Symbol("µ", text("micro")),
    Symbol("Å", text("angstrom")),
    Symbol("Ω", text("ohm")),
)

_MATHEMATICS: Final = (
    Symbol("−", text("minus")),
    Symbol("×", text("multiplied by, cross")),
    Symbol("⋅", text("multiplied by, dot")),
    Symbol("÷", text("divided by")),
    Symbol("±", text("plus or minus")),
    Symbol("∓", text("minus or plus")),
    Symbol("≠", text("not equal")),
    Symbol("≈", text("approximately equal")),
    Symbol("≡", text("identical")),
    Symbol("∼", text("similar")),
    Symbol("≤", text("less than or equal")),
    Symbol("≥", text("greater than or equal")),
    Symbol("∝", text("proportional")),
    Symbol("∞", text("infinity")),
    Symbol("√", text("square root")),
    Symbol("∛", text("cube root")),
    Symbol("∑", text("sum")),
    Symbol("∏", text("product")),
    Symbol("∫", text("integral")),
    Symbol("∂", text("partial derivative")),
    Symbol("∇", text("nabla, gradient")),
    Symbol("∆", text("increment")),
    Symbol("∈", text("element of")),
    Symbol("∉", text("not an element of")),
    Symbol("⊂", text("subset")),
    Symbol("⊆", text("subset or equal")),
    Symbol("⊃", text("superset")),
    Symbol("∪", text("union")),
    Symbol("∩", text("intersection")),
    Symbol("∅", text("empty set")),
    Symbol("∀", text("for all")),
    Symbol("∃", text("there is")),
    Symbol("∧", text("and")),
    Symbol("∨", text("or")),
    Symbol("¬", text("not")),
    Symbol("∠", text("angle")),
    Symbol("⊥", text("perpendicular")),
    Symbol("∥", text("parallel")),
)

_ARROWS: Final = (
    Symbol("→", text("arrow to the right")),
    Symbol("←", text("arrow to the left")),
    Symbol("↑", text("arrow up")),
    Symbol("↓", text("arrow down")),
    Symbol("↔", text("arrow to both sides")),
    Symbol("↕", text("arrow up and down")),
    Symbol("⇒", text("double arrow to the right: follows")),
    Symbol("⇐", text("double arrow to the left")),
    Symbol("⇔", text("double arrow to both sides: equivalent")),
    Symbol("↦", text("arrow from bar: maps to")),
)

GROUPS: Final = (
    SymbolGroup("kazakh", text("Kazakh letters"), tuple(_kazakh())),
    SymbolGroup("punctuation", text("Quotation marks, dashes, spaces"), _PUNCTUATION),
    SymbolGroup("signs", text("Signs and units"), _SIGNS),
    SymbolGroup("mathematics", text("Mathematics"), _MATHEMATICS),
    SymbolGroup("raised", text("Raised, lowered, fractions"), tuple(_raised())),
    SymbolGroup("arrows", text("Arrows"), _ARROWS),
    SymbolGroup("greek", text("Greek letters"), tuple(_greek())),
    SymbolGroup("latin", text("Latin letters with marks"), tuple(_latin())),
)

NAMES: Final = {symbol.char: symbol.name for group in reversed(GROUPS) for symbol in group.symbols}
"""Character -> its name."""
