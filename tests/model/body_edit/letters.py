"""What a body says, without its structure: the letters and objects no structure edit may lose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from proceedings_editor.model.body import (
    Block,
    Body,
    DisplayFormula,
    Figure,
    InlineFormula,
    LineBreak,
    Listing,
    Note,
    PageBreak,
    RichText,
    Span,
)
from proceedings_editor.model.walk import text_of, walk


def letters_of(body: Iterable[Block]) -> Counter[str]:
    """Count letters, formulas, figures; forced new lines may come and go with program text and are not counted."""
    found: Counter[str] = Counter()
    for _, block in walk(body):
        found.update(_of_text(text_of(block)))
        match block:
            case Listing(text):
                found.update(text.replace("\n", ""))
            case Figure(file):
                found[f"figure {file}"] += 1
            case DisplayFormula(formula):
                found[f"display {formula.source}"] += 1
            case PageBreak():
                found["page break"] += 1
    return found


def _of_text(text: RichText) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in text:
        match run:
            case Span(words):
                found.update(words)
            case Note(blocks):
                found += letters_of(blocks)
                found["note"] += 1
            case InlineFormula(formula):
                found[f"inline {formula.source}"] += 1
            case LineBreak():
                pass
    return found


def lines_within(body: Body, first: int, count: int, total: int) -> tuple[int, ...]:
    """Return `count` line numbers from `first` on, within the body's `total`."""
    start = first % total
    return tuple(range(start, min(start + count, total)))
