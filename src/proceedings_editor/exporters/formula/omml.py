"""The door from a formula's source to Office Math (OMML, ECMA-376 part 1, section 22.1).

The schema wants the parts of every structure in a fixed order; the makers in `omml_part` keep it. Office Math nests
where MathML sets side by side: a sum holds what it sums, a function its argument. How far those reach is decided here.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula import omml_part as part
from proceedings_editor.exporters.formula.mathml import CACHED, to_mathml
from proceedings_editor.exporters.formula.symbol import (
    ACCENTS,
    BARS,
    BRACES,
    LARGE_OPERATORS,
    STOPS,
    em_of,
    has_movable_limits,
)
from proceedings_editor.exporters.formula.tree import (
    is_fenced,
    is_operator,
    local_name,
    text_of,
)

Nodes = list[etree._Element]

_SCRIPTED: Final = frozenset({"msup", "msub", "msubsup", "munder", "mover", "munderover"})
_SIDE: Final = frozenset({"msub", "msup", "msubsup"})
_SUBSCRIPTED: Final = frozenset({"msub", "msubsup", "munder", "munderover"})


def to_omml(notation: str, source: str, *, display: bool = True) -> etree._Element:
    """Return the formula as an `m:oMath` element that is valid against the schema of WordprocessingML.

    Args:
        notation: "latex" or "mathml".
        source: The formula as typed.
        display: Whether it stands in a line of its own or inside running text (limits then stand at the side).

    Raises:
        FormulaError: As `to_mathml`.
    """
    return copy.deepcopy(_omml(notation, source, display))


@lru_cache(maxsize=CACHED)
def _omml(notation: str, source: str, display: bool) -> etree._Element:
    return part.formula(_line(list(to_mathml(notation, source, display=display))))


def _line(nodes: Nodes) -> Nodes:
    """Return the Office Math of nodes that stand side by side, equal runs joined."""
    flat: Nodes = []
    for node in nodes:
        flat += list(node) if local_name(node) == "mrow" and not is_fenced(node) else [node]
    found: Nodes = []
    position = 0
    while position < len(flat):
        made, position = _at(flat, position)
        found += made
    return part.joined(found)


def _at(nodes: Nodes, position: int) -> tuple[Nodes, int]:
    """Return the Office Math of the node at `position`, with the operand it takes in, and the position after that."""
    node = nodes[position]
    operator = node[0] if local_name(node) in _SCRIPTED else node
    if is_operator(operator, LARGE_OPERATORS):
        end = _operand_end(nodes, position + 1)
        return [_nary(node, nodes[position + 1 : end])], end
    if _is_function(operator):
        end = position + 1 + _argument_size(nodes[position + 1 :])
        if end > position + 1:
            argument = [child for child in nodes[position + 1 : end] if local_name(child) != "mspace"]
            return [part.function(_item(node), _line(argument))], end
    return _item(node), position + 1


def _operand_end(nodes: Nodes, position: int) -> int:
    """Return where the operand of a sum or integral ends: at a relation, plus or comma outside of parentheses."""
    depth = 0
    while position < len(nodes):
        sign = text_of(nodes[position])
        depth += (sign in frozenset("([{")) - (sign in frozenset(")]}"))
        if depth < 0 or (depth == 0 and is_operator(nodes[position], STOPS)):
            break
        position += 1
    return position


def _argument_size(nodes: Nodes) -> int:
    """Return how many nodes a function takes: a parenthesised group, or one node after a thin space."""
    blank = next((index for index, node in enumerate(nodes) if local_name(node) != "mspace"), len(nodes))
    if blank == len(nodes):
        return 0
    first = nodes[blank]
    if is_operator(first, frozenset("([")):
        return _closing(nodes, blank) + 1
    return 0 if local_name(first) in ("mo", "mtext") else blank + 1


def _closing(nodes: Nodes, position: int) -> int:
    """Return where the parenthesis at `position` is closed, or -1."""
    depth = 0
    for index, node in enumerate(nodes[position:], position):
        depth += is_operator(node, frozenset("([")) - is_operator(node, frozenset(")]"))
        if depth == 0:
            return index
    return -1


def _is_function(node: etree._Element) -> bool:
    held = text_of(node)
    is_name = local_name(node) == "mi" and len(held) > 1 and held.isalpha() and held.isascii()
    return is_name or (local_name(node) == "mo" and len(held) > 1 and has_movable_limits(held))


def _item(node: etree._Element) -> Nodes:
    """Return the Office Math of one node."""
    if is_fenced(node):
        return [_delimited(node)]
    return _MAKERS.get(local_name(node), _content)(node)


def _content(node: etree._Element) -> Nodes:
    return _line(list(node))


# ---- scripts and limits ---------------------------------------------------------------------------------------------


def _nary(node: etree._Element, operand: Nodes) -> etree._Element:
    name = local_name(node)
    lower = _line([node[1]]) if name in _SUBSCRIPTED else []
    upper = _line([node[-1]]) if name not in ("mo", "msub", "munder") else []
    sign = text_of(node if name == "mo" else node[0])
    return part.nary(sign, lower, upper, _line(operand), beside=name in _SIDE or name == "mo")


def _scripts(node: etree._Element) -> Nodes:
    tag = {"msup": "sSup", "msub": "sSub", "msubsup": "sSubSup"}[local_name(node)]
    names = {"sSup": ("e", "sup"), "sSub": ("e", "sub"), "sSubSup": ("e", "sub", "sup")}[tag]
    return [part.structure(tag, [], *((name, _line([child])) for name, child in zip(names, node, strict=True)))]


def _over(node: etree._Element) -> Nodes:
    base, mark = _line([node[0]]), text_of(node[1])
    if node.get("accent") == "true" and mark in BARS:
        return [part.bar(base, above=True)]
    if node.get("accent") == "true" and mark in ACCENTS:
        return [part.accent(base, ACCENTS[mark])]
    if node.get("accent") == "true" and mark in BRACES:
        return [part.brace(base, mark, above=True)]
    return [part.structure("limUpp", [], ("e", base), ("lim", _line([node[1]])))]


def _under(node: etree._Element) -> Nodes:
    base, mark = _line([node[0]]), text_of(node[1])
    if node.get("accentunder") == "true" and mark in BARS:
        return [part.bar(base, above=False)]
    if node.get("accentunder") == "true" and mark in BRACES:
        return [part.brace(base, mark, above=False)]
    return [part.structure("limLow", [], ("e", base), ("lim", _line([node[1]])))]


def _under_over(node: etree._Element) -> Nodes:
    lower = part.structure("limLow", [], ("e", _line([node[0]])), ("lim", _line([node[1]])))
    return [part.structure("limUpp", [], ("e", [lower]), ("lim", _line([node[2]])))]


# ---- everything else ------------------------------------------------------------------------------------------------


def _fraction(node: etree._Element) -> Nodes:
    kind = "noBar" if node.get("linethickness") == "0em" else "skw" if node.get("bevelled") else "bar"
    return [part.fraction(_line([node[0]]), _line([node[1]]), kind)]


def _delimited(node: etree._Element) -> etree._Element:
    """Return what stands between fences; a growing bar in the middle separates two parts."""
    inner = list(node)[1:-1]
    marks = [
        index for index, child in enumerate(inner) if local_name(child) == "mo" and child.get("stretchy") == "true"
    ]
    edges = [-1, *marks, len(inner)]
    pieces = [_line(inner[start + 1 : end]) for start, end in pairwise(edges)]
    separator = text_of(inner[marks[0]]) if marks else ""
    return part.delimited(text_of(node[0]), text_of(node[-1]), pieces, separator)


def _table(node: etree._Element) -> Nodes:
    rows = [[_line(list(cell)) for cell in line] for line in node]
    aligns = [[cell.get("columnalign", "center") for cell in line] for line in node]
    columns = max(aligns, key=len)
    is_aligned = node.get("displaystyle") == "true" and all(
        align == ("right", "left")[index % 2] for index, align in enumerate(columns)
    )
    if is_aligned or (len(columns) == 1 and node.get("displaystyle") == "true"):
        return [part.equations(rows)]
    default = node.get("columnalign", "").split()
    return [part.matrix(rows, [*default, *columns[len(default) :]])]


def _space(node: etree._Element) -> Nodes:
    return part.space(em_of(node.get("width", "")) or 0)


def _enclosed(node: etree._Element) -> Nodes:
    return [part.bordered(_content(node), frozenset(node.get("notation", "").split()))]


_MAKERS: Final[dict[str, Callable[[etree._Element], Nodes]]] = {
    **dict.fromkeys(("mi", "mn", "mo", "mtext"), part.runs),
    **dict.fromkeys(_SIDE, _scripts),
    "munder": _under,
    "mover": _over,
    "munderover": _under_over,
    "mfrac": _fraction,
    "msqrt": lambda node: [part.radical(_content(node), [])],
    "mroot": lambda node: [part.radical(_line([node[0]]), _line([node[1]]))],
    "mtable": _table,
    "mspace": _space,
    "mphantom": lambda node: [part.phantom(_content(node))],
    "menclose": _enclosed,
}
