"""Formulas of pages: MathML, and LaTeX where a page gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from proceedings_editor.importers.html.words import inner_words
from proceedings_editor.model.body import FormulaSource

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_LONGEST: Final = 20_000
_STYLE: Final = re.compile(r"\{\s*\\(?:displaystyle|textstyle)\s*(.*)\}", re.S)
_NAMESPACE: Final = "http://www.w3.org/1998/Math/MathML"


def formula_of(math: _Element) -> FormulaSource | None:
    """Return a formula as its LaTeX where that stands beside it, as MathML otherwise; None for one that is neither."""
    for note in math.iter("annotation"):
        latex = (note.text or "").strip()
        if note.get("encoding") == "application/x-tex" and latex:
            return _latex(latex)
    return _mathml(math)


def formula_of_picture(picture: _Element) -> FormulaSource | None:
    """Return the formula that a picture of an encyclopedia's page shows; None for any other picture."""
    latex = (picture.get("alt") or "").strip()
    return _latex(latex) if latex and "mwe-math" in (picture.get("class") or "") else None


def _latex(source: str) -> FormulaSource | None:
    bare = _STYLE.fullmatch(source)
    words = (bare[1] if bare else source).strip()
    return FormulaSource(words) if words and len(words) <= _LONGEST else None


def _mathml(math: _Element) -> FormulaSource | None:
    from lxml import etree

    copy = etree.fromstring(etree.tostring(math, with_tail=False, encoding="utf-8"), _strict())
    if copy is None:
        return None
    for node in copy.iter():
        for name in [name for name in node.attrib if name not in _ATTRIBUTES]:
            del node.attrib[name]
    copy.set("xmlns", _NAMESPACE)
    source = etree.tostring(copy, encoding="unicode")
    return FormulaSource(source, "mathml") if len(source) <= _LONGEST and inner_words(math).strip() else None


def _strict() -> XMLParser:
    from lxml import etree

    return etree.XMLParser(no_network=True, resolve_entities=False, recover=True)


_ATTRIBUTES: Final = frozenset(("mathvariant", "open", "close", "separators", "linethickness", "accent"))
