"""The door from a formula's source to one line of plain text: for alternative texts, for copying and for search.

The notation is that of UnicodeMath (Unicode Technical Note 28), which reads the same in every language:
`a/b`, `√(x+1)`, `x_i^2`, `∑_(i=1)^n x_i`, `[a, b; c, d]`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula.letter import unstyled
from proceedings_editor.exporters.formula.mathml import CACHED, to_mathml
from proceedings_editor.exporters.formula.symbol import ACCENTS, BARS, BRACES, LARGE_OPERATORS, RELATIONS
from proceedings_editor.exporters.formula.tree import is_fenced, is_operator, local_name, text_of

_SIDE: Final = frozenset({"msub", "msup", "msubsup"})
_SCRIPTED: Final = _SIDE | {"munder", "mover", "munderover"}
_SPACED: Final = RELATIONS | frozenset("+−±∓×÷·⋅")
_TIGHT: Final = re.compile(rf" ([{re.escape(''.join(sorted(_SPACED)))}]) ")
_PRIMES: Final = frozenset("′″‴⁗()")
_ROOTS: Final = {"3": "∛", "4": "∜"}


@lru_cache(maxsize=CACHED)
def to_text(notation: str, source: str) -> str:
    """Return the formula as one line of text, never empty.

    Args:
        notation: "latex" or "mathml".
        source: The formula as typed.

    Raises:
        FormulaError: As `to_mathml`.
    """
    read = " ".join(_line(list(to_mathml(notation, source))).split())
    return read or " ".join(source.split())


def _line(nodes: list[etree._Element]) -> str:
    """Read what stands side by side: blanks around relations between operands and around words, none after a sign."""
    read = ""
    for node in nodes:
        piece = _node(node)
        if is_operator(node, _SPACED) and read.strip() and not read.endswith(("(", "[", "{")):
            read = f"{read.rstrip()} {piece} "
        elif is_operator(node, frozenset(",;")):
            read = f"{read.rstrip()}{piece} "
        elif _is_word(node):
            read += f" {piece} " if read[-1:].isalnum() else f"{piece} "
        else:
            read += piece + " " * _is_large(node)
    return read


def _is_large(node: etree._Element) -> bool:
    return len(node) > 0 and is_operator(node[0], LARGE_OPERATORS)


def _is_word(node: etree._Element) -> bool:
    """Tell whether a word or the name of a function stands here, with or without scripts."""
    held = text_of(node[0] if len(node) and local_name(node) in _SCRIPTED else node)
    return len(held) > 1 and held[0].isalpha()


def _node(node: etree._Element) -> str:
    return _READERS.get(local_name(node), _row)(node)


def _token(node: etree._Element) -> str:
    """Read letters plainly, except those whose style is their meaning (ℝ, ℒ) and every font has them."""
    held = text_of(node)
    return "".join(unstyled(char).plain if ord(char) > 0xFFFF or char == "ℎ" else char for char in held)


def _row(node: etree._Element) -> str:
    if not is_fenced(node):
        return _line(list(node))
    return f"{text_of(node[0])}{_line(list(node)[1:-1]).strip()}{text_of(node[-1])}"


def _part(node: etree._Element) -> str:
    """Read a part of a fraction or a script, in parentheses unless it is one sign, number or word."""
    read = _TIGHT.sub(r"\1", _node(node).strip())
    is_single = len(read) == 1 or read.replace(",", "").replace(".", "").isalnum() or is_fenced(node)
    return read if is_single or local_name(node) in _SIDE else f"({read})"


def _fraction(node: etree._Element) -> str:
    sign = "¦" if node.get("linethickness") == "0em" else "/"
    return f"{_part(node[0])}{sign}{_part(node[1])}"


def _scripts(node: etree._Element) -> str:
    signs = {"msub": "_", "munder": "_", "msup": "^", "mover": "^"}.get(local_name(node), "_^")
    base = _node(node[0])
    base = base if len(base) < 2 or "".join(base.split()).isalpha() or is_fenced(node[0]) else f"({base})"
    read = base
    for sign, script in zip(signs, list(node)[1:], strict=True):
        held = _part(script)
        read += held.strip("()") if set(held) <= _PRIMES else sign + held
    return read


def _over(node: etree._Element) -> str:
    mark, base = text_of(node[1]), _node(node[0])
    accented = node.get("accent") == "true" or node.get("accentunder") == "true"
    if accented and mark in ACCENTS and len(base) == 1:
        return unicodedata.normalize("NFC", base + ACCENTS[mark])
    if accented and mark in frozenset(ACCENTS) | BARS | BRACES:
        sign = {"‾": "¯", "^": "ˆ", "~": "˜"}.get(mark, mark)
        return f"{sign}({base})" if node.get("accent") else f"{'_' if mark in BARS else sign}({base})"
    return _scripts(node)


def _root(node: etree._Element) -> str:
    degree = _node(node[1]).strip() if local_name(node) == "mroot" else ""
    content = _node(node[0]) if len(node) else ""
    sign = _ROOTS.get(degree, f"√[{degree}]" if degree else "√")
    return f"{sign}({content.strip()})"


def _table(node: etree._Element) -> str:
    if node.get("displaystyle") == "true":
        return "; ".join(_line([part for cell in line for part in _parts(cell)]).strip() for line in node)
    return "; ".join(", ".join(_node(cell).strip().rstrip(",") for cell in line) for line in node)


def _parts(cell: etree._Element) -> list[etree._Element]:
    is_row = len(cell) == 1 and local_name(cell[0]) == "mrow" and not is_fenced(cell[0])
    return list(cell[0] if is_row else cell)


_READERS: Final[dict[str, Callable[[etree._Element], str]]] = {
    **dict.fromkeys(("mi", "mn", "mo", "mtext"), _token),
    **dict.fromkeys(("msub", "msup", "msubsup", "munderover"), _scripts),
    **dict.fromkeys(("mover", "munder"), _over),
    **dict.fromkeys(("msqrt", "mroot"), _root),
    "mfrac": _fraction,
    "mtable": _table,
    "mspace": lambda _node: " ",
    "mphantom": lambda _node: " ",
}
