"""Brings raw MathML, from LaTeX or from another program, into the one form that the writers understand.

The canonical tree is MathML Core (https://www.w3.org/TR/mathml-core/) with `menclose`, and without what Core lets vary:

* rows are flat; a row of one is that one; only rows between growing fences stay, the fences marked with `form`;
* accents, bars and braces over or under a base are marked as such;
* letters carry their style in the character; `mathvariant` is left for "normal" and for what has no such character;
* limits stand where they are to be printed (`munderover` above and below, `msubsup` at the side);
* Cyrillic letters that follow each other are one `mtext`;
* lengths are in em; colours, sizes, links and scripts are gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula.error import broken
from proceedings_editor.exporters.formula.letter import VARIANTS, is_cyrillic, styled
from proceedings_editor.exporters.formula.line import arranged
from proceedings_editor.exporters.formula.symbol import ACCENTS, BARS, BRACES, em_of, has_movable_limits
from proceedings_editor.exporters.formula.tree import (
    TOKENS,
    child_is_display,
    fence,
    is_fence,
    is_fenced,
    local_name,
    make,
    row,
    text_of,
)
from proceedings_editor.texts import text

MAX_DEPTH: Final = 100
MAX_TOKENS: Final = 1500
MAX_ELEMENTS: Final = 6000

_PARTS: Final = {"mfrac": 2, "msup": 2, "msub": 2, "munder": 2, "mover": 2, "mroot": 2, "msubsup": 3, "munderover": 3}
_BESIDE: Final = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
_ABOVE: Final = {beside: above for above, beside in _BESIDE.items()}
_SHAPES: Final = frozenset(
    {
        *("box", "circle", "roundedbox", "left", "right", "top", "bottom"),
        *("updiagonalstrike", "downdiagonalstrike", "verticalstrike", "horizontalstrike"),
    }
)
_LENGTHS: Final = ("width", "height", "depth", "lspace", "rspace", "voffset", "minsize", "maxsize", "linethickness")
_KEPT: Final = {
    "displaystyle": re.compile("true|false"),
    "scriptlevel": re.compile("[0-3]"),
    "stretchy": re.compile("true|false"),
    "fence": re.compile("true|false"),
    "accent": re.compile("true|false"),
    "accentunder": re.compile("true|false"),
    "movablelimits": re.compile("true|false"),
    "form": re.compile("prefix|infix|postfix"),
    "columnalign": re.compile("(?:left|center|right)(?: (?:left|center|right))*"),
    "linebreak": re.compile("newline"),
    "bevelled": re.compile("true"),
}
"""Attributes that survive, with the values they may have; all others say looks, behaviour or addresses."""

_NOT_OPERATORS: Final = frozenset("∞∂∇∅∆∏⊤")
"""Mathematical signs that are nouns: what Unicode calls Sm (or Pd), but no operator."""
Nodes = list[etree._Element]


@dataclass(frozen=True, slots=True)
class Reader:
    """Rewrites one formula; `moves` lets limits typed beside an operator move above and below it (LaTeX does)."""

    source: str
    moves: bool

    def math(self, root: etree._Element, *, display: bool) -> etree._Element:
        """Return the canonical `math` element for a raw one."""
        self._check_size(root)
        content = self._row(root, display)
        if not any(text_of(element).strip() for element in content.iter()):
            raise broken(self.source, text("it is empty"))
        return make("math", content, attributes={"display": "block" if display else "inline"})

    def nodes(self, element: etree._Element, display: bool) -> Nodes:
        """Return what stands for one raw element; groups that say nothing dissolve into their content."""
        name = local_name(element)
        if name in TOKENS or name == "ms":
            return self._token(element, display)
        if name in _PARTS:
            return [self._script(element, display)]
        return self._handler(name)(element, display)

    # ---- what each element becomes ----------------------------------------------------------------------------------

    def _handler(self, name: str) -> Callable[[etree._Element, bool], Nodes]:
        handlers: dict[str, Callable[[etree._Element, bool], Nodes]] = {
            **dict.fromkeys(("mrow", "math", "mtd", "mpadded", "merror"), self._group),
            **dict.fromkeys(("semantics", "maction"), self._first),
            **dict.fromkeys(("msqrt", "mphantom", "mstyle"), self._container),
            **dict.fromkeys(("annotation", "annotation-xml", "none", "mprescripts"), lambda _e, _d: []),
            "menclose": self._enclosed,
            "mspace": self._space,
            "mfenced": self._fenced,
            "mtable": self._table,
            "mmultiscripts": self._scripts,
        }
        if name not in handlers:
            raise broken(self.source, text("the element <{name}> is not known", name=name))
        return handlers[name]

    def _row(self, element: etree._Element, display: bool) -> etree._Element:
        """Return the children of `element` as one node."""
        return row(self._group_content(element, display))

    def _group_content(self, element: etree._Element, display: bool) -> Nodes:
        found: Nodes = []
        for index, child in enumerate(element):
            found += self.nodes(child, child_is_display(element, index, display))
        return arranged(found)

    def _group(self, element: etree._Element, display: bool) -> Nodes:
        found = self._group_content(element, display)
        if found and is_fence(found[0], "prefix") and not is_fence(found[-1], "postfix"):
            found.append(fence("", "postfix"))  # cases: only the left brace
        fenced = make("mrow", *found)
        return [fenced] if is_fenced(fenced) else list(fenced)

    def _first(self, element: etree._Element, display: bool) -> Nodes:
        return self.nodes(element[0], display) if len(element) else []

    def _container(self, element: etree._Element, display: bool) -> Nodes:
        attributes = _attributes(element)
        inner = child_is_display(element, 0, display)
        content = self._group_content(element, inner)
        is_bare = not attributes or (len(content) == 1 and local_name(content[0]) == "mo")
        if local_name(element) == "mstyle" and is_bare:
            return content
        return [make(local_name(element), row(content), attributes=attributes)]

    def _enclosed(self, element: etree._Element, display: bool) -> Nodes:
        shapes = [word for word in element.get("notation", "").split() if word in _SHAPES]
        content = self._row(element, display)
        return [make("menclose", content, attributes={"notation": " ".join(shapes)}) if shapes else content]

    def _space(self, element: etree._Element, display: bool) -> Nodes:
        attributes = _attributes(element)
        says_something = attributes.get("width", "0em") != "0em" or "linebreak" in attributes
        return [make("mspace", attributes={"width": "0em"} | attributes)] if says_something else []

    def _token(self, element: etree._Element, display: bool) -> Nodes:
        name = "mtext" if local_name(element) == "ms" else local_name(element)
        held = "".join(map(str, element.itertext()))
        held = re.sub(r"[ \t\r\n]+", " ", held)
        held = held if name == "mtext" else held.strip().replace(" ", "\u2009")
        attributes = _attributes(element)
        if not held.strip("\u2061\u2062\u2063\u2064\u200b") and not is_fence(element, attributes.get("form", "")):
            return []
        name = _retyped(name, held, attributes)
        variant = element.get("mathvariant", "")
        if self.moves and name == "mi" and len(held) == 1 and "Α" <= held <= "Ω":
            variant = variant or "normal"  # LaTeX sets capital Greek letters upright
        if variant in VARIANTS and variant != "normal" and name != "mtext":
            changed = "".join(styled(char, variant) for char in held)
            held, variant = changed, "" if changed != held else variant
        if variant in VARIANTS:
            attributes["mathvariant"] = variant
        return [make(name, text=_signs(name, held), attributes=attributes)]

    def _script(self, element: etree._Element, display: bool) -> etree._Element:
        """Fractions, roots with an index, and everything with something above, below or beside a base."""
        name = local_name(element)
        if len(element) != _PARTS[name]:
            raise broken(self.source, text("a fraction, root, index or accent lacks one of its parts"))
        parts = [
            row(self._group_nodes(child, child_is_display(element, index, display)))
            for index, child in enumerate(element)
        ]
        attributes = _attributes(element) | _accents(element, parts)
        return make(self._placed(name, element, parts, display), *parts, attributes=attributes)

    def _group_nodes(self, element: etree._Element, display: bool) -> Nodes:
        return arranged(self.nodes(element, display))

    def _placed(self, name: str, element: etree._Element, parts: Nodes, display: bool) -> str:
        """Return under which name limits are to be written, above and below or beside."""
        operator = parts[0] if local_name(parts[0]) == "mo" else None
        if operator is None or not has_movable_limits(text_of(operator)) or _is_accent(element, parts):
            return name
        if not display and operator.get("movablelimits") != "false":
            return _BESIDE.get(name, name)
        return _ABOVE.get(name, name) if display and self.moves else name

    def _scripts(self, element: etree._Element, display: bool) -> Nodes:
        """Write `mmultiscripts` as scripts on the base and, before it, scripts on nothing."""
        parts = list(element)
        names = [local_name(child) for child in parts]
        middle = names.index("mprescripts") if "mprescripts" in names else len(names)
        base = row(self._group_nodes(parts[0], display)) if parts else make("mrow")
        after = self._paired(base, parts[1:middle])
        return [*self._paired(make("mrow"), parts[middle + 1 :]), *after] if middle < len(names) else after

    def _paired(self, base: etree._Element, scripts: Nodes) -> Nodes:
        found: Nodes = []
        for lower, upper in zip(scripts[::2], scripts[1::2], strict=False):
            below, above = row(self.nodes(lower, False)), row(self.nodes(upper, False))
            found.append(make("msubsup", base, below, above))
            base = make("mrow")
        return found or [base]

    def _fenced(self, element: etree._Element, display: bool) -> Nodes:
        separators = "".join(element.get("separators", ",").split()) or " "
        inner: Nodes = []
        for index, child in enumerate(list(element)):
            if index and separators.strip():
                inner.append(make("mo", text=separators[min(index, len(separators)) - 1]))
            inner += self.nodes(child, display)
        opening, closing = element.get("open", "(").strip(), element.get("close", ")").strip()
        return [make("mrow", fence(opening, "prefix"), *arranged(inner), fence(closing, "postfix"))]

    def _table(self, element: etree._Element, display: bool) -> Nodes:
        if any(local_name(child) not in ("mtr", "mlabeledtr") for child in element):
            raise broken(self.source, text("a matrix holds something that is not a row"))
        inner = child_is_display(element, 0, display)
        rows = [self._table_row(child, inner) for child in element]
        rows = [line for line in rows if len(line)]
        return [make("mtable", *rows, attributes=_attributes(element))] if rows else []

    def _table_row(self, element: etree._Element, display: bool) -> etree._Element:
        cells = list(element)[1:] if local_name(element) == "mlabeledtr" else list(element)
        return make("mtr", *(self._cell(cell, display) for cell in cells), attributes=_attributes(element))

    def _cell(self, element: etree._Element, display: bool) -> etree._Element:
        if local_name(element) != "mtd":
            raise broken(self.source, text("a matrix holds something that is not a cell"))
        return make("mtd", self._row(element, display), attributes=_attributes(element))

    def _check_size(self, root: etree._Element) -> None:
        """Refuse trees that would take minutes to lay out; walked without recursion, since they may be deep."""
        elements, tokens, waiting = 0, 0, [(root, 0)]
        while waiting:
            element, depth = waiting.pop()
            elements, tokens = elements + 1, tokens + (local_name(element) in TOKENS)
            if depth > MAX_DEPTH or tokens > MAX_TOKENS or elements > MAX_ELEMENTS:
                raise broken(self.source, text("it is too large or nested too deeply; split it into parts"))
            waiting += [(child, depth + 1) for child in element]


def _attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes worth keeping, lengths in em."""
    kept = {name: element.get(name, "") for name, values in _KEPT.items() if values.fullmatch(element.get(name, ""))}
    for name in _LENGTHS:
        length = em_of(element.get(name, ""))
        if length is not None:
            kept[name] = f"{length:.4g}em"
    return kept


