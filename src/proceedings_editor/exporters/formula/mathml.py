"""The door from a formula's source to MathML."""

from __future__ import annotations

import copy
import re
from functools import lru_cache
from typing import Final

from lxml import etree

from proceedings_editor.exporters.formula.canonical import Reader
from proceedings_editor.exporters.formula.error import broken
from proceedings_editor.exporters.formula.latex import parse_latex
from proceedings_editor.exporters.formula.markup import parse_mathml
from proceedings_editor.texts import text

MAX_LENGTH: Final = 10_000
CACHED: Final = 512

_PARSERS: Final = {"latex": parse_latex, "mathml": parse_mathml}
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_mathml(notation: str, source: str, *, display: bool = True) -> etree._Element:
    """Return the formula as a canonical `math` element (MathML Core, namespace 1998/Math/MathML).

    Args:
        notation: "latex" or "mathml".
        source: The formula as typed; LaTeX may stand between dollars.
        display: Whether it stands in a line of its own (limits above and below) or inside running text.

    Raises:
        FormulaError: Empty, too large, unreadable, unknown commands or elements, hostile XML.
    """
    return copy.deepcopy(_canonical(notation, source, display))


@lru_cache(maxsize=CACHED)
def _canonical(notation: str, source: str, display: bool) -> etree._Element:
    if notation not in _PARSERS:
        raise broken(source, text("its notation “{notation}” is not known; use LaTeX or MathML", notation=notation))
    if not source.strip():
        raise broken(source, text("it is empty"))
    if len(source) > MAX_LENGTH:
        raise broken(source, text("it is longer than {limit} characters; split it into parts", limit=MAX_LENGTH))
    if _NOT_XML.search(source):
        raise broken(source, text("it contains control characters"))
    raw = _PARSERS[notation](source)
    return Reader(source, moves=notation == "latex").math(raw, display=display)
