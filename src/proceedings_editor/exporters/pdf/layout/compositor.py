"""Chunks become lines: greedy breaking as in Word, justified by widening the spaces."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from proceedings_editor.exporters.pdf.layout.chunk import Chunk
from proceedings_editor.exporters.pdf.layout.line import NOWHERE, Line, Piece, Run, count_spaces
from proceedings_editor.exporters.pdf.layout.slug import SLACK
from proceedings_editor.exporters.pdf.layout.word import FORCED, NO, SOFT, SPACE
from proceedings_editor.model.place import Place

Align = Literal["left", "center", "right", "justify"]

_SHARES: Final[dict[Align, float]] = {"left": 0, "justify": 0, "center": 0.5, "right": 1}
"""How much of a line's missing width stands before it."""
_WIDEST_SPACE: Final = 2.5
"""Line heights a space is stretched by at most; a line that would need more (an address follows) stays ragged."""


@dataclass(slots=True)
class Copy:
    """A paragraph's words before they are set: chunks, and the run each belongs to.

    Attributes:
        tabbed: It has tabs.
        broken: It has forced new lines.
    """

    chunks: list[Chunk] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    tabbed: bool = False
    broken: bool = False

    def add(self, chunks: Sequence[Chunk], run: Run) -> None:
        """Append chunks of one run."""
        if run.first < 0:
            run.first = len(self.chunks)
        self.chunks += chunks
        self.runs += [run] * len(chunks)

    def narrow(self, room: float) -> None:
        """Cut every chunk that is wider than a line."""
        if max([chunk.width for chunk in self.chunks], default=0.0) <= room + SLACK:
            return
        pairs = list(zip(self.chunks, self.runs, strict=True))
        self.chunks, self.runs = [], []
        for _, run in pairs:
            run.first = NOWHERE
        for chunk, run in pairs:
            wide = chunk.width > room + SLACK and run.formula is None
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
    narrow = edges.right - max(edges.first, edges.left)
    copy.narrow(narrow)
    starts = list(accumulate([chunk.width + chunk.gap for chunk in copy.chunks], initial=0.0))
    ends = [start + chunk.width for start, chunk in zip(starts, copy.chunks, strict=False)]
    lengths = list(accumulate([chunk.length for chunk in copy.chunks], initial=0)) if source else []
    compositor = _Compositor(copy, edges, metrics, starts, ends, source, lengths)
    return [compositor.line(first, stop) for first, stop in compositor.breaks()]


