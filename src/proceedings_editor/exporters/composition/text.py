"""Rich text as inlines: marks kept, citations and mentions linked, every stretch tied to its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from proceedings_editor.exporters.composition.broken_formula import inline_formula
from proceedings_editor.exporters.composition.element import Inline, NewLine, NoteMark, Words
from proceedings_editor.exporters.composition.link import Stretch
from proceedings_editor.exporters.composition.setting import foreign
from proceedings_editor.model.body import InlineFormula, LineBreak, Note, RichText, Span
from proceedings_editor.templates.capitals import capitals

NoteMaker = Callable[[Note], NoteMark | None]


def inlines(
    text: RichText,
    plain: str,
    stretches: Sequence[Stretch],
    note: NoteMaker,
    *,
    raised: bool,
    language: str,
    sourced: bool,
) -> tuple[Inline, ...]:
    """Return a text as inlines.

    Args:
        text: The runs.
        plain: Their plain text.
        stretches: Parts of the plain text that lead somewhere, in order, not overlapping.
        note: Makes the mark of a footnote, None for one that says nothing.
        raised: Print in capitals.
        language: Of the part the text stands in.
        sourced: Whether a click on these words can lead back to their place in `plain`.
    """
    printed = capitals(plain) if raised else plain
    found: list[Inline] = []
    place = 0
    for run in text:
        match run:
            case Span():
                end = place + len(run.text)
                for start, stop, target in _cuts(run, place, end, stretches):
                    found.append(
                        Words(
                            printed[start:stop],
                            run.bold,
                            run.italic,
                            run.underline,
                            run.superscript,
                            run.subscript,
                            run.code,
                            run.href,
                            target,
                            foreign(run.language, language),
                            start if sourced else -1,
                        )
                    )
                place = end
                continue
            case LineBreak():
                found.append(NewLine())
            case InlineFormula():
                if run.formula.source.strip():
                    found += inline_formula(run.formula)
            case Note():
                if mark := note(run):
                    found.append(mark)
        place += 1
    return tuple(found)


def _cuts(run: Span, start: int, end: int, stretches: Sequence[Stretch]) -> Iterator[tuple[int, int, str]]:
    """Yield the pieces of a span with their targets; what is a link already, or program text, stays whole."""
    if not (run.href or run.code):
        for stretch in stretches:
            if stretch.end <= start or stretch.start >= end:
                continue
            inner = max(stretch.start, start)
            if inner > start:
                yield start, inner, ""
            start = min(stretch.end, end)
            yield inner, start, stretch.target
    if start < end:
        yield start, end, ""
