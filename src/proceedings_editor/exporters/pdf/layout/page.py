"""Slabs fill pages: where pages end, where footnotes go, what stands in the margins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from proceedings_editor.exporters.composition.element import PageStyle
from proceedings_editor.exporters.pdf.layout.slab import FootnoteSlabs, Slab, moved
from proceedings_editor.exporters.pdf.placed import ARTIFACT, Mark, OutlineItem, Page, RuleMark, Spot

_RULE_WIDTH: Final = 144.0
_RULE_ABOVE: Final = 8.0
_RULE_BELOW: Final = 4.0
_SLACK: Final = 0.01


@dataclass(slots=True)
class Sheet:
    """A page being filled; depths count from the top of the text area downwards."""

    slabs: list[tuple[float, Slab]] = field(default_factory=list)
    notes: list[Slab] = field(default_factory=list)
    depth: float = 0.0

    @property
    def notes_height(self) -> float:
        """Room the footnotes take at the foot."""
        if not self.notes:
            return 0.0
        return _RULE_ABOVE + _RULE_BELOW + sum(slab.before + slab.height for slab in self.notes)


class Filler:
    """Fills the pages of one part."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._carried: list[Slab] = []
        self.sheets = [Sheet()]

    def fill(self, slabs: Sequence[Slab]) -> None:
        """Distribute the slabs of a part over pages."""
        index = 0
        page_began = 0
        while index < len(slabs):
            slab = slabs[index]
            if slab.new_page and self._sheet.slabs:
                self._next()
                page_began = index
            if self._fits(slab) or index == page_began:
                self._place(slab)
                index += 1
                continue
            index = self._page_end(slabs, page_began, index)
            self._next(slabs[index].header if index < len(slabs) else ())
            page_began = index
        while self._carried:
            self._next()

    @property
    def _sheet(self) -> Sheet:
        return self.sheets[-1]

    def _fits(self, slab: Slab) -> bool:
        sheet = self._sheet
        if not sheet.slabs:
            return True
        before = slab.before if sheet.slabs else 0
        least = sum(note.slabs[0].height + note.slabs[0].before for note in slab.notes if note.slabs)
        if slab.notes and not sheet.notes:
            least += _RULE_ABOVE + _RULE_BELOW
        return sheet.depth + before + slab.height + sheet.notes_height + least <= self._height + _SLACK

    def _place(self, slab: Slab) -> None:
        sheet = self._sheet
        depth = sheet.depth + (slab.before if sheet.slabs else 0)
        sheet.slabs.append((depth, slab))
        sheet.depth = depth + slab.height
        self._add_notes(slab.notes)

    def _add_notes(self, notes: Iterable[FootnoteSlabs]) -> None:
        """Put footnotes at the foot; what has no room goes on at the foot of the next page."""
        for note in notes:
            for number, slab in enumerate(note.slabs):
                self._sheet.notes.append(slab)
                room = self._height - self._sheet.depth - self._sheet.notes_height
                if number and (self._carried or room < -_SLACK):
                    self._sheet.notes.pop()
                    self._carried.append(slab)

    def _page_end(self, slabs: Sequence[Slab], began: int, index: int) -> int:
        """Return the slab the next page begins with: the last one before which a page may end."""
        for candidate in range(index, began, -1):
            if slabs[candidate].breakable:
                self._take_back(index - candidate)
                return candidate
        return index

    def _take_back(self, count: int) -> None:
        sheet = self._sheet
        for _ in range(count):
            depth, slab = sheet.slabs.pop()
            sheet.depth = depth
            gone = {id(piece) for note in slab.notes for piece in note.slabs}
            sheet.notes = [piece for piece in sheet.notes if id(piece) not in gone]
            self._carried = [piece for piece in self._carried if id(piece) not in gone]

    def _next(self, header: Sequence[Slab] = ()) -> None:
        carried, self._carried = self._carried, []
        sheet = Sheet()
        self.sheets.append(sheet)
        for slab in header:
            sheet.slabs.append((sheet.depth, slab))
            sheet.depth += slab.height
        for index, slab in enumerate(carried):
            sheet.notes.append(slab)
            if index and sheet.depth + sheet.notes_height > self._height:
                sheet.notes.pop()
                self._carried = carried[index:]
                break


@dataclass(frozen=True, slots=True)
class Placed:
    """A finished page with the places that begin on it."""

    page: Page
    spots: tuple[Spot, ...]
    bookmarks: tuple[tuple[str, float], ...]
    outline: tuple[OutlineItem, ...]


def finished(
    sheet: Sheet, style: PageStyle, index: int, folio: int, label: str, entry: str, margin: tuple[Mark, ...]
) -> Placed:
    """Give every mark of a sheet its place on the paper."""
    left = style.right if style.mirrored and folio % 2 == 0 else style.left
    top = style.height - style.top
    marks: list[Mark] = []
    spots: list[Spot] = []
    bookmarks: list[tuple[str, float]] = []
    outline: list[OutlineItem] = []
    for depth, slab in (*sheet.slabs, *_at_foot(sheet, style.height - style.top - style.bottom)):
        y = top - depth
        marks += (moved(mark, left, y) for mark in slab.marks)
        spots += (Spot(entry, index, left + a.x, y - a.top - a.height, a.width, a.height, a.source) for a in slab.areas)
        bookmarks += ((name, y) for name in slab.bookmarks)
        outline += (OutlineItem(title, level, index, y) for level, title in slab.outline)
    page = Page(style.width, style.height, folio, label, (*marks, *margin))
    return Placed(page, tuple(spots), tuple(bookmarks), tuple(outline))


def _at_foot(sheet: Sheet, height: float) -> list[tuple[float, Slab]]:
    if not sheet.notes:
        return []
    depth = max(height - sheet.notes_height, sheet.depth) + _RULE_ABOVE
    rule = Slab(0, (RuleMark(ARTIFACT, 0, 0, _RULE_WIDTH, 0),))
    placed = [(depth, rule)]
    depth += _RULE_BELOW
    for slab in sheet.notes:
        depth += slab.before
        placed.append((depth, slab))
        depth += slab.height
    return placed


def without_tags(slab: Slab) -> Slab:
    """Return a slab as an artifact: a table header that is repeated must not be read twice."""
    marks = tuple(replace(mark, node=ARTIFACT) for mark in slab.marks)
    return replace(slab, marks=marks, notes=(), areas=(), bookmarks=(), outline=(), before=0.0)
