"""Pictures with more dots than print needs, made smaller where a person wants it; the original is never lost."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.exporters.composition.picture import picture_header
from proceedings_editor.model.body import Figure
from proceedings_editor.model.template import Template
from proceedings_editor.storage.atomic import writing
from proceedings_editor.storage.attachment import figure_path, keep_figure, keep_manuscript
from proceedings_editor.texts import text

_CM_PER_INCH: Final = 2.54
_POINTS_PER_CM: Final = 72 / _CM_PER_INCH
_SCREEN_DPI: Final = 96
"""Of a picture that does not say; what Word assumes."""
_WANTED_DPI: Final = 300
_RULE: Final = "FIG002"
"""The rule that says how many dots a template wants."""
_SLACK: Final = 1.2
"""So many times the dots that are needed are no reason to ask a person."""


@dataclass(frozen=True, slots=True)
class Dots:
    """The dots of a figure's picture.

    Attributes:
        file: Its file.
        width: Dots across.
        height: Dots down.
        dpi: Dots per inch as it is printed.
        wanted: Dots per inch that print needs.
        printed: Printed width in cm.
    """

    file: str
    width: int
    height: int
    dpi: int
    wanted: int
    printed: float

    @property
    def enough(self) -> int:
        """Dots across that print needs."""
        return round(self.printed / _CM_PER_INCH * self.wanted)

    @property
    def are_too_many(self) -> bool:
        """Whether the picture could do with fewer."""
        return self.width > self.enough * _SLACK and not _is_drawing(self.file)


def dots_of(folder: Path, template: Template, entry_id: str, figure: Figure) -> Dots | None:
    """Return the dots of a figure's picture; None for one that is missing or cannot be read.

    Args:
        folder: The collection's folder.
        template: Says how wide a column is and how many dots print needs.
        entry_id: The entry's id.
        figure: The figure.
    """
    path = figure_path(folder, entry_id, figure.file)
    try:
        header = picture_header(path, path.stat().st_mtime_ns) if path else None
    except OSError:
        return None
    if header is None or header.width < 1:
        return None
    column = template.page.width - template.page.left - template.page.right
    natural = header.width / (header.dpi or _SCREEN_DPI) * _CM_PER_INCH
    printed = min(figure.width if figure.width > 0 else natural, column)
    dpi = round(header.width * _CM_PER_INCH / printed)
    return Dots(figure.file, header.width, header.height, dpi, _wanted(template), printed)


def smaller(folder: Path, template: Template, entry_id: str, figure: Figure) -> Figure:
    """Return the figure with a copy of its picture that has the dots print needs; the picture itself stays.

    Raises:
        ReadError: The picture is missing or cannot be read.
        WriteError: The copy could not be written.
    """
    # The library for pictures is loaded when the first one is made smaller.
    from proceedings_editor.exporters.composition.small_picture import scaled_picture

    dots = dots_of(folder, template, entry_id, figure)
    path = figure_path(folder, entry_id, figure.file)
    if dots is None or path is None:
        raise ReadError(text("The picture {file} is missing or cannot be read.", file=figure.file))
    try:
        ending, data = scaled_picture(path, dots.printed * _POINTS_PER_CM, dots.wanted)
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{folder} could not be opened: {reason}.", folder=figure.file, reason=reason)) from error
    with TemporaryDirectory() as home:
        copy = Path(home, f"{path.stem}-{dots.wanted}dpi.{ending}")
        with writing(copy):
            copy.write_bytes(data)
        return replace(figure, file=keep_figure(folder, entry_id, copy))


def set_aside(folder: Path, entry_id: str, figure: Figure) -> None:
    """Keep the original of a picture just inserted among the manuscripts: only its smaller copy is printed.

    Raises:
        ReadError: It is missing.
        WriteError: It could not be kept; then it stays where it is.
    """
    path = figure_path(folder, entry_id, figure.file)
    if path is None:
        raise ReadError(text("The picture {file} is missing or cannot be read.", file=figure.file))
    keep_manuscript(folder, path)
    with suppress(OSError):  # a copy too many harms nobody
        path.unlink()


def _wanted(template: Template) -> int:
    settings = template.rules.get(_RULE)
    value = settings.options.get("dpi") if settings else None
    return int(value) if isinstance(value, int | float) and value >= 1 else _WANTED_DPI


def _is_drawing(file: str) -> bool:
    return file.casefold().endswith(".svg")
