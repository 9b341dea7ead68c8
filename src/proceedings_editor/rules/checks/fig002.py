"""A figure or table lacks a good caption, or a picture cannot be printed well.

What:
    Every figure and table has a caption, without a full stop at its end. The file of every picture is there and can be
    printed, the picture is not wider than the column, and at its printed width it has 300 dots per inch. An old
    formula of Word comes as a picture that only Word can draw (WMF, EMF).

Why:
    The list of figures and the reader need a name for each. A picture of few dots is a blur on paper; one wider than
    the column runs off the page.

How to fix:
    Write the caption; taking the stop away, another width, or making a caption of the paragraph that holds it is
    proposed. For a missing or blurred picture ask the author for the original, not for a copy from a document.

Options:
    dpi: the smallest number of dots per inch.

Examples:
    kk ✓ Өзеннің арнасы
    kk ✓ Су деңгейі, 2015–2024 жж.
    kk ✗ Өзеннің арнасы.
    ru ✓ Русло реки
    ru ✗ Русло реки в июле.
    en ✗ The river bed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from proceedings_editor.language.caption import CaptionKind, caption_label
from proceedings_editor.model.body import Figure, Paragraph, Table, plain_text
from proceedings_editor.model.edit import DropBlock, ReplaceText, SetBlockFact, Together
from proceedings_editor.model.finding import Fix, Severity
from proceedings_editor.model.place import Place
from proceedings_editor.model.splice import spliced
from proceedings_editor.model.walk import Path, walk
from proceedings_editor.rules.facts import PictureFile
from proceedings_editor.rules.no_figure import is_as_small_as_a_formula, is_undrawable
from proceedings_editor.rules.rule import Rule
from proceedings_editor.rules.scope import EntryScope, Hit
from proceedings_editor.texts import Text, text

_CM_PER_INCH: Final = 2.54
_SCREEN_DPI: Final = 96
"""Of a picture that does not say; what Word assumes."""
_ROUNDING: Final = 0.98
"""Share of the wanted dots that is near enough."""
_LEAST_WIDTH: Final = 4.0
"""Centimetres below which a narrower picture is no help."""
_STOP: Final = re.compile(r"(?:[^\W\d_]{3,}|[0-9]|[)»”])(?P<stop>\.)\s*\Z")
_NO_FIGURE_CAPTION: Final = text("The figure has no caption; write one.")
_NO_TABLE_CAPTION: Final = text("The table has no caption; write one.")


@dataclass(frozen=True, slots=True)
class Options:
    """What a template may set."""

    dpi: int = 300


def _check(scope: EntryScope) -> Iterator[Hit]:
    for path, block in walk(scope.entry.body):
        if isinstance(block, Figure | Table):
            if isinstance(block, Figure) and is_undrawable(scope, block):
                yield _undrawable(block, path)
                continue
            if isinstance(block, Figure) and is_as_small_as_a_formula(scope, block):
                message = text("The picture {file} is as small as a formula; type the formula.", file=block.file)
                yield _hit(block, path, message)
                continue
            yield from _caption(scope, block, path)
        if isinstance(block, Figure):
            yield from _picture(scope, block, path)


def _undrawable(block: Figure, path: Path) -> Hit:
    message = text(
        "The picture {file} cannot be printed. If it is a formula, type the formula; otherwise ask the author for a "
        "PNG or JPEG file.",
        file=block.file,
    )
    return _hit(block, path, message, severity="error")


def _caption(scope: EntryScope, block: Figure | Table, path: Path) -> Iterator[Hit]:
    words = plain_text(block.caption)
    if not words.strip():
        yield _typed_apart(scope, block, path) or Hit(
            Place(block=path), "", _NO_FIGURE_CAPTION if isinstance(block, Figure) else _NO_TABLE_CAPTION
        )
        return
    stop = _STOP.search(words)
    if stop:
        edit = ReplaceText(
            scope.entry.id, Place(block=path, start=stop.start("stop"), end=len(words)), "", _without_stop()
        )
        fix = Fix(edit, safe=False, before=stop[0], after=stop[0][: stop.start("stop") - stop.start()])
        message = text("The caption ends with a full stop.")
        yield Hit(Place(block=path, start=stop.start(), end=len(words)), stop[0], message, fix)


def _typed_apart(scope: EntryScope, block: Figure | Table, path: Path) -> Hit | None:
    """A caption typed as a paragraph below the figure or above the table is meant for it."""
    body = scope.entry.body
    kind: CaptionKind = "figure" if isinstance(block, Figure) else "table"
    beside = path[0] + (1 if kind == "figure" else -1)
    near = body[beside] if len(path) == 1 and 0 <= beside < len(body) else None
    words = plain_text(near.text) if isinstance(near, Paragraph) else ""
    label = caption_label(words, kind)
    if label is None or not isinstance(near, Paragraph):
        return None
    name = text("Make it the caption")
    caption = spliced(near.text, 0, label.end, "")
    edits = (
        SetBlockFact(scope.entry.id, Place(block=path), "caption", caption, name),
        DropBlock(scope.entry.id, Place(block=(beside,)), name),
    )
    fix = Fix(Together(edits, name), safe=False, before=words, after=plain_text(caption))
    message = text("The caption “{words}” stands in a paragraph of its own.", words=words)
    return Hit(Place(block=path), "", message, fix)


def _without_stop() -> Text:
    return text("Take the full stop away")


def _picture(scope: EntryScope, block: Figure, path: Path) -> Iterator[Hit]:
    if block.file in scope.facts.missing_figures.get(scope.entry.id, frozenset()):
        message = text("The picture {file} is missing from the entry's folder; ask the author for it.", file=block.file)
        yield _hit(block, path, message, severity="error")
        return
    page = scope.template.page
    column = page.width - page.left - page.right
    if block.width > column:
        widest = int(column * 10) / 10
        message = text(
            "The picture is {width} cm wide, but the column only {column} cm.",
            width=f"{block.width:g}",
            column=f"{widest:g}",
        )
        yield _hit(block, path, message, _narrower(scope, path, block.width, widest))
    picture = scope.facts.pictures.get(scope.entry.id, {}).get(block.file)
    if picture is not None:
        yield from _sharpness(scope, block, path, picture, min(_width(block, picture), column))


def _width(block: Figure, picture: PictureFile) -> float:
    """Return the printed width in centimetres."""
    return block.width or picture.width / (picture.dpi or _SCREEN_DPI) * _CM_PER_INCH


def _sharpness(scope: EntryScope, block: Figure, path: Path, picture: PictureFile, width: float) -> Iterator[Hit]:
    dpi = picture.width * _CM_PER_INCH / width if width > 0 else scope.options.dpi
    if dpi < scope.options.dpi * _ROUNDING:
        enough = int(picture.width * _CM_PER_INCH / scope.options.dpi * 10) / 10
        message = text(
            "At {width} cm the picture has {dpi} dots per inch, less than {wanted}; it would be sharp at {enough} cm.",
            width=round(width, 1),
            dpi=int(dpi),
            wanted=scope.options.dpi,
            enough=enough,
        )
        fix = _narrower(scope, path, width, enough) if enough >= _LEAST_WIDTH else None
        yield _hit(block, path, message, fix)


def _hit(block: Figure, path: Path, message: Text, fix: Fix | None = None, severity: Severity | None = None) -> Hit:
    words = plain_text(block.caption)
    return Hit(Place(block=path, end=len(words)), words, message, fix, severity)


def _narrower(scope: EntryScope, path: Path, width: float, right: float) -> Fix:
    edit = SetBlockFact(
        scope.entry.id, Place(block=path), "width", right, text("Print it {width} cm wide", width=right)
    )
    return Fix(edit, safe=False, before=_in_cm(width), after=_in_cm(right))


def _in_cm(width: float) -> Text:
    return text("{width} cm", width=round(width, 1))


RULE = Rule(code="FIG002", severity="warning", manual=__doc__, options=Options(), entry=_check)
