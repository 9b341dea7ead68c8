"""The MathML tree: its namespace, how elements are made, and what stands around fences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

NAMESPACE: Final = "http://www.w3.org/1998/Math/MathML"
TOKENS: Final = frozenset({"mi", "mn", "mo", "mtext"})
_PREFIXES: Final[dict[str | None, str]] = {None: NAMESPACE}
FENCE: Final = {"fence": "true", "stretchy": "true"}


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; comments and instructions give ""."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def make(
    name: str, *children: etree._Element, text: str = "", attributes: dict[str, str] | None = None
) -> etree._Element:
    """Return a MathML element in its namespace with the given content."""
    element = etree.Element(f"{{{NAMESPACE}}}{name}", attributes or {}, _PREFIXES)  # type: ignore[arg-type]  # the stubs forget None
    element.text = text or None
    element.extend(children)
    return element


def row(children: Iterable[etree._Element]) -> etree._Element:
    """Return the one child, or a row of all of them (an empty row for none)."""
    held = list(children)
    return held[0] if len(held) == 1 else make("mrow", *held)


def text_of(element: etree._Element) -> str:
    """Return a token's text ("" for anything that is not a token)."""
    return element.text or "" if local_name(element) in TOKENS else ""


def is_operator(element: etree._Element, among: frozenset[str]) -> bool:
    """Tell whether `element` is an operator written as one of `among`."""
    return local_name(element) == "mo" and text_of(element) in among


def fence(char: str, form: str) -> etree._Element:
    """Return a growing fence, `form` being "prefix" or "postfix"; an empty `char` is a fence that is not drawn."""
    return make("mo", text=char, attributes={"form": form, **FENCE})


def is_fence(element: etree._Element, form: str) -> bool:
    """Tell whether `element` is a growing fence of that form."""
    wanted = {"form": form, **FENCE}
    return local_name(element) == "mo" and all(element.get(key) == value for key, value in wanted.items())


def is_fenced(element: etree._Element) -> bool:
    """Tell whether `element` is a row that growing fences open and close."""
    return (
        local_name(element) == "mrow"
        and len(element) >= 2
        and is_fence(element[0], "prefix")
        and is_fence(element[-1], "postfix")
    )


def child_is_display(parent: etree._Element, index: int, display: bool) -> bool:
    """Return whether the child at `index` is set in display style, its parent being so or not (MathML Core 2.1.6)."""
    stated = parent.get("displaystyle")
    if local_name(parent) in ("mstyle", "mtable"):
        return stated == "true" if stated else display and local_name(parent) == "mstyle"
    if local_name(parent) == "mfrac" or (index and local_name(parent) not in ("mrow", "math", "mtr", "mtd")):
        return False
    return display