@dataclass(slots=True)
class _Compositor:
    """Sets the lines of one paragraph.

    Attributes:
        starts, ends: Edges of the chunks as if they stood in one line.
        lengths: Characters of the source before each chunk, empty without a source.
    """

    copy: Copy
    edges: Edges
    metrics: Metrics
    starts: list[float]
    ends: list[float]
    source: Place | None
    lengths: list[int]

    def breaks(self) -> Iterator[tuple[int, int]]:
        """Yield first and last (exclusive) chunk of each line."""
        chunks, starts, ends = self.copy.chunks, self.starts, self.ends
        ends_of_lines = [i for i, chunk in enumerate(chunks, 1) if chunk.end == FORCED] if self.copy.broken else []
        forced = iter([*ends_of_lines, len(chunks)])
        limit = next(forced)
        room = self.edges.right - self.edges.first
        first = 0
        while first < len(chunks):
            reach = starts[first] + room + SLACK
            stop = min(bisect_right(ends, reach, first), limit)
            if stop < limit:
                stop = min(self._back(first, stop, reach), limit)
            if stop == limit:
                limit = next(forced, limit)
            yield first, stop
            first = stop
            room = self.edges.right - self.edges.left

    def _back(self, first: int, reached: int, reach: float) -> int:
        """Return the last place at or before `reached` where the line may end, and the spaces that hang over there."""
        chunks = self.copy.chunks
        stop = reached
        while stop > first and not self._may_end(stop - 1, reach):
            stop -= 1
        if stop == first:
            return max(reached, first + 1)
        while stop < len(chunks) and chunks[stop].text == " ":
            stop += 1
        return stop

    def _may_end(self, index: int, reach: float) -> bool:
        end = self.copy.chunks[index].end
        if end == SOFT:
            return self.ends[index] + self.copy.runs[index].face.width("-") <= reach
        return end != NO

    def line(self, first: int, stop: int) -> Line:
        """Return the line of `chunks[first:stop]`."""
        end = self.copy.chunks[stop - 1].end
        closes = end == FORCED or stop == len(self.copy.chunks)
        pieces = self._pieces(first, self._visible(first, stop))
        if pieces and end == SOFT and not closes:
            _append(pieces, "-")
        natural = pieces[-1].x + pieces[-1].width if pieces else 0.0
        left = self.edges.left if first else self.edges.first
        missing = max(self.edges.right - left - natural, 0.0)
        spaces = sum([count_spaces(piece.text) for piece in pieces])
        stretch = 0.0 if closes else self._stretch(spaces, missing)
        if pieces and end in (SPACE, FORCED) and stop < len(self.copy.chunks):
            _append(pieces, " ")
        above, below = self._metrics(pieces)
        return Line(
            height=above + below,
            x=left + _SHARES[self.edges.align] * missing,
            width=natural + stretch * spaces,
            depth=above,
            pieces=pieces,
            word_space=stretch,
            source=self._source(self.source, first, stop) if self.source else None,
            notes=tuple([note for piece in pieces if piece.run.notes for note in piece.run.notes]),
        )

    def _visible(self, first: int, stop: int) -> int:
        """Return the end of what is seen: spaces hang over the edge."""
        chunks, runs = self.copy.chunks, self.copy.runs
        while stop > first and chunks[stop - 1].text in ("", " ") and runs[stop - 1].formula is None:
            stop -= 1
        return stop

    def _pieces(self, first: int, stop: int) -> list[Piece]:
        """Join neighbours of one run and face."""
        chunks, runs, starts, tabbed = self.copy.chunks, self.copy.runs, self.starts, self.copy.tabbed
        made: list[Piece] = []
        begin = first
        while begin < stop:
            run, face = runs[begin], chunks[begin].face
            end = begin + 1
            while end < stop and runs[end] is run and chunks[end].face is face:
                if tabbed and (_is_tab(chunks[end]) or _is_tab(chunks[end - 1])):
                    break
                end += 1
            text = "".join([chunk.text for chunk in chunks[begin:end]])
            width = starts[end] - starts[begin]
            if end == stop:
                text, width = text.rstrip(" "), self.ends[end - 1] - starts[begin]
            if text or run.formula is not None:
                made.append(Piece(run, text, face, starts[begin] - starts[first], width))
            begin = end
        return made

    def _stretch(self, spaces: int, missing: float) -> float:
        """Return what each space of a justified line is widened by."""
        if self.edges.align != "justify" or self.copy.tabbed or not spaces:
            return 0.0
        stretch = missing / spaces
        return stretch if stretch <= _WIDEST_SPACE * self.metrics.above else 0.0

    def _metrics(self, pieces: list[Piece]) -> Metrics:
        above, below = self.metrics
        for piece in pieces:
            if piece.run.formula is not None:
                above, below = max(above, piece.run.above), max(below, piece.run.below)
        return Metrics(above, below)

    def _source(self, source: Place, first: int, stop: int) -> Place:
        """Return the stretch of the source a line shows, the whole source where its words are of none."""
        runs, chunks = self.copy.runs, self.copy.chunks
        while first < stop and runs[first].source < 0:
            first += 1
        while first < stop and runs[stop - 1].source < 0:
            stop -= 1
        if first == stop:
            return source
        end = self._offset(stop - 1) + chunks[stop - 1].length - chunks[stop - 1].text.endswith(" ")
        return Place(source.field, source.block, self._offset(first), end)

    def _offset(self, index: int) -> int:
        run = self.copy.runs[index]
        return run.source + self.lengths[index] - self.lengths[run.first]


def _append(pieces: list[Piece], sign: str) -> None:
    """Put a hyphen, or the space that parts two words for readers, behind the line's last piece."""
    last = pieces[-1]
    if last.run.formula is not None:
        run = replace(last.run, formula=None)
        pieces.append(Piece(run, sign, run.face.face, last.x + last.width, run.face.width(sign)))
        return
    width = last.width + last.run.face.width(sign, last.face)
    pieces[-1] = Piece(last.run, last.text + sign, last.face, last.x, width)


def _is_tab(chunk: Chunk) -> bool:
    return chunk.text == " " and chunk.width > 0
