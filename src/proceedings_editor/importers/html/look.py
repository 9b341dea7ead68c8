"""What an element says by its look: marks, alignment, whether it is seen. Fonts, colours and sizes say nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from proceedings_editor.model.body import Alignment, Span

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARKS: Final[Mapping[str, Mapping[str, bool]]] = {
    "b": {"bold": True}, "strong": {"bold": True}, "i": {"italic": True}, "em": {"italic": True},
    "cite": {"italic": True}, "var": {"italic": True}, "dfn": {"italic": True}, "u": {"underline": True},
    "ins": {}, "code": {"code": True}, "kbd": {"code": True}, "samp": {"code": True}, "tt": {"code": True},
    "sup": {"superscript": True, "subscript": False}, "sub": {"subscript": True, "superscript": False},
}  # fmt: skip
_SILENT: Final = frozenset(
    ("style", "script", "head", "title", "meta", "link", "xml", "template", "noscript", "del", "svg", "object",
     "iframe", "select", "textarea", "button", "input", "audio", "video", "canvas", "hr")
)  # fmt: skip
_UNMARKED: Final = Span("")
_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s]{1,2000}", re.I)
_BOLD: Final = ("bold", "bolder", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """What holds for the text at a place."""

    mark: Span = _UNMARKED
    align: Alignment = ""


def styles_of(node: _Element) -> dict[str, str]:
    """Return the declarations of an element's style attribute in small letters."""
    pairs = (part.partition(":") for part in (node.get("style") or "").lower().split(";"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def is_hidden(node: _Element, styles: Mapping[str, str]) -> bool:
    """Say whether a person does not see an element."""
    if node.tag in _SILENT or node.get("aria-hidden") == "true" or node.get("hidden") is not None:
        return True
    deleted = "msodel" in (node.get("class") or "").lower()
    return deleted or styles.get("display") == "none" or styles.get("mso-hide") == "all"


def look_at(node: _Element, styles: Mapping[str, str], outer: Look) -> Look:
    """Return what holds inside an element that stands where `outer` holds."""
    mark = replace(outer.mark, **_MARKS.get(node.tag, {}))  # type: ignore[arg-type]  # all are bools
    mark = _styled(mark, styles)
    if node.tag == "a":
        href = (node.get("href") or "").strip()
        mark = replace(mark, href=href if _LINK.fullmatch(href) else "", underline=outer.mark.underline)
    return Look(mark, _align(node, styles, outer.align))


def _styled(mark: Span, styles: Mapping[str, str]) -> Span:
    weight, slope = styles.get("font-weight"), styles.get("font-style")
    if weight:
        mark = replace(mark, bold=weight in _BOLD)
    if slope:
        mark = replace(mark, italic=slope in ("italic", "oblique"))
    line = styles.get("text-decoration") or styles.get("text-decoration-line") or ""
    if line:
        mark = replace(mark, underline=("underline" in line and not mark.href) or (mark.underline and line != "none"))
    height = styles.get("vertical-align")
    if height in ("super", "sub"):
        mark = replace(mark, superscript=height == "super", subscript=height == "sub")
    return mark


def _align(node: _Element, styles: Mapping[str, str], outer: Alignment) -> Alignment:
    """Return "center" or "right"; left and justified are left to the template."""
    said = styles.get("text-align") or (node.get("align") or "").lower()
    if node.tag == "center" or said == "center":
        return "center"
    return outer if not said or node.tag == "table" else "right" if said in ("right", "end") else ""
