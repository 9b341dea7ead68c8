"""The preview is the export: same pages, same pixels."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from proceedings_editor.app.collection import largest_number, open_collection
from proceedings_editor.app.composing import readable_picture
from proceedings_editor.app.preview import make_preview
from proceedings_editor.errors import Cancelled, UsageError
from proceedings_editor.exporters.composition.compose import compose
from proceedings_editor.exporters.pdf.raster import page_count, render_page
from proceedings_editor.exporters.pdf.writer import write_pdf
from proceedings_editor.progress import NeverCancelled

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "steppe-2026"


class Stopped:
    cancelled = True


@pytest.mark.parametrize("index", range(4))
def test_preview_and_export_are_equal_to_the_pixel(index: int) -> None:
    workspace = open_collection(EXAMPLE).workspace
    entry = workspace.entries[index]
    preview = make_preview(EXAMPLE, workspace, entry.id, NeverCancelled())
    export = write_pdf(
        compose(
            workspace.collection,
            workspace.template,
            entry,
            parts="both",
            draft=False,
            figures=partial(readable_picture, EXAMPLE, entry.id),
            largest_number=largest_number(workspace.entries),
        )
    )
    assert len(preview.sizes) == page_count(export.data) == preview.article_pages + 1
    for page in range(len(preview.sizes)):
        assert preview.picture(page, 1.5) == render_page(export.data, page, 1.5)


def test_every_spot_lies_on_its_page() -> None:
    workspace = open_collection(EXAMPLE).workspace
    preview = make_preview(EXAMPLE, workspace, workspace.entries[0].id, NeverCancelled())
    assert len(preview.spots) > 100
    for spot in preview.spots:
        width, height = preview.sizes[spot.page]
        assert 0 <= spot.x <= spot.x + spot.width <= width + 1
        assert 0 <= spot.y <= spot.y + spot.height <= height + 1


def test_an_entry_that_is_gone_is_one_sentence() -> None:
    workspace = open_collection(EXAMPLE).workspace
    with pytest.raises(UsageError, match="no longer"):
        make_preview(EXAMPLE, workspace, "gone", NeverCancelled())


def test_superseded_work_stops() -> None:
    workspace = open_collection(EXAMPLE).workspace
    with pytest.raises(Cancelled):
        make_preview(EXAMPLE, workspace, workspace.entries[0].id, Stopped())
