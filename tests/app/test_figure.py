"""A picture a person chose becomes a figure of the entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from proceedings_editor.app.figure import add_figure
from proceedings_editor.errors import ReadError
from proceedings_editor.resources import shipped
from proceedings_editor.storage.attachment import figure_path

PICTURE = shipped("examples", "steppe-2026", "figures", "tynaigan", "ndvi.png")


def test_the_picture_lies_in_the_entrys_figures_under_a_free_name(tmp_path: Path) -> None:
    names = [add_figure(tmp_path, "ozera", PICTURE).file for _ in range(2)]
    assert names == ["ndvi.png", "ndvi-2.png"]
    for name in names:
        kept = figure_path(tmp_path, "ozera", name)
        assert kept and kept.read_bytes() == PICTURE.read_bytes()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"not a picture"])
def test_what_cannot_be_printed_is_refused_and_not_kept(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(data)
    with pytest.raises(ReadError, match=r"a\.png"):
        add_figure(tmp_path, "ozera", file)
    assert not (tmp_path / "figures").exists()
