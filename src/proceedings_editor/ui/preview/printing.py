"""Pages on paper: the very pages of the PDF, drawn at the printer's resolution.

Qt allows painting on a printer in a thread, so the window lives on while a printer takes its time.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from proceedings_editor.errors import WriteError
from proceedings_editor.progress import CancelToken, Progress, stop_if_cancelled
from proceedings_editor.texts import text

if TYPE_CHECKING:
    from proceedings_editor.app.preview import Preview

MOST_DPI: Final = 600
"""Dots per inch; finer ones show no difference in letters and would fill the memory."""
_POINTS: Final = 72
_ALMOST: Final = 0.998
"""Paper that is smaller by less is the page's own, its size is only kept in whole points."""
_BROKEN: Final = text(
    "The printer does not answer, or its file cannot be written; nothing was printed. Check the printer and try again."
)

Leaf = tuple["Preview", int]
"""A document and the index of one of its pages."""


def leaves_of(previews: Sequence[Preview], first: int = 0, last: int = 0) -> list[Leaf]:
    """Return the pages of documents one after the other.

    Args:
        previews: The documents.
        first: The first page, counted from 1 through all documents; 0 for all.
        last: The last page; 0 for all.
    """
    leaves = [(preview, page) for preview in previews for page in range(len(preview.sizes))]
    return leaves[max(first - 1, 0) : last or None]


def set_up(printer: QPrinter, size: tuple[float, float]) -> None:
    """Propose a page of this size, in points, without margins: they are part of the pages."""
    wide, high = size
    landscape = wide > high
    page = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    kind = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(page, kind, QMarginsF()))


def print_leaves(printer: QPrinter, leaves: Sequence[Leaf], progress: Progress, cancel: CancelToken) -> None:
    """Print pages; for the worker.

    A page that is larger than the paper is made as small as the paper, a smaller one stands in its middle.

    Raises:
        ReadError: A page cannot be drawn.
        WriteError: The printer does not work.
        Cancelled: Somebody stopped it; the printer throws away what it has.
    """
    painter = QPainter()
    try:
        for number, (preview, page) in enumerate(leaves):
            stop_if_cancelled(cancel)
            progress.step(number, len(leaves), text("Printing"))
            _turn(printer, preview.sizes[page])
            if not (printer.newPage() if number else painter.begin(printer)):
                raise WriteError(_BROKEN)
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # where the printer is a PDF
            _draw(painter, printer, preview, page)
        progress.step(len(leaves), len(leaves), text("Printing"))
    except BaseException:
        printer.abort()
        painter.end()
        _throw_away(printer.outputFileName())
        raise
    if not painter.end():
        raise WriteError(_BROKEN)


def _throw_away(file: str) -> None:
    """Leave no half of a file where the printer is one."""
    if file:
        with suppress(OSError):
            Path(file).unlink(missing_ok=True)


def _turn(printer: QPrinter, size: tuple[float, float]) -> None:
    """Turn the paper as the page stands; entries may have wide pages among others."""
    landscape = size[0] > size[1]
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait)


def _draw(painter: QPainter, printer: QPrinter, preview: Preview, page: int) -> None:
    wide, high = preview.sizes[page]
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = printer.resolution() / _POINTS
    room = min(paper.width() / (wide * dots), paper.height() / (high * dots))
    fit = room if room < _ALMOST else 1.0
    coarser = max(1.0, printer.resolution() / MOST_DPI)
    raster = preview.picture(page, fit * dots / coarser)
    image = QImage(raster.data, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32)
    size = QSizeF(image.size()) * coarser  # a dot of the picture is one of the printer, or all would be blurred
    left, top = (round(max(0.0, room) / 2) for room in (paper.width() - size.width(), paper.height() - size.height()))
    painter.drawImage(QRectF(left, top, size.width(), size.height()), image, QRectF(image.rect()))
