"""Content streams: the marks of a page as operators (ISO 32000-1, annex A).

Each run of marks of one node stands in a marked-content sequence of its own, and what means nothing in an artifact.
Text strings hold codes of `subset` as characters up to U+00FF, so a stream is put together as text and encoded once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from proceedings_editor.exporters.formula.drawing import Segment, to_drawing
from proceedings_editor.exporters.pdf.box import visible_width
from proceedings_editor.exporters.pdf.placed import (
    ARTIFACT,
    FormulaMark,
    ImageMark,
    Mark,
    Node,
    Page,
    RuleMark,
    TextMark,
)
from proceedings_editor.exporters.pdf.rule import merged
from proceedings_editor.exporters.pdf.subset import Subsets
from proceedings_editor.exporters.pdf.syntax import real

_CONSTRUCTION: Final = {"M": "m", "L": "l", "C": "c", "Z": "h"}  # signs of `drawing` -> operators
_UNDERLINE_DEPTH: Final = 0.11  # of the size, as in the fonts' own "post" tables
_UNDERLINE_THICKNESS: Final = 0.05


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page draws.

    Attributes:
        stream: Operators, not yet deflated.
        owners: Node of each marked-content sequence, by its MCID.
        fonts: Names of the fonts used.
        pictures: Name of each picture used -> its file.
    """

    stream: bytes
    owners: tuple[int, ...]
    fonts: frozenset[str]
    pictures: dict[str, Path]


class ContentWriter:
    """Writes one page after the other; fonts are shared between the pages of a document."""

    def __init__(self, nodes: Sequence[Node], subsets: Subsets, *, tagged: bool) -> None:
        """Prepare a document.

        Args:
            nodes: The structure, for the roles.
            subsets: The fonts, which grow as text is written.
            tagged: Write marked-content sequences; without them the page looks the same.
        """
        self._nodes = nodes
        self._subsets = subsets
        self._tagged = tagged
        self._begin()

    def write(self, page: Page) -> PageContent:
        """Write `page`; the rules of its tables come last, all together."""
        self._begin()
        rules = [mark for mark in page.marks if type(mark) is RuleMark and mark.node == ARTIFACT]
        others = [mark for mark in page.marks if type(mark) is not RuleMark or mark.node != ARTIFACT]
        for node, marks in groupby((*others, *merged(rules)), attrgetter("node")):
            if self._tagged:
                self._operators.append(self._opening(node))
            for kind, same in groupby(marks, type):
                _WRITERS[kind](self, list(same))
            if self._tagged:
                self._operators.append("EMC")
        stream = "\n".join(self._operators).encode("latin-1")
        return PageContent(stream, tuple(self._owners), frozenset(self._fonts), self._pictures)

    def _begin(self) -> None:
        self._operators: list[str] = []
        self._owners: list[int] = []
        self._fonts: set[str] = set()
        self._pictures: dict[str, Path] = {}
        self._font: tuple[str, float] = ("", 0)
        self._word_space = 0.0

    def _opening(self, node: int) -> str:
        if node == ARTIFACT:
            return "/Artifact BMC"
        self._owners.append(node)
        return f"/{self._nodes[node].role} <</MCID {len(self._owners) - 1}>> BDC"

    def _write_text(self, marks: list[TextMark]) -> None:
        write = self._operators.append
        write("BT")
        for mark in marks:
            if mark.word_space != self._word_space:
                self._word_space = mark.word_space
                write(f"{mark.word_space:.4f} Tw")
            write(f"1 0 0 1 {mark.x:.2f} {mark.y:.2f} Tm")
            for font, shown in self._subsets.subset(mark.face).pieces(mark.text):
                if (font, mark.size) != self._font:
                    self._font = (font, mark.size)
                    self._fonts.add(font)
                    write(f"/{font} {mark.size:g} Tf")
                write(f"({shown}) Tj")
        write("ET")
        self._underline(marks)

    def _underline(self, marks: list[TextMark]) -> None:
        """Draw lines below underlined words, through the space between two of them but not below the last space."""
        for mark, following in pairwise((*marks, None)):
            if mark is None or not mark.underline:
                continue
            joined = following is not None and following.underline and following.y == mark.y
            width = mark.width if joined else visible_width(mark)
            thickness = mark.size * _UNDERLINE_THICKNESS
            bottom = mark.y - mark.size * _UNDERLINE_DEPTH - thickness / 2
            self._operators.append(f"{mark.x:.2f} {bottom:.2f} {width:.2f} {thickness:.2f} re f")

    def _write_rules(self, marks: list[RuleMark]) -> None:
        """Draw straight lines; square caps close the corners of a table."""
        write = self._operators.append
        write("2 J")
        for thickness, rules in groupby(marks, attrgetter("thickness")):
            write(f"{real(thickness)} w")
            for rule in rules:
                write(f"{rule.x:.2f} {rule.y:.2f} m {rule.x2:.2f} {rule.y2:.2f} l")
            write("S")

    def _write_images(self, marks: list[ImageMark]) -> None:
        for mark in marks:
            key = f"P{len(self._pictures) + 1}"
            self._pictures[key] = mark.path
            self._operators.append(f"q {mark.width:.2f} 0 0 {mark.height:.2f} {mark.x:.2f} {mark.y:.2f} cm /{key} Do Q")

    def _write_formulas(self, marks: list[FormulaMark]) -> None:
        for mark in marks:
            outline = _outline(mark.notation, mark.source, mark.size, mark.display)
            self._operators.append(f"q 1 0 0 1 {mark.x:.2f} {mark.y:.2f} cm {outline} Q")


@lru_cache(maxsize=256)
def _outline(notation: str, source: str, size: float, display: bool) -> str:
    """Spell a formula's outlines once: the preview draws the same ones again after every edit."""
    drawing = to_drawing(notation, source, size, display=display)
    return " ".join(f"{_spell(path.segments)} f" for path in drawing.paths)


def _spell(segments: Sequence[Segment]) -> str:
    return " ".join(
        " ".join((*(f"{value:.2f}" for value in values), _CONSTRUCTION[sign])) for sign, *values in segments
    )


_WRITERS: Final[dict[type[Mark], Callable[[ContentWriter, list[Any]], None]]] = {
    TextMark: ContentWriter._write_text,
    RuleMark: ContentWriter._write_rules,
    ImageMark: ContentWriter._write_images,
    FormulaMark: ContentWriter._write_formulas,
}
