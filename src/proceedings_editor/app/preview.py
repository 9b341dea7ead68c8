"""The preview of one entry: its pages as the export lays them out, ready to be drawn and clicked on.

The work is done in a thread on a snapshot; the libraries it needs are loaded there and not when the window opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from proceedings_editor.app.collection import largest_number
from proceedings_editor.errors import UsageError
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import CancelToken, stop_if_cancelled
from proceedings_editor.texts import text

if TYPE_CHECKING:
    from proceedings_editor.exporters.pdf.placed import Layout, Spot
    from proceedings_editor.exporters.pdf.raster import Raster


@dataclass(frozen=True, slots=True)
class Preview:
    """An entry's pages.

    Attributes:
        entry: Id of the entry.
        data: The PDF.
        layout: What it shows.
        sizes: Width and height of every page in points.
    """

    entry: str
    data: bytes
    layout: Layout
    sizes: tuple[tuple[float, float], ...]

    @property
    def spots(self) -> tuple[Spot, ...]:
        """What stands where, in points from the page's lower left corner."""
        return self.layout.spots

    @property
    def article_pages(self) -> int:
        """Number of pages of the article alone, without the information page."""
        return self.layout.pages_of("article")

    def first_page(self, part: str) -> int | None:
        """Return the index of the page a part ("information", "article") begins on, None where there is none."""
        return next((page for page, name in self.layout.first_pages if name == part), None)

    def stretch(self, spot: Spot, start: int, end: int) -> tuple[float, float]:
        """Return where the characters `start` to `end` of the source begin on a line, and how wide they are, in points.

        Args:
            spot: The line; what does not stand on it is left out.
            start: Code point of the source's plain text.
            end: The same.
        """
        from proceedings_editor.exporters.pdf.ruler import stretch_on

        return stretch_on(spot, self.layout.pages[spot.page].marks, start, end)

    def picture(self, page: int, scale: float) -> Raster:
        """Draw one page.

        Args:
            page: Index of the page, from 0.
            scale: Pixels per point.

        Raises:
            ReadError: The picture would be enormous.
        """
        from proceedings_editor.exporters.pdf.raster import render_page

        return render_page(self.data, page, scale)


def make_preview(folder: Path, workspace: Workspace, entry_id: str, cancel: CancelToken) -> Preview:
    """Lay an entry out as its final export would be.

    Args:
        folder: The collection's folder, where the figures are.
        workspace: The snapshot to show.
        entry_id: The entry.
        cancel: Asked between the steps.

    Raises:
        UsageError: The workspace has no such entry.
        Cancelled: A newer snapshot is waiting.
        ProceedingsError: The entry cannot be laid out: a character no font has, a wrong formula, a damaged picture.
    """
    from proceedings_editor.app.composing import compose_entry
    from proceedings_editor.exporters.pdf.writer import write_preview

    entry = next((entry for entry in workspace.entries if entry.id == entry_id), None)
    if entry is None:
        raise UsageError(text("The entry {entry} is no longer in the collection.", entry=entry_id))
    largest = largest_number(workspace.entries)
    composition = compose_entry(folder, workspace.collection, workspace.template, entry, largest)
    stop_if_cancelled(cancel)
    pdf = write_preview(composition)
    stop_if_cancelled(cancel)
    sizes = tuple((page.width, page.height) for page in pdf.layout.pages)
    return Preview(entry_id, pdf.data, pdf.layout, sizes)
