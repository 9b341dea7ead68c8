"""Edits of the text of lines: marks, links and languages on stretches, putting runs in, taking stretches out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from proceedings_editor.model.body import Body, RichText, Run, Span
from proceedings_editor.model.body_edit.line import Ids, Line, text_of_leaf, with_text
from proceedings_editor.model.body_edit.spot import Stretch, on_lines
from proceedings_editor.model.splice import joined

Mark = Literal["bold", "italic", "underline", "superscript", "subscript", "code"]
MARKS: Final[tuple[Mark, ...]] = ("bold", "italic", "underline", "superscript", "subscript", "code")
_OPPOSITE: Final[dict[str, Mark]] = {"superscript": "subscript", "subscript": "superscript"}


def marked(body: Body, stretches: Sequence[Stretch], mark: Mark, *, on: bool) -> Body:
    """Set or clear a mark; a superscript is no subscript and the other way round."""

    def one(span: Span) -> Span:
        span = _with_mark(span, mark, on)
        return _with_mark(span, _OPPOSITE[mark], False) if on and mark in _OPPOSITE else span

    return on_spans(body, stretches, one)


def linked(body: Body, stretches: Sequence[Stretch], href: str) -> Body:
    """Let the stretches lead to an address; "" for no link."""
    return on_spans(body, stretches, lambda span: replace(span, href=href))


def in_language(body: Body, stretches: Sequence[Stretch], language: str) -> Body:
    """Say what language the stretches are in; "" for the entry's own."""
    return on_spans(body, stretches, lambda span: replace(span, language=language))


def is_marked(lines: Mapping[int, Line], stretches: Sequence[Stretch], mark: Mark) -> bool:
    """Say whether every letter of the stretches has the mark; False where there is no letter."""
    spans = [
        run
        for stretch in stretches
        for run in cut(text_of_leaf(lines[stretch.line].leaf) or (), stretch.start, stretch.end)
        if isinstance(run, Span)
    ]
    return bool(spans) and all(has_mark(span, mark) for span in spans)


def on_spans(body: Body, stretches: Sequence[Stretch], change: Callable[[Span], Span]) -> Body:
    """Change the letters of the stretches; stretches in objects and program text change nothing."""

    def edit(lines: list[Line], _ids: Ids) -> list[Line]:
        for stretch in stretches:
            line = lines[stretch.line]
            text = text_of_leaf(line.leaf)
            if text:
                leaf = with_text(line.leaf, changed(text, stretch.start, stretch.end, change))
                lines[stretch.line] = replace(line, leaf=leaf)
        return lines

    return on_lines(body, edit)


def changed(text: RichText, start: int, end: int, change: Callable[[Span], Span]) -> RichText:
    """Return the text with the spans between two code points changed."""
    inner = tuple(change(run) if isinstance(run, Span) else run for run in cut(text, start, end))
    return joined((*cut(text, 0, start), *inner, *cut(text, end)))


def cut(text: RichText, start: int, end: int | None = None) -> RichText:
    """Return the runs between two code points of a text's plain text."""
    found: list[Run] = []
    at = 0
    for run in text:
        length = len(run.text) if isinstance(run, Span) else 1
        first, last = max(start - at, 0), length if end is None else min(end - at, length)
        if first < last:
            found.append(replace(run, text=run.text[first:last]) if isinstance(run, Span) else run)
        at += length
    return tuple(found)


def put_in(body: Body, stretch: Stretch, runs: RichText) -> Body:
    """Put runs in the place of a stretch of one line; the body itself where the line has no text."""

    def edit(lines: list[Line], _ids: Ids) -> list[Line]:
        line = lines[stretch.line]
        text = text_of_leaf(line.leaf)
        if text is not None:
            new = joined((*cut(text, 0, stretch.start), *runs, *cut(text, stretch.end)))
            lines[stretch.line] = replace(line, leaf=with_text(line.leaf, new))
        return lines

    return on_lines(body, edit)


def has_mark(span: Span, mark: Mark) -> bool:
    """Say whether a span has a mark."""
    return bool(getattr(span, mark))


def _with_mark(span: Span, mark: Mark, on: bool) -> Span:
    return replace(span, **{mark: on})  # type: ignore[arg-type]  # every mark is a bool
