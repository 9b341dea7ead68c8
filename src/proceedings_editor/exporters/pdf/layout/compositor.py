"""Chunks become lines: greedy breaking as in Word, justified by widening the spaces."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import add
from typing import Final, Literal, NamedTuple

from proceedings_editor.exporters.pdf.font import Face
from proceedings_editor.exporters.pdf.layout.chunk import Chunk
from proceedings_editor.exporters.pdf.layout.line import NOWHERE, Line, Piece, Run, count_spaces
from proceedings_editor.exporters.pdf.layout.slug import SLACK
from proceedings_editor.exporters.pdf.layout.word import CHANCE, FORCED, NO, SOFT, SPACE
from proceedings_editor.model.place import Place

Align = Literal["left", "center", "right", "justify"]

_SHARES: Final[dict[Align, float]] = {"left": 0, "justify": 0, "center": 0.5, "right": 1}
"""How much of a line's missing width stands before it."""
_SIGNS: Final = {SOFT: "-", SPACE: " ", FORCED: " "}
"""What a line that goes on ends with, by the kind of its end."""
_WIDEST_SPACE: Final = 2.5
"""Line heights a space is stretched by at most; a line that would need more (an address follows) stays ragged."""


@dataclass(slots=True)
class Copy:
    """A paragraph's words before they are set: chunks, and the run each belongs to.

    Attributes:
        tabbed: It has tabs.
        broken: It has forced new lines.
        plain: It has neither formulas nor marks of footnotes.
    """

    chunks: list[Chunk] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    tabbed: bool = False
    broken: bool = False
    plain: bool = True

    def add(self, chunks: Sequence[Chunk], run: Run) -> None:
        """Append chunks of one run."""
        if run.first < 0:
            run.first = len(self.chunks)
        self.chunks += chunks
        self.runs += [run] * len(chunks)

    def narrow(self, room: float) -> None:
        """Cut every chunk that is wider than a line, but no note's mark: the note would follow each part."""
        if max([chunk.width for chunk in self.chunks], default=0.0) <= room + SLACK:
            return
        pairs = list(zip(self.chunks, self.runs, strict=True))
        self.chunks, self.runs = [], []
        for _, run in pairs:
            run.first = NOWHERE
        for chunk, run in pairs:
            wide = chunk.width > room + SLACK and run.formula is None and not run.notes
            self.add(list(run.face.narrowed(chunk, room)) if wide else [chunk], run)


class Edges(NamedTuple):
    """Where lines stand in their column, in points from its left edge: the first line's left edge is its own."""

    first: float
    left: float
    right: float
    align: Align


class Metrics(NamedTuple):
    """Room of a line of words above and below its baseline."""

    above: float
    below: float


def set_lines(copy: Copy, edges: Edges, metrics: Metrics, source: Place | None) -> list[Line]:
    """Break a paragraph into lines.

    Args:
        copy: Its words.
        edges: Where its lines stand.
        metrics: Room of a line without formulas.
        source: Where the words come from, None for nowhere.
    """
    copy.narrow(edges.right - max(edges.first, edges.left))
    if not copy.chunks:
        return []
    compositor = _Compositor(copy, edges, metrics, source)
    return [compositor.line(first, stop) for first, stop in compositor.breaks()]


