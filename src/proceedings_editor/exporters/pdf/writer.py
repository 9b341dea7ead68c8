"""The PDF writer: a composition becomes the bytes of a file, and the map of what stands where.

Nothing is laid out twice: the preview, the page count, the contents and the index read the layout that comes along.
"""

from __future__ import annotations

from dataclasses import dataclass

from proceedings_editor.exporters.composition.element import Composition
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.paint import paint
from proceedings_editor.exporters.pdf.placed import Layout


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF: its bytes, and the layout they show."""

    data: bytes
    layout: Layout


def write_pdf(composition: Composition) -> Pdf:
    """Write a composition as tagged PDF: PDF/A-2a and PDF/UA-1. The same composition gives the same bytes.

    Raises:
        FontError: A family has no twin, or no face has a character.
        FormulaError: A formula cannot be drawn.
        ReadError: A picture cannot be read.
    """
    return write_layout(lay_out(composition), composition, archival=True)


def write_preview(composition: Composition) -> Pdf:
    """Write a composition for the eyes only: the same pages to the pixel, without tags, links and metadata.

    Raises:
        FontError, FormulaError, ReadError: As `write_pdf`.
    """
    return write_layout(lay_out(composition), composition, archival=False)


def write_layout(layout: Layout, composition: Composition, *, archival: bool) -> Pdf:
    """Write pages that are laid out already.

    Args:
        layout: The pages.
        composition: What they were made from, for the metadata.
        archival: As a file to keep (`write_pdf`) or to look at (`write_preview`).

    Raises:
        ReadError: A picture cannot be read.
    """
    return Pdf(paint(layout, composition, archival=archival), layout)