def _retyped(name: str, held: str, attributes: dict[str, str]) -> str:
    """Return which kind of token `held` is: converters call words operators and operators identifiers."""
    if name in ("mi", "mo") and any(map(is_cyrillic, held)):
        return "mtext"
    is_limit = has_movable_limits(held) or attributes.get("movablelimits") == "true"
    if name == "mo" and len(held) > 1 and held.isalpha() and not is_limit:
        return "mi"
    is_sign = len(held) == 1 and unicodedata.category(held) in ("Sm", "Pd") and held not in _NOT_OPERATORS
    return "mo" if name == "mi" and (is_sign or held in (";", ":")) else name


def _signs(name: str, held: str) -> str:
    """Return a token's text with true minus signs and composed letters."""
    held = unicodedata.normalize("NFC", held)
    if name == "mo" and held in ("-", "–"):
        return "−"
    return "−" + held[1:] if name == "mn" and held.startswith("-") else held


def _accents(element: etree._Element, parts: Nodes) -> dict[str, str]:
    """Return what marks the mark over or under a base as an accent, and give bars their one character."""
    name = local_name(element)
    mark = parts[-1] if name in ("munder", "mover") and local_name(parts[-1]) == "mo" else None
    if mark is None or text_of(mark) not in frozenset(ACCENTS) | BARS | BRACES:
        return {}
    if text_of(mark) in BARS:
        mark.text = "‾"
    is_wide = text_of(mark) in BARS | BRACES or (element.get("accent") != "true" and mark.get("stretchy") != "false")
    mark.attrib.clear()
    mark.set("stretchy", "true" if is_wide else "false")
    return {"accentunder" if name == "munder" else "accent": "true"}


def _is_accent(element: etree._Element, parts: Nodes) -> bool:
    return element.get("accent") == "true" or any(text_of(part) in ACCENTS for part in parts[1:])