class _Compositor:
    """Sets the lines of one paragraph, its chunks turned into columns: edges as if all stood in one line."""

    def __init__(self, copy: Copy, edges: Edges, metrics: Metrics, source: Place | None) -> None:
        texts, widths, gaps, kinds, faces, lengths = zip(*copy.chunks, strict=True)
        self._texts: tuple[str, ...] = texts
        self._kinds: tuple[int, ...] = kinds
        self._faces: tuple[Face, ...] = faces
        self._starts: list[float] = list(accumulate(map(add, widths, gaps), initial=0.0))
        self._ends: list[float] = list(map(add, self._starts, widths))
        self._lengths: list[int] = list(accumulate(lengths, initial=0)) if source else []
        self._runs = copy.runs
        self._copy = copy
        self._edges = edges
        self._metrics = metrics
        self._source = source
        self._count = len(texts)
        self._joints = self._find_joints()

    def _find_joints(self) -> list[int]:
        """Return the chunks, but for the first, at which another mark begins: a new run or face, a tab."""
        runs, faces, tabbed = self._runs, self._faces, self._copy.tabbed
        if not tabbed and len(set(runs)) == len(set(faces)) == 1:
            return []
        return [
            index
            for index in range(1, self._count)
            if runs[index] is not runs[index - 1]
            or faces[index] is not faces[index - 1]
            or (tabbed and (self._is_tab(index) or self._is_tab(index - 1)))
        ]

    def _is_tab(self, index: int) -> bool:
        return self._texts[index] == " " and self._ends[index] > self._starts[index]

    # ---------------------------------------------------------------------------------------- where lines end

    def breaks(self) -> Iterator[tuple[int, int]]:
        """Yield first and last (exclusive) chunk of each line."""
        starts, ends, count = self._starts, self._ends, self._count
        forced = iter([*self._forced(), count])
        limit = next(forced)
        room = self._edges.right - self._edges.first
        first = 0
        while first < count:
            reach = starts[first] + room + SLACK
            stop = min(bisect_right(ends, reach, first), limit)
            if stop < limit:
                stop = min(self._back(first, stop, reach), limit)
            if stop == limit:
                limit = next(forced, limit)
            yield first, stop
            first = stop
            room = self._edges.right - self._edges.left

    def _forced(self) -> list[int]:
        return [index for index, kind in enumerate(self._kinds, 1) if kind == FORCED] if self._copy.broken else []

    def _back(self, first: int, reached: int, reach: float) -> int:
        """Return the last place at or before `reached` where the line may end, and the spaces that hang over there."""
        texts = self._texts
        stop = reached
        while stop > first and not self._may_end(stop - 1, reach):
            stop -= 1
        if stop == first:
            return max(reached, first + 1)
        while stop < self._count and texts[stop] == " ":
            stop += 1
        return stop

    def _may_end(self, index: int, reach: float) -> bool:
        kind = self._kinds[index]
        if kind == SOFT:
            return self._ends[index] + self._runs[index].face.width("-") <= reach
        return kind != NO

    # ----------------------------------------------------------------------------------------- what they show

    def line(self, first: int, stop: int) -> Line:
        """Return the line of `chunks[first:stop]`."""
        left = self._edges.left if first else self._edges.first
        kind = self._kinds[stop - 1]
        if kind == SOFT and not self._may_end(stop - 1, self._starts[first] + self._edges.right - left + SLACK):
            kind = CHANCE  # not even a hyphen has room
        last = stop == self._count
        shown = self._visible(first, stop)
        hangs = kind == SPACE and not last and shown == stop
        pieces = self._pieces(first, shown, hangs=hangs)
        natural = self._ends[shown - 1] - self._starts[first] if shown > first else 0.0
        spaces = sum([count_spaces(piece.text) for piece in pieces]) - hangs
        if pieces and not last and not hangs and kind in _SIGNS:
            _append(pieces, _SIGNS[kind])
            natural += pieces[-1].run.face.width("-") if kind == SOFT else 0.0
        missing = max(self._edges.right - left - natural, 0.0)
        stretch = 0.0 if last or kind == FORCED else self._stretch(spaces, missing)
        above, below = self._metrics if self._copy.plain else self._room(pieces)
        return Line(
            height=above + below,
            x=left + _SHARES[self._edges.align] * missing,
            width=natural + stretch * spaces,
            depth=above,
            pieces=pieces,
            word_space=stretch,
            source=self._stretch_of(self._source, first, stop) if self._source else None,
            notes=() if self._copy.plain else tuple([note for piece in pieces for note in piece.run.notes]),
        )

    def _visible(self, first: int, stop: int) -> int:
        """Return the end of what is seen: chunks of spaces alone hang over the edge."""
        while stop > first and self._texts[stop - 1] in ("", " ") and self._runs[stop - 1].formula is None:
            stop -= 1
        return stop

    def _pieces(self, first: int, stop: int, *, hangs: bool) -> list[Piece]:
        """Join neighbours of one run and face; with `hangs` the last space stays, to part words for readers."""
        runs, starts, joints = self._runs, self._starts, self._joints
        made: list[Piece] = []
        inside = joints[bisect_right(joints, first) : bisect_left(joints, stop)] if joints else joints
        begin = first
        for end in (*inside, stop) if first < stop else ():
            run = runs[begin]
            text = "".join(self._texts[begin:end])
            width = starts[end] - starts[begin]
            if end == stop and not hangs:
                text, width = text.rstrip(" "), self._ends[end - 1] - starts[begin]
            if text or run.formula is not None:
                made.append(Piece(run, text, self._faces[begin], starts[begin] - starts[first], width))
            begin = end
        return made

    def _stretch(self, spaces: int, missing: float) -> float:
        """Return what each space of a justified line is widened by."""
        if self._edges.align != "justify" or self._copy.tabbed or not spaces:
            return 0.0
        stretch = missing / spaces
        return stretch if stretch <= _WIDEST_SPACE * self._metrics.above else 0.0

    def _room(self, pieces: list[Piece]) -> Metrics:
        above, below = self._metrics
        for run, *_ in pieces:
            above, below = max(above, run.above), max(below, run.below)
        return Metrics(above, below)

    def _stretch_of(self, source: Place, first: int, stop: int) -> Place:
        """Return the stretch of the source a line shows, the whole source where its words are of none."""
        runs = self._runs
        while first < stop and runs[first].source < 0:
            first += 1
        while first < stop and runs[stop - 1].source < 0:
            stop -= 1
        if first == stop:
            return source
        end = self._offset(stop - 1, stop) - self._texts[stop - 1].endswith(" ")
        return Place(source.field, source.block, self._offset(first, first), end)

    def _offset(self, index: int, at: int) -> int:
        """Return where in the source of chunk `index` chunk `at` begins."""
        run = self._runs[index]
        return run.source + self._lengths[at] - self._lengths[run.first]


def _append(pieces: list[Piece], sign: str) -> None:
    """Put a hyphen or a space behind the line's last piece."""
    last = pieces[-1]
    if last.run.formula is not None:
        run = replace(last.run, formula=None)
        pieces.append(Piece(run, sign, run.face.face, last.x + last.width, run.face.width(sign)))
        return
    width = last.width + last.run.face.width(sign, last.face)
    pieces[-1] = Piece(last.run, last.text + sign, last.face, last.x, width)
