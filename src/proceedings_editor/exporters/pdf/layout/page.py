"""Slugs fill pages: where a page ends, and which footnotes stand at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from proceedings_editor.errors import ProceedingsError
from proceedings_editor.exporters.pdf.layout.sheet import Sheet
from proceedings_editor.exporters.pdf.layout.slug import FREE, SLACK, Slug, place_to_cut
from proceedings_editor.texts import text

MOST_PAGES: Final = 2000
"""Of one part: more come only from a page without room, or from an attack."""
_RULE_WIDTH: Final = 144.0
"""The line above footnotes: two inches, as in Word."""
_RULE_ABOVE: Final = 8.0
_RULE_BELOW: Final = 3.0
_SHARES: Final = (1.0, 0.75, 0.5, 0.25)
"""Of a page, that a slug takes which has no room on any page."""
_CARRIED_SHARE: Final = 0.6
"""Of a page, that a footnote from the page before takes at most while there is other text."""


class LayoutError(ProceedingsError):
    """The pages cannot be laid out: too many of them, or elements nested too deeply."""


@dataclass(slots=True)
class Foot:
    """The footnotes of a page.

    Attributes:
        slugs: Of this page, from top to bottom.
        carried: What has no room here and goes on at the next page's foot.
        continued: The first of them began on an earlier page.
    """

    slugs: list[Slug] = field(default_factory=list)
    carried: list[Slug] = field(default_factory=list)
    continued: bool = False

    @property
    def height(self) -> float:
        """What they take, the line above them included."""
        return foot_height(self.slugs)


@dataclass(slots=True)
class Filled:
    """A page before it is drawn: repeated table head, body, footnotes."""

    head: Sequence[Slug]
    body: Sequence[Slug]
    foot: Foot

    def draw(self, sheet: Sheet, x: float, top: float, bottom: float, width: float) -> None:
        """Draw it with the column's left edge at `x`, between `top` and `bottom`."""
        sheet.repeating = True
        y = _draw_down(self.head, sheet, x, top)
        sheet.repeating = False
        _draw_down(self.body, sheet, x, y)
        if self.foot.slugs:
            y = bottom + self.foot.height - _RULE_ABOVE
            sheet.level_rule(y, x, x + (width if self.foot.continued else min(_RULE_WIDTH, width)))
            _draw_down(self.foot.slugs, sheet, x, y - _RULE_BELOW)


def foot_height(slugs: Sequence[Slug]) -> float:
    """Return the height of footnotes with the line above them, 0 for none."""
    return _RULE_ABOVE + _RULE_BELOW + stack_height(slugs) if slugs else 0.0


def stack_height(slugs: Sequence[Slug]) -> float:
    """Return the height of slugs that begin a page or its foot: no space above the first, none below the last."""
    if not slugs:
        return 0.0
    total = sum([slug.before + slug.height + slug.after for slug in slugs])
    return total - slugs[0].before - slugs[-1].after


def _draw_down(slugs: Sequence[Slug], sheet: Sheet, x: float, y: float) -> float:
    """Draw slugs from `y` downwards and return where they end."""
    for index, slug in enumerate(slugs):
        if index:
            y -= slugs[index - 1].after + slug.before
        slug.draw(sheet, x, y)
        y -= slug.height
    return y


