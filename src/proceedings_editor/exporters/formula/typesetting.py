"""Lays a formula out with ziamath, in STIX Two Math for mathematics and in the document's font for words.

STIX Two Math has no Kazakh letters, so everything that is text, and every sign it lacks, is set in Tinos (metrically
Times New Roman, the font around the formula) and, where Tinos lacks it too, in DejaVu Serif. Importing this module
imports ziamath (180 ms), so it is imported by the first drawing and not before.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import Any, Final
from xml.etree.ElementTree import Element, tostring

from lxml import etree
from ziafont.font import Font
from ziafont.fonttypes import BBox
from ziafont.glyph import SimpleGlyph
from ziamath.config import config
from ziamath.drawable import Glyph
from ziamath.nodes.mnode import Mnode
from ziamath.nodes.moperator import Moperator
from ziamath.nodes.mrow import Mrow
from ziamath.zmath import Math, loadedfonts

from proceedings_editor.exporters.formula.dialect import EM_SCALE, to_dialect
from proceedings_editor.exporters.formula.outline import Points, outlines
from proceedings_editor.resources import shipped

EM: Final = 24.0
"""The size everything is laid out at; ziamath's smallest scripts are tied to it."""

_FACES: Final = {"": "Regular", "bold": "Bold", "italic": "Italic", "bold-italic": "BoldItalic"}
_FALLBACKS: Final = {"": "", "bold": "-Bold", "italic": "-Italic", "bold-italic": "-BoldItalic"}


class MissingGlyph(Exception):
    """No font has the character `char`."""

    def __init__(self, char: str) -> None:
        super().__init__(char)
        self.char = char


class Typesetter:
    """ziamath behind one lock: its fonts keep a reading position and a script while they work, for all threads."""

    def __init__(self) -> None:
        config.svg2 = False  # every glyph as its own path
        config.precision = 4
        self._lock = Lock()

    def typeset(self, root: etree._Element) -> tuple[float, tuple[tuple[Points, ...], ...]]:
        """Return the advance width and the outlines of a canonical `math` element, laid out at `EM` per em.

        Raises:
            MissingGlyph: A character that none of the fonts has.
        """
        font = loadedfonts["default"]
        with self._lock:
            element = to_dialect(root, root.get("display") == "block", lambda char: font.glyphindex(char) != 0)
            node = Math(element, size=EM, margin=0).node
            svg = Element("svg")
            node.draw(0, 0, svg)
            return float(node.bbox.xmax), tuple(outlines(svg))


@lru_cache(maxsize=1)
def typesetter() -> Typesetter:
    """Return the one typesetter of the process."""
    return Typesetter()


class _TextFont(Font):
    """A font for words; its positioning and substitution tables take ziafont a second to read and stay unread."""

    def _readtables(self) -> None:
        super()._readtables()
        for name in ("GPOS", "GSUB"):
            self.tables.pop(name, None)


@lru_cache(maxsize=8)
def _text_font(name: str) -> _TextFont:
    return _TextFont(str(shipped("fonts", name)))


def _text_fonts(face: str) -> Iterator[Font]:
    """Yield the fonts that text of this face is looked up in, the best one first."""
    yield _text_font(f"Tinos-{_FACES[face]}.ttf")
    yield loadedfonts["default"]
    yield _text_font(f"DejaVuSerif{_FALLBACKS[face]}.ttf")


def _text_glyph(char: str, face: str) -> SimpleGlyph:
    for font in _text_fonts(face):
        if font.glyphindex(char):
            return font.glyph(char)
    raise MissingGlyph(char)


class _Words(Mnode, tag="mtext"):
    """Text in the document's font; ziamath's own node would set it in the mathematical one."""

    def __init__(self, element: Element, parent: Mnode, **kwargs: float) -> None:
        super().__init__(element, parent, **kwargs)
        variant = element.get("mathvariant", "")
        face = "-".join(word for word in ("bold", "italic") if word in variant)
        place = 0.0
        for char in element.text or "":
            glyph = Glyph(_text_glyph(char, face), char, self.glyphsize, self.style, **kwargs)
            self.nodes.append(glyph)
            self.nodexy.append((place, 0.0))
            place += glyph.xadvance()
        boxes = [node.bbox for node in self.nodes]
        self.bbox = BBox(0.0, place, min(box.ymin for box in boxes), max(box.ymax for box in boxes))

    def firstglyph(self) -> SimpleGlyph | None:
        """Hide the glyph: its index means nothing in the kerning tables of the mathematical font."""
        return None

    def lastglyph(self) -> SimpleGlyph | None:
        """Hide the glyph, as `firstglyph` does."""
        return None


class _Operator(Moperator, tag="mo"):
    """An operator with the spaces of TeX around it; ziamath takes an em for a third more than the font's size."""

    def size_px(self, size: str, fontsize: float | None = None) -> float:
        """Return a length in units of the layout."""
        return EM_SCALE * float(super().size_px(size, fontsize))


class _Row(Mrow, tag="mrow"):
    """A row that measures each child once; ziamath measures rows inside rows again at every level, 2^depth times."""

    def _get_height_nostretch(self, line: list[Element], **kwargs: float) -> tuple[float, float]:
        known = self._measured()
        kwargs = {name: value for name, value in kwargs.items() if name not in ("rowymin", "rowymax")}
        low, high = 9999.0, -9999.0
        for child in line:
            if child.tag == "mo" and not (child.text or "").strip():
                continue
            context = self.size, self.style.scriptlevel, self.style.displaystyle, *sorted(kwargs.items())
            key = tostring(child), *context
            if key not in known:
                known[key] = super()._get_height_nostretch([child], **kwargs)
            low, high = min(low, known[key][0]), max(high, known[key][1])
        return low, high

    def _measured(self) -> dict[tuple[Any, ...], tuple[float, float]]:
        """Return the heights known so far; they are kept at the root, for one formula."""
        root: Any = self
        while hasattr(root, "parent"):
            root = root.parent
        known: dict[tuple[Any, ...], tuple[float, float]] = root.__dict__.setdefault("measured", {})
        return known


class _Phantom(_Row, tag="mphantom"):
    """Takes its place without being drawn."""

    def _setup(self, **kwargs: float) -> None:
        super()._setup(**{**kwargs, "phantom": True})
