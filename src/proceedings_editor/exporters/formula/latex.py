"""Reads LaTeX into raw MathML through latex2mathml, and refuses what that library would silently pass on.

latex2mathml prints an unknown command, a stray brace or an unknown environment as if it were text; it also runs macro
definitions, which can grow without end. So the source is checked before, and the tree after the conversion.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from lxml import etree

from proceedings_editor.exporters.formula.error import broken
from proceedings_editor.exporters.formula.tree import make
from proceedings_editor.texts import Text, text

MAX_NESTING: Final = 40

_WRAPPERS: Final = (("$$", "$$"), ("$", "$"), (r"\[", r"\]"), (r"\(", r"\)"))

_REFUSED: Final = re.compile(
    r"\\(?:re)?newcommand|\\newenvironment|\\DeclareMathOperator|\\[gex]?def|\\let|\\href|\\url|\\class|\\style"
    r"|\\unicode|\\verb|\\input|\\include|\\require"
)
"""Commands that define, load, link or address the output instead of saying mathematics."""

_ENVIRONMENTS: Final = {
    **{name: name for name in ("matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix")},
    **{name: name for name in ("array", "cases", "split")},
    **dict.fromkeys(("align", "align*", "aligned", "flalign", "flalign*", "eqnarray", "eqnarray*"), "align*"),
    **dict.fromkeys(("alignat", "alignat*", "alignedat"), "align*"),
    **dict.fromkeys(("gather", "gather*", "gathered", "multline", "multline*"), "matrix"),
    **dict.fromkeys(("equation", "equation*", "displaymath", "math"), ""),
    "dcases": "cases",
}
"""Environment -> the one latex2mathml knows ("" leaves the content alone). None of ours numbers its lines."""

_ENVIRONMENT: Final = re.compile(r"\\(begin|end)\s*\{\s*([^{}]*?)\s*\}")
_COLUMN_COUNT: Final = re.compile(r"(\\begin\{(?:alignat\*?|alignedat)\})\s*\{\d+\}")
_ENTITY: Final = re.compile(r"&#x([0-9A-Fa-f]{1,6});")
_LEFTOVER: Final = re.compile(r"\\[A-Za-z]+|[{}$&#\\]")
_TEXT_LEFTOVER: Final = re.compile(r"\\[A-Za-z]+|[{}$]")

_REWRITES: Final = (
    (re.compile(r"(?<!\\)((?:\\\\)*)%.*"), r"\1"),  # comments
    (re.compile(r"\s+"), " "),
    (re.compile(r"\\label\s*\{[^{}]*\}|\\nonumber\b|\\notag\b"), ""),  # numbers are the document's business
    (re.compile(r"\\tag(?=\*?\s*\{)"), r"\\qquad\\tag"),
    (re.compile(r"\\math(rm|normal)\{"), r"\\math\1 {"),  # else \mathrm{d} loses its upright style
    (re.compile(r"(?<=\d)(?:,|\{,\})(?=\d)"), r"\\mathord{,}"),  # a decimal comma, as in icomma
    (re.compile(r"\\text(?:rm|normal)?\s*\{([^{}]*(?<!\\)\$[^{}]*)\}"), r"\\hbox{\1}"),  # formulas inside text
)


def parse_latex(source: str) -> etree._Element:
    """Return the raw MathML of `source` (element `math`, not yet canonical).

    Raises:
        FormulaError: The source is incomplete or uses what is not known here.
    """
    content = _unwrapped(source.strip())
    _check_braces(content, source)
    if found := _REFUSED.search(content):
        raise broken(source, text("the command {command} is not allowed in a formula", command=found[0]))
    for pattern, replacement in _REWRITES:
        content = pattern.sub(replacement, content)
    return _translated(_converted(_known_environments(content, source), source), source)


def _unwrapped(content: str) -> str:
    """Take away the dollars or brackets that delimit a formula inside a LaTeX document."""
    for opening, closing in _WRAPPERS:
        inner = content[len(opening) : -len(closing)]
        if content.startswith(opening) and content.endswith(closing) and opening not in inner:
            return inner
    return content


def _check_braces(content: str, source: str) -> None:
    depth = 0
    for sign in re.findall(r"\\.|[{}]", content, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            break
        if depth > MAX_NESTING:
            raise broken(source, text("its braces are nested too deeply; split it into parts"))
    if depth:
        raise broken(source, text("an opening or closing brace is missing"))


def _known_environments(content: str, source: str) -> str:
    """Replace the environments by those that latex2mathml sets, and refuse unknown ones."""

    def known(found: re.Match[str]) -> str:
        if found[2] not in _ENVIRONMENTS:
            raise broken(source, text("the environment “{name}” is not known", name=found[2]))
        name = _ENVIRONMENTS[found[2]]
        return f"\\{found[1]}{{{name}}}" if name else ""

    return _ENVIRONMENT.sub(known, _COLUMN_COUNT.sub(r"\1", content))


def _converted(content: str, source: str) -> Element:
    from latex2mathml.converter import Converter

    if not content.strip():
        raise broken(source, text("it is empty"))
    try:
        return Converter(display="block").convert_to_element(content)
    except Exception as mistake:  # the library fails with its own, with built-in and with recursion errors
        raise broken(source, text("LaTeX cannot read it; look for a missing or misplaced part")) from mistake


def _translated(raw: Element, source: str) -> etree._Element:
    """Turn the library's tree into ours, level by level, resolving the entities it leaves in texts."""
    root = make("math")
    waiting = [(raw, root)]
    while waiting:
        theirs, ours = waiting.pop()
        for child in theirs:
            attributes = {key: value for key, value in child.attrib.items() if key != "xmlns"}
            element = make(child.tag, text=_clean(child, source), attributes=attributes)
            ours.append(element)
            waiting.append((child, element))
    return root


def _clean(element: Element, source: str) -> str:
    """Return an element's text; what is left of commands, braces and dollars in it was not understood."""
    held = element.text or ""
    if element.tag == "mtext":
        held = re.sub(r"\\([%&#$_{}])", lambda found: f"&#x{ord(found[1]):X};", held)
    pattern = _TEXT_LEFTOVER if element.tag == "mtext" else _LEFTOVER
    if found := pattern.search(_ENTITY.sub("", held)):
        raise broken(source, _left_over(found[0]))
    return _ENTITY.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), held)


def _left_over(sign: str) -> Text:
    if len(sign) > 1:
        return text("the command {command} is not known", command=sign)
    return text("the sign {sign} stands where it has no meaning", sign=sign)