class Paginator:
    """Fills pages of `height` points one after the other."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._slugs: list[Slug] = []
        self._carried: list[Slug] = []

    def pages(self, slugs: Sequence[Slug]) -> list[Filled]:
        """Return the pages that hold all slugs and all their footnotes; one empty page for nothing.

        Raises:
            LayoutError: There would be more than `MOST_PAGES`.
        """
        self._slugs = list(slugs)
        made: list[Filled] = []
        first = 0
        if stack_height(self._slugs) > MOST_PAGES * self._height:
            raise _too_long()
        while first < len(self._slugs) or self._carried:
            page, first = self._fill(first)
            made.append(page)
            if len(made) > MOST_PAGES:
                raise _too_long()
        return made or [Filled((), (), Foot())]

    # ---------------------------------------------------------------------------------------- one page

    def _fill(self, first: int) -> tuple[Filled, int]:
        """Return the page that begins with slug `first`, and the slug the next one begins with."""
        foot = self._begin_foot(first)
        head = self._slugs[first].header if first < len(self._slugs) else ()
        top = stack_height(head)
        stop, foot = self._reach(first, top, foot)
        if stop == first and not foot.slugs and first < len(self._slugs):
            stop, foot = self._force(first, top)
        self._carried = foot.carried
        return Filled(head if stop > first else (), self._slugs[first:stop], foot), stop

    def _begin_foot(self, first: int) -> Foot:
        """Return the foot with what is left of the footnotes before, which leave room for other text."""
        if not self._carried:
            return Foot()
        room = self._height * (_CARRIED_SHARE if first < len(self._slugs) else 1)
        return Foot(*_parted(self._carried, room), continued=True)

    def _reach(self, first: int, top: float, foot: Foot) -> tuple[int, Foot]:
        """Return where the page ends and what stands at its foot."""
        slugs = self._slugs
        begun = foot
        depth = top
        index = first
        while index < len(slugs):
            slug = slugs[index]
            if index > first and slug.new_page:
                return index, foot
            before = slugs[index - 1].after + slug.before if index > first else 0.0
            grown = _with_notes(foot, slug.notes)
            if depth + before + slug.height + grown.height > self._height + SLACK or (grown.carried and slug.notes):
                return self._end(first, index, depth + before, begun, foot)
            depth, foot = depth + before + slug.height, grown
            index += 1
        return index, foot

    def _end(self, first: int, index: int, depth: float, begun: Foot, foot: Foot) -> tuple[int, Foot]:
        """Return where to end a page that has no room for slug `index`, which would begin at `depth`."""
        slug = self._slugs[index]
        part = self._with_part_of_notes(slug, index, depth, foot)
        if part:
            return index + 1, part
        split = self._with_part_of_slug(slug, index, depth, foot)
        if split:
            return index + 1, split
        stop = place_to_cut(self._slugs, first, index)
        for kept in self._slugs[first:stop]:
            begun = _with_notes(begun, kept.notes)
        return stop, begun

    def _with_part_of_notes(self, slug: Slug, index: int, depth: float, foot: Foot) -> Foot | None:
        """Return the foot if the slug has room with the beginning of its last, long footnote."""
        if not slug.notes or foot.carried or slug.tie != FREE:
            return None
        room = self._height - depth - slug.height
        return _with_part(foot, slug.notes, room)

    def _with_part_of_slug(self, slug: Slug, index: int, depth: float, foot: Foot) -> Foot | None:
        """Cut slug `index` in two if that helps, and return the foot with the notes of its first part."""
        room = self._height - depth - foot.height
        for _ in range(2):
            parts = slug.split(room, force=False)
            if parts is None:
                return None
            grown = _with_notes(foot, parts[0].notes)
            excess = depth + parts[0].height + grown.height - self._height
            if excess <= SLACK and not (grown.carried and parts[0].notes):
                self._slugs[index : index + 1] = parts
                return grown
            room -= excess + SLACK
        return None

    def _force(self, first: int, top: float) -> tuple[int, Foot]:
        """Put something of slug `first` on a page of its own, with less and less of it until its notes have room."""
        slug = self._slugs[first]
        room = self._height - top
        for share in _SHARES:
            parts = slug.split(room * share, force=True)
            part = parts[0] if parts else slug
            foot = _with_part_forced(part.notes, room - part.height)
            if part.height + foot.height <= room + SLACK:
                break
        self._slugs[first : first + 1] = parts or (slug,)
        return first + 1, foot


def _too_long() -> LayoutError:
    return LayoutError(
        text(
            "The document would have more than {count} pages; make the page, its columns or the type as large as "
            "they should be.",
            count=MOST_PAGES,
        )
    )


# ------------------------------------------------------------------------------------------------ footnotes


def _with_notes(foot: Foot, notes: Sequence[Sequence[Slug]]) -> Foot:
    """Return the foot with whole footnotes added; behind those that are carried on they are too."""
    if not notes:
        return foot
    added = [slug for note in notes for slug in note]
    return Foot([*foot.slugs, *added], foot.carried, foot.continued)


def _with_part(foot: Foot, notes: Sequence[Sequence[Slug]], room: float) -> Foot | None:
    """Return the foot with all footnotes but the end of the last, None where they cannot be parted so."""
    whole = [*foot.slugs, *(slug for note in notes[:-1] for slug in note)]
    last = list(notes[-1])
    reach = len(last) - 1
    while reach > 0 and foot_height([*whole, *last[:reach]]) > room + SLACK:
        reach -= 1
    stop = place_to_cut(last, 0, reach, strongest=FREE)
    return Foot([*whole, *last[:stop]], last[stop:], foot.continued) if stop else None


def _with_part_forced(notes: Sequence[Sequence[Slug]], room: float) -> Foot:
    """Return a foot with what has room, the rest carried on; at least one slug."""
    return Foot(*_parted([slug for note in notes for slug in note], room))


def _parted(slugs: list[Slug], room: float) -> tuple[list[Slug], list[Slug]]:
    """Return what has room in a foot of `room` points, at least something, and the rest."""
    used = _RULE_ABOVE + _RULE_BELOW
    for index, slug in enumerate(slugs):
        used += slugs[index - 1].after + slug.before if index else 0.0
        if used + slug.height > room + SLACK:
            parts = None if index else slug.split(room - used, force=True)
            if parts:
                return [parts[0]], [parts[1], *slugs[1:]]
            return slugs[: max(index, 1)], slugs[max(index, 1) :]
        used += slug.height
    return slugs, []
