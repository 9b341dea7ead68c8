"""Makers of the single Office Math structures, each with its parts in the order of the schema.

Source: ECMA-376 part 1, 22.1.2 (the structures) and shared-math.xsd (the order of elements).
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula.letter import unstyled
from proceedings_editor.exporters.formula.symbol import INTEGRALS
from proceedings_editor.exporters.formula.tree import local_name, text_of

MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH_FONT: Final = "Cambria Math"
NOTHING: Final = "\u200b"
"""Fills a part that is empty on purpose; Word shows a dotted box in parts that hold nothing."""

Nodes = list[etree._Element]
Properties = list[tuple[str, str]]

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ALPHABETS: Final = {
    "double-struck": ("double-struck", "p"),
    "script": ("script", "p"),
    "bold-script": ("script", "b"),
    "fraktur": ("fraktur", "p"),
    "bold-fraktur": ("fraktur", "b"),
    "sans-serif": ("sans-serif", "p"),
    "bold-sans-serif": ("sans-serif", "b"),
    "sans-serif-italic": ("sans-serif", "i"),
    "sans-serif-bold-italic": ("sans-serif", "bi"),
    "monospace": ("monospace", "p"),
    "bold": ("", "b"),
    "italic": ("", "i"),
    "bold-italic": ("", "bi"),
    "normal": ("", "p"),
}
"""`mathvariant` -> Office Math's script and style."""

_BLANKS: Final = ((0.9, "\u2003"), (0.45, "\u2002"), (0.24, "\u2005"), (0.15, "\u2009"), (0.03, "\u200a"))
_STRIKES: Final = {
    "horizontalstrike": "strikeH",
    "verticalstrike": "strikeV",
    "updiagonalstrike": "strikeBLTR",
    "downdiagonalstrike": "strikeTLBR",
}
_FRAMES: Final = frozenset({"box", "roundedbox", "circle"})
_SIDES: Final = (("hideTop", "top"), ("hideBot", "bottom"), ("hideLeft", "left"), ("hideRight", "right"))


def formula(content: Nodes) -> etree._Element:
    """Return the root element `m:oMath`."""
    root = etree.Element(f"{{{MATH}}}oMath", {}, {"m": MATH, "w": WORD})
    root.extend(content)
    etree.cleanup_namespaces(root, keep_ns_prefixes=["m", "w"])
    return root


def structure(tag: str, properties: Properties, *parts: tuple[str, Nodes]) -> etree._Element:
    """Return the structure `tag` with its properties and its named parts in the order given."""
    element = _element(tag)
    if properties:
        holder = etree.SubElement(element, f"{{{MATH}}}{tag}Pr")
        for name, value in properties:
            etree.SubElement(holder, f"{{{MATH}}}{name}", {f"{{{MATH}}}val": value})
    for name, content in parts:
        etree.SubElement(element, f"{{{MATH}}}{name}").extend(content or [_run(NOTHING, "", "")])
    return element


def _element(tag: str) -> etree._Element:
    return etree.Element(f"{{{MATH}}}{tag}", {}, {"m": MATH, "w": WORD})


# ---- runs -----------------------------------------------------------------------------------------------------------


def runs(node: etree._Element) -> Nodes:
    """Return the runs of one token: text in the document's font, everything else in the mathematical font."""
    held, variant = text_of(node), node.get("mathvariant", "")
    if local_name(node) == "mtext":
        return [_text_run(held.replace("\u00a0", " "), variant)]
    is_upright = local_name(node) != "mn" and len(held) > 1 and held.replace("\u2009", "").isalpha()
    default = ("", "p" if is_upright else "")
    letters = [unstyled(char) for char in held]
    return joined([_run(item.plain, *_ALPHABETS.get(variant or item.variant, default)) for item in letters])


def space(em: float) -> Nodes:
    """Return a run of blanks about `em` wide; negative spaces are left out, as Office Math has none."""
    blanks = ""
    while em >= _BLANKS[-1][0] and len(blanks) < 20:
        blanks += next(blank for width, blank in _BLANKS if em >= width)
        em -= next(max(width, 0.05) for width, _ in _BLANKS if em >= width) / 0.9
    return [_run(blanks, "", "")] if blanks else []


def joined(nodes: Nodes) -> Nodes:
    """Join neighbouring runs that look alike, as Word does when it saves."""
    found: Nodes = []
    for node in nodes:
        if found and _looks(node) is not None and _looks(node) == _looks(found[-1]):
            held = found[-1][-1]
            held.text = (held.text or "") + (node[-1].text or "")
            _keep_blanks(held)
        else:
            found.append(node)
    return found


def _looks(node: etree._Element) -> list[bytes] | None:
    return [etree.tostring(child) for child in list(node)[:-1]] if etree.QName(node).localname == "r" else None


def _run(held: str, script: str, style: str) -> etree._Element:
    properties = [(name, value) for name, value in (("scr", script), ("sty", style)) if value]
    run = structure("r", properties)
    look = etree.SubElement(run, f"{{{WORD}}}rPr")
    etree.SubElement(look, f"{{{WORD}}}rFonts", {f"{{{WORD}}}{name}": MATH_FONT for name in ("ascii", "hAnsi")})
    _look(look, bold="b" in style, italic="i" in style)
    return _with_text(run, held)


