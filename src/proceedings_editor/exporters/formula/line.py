"""Puts in order what stands side by side in a formula: words, decimal numbers, struck signs, fences, line breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula.letter import is_cyrillic
from proceedings_editor.exporters.formula.symbol import CLOSING_FENCES, SYMMETRIC_FENCES
from proceedings_editor.exporters.formula.tree import fence, is_fenced, local_name, make, row, text_of

Nodes = list[etree._Element]

_SLASH: Final = "⧸"
_STRIKE: Final = "\u0338"
_OPENING: Final = frozenset(CLOSING_FENCES)
_CLOSING: Final = frozenset(CLOSING_FENCES.values())


def arranged(nodes: Nodes) -> Nodes:
    """Return `nodes`, the canonical elements of one row, in their final grouping."""
    for step in _STEPS:
        nodes = step(nodes)
    return nodes


def _struck(nodes: Nodes) -> Nodes:
    r"""Draw a slash and the sign after it as one character: the slash of LaTeX's `\not` has no width."""
    found: Nodes = []
    for node in nodes:
        before = found[-1] if found else None
        if before is not None and "".join(map(str, before.itertext())) == _SLASH and text_of(node):
            node.text = unicodedata.normalize("NFC", text_of(node)[0] + _STRIKE + text_of(node)[1:])
            found.pop()
        found.append(node)
    return found


def _words(nodes: Nodes) -> Nodes:
    r"""Join Cyrillic letters typed outside of `\text` into words."""
    found: Nodes = []
    for node in nodes:
        if found and _is_word(node) and _is_word(found[-1]) and found[-1].attrib == node.attrib:
            found[-1].text = text_of(found[-1]) + text_of(node)
        else:
            found.append(node)
    return found


def _is_word(node: etree._Element) -> bool:
    return local_name(node) == "mtext" and all(map(is_cyrillic, text_of(node)))


def _decimals(nodes: Nodes) -> Nodes:
    r"""Join the parts of a number with a decimal comma; the comma arrives as an identifier (`\mathord{,}`)."""
    found: Nodes = []
    for node in nodes:
        is_tail = len(found) >= 2 and local_name(found[-1]) == "mi" and text_of(found[-1]) == ","
        if is_tail and local_name(node) == local_name(found[-2]) == "mn":
            found.pop()
            found[-1].text = f"{text_of(found[-1])},{text_of(node)}"
        else:
            found.append(node)
    return found


def _binomials(nodes: Nodes) -> Nodes:
    """Let the parentheses of a binomial coefficient, given with a fixed size, grow with it."""
    for index in range(1, len(nodes) - 1):
        before, node, after = nodes[index - 1 : index + 2]
        is_stack = local_name(node) == "mfrac" and node.get("linethickness") == "0em"
        if is_stack and before.get("minsize") and after.get("minsize"):
            before.attrib.clear()
            after.attrib.clear()
    return nodes


def _fences(nodes: Nodes) -> Nodes:
    """Make a row of its own of what stands between two growing fences that were typed side by side with the rest."""
    if is_fenced(make("mrow", *nodes)):
        return nodes
    found: Nodes = []
    opened: list[int] = []
    for node in nodes:
        if opened and _closes(node, text_of(found[opened[-1]])):
            start = opened.pop()
            inner = found[start + 1 :]
            pair = fence(text_of(found[start]), "prefix"), fence(text_of(node), "postfix")
            found[start:] = [make("mrow", pair[0], *inner, pair[1])]
            continue
        if _may_grow(node) and text_of(node) in _OPENING | SYMMETRIC_FENCES:
            opened.append(len(found))
        elif _may_grow(node) and text_of(node) in _CLOSING:
            opened.clear()
        found.append(node)
    return found


def _may_grow(node: etree._Element) -> bool:
    return local_name(node) == "mo" and node.get("stretchy") != "false" and not node.get("minsize")


def _closes(node: etree._Element, opening: str) -> bool:
    return _may_grow(node) and text_of(node) == CLOSING_FENCES.get(opening, opening)


def _lines(nodes: Nodes) -> Nodes:
    """Stack the lines of a formula that was broken by hand."""
    if not any(node.get("linebreak") for node in nodes):
        return nodes
    lines: list[Nodes] = [[]]
    for node in nodes:
        if node.get("linebreak"):
            lines.append([])
        else:
            lines[-1].append(node)
    cells = [make("mtr", make("mtd", row(line), attributes={"columnalign": "left"})) for line in lines if line]
    return [make("mtable", *cells, attributes={"displaystyle": "true"})] if cells else []


_STEPS: Final[tuple[Callable[[Nodes], Nodes], ...]] = (_struck, _words, _decimals, _binomials, _fences, _lines)
