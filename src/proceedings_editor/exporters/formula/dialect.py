"""Rewrites canonical MathML into what ziamath 0.13 lays out well.

ziamath keeps no display style of its own (it does not turn it off inside fractions and scripts), measures an em a third
too wide, stumbles over empty rows and `mstyle`, and knows an overline only as U+2015.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from lxml import etree

from proceedings_editor.exporters.formula.symbol import em_of
from proceedings_editor.exporters.formula.tree import child_is_display, local_name, text_of

EM_SCALE: Final = 1 / 1.333
"""What lengths are multiplied with, because ziamath takes an em for 13.33 units in a font of size 10."""

_LENGTHS: Final = frozenset({"width", "height", "depth", "lspace", "rspace", "minsize", "maxsize", "linethickness"})
_STYLED: Final = frozenset({"mo", "mfrac", "msqrt", "mroot", "mtable"})
_BAR: Final = "\u2015"
_SMALL_ACCENTS: Final = {"^": "\u02c6", "~": "\u02dc"}
_WIDE_ACCENTS: Final = {"^": "\u0302", "~": "\u0303", "ˇ": "\u030c"}


def to_dialect(node: etree._Element, display: bool, has: Callable[[str], bool]) -> Element:
    """Return `node` for ziamath; tokens with a character that its font, asked by `has`, lacks become text."""
    if local_name(node) == "mrow" and not len(node):
        return Element("mspace", {"width": "0"})
    element = Element(_tag(node, has), _attributes(node, display))
    element.text = _text(node)
    for index, child in enumerate(node):
        element.append(to_dialect(child, child_is_display(node, index, display), has))
        if local_name(node) == "mrow" and _wants_space(child):
            element.append(Element("mspace", {"width": f"{EM_SCALE / 6:.4f}em"}))
    return element


def _wants_space(node: etree._Element) -> bool:
    """Tell whether the name of a function with scripts stands before its argument: ziamath sets them close."""
    after = node.getnext()
    name = text_of(node[0]) if len(node) and local_name(node[0]) in ("mi", "mo") else ""
    return len(name) > 1 and name[0].isalpha() and after is not None and local_name(after) not in ("mo", "mspace")


def _tag(node: etree._Element, has: Callable[[str], bool]) -> str:
    name = local_name(node)
    if name in ("mi", "mn", "mo") and not all(map(has, text_of(node))):
        return "mtext"
    return "mrow" if name == "mstyle" else name


def _attributes(node: etree._Element, display: bool) -> dict[str, str]:
    found = {}
    for key, value in node.attrib.items():
        em = em_of(str(value)) if key in _LENGTHS else None
        found[str(key)] = str(value) if em is None else f"{em * (1 if local_name(node) == 'mo' else EM_SCALE):.4f}em"
    if local_name(node) in _STYLED and (node.get("displaystyle") is None):
        found["displaystyle"] = "true" if display else "false"
    if local_name(node) == "mtable":
        is_lines = node.get("displaystyle") == "true"
        found |= {"rowspacing": "0.4em", "columnspacing": "0em 0.75em" if is_lines else "0.6em"}
    if local_name(node) == "mstyle":
        found.pop("displaystyle", None)
    return found


def _text(node: etree._Element) -> str | None:
    held = text_of(node)
    parent = node.getparent()
    if parent is None or node is parent[0] or "true" not in (parent.get("accent"), parent.get("accentunder")):
        return held or None
    if held == "‾":
        return _BAR
    table = _WIDE_ACCENTS if node.get("stretchy") == "true" else _SMALL_ACCENTS
    return table.get(held, held)
