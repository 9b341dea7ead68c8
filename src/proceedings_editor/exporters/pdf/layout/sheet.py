"""A page while it is drawn: collects marks and everything the layout map says about the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from proceedings_editor.exporters.pdf.placed import (
    ARTIFACT,
    FormulaMark,
    ImageMark,
    Mark,
    OutlineItem,
    RuleMark,
    Spot,
    TextMark,
)
from proceedings_editor.model.place import Place

RULE: Final = 0.5
"""Thickness of the lines of tables, frames and above footnotes, in points."""
_TOUCHING: Final = 0.02


@dataclass(frozen=True, slots=True)
class Anchor:
    """What begins at a place: a bookmark, or a heading of the outline (`level` from 1)."""

    bookmark: str = ""
    title: str = ""
    level: int = 0


@dataclass(slots=True)
class Sheet:
    """One page under construction, in the page's own coordinates (points, y upwards).

    Attributes:
        index: Of the page in the document.
        entry: Whose page it is.
        repeating: What is drawn now stood on an earlier page already: it becomes an artifact and no place leads to it.
    """

    index: int
    entry: str
    repeating: bool = False
    marks: list[Mark] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    bookmarks: dict[str, tuple[int, float]] = field(default_factory=dict)
    outline: list[OutlineItem] = field(default_factory=list)
    _rules: dict[tuple[bool, float], list[tuple[float, float]]] = field(default_factory=dict)

    def text(
        self,
        node: int,
        x: float,
        y: float,
        text: str,
        face: str,
        size: float,
        width: float,
        word_space: float = 0,
        underline: bool = False,
    ) -> None:
        """Put a stretch of text on its baseline; arguments as of `TextMark`."""
        owner = ARTIFACT if self.repeating else node
        self.marks.append(TextMark(owner, x, y, text, face, size, width, word_space, underline))

    def picture(self, node: int, x: float, y: float, width: float, height: float, path: Path) -> None:
        """Put a picture; arguments as of `ImageMark`."""
        self.marks.append(ImageMark(ARTIFACT if self.repeating else node, x, y, width, height, path))

    def formula(self, mark: FormulaMark, x: float, y: float) -> None:
        """Put a formula so that its baseline begins at (x, y)."""
        owner = ARTIFACT if self.repeating else mark.node
        self.marks.append(FormulaMark(owner, x, y, mark.notation, mark.source, mark.size, mark.display))

    def frame(self, node: int, x: float, y: float, width: float, height: float) -> None:
        """Draw the four sides of a rectangle that mean something."""
        owner = ARTIFACT if self.repeating else node
        right, top = x + width, y + height
        corners = ((x, top, right, top), (right, top, right, y), (right, y, x, y), (x, y, x, top))
        self.marks += [RuleMark(owner, *corner, RULE) for corner in corners]

    def level_rule(self, y: float, left: float, right: float) -> None:
        """Draw a horizontal line that means nothing; lines that touch become one."""
        self._add_rule((True, round(y, 2)), left, right)

    def upright_rule(self, x: float, bottom: float, top: float) -> None:
        """Draw a vertical line that means nothing; lines that touch become one."""
        self._add_rule((False, round(x, 2)), bottom, top)

    def _add_rule(self, key: tuple[bool, float], low: float, high: float) -> None:
        lines = self._rules.setdefault(key, [])
        if lines and low <= lines[-1][1] + _TOUCHING and high >= lines[-1][0] - _TOUCHING:
            before = lines.pop()
            low, high = min(low, before[0]), max(high, before[1])
        lines.append((low, high))

    def spot(self, x: float, y: float, width: float, height: float, source: Place) -> None:
        """Note that a rectangle shows a place of the source."""
        if not self.repeating:
            self.spots.append(Spot(self.entry, self.index, x, y, width, height, source))

    def anchors(self, anchors: tuple[Anchor, ...], y: float) -> None:
        """Note what begins at `y`."""
        if self.repeating:
            return
        for anchor in anchors:
            if anchor.bookmark:
                self.bookmarks.setdefault(anchor.bookmark, (self.index, y))
            if anchor.level:
                self.outline.append(OutlineItem(anchor.title, anchor.level - 1, self.index, y))

    def all_marks(self) -> tuple[Mark, ...]:
        """Return the marks in reading order, the lines of tables last."""
        rules = [
            RuleMark(ARTIFACT, low, at, high, at, RULE) if level else RuleMark(ARTIFACT, at, low, at, high, RULE)
            for (level, at), lines in self._rules.items()
            for low, high in lines
        ]
        return (*self.marks, *rules)
