"""Slabs: what a page is filled with, each unbreakable, with everything it brings along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from proceedings_editor.exporters.pdf.placed import FormulaMark, ImageMark, Mark, RuleMark, TextMark
from proceedings_editor.model.place import Place


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a slab that shows a place of the source; `top` counts from the slab's top downwards."""

    x: float
    top: float
    width: float
    height: float
    source: Place


@dataclass(frozen=True, slots=True)
class Slab:
    """A horizontal strip.

    Attributes:
        marks: With x from the column's left edge, y from the slab's top, negative downwards.
        before: Space above it, dropped at the top of a page.
        breakable: A page may end before it.
        new_page: A page must end before it.
        notes: Footnotes whose marks stand in it.
        header: The table header to repeat where a page begins with this slab.
        bookmarks: Names of places that begin here; outline: (level, title) of headings.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    before: float = 0
    breakable: bool = True
    new_page: bool = False
    notes: tuple[FootnoteSlabs, ...] = ()
    areas: tuple[Area, ...] = ()
    header: tuple[Slab, ...] = ()
    bookmarks: tuple[str, ...] = ()
    outline: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FootnoteSlabs:
    """One footnote, laid out."""

    slabs: tuple[Slab, ...]


NOTHING: Final = Slab(0)


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return the mark moved right and up."""
    match mark:
        case TextMark():
            return TextMark(
                mark.node,
                mark.x + x,
                mark.y + y,
                mark.text,
                mark.face,
                mark.size,
                mark.width,
                mark.word_space,
                mark.underline,
            )
        case RuleMark():
            return replace(mark, x=mark.x + x, y=mark.y + y, x2=mark.x2 + x, y2=mark.y2 + y)
        case ImageMark() | FormulaMark():
            return replace(mark, x=mark.x + x, y=mark.y + y)


def stacked(slabs: Iterable[Slab]) -> Slab:
    """Return slabs as one, on top of each other."""
    marks: list[Mark] = []
    areas: list[Area] = []
    notes: list[FootnoteSlabs] = []
    names: list[str] = []
    outline: list[tuple[int, str]] = []
    depth = 0.0
    for slab in slabs:
        depth += slab.before
        marks += (moved(mark, 0, -depth) for mark in slab.marks)
        areas += (replace(area, top=area.top + depth) for area in slab.areas)
        notes += slab.notes
        names += slab.bookmarks
        outline += slab.outline
        depth += slab.height
    return Slab(
        depth, tuple(marks), notes=tuple(notes), areas=tuple(areas), bookmarks=tuple(names), outline=tuple(outline)
    )


def shifted(slab: Slab, x: float) -> Slab:
    """Return the slab moved right."""
    return replace(
        slab,
        marks=tuple(moved(mark, x, 0) for mark in slab.marks),
        areas=tuple(replace(area, x=area.x + x) for area in slab.areas),
    )


def marked(slabs: list[Slab], bookmarks: tuple[str, ...]) -> list[Slab]:
    """Let bookmarks begin at the first slab."""
    names = tuple(name for name in bookmarks if name)
    if not names:
        return slabs
    first = slabs[0] if slabs else NOTHING
    return [replace(first, bookmarks=(*names, *first.bookmarks)), *slabs[1:]]


def kept_with_next(slabs: list[Slab]) -> list[Slab]:
    """Forbid page ends between the slabs (not before the first)."""
    return [*slabs[:1], *(replace(slab, breakable=False) for slab in slabs[1:])]
