"""Reads MathML that was pasted or imported, without ever following what a hostile one points to."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula.error import broken
from proceedings_editor.exporters.formula.tree import NAMESPACE, local_name
from proceedings_editor.texts import text

_NAMED: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_NAMES: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})


def parse_mathml(source: str) -> etree._Element:
    """Return the raw tree of `source`, whose root is `math` with or without the namespace.

    Raises:
        FormulaError: Not well-formed, not `<math>`, foreign elements, or a document type (entities are not expanded).
    """
    if re.search(r"<!\s*(?:DOCTYPE|ENTITY)", source, re.IGNORECASE):
        raise broken(source, text("a document type or entity declaration is not allowed in it"))
    root = _parsed(_NAMED.sub(_character, source), source)
    if local_name(root) != "math" or etree.QName(root).namespace not in (NAMESPACE, None):
        raise broken(source, text("MathML must begin with the element <math>"))
    for element in root.iter():
        space = etree.QName(element).namespace
        if space not in (NAMESPACE, None) and _is_content(element):
            raise broken(source, text("the element <{name}> is not MathML", name=local_name(element)))
    return root


def _parsed(source: str, quoted_source: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(source.strip().encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as mistake:
        raise broken(quoted_source, text("it is not well-formed XML")) from mistake


def _character(found: re.Match[str]) -> str:
    """Replace the named characters of MathML and HTML (&alpha;); what XML knows and what nobody knows stays."""
    name = found[1]
    return found[0] if name in _XML_NAMES else html5.get(f"{name};", found[0])


def _is_content(element: etree._Element) -> bool:
    """An annotation may hold anything, because it is left out; everything else must be MathML."""
    return not {"annotation", "annotation-xml"} & {local_name(parent) for parent in element.iterancestors()}