def _text_run(held: str, variant: str) -> etree._Element:
    run = structure("r", [])
    etree.SubElement(etree.SubElement(run, f"{{{MATH}}}rPr"), f"{{{MATH}}}nor")
    if "bold" in variant or "italic" in variant:
        _look(etree.SubElement(run, f"{{{WORD}}}rPr"), bold="bold" in variant, italic="italic" in variant)
    return _with_text(run, held)


def _look(holder: etree._Element, *, bold: bool, italic: bool) -> None:
    for name in ("b",) * bold + ("i",) * italic:
        etree.SubElement(holder, f"{{{WORD}}}{name}")


def _with_text(run: etree._Element, held: str) -> etree._Element:
    etree.SubElement(run, f"{{{MATH}}}t").text = held
    _keep_blanks(run[-1])
    return run


def _keep_blanks(element: etree._Element) -> None:
    if element.text and element.text != element.text.strip():
        element.set(_SPACE, "preserve")


# ---- structures -----------------------------------------------------------------------------------------------------


def fraction(above: Nodes, below: Nodes, kind: str) -> etree._Element:
    """Return a fraction; `kind` is "bar", "noBar" (a stack, as in binomials) or "skw"."""
    return structure("f", [("type", kind)], ("num", above), ("den", below))


def radical(content: Nodes, degree: Nodes) -> etree._Element:
    """Return a root; without a degree the part is there but hidden, as the schema wants it."""
    element = structure("rad", [] if degree else [("degHide", "1")])
    etree.SubElement(element, f"{{{MATH}}}deg").extend(degree)
    etree.SubElement(element, f"{{{MATH}}}e").extend(content or [_run(NOTHING, "", "")])
    return element


def nary(sign: str, lower: Nodes, upper: Nodes, operand: Nodes, *, beside: bool) -> etree._Element:
    """Return a sum, product, integral ... with its limits above and below or beside the sign."""
    properties = [("chr", sign), ("limLoc", "subSup" if beside else "undOvr")]
    properties += [("grow", "1")] if sign in INTEGRALS else []
    properties += [(name, "1") for name, limit in (("subHide", lower), ("supHide", upper)) if not limit]
    element = structure("nary", properties)
    for name, content in (("sub", lower), ("sup", upper), ("e", operand or [_run(NOTHING, "", "")])):
        etree.SubElement(element, f"{{{MATH}}}{name}").extend(content)
    return element


def function(name: Nodes, argument: Nodes) -> etree._Element:
    """Return a named function and its argument; Word puts the thin space between them."""
    return structure("func", [], ("fName", name), ("e", argument))


def accent(base: Nodes, mark: str) -> etree._Element:
    """Return `base` under the combining character `mark`."""
    return structure("acc", [("chr", mark)], ("e", base))


def bar(base: Nodes, *, above: bool) -> etree._Element:
    """Return `base` with a line above or below."""
    return structure("bar", [("pos", "top" if above else "bot")], ("e", base))


def brace(base: Nodes, mark: str, *, above: bool) -> etree._Element:
    """Return `base` with a brace or bracket that spans it."""
    place = ("top", "bot") if above else ("bot", "top")
    return structure("groupChr", [("chr", mark), ("pos", place[0]), ("vertJc", place[1])], ("e", base))


def delimited(opening: str, closing: str, pieces: list[Nodes], separator: str) -> etree._Element:
    """Return pieces between growing fences; an empty fence is not drawn."""
    properties = [("begChr", opening), *([("sepChr", separator)] if separator else []), ("endChr", closing)]
    return structure("d", properties, *(("e", piece) for piece in pieces))


def matrix(rows: list[list[Nodes]], columns: list[str]) -> etree._Element:
    """Return a matrix; `columns` says "left", "center" or "right" for each."""
    element = _element("m")
    properties = etree.SubElement(element, f"{{{MATH}}}mPr")
    etree.SubElement(properties, f"{{{MATH}}}plcHide", {f"{{{MATH}}}val": "1"})
    every = etree.SubElement(properties, f"{{{MATH}}}mcs")
    for align in columns:
        etree.SubElement(every, f"{{{MATH}}}mc").append(structure("mc", [("count", "1"), ("mcJc", align)])[0])
    for cells in rows:
        line = etree.SubElement(element, f"{{{MATH}}}mr")
        for index in range(len(columns)):
            content = cells[index] if index < len(cells) else []
            etree.SubElement(line, f"{{{MATH}}}e").extend(content or [_run(NOTHING, "", "")])
    return element


def equations(rows: list[list[Nodes]]) -> etree._Element:
    """Return equations under each other; Office Math marks the places to align with ampersands in the text."""
    lines: list[Nodes] = []
    for cells in rows:
        line: Nodes = list(cells[0]) if cells else []
        for cell in cells[1:]:
            line += [_run("&", "", ""), *cell]
        lines.append(joined(line))
    return structure("eqArr", [], *(("e", line) for line in lines))


def phantom(content: Nodes) -> etree._Element:
    """Return something that takes its place but is not shown."""
    return structure("phant", [("show", "0")], ("e", content))


def bordered(content: Nodes, shapes: frozenset[str]) -> etree._Element:
    """Return `content` in a frame, with single sides of one, or struck through."""
    hidden = [] if shapes & _FRAMES else [(name, "1") for name, side in _SIDES if side not in shapes]
    strikes = [(name, "1") for shape, name in _STRIKES.items() if shape in shapes]
    return structure("borderBox", hidden + strikes, ("e", content))
