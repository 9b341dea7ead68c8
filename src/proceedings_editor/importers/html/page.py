"""HTML as text -> a tree: what only one program understands is put away, pictures inside the text are set apart."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST: Final = 4_000_000
"""Characters besides the pictures; a thousand pages of Word's HTML. What is behind them is left out."""
FORMULA: Final = "x-formula"
"""The element that stands for a formula only Word can read."""

_PICTURE: Final = re.compile(r"data:image/([a-z0-9.+-]{1,20})(?:;[a-z0-9=-]{1,40})*;base64,([A-Za-z0-9+/=\s]+)", re.I)
_CONDITION: Final = re.compile(r"<!\[(?:if\b[^>]{0,80}|endif)\]>")
_UNHEARD: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffc\ufdd0\ufdd1\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Page:
    """A tree with its pictures.

    Attributes:
        root: The root, None for nothing.
        pictures: Ending and base64 text of each picture, in the order of the sources `picture:0`, `picture:1` …
        is_cut: Whether something was left out because it is too long.
    """

    root: _Element | None
    pictures: tuple[tuple[str, str], ...] = ()
    is_cut: bool = False

    def picture(self, source: str) -> tuple[bytes, str] | None:
        """Return bytes and ending of the picture with this source; None for one that is not here."""
        number = source.removeprefix("picture:")
        if number == source or not number.isdecimal() or int(number) >= len(self.pictures):
            return None
        ending, letters = self.pictures[int(number)]
        try:
            return b64decode(letters), ending
        except (Error, ValueError):
            return None

    def elements(self) -> Iterator[_Element]:
        """Yield every element in the order of the text."""
        if self.root is not None:
            yield from (node for node in self.root.iter() if isinstance(node.tag, str))


def page_of(source: str) -> Page:
    """Return HTML as a tree; there is no HTML that has none."""
    from lxml import etree

    pictures: list[tuple[str, str]] = []

    def aside(found: re.Match[str]) -> str:
        pictures.append((found[1].lower(), found[2]))
        return f"picture:{len(pictures) - 1}"

    source = _PICTURE.sub(aside, source)
    is_cut, source = len(source) > LONGEST, source[:LONGEST]
    source = _replaced(source, "<!--[if gte msEquation", "<![endif]-->", f"<{FORMULA}></{FORMULA}>")
    source = _replaced(source, "<![if !msEquation]>", "<![endif]>")
    source = _CONDITION.sub("", _replaced(source, "<!--", "-->"))
    source = _UNHEARD.sub("", source)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source.encode(), parser) if source.strip() else None
    except etree.LxmlError:
        root = None
    return Page(root, tuple(pictures), is_cut)


def _replaced(source: str, start: str, end: str, by: str = "") -> str:
    """Return a text with `by` for what stands between two marks; linear, however many marks are never closed."""
    kept: list[str] = []
    at = 0
    while (first := source.find(start, at)) >= 0 and (last := source.find(end, first + len(start))) >= 0:
        kept += (source[at:first], by)
        at = last + len(end)
    return "".join((*kept, source[at:]))
