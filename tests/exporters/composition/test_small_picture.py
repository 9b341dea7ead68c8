"""Smaller pictures: fewer bytes, the same printed size, the same look."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.exporters.composition.small_picture import small_picture

COLUMN = 480.0


def noise(path: Path, side: int, mode: str = "RGB", **facts: object) -> Path:
    channels = len(mode) if mode in ("RGB", "RGBA") else 1
    image = Image.frombytes(mode, (side, side), random.Random(7).randbytes(channels * side * side))
    image.save(path, **facts)
    return path


@pytest.mark.parametrize(
    ("name", "mode", "facts"),
    [
        ("a.png", "RGB", {"dpi": (300, 300)}),
        ("a.png", "RGB", {}),
        ("a.jpg", "RGB", {"dpi": (300, 300), "quality": 95}),
        ("a.png", "RGBA", {"dpi": (200, 200)}),
        ("a.png", "L", {"dpi": (600, 600)}),
        ("a.tif", "RGB", {"dpi": (300, 300)}),
    ],
)
def test_a_copy_has_fewer_bytes_and_the_same_printed_size(
    name: str, mode: str, facts: dict[str, object], tmp_path: Path
) -> None:
    path = noise(tmp_path / name, 1000, mode, **facts)
    small = small_picture(path, COLUMN, 100, tmp_path)
    assert small.stat().st_size < path.stat().st_size / 2
    before, after = picture_size(path), picture_size(small)
    assert before and after
    assert after == pytest.approx(before, rel=0.01)


def test_dots_are_counted_where_the_picture_is_printed(tmp_path: Path) -> None:
    path = noise(tmp_path / "photo.png", 2000, dpi=(72, 72))  # 2000 points wide, printed in a column of 480
    with Image.open(small_picture(path, COLUMN, 150, tmp_path)) as small:
        assert small.width == pytest.approx(COLUMN / 72 * 150, rel=0.03)


def test_what_would_not_become_smaller_stays(tmp_path: Path) -> None:
    flat = tmp_path / "flat.png"
    Image.new("1", (400, 400)).save(flat, dpi=(100, 100))
    assert small_picture(flat, COLUMN, 200, tmp_path) == flat


def test_transparency_and_turning_are_kept(tmp_path: Path) -> None:
    clear = noise(tmp_path / "clear.png", 900, "RGBA", dpi=(300, 300))
    with Image.open(small_picture(clear, COLUMN, 100, tmp_path)) as small:
        assert small.mode == "RGBA"
    lying = Image.new("RGB", (900, 300), "red")
    exif = lying.getexif()
    exif[0x0112] = 6
    turned = tmp_path / "turned.jpg"
    lying.save(turned, exif=exif, dpi=(300, 300), quality=100)
    with Image.open(small_picture(turned, COLUMN, 50, tmp_path)) as small:
        assert small.height > small.width


def test_palettes_and_sixteen_bits_are_understood(tmp_path: Path) -> None:
    noise(tmp_path / "p.png", 800).rename(tmp_path / "rgb.png")
    with Image.open(tmp_path / "rgb.png") as image:
        image.quantize(200).save(tmp_path / "p.png", dpi=(300, 300))
    deep = Image.frombytes("I;16", (800, 800), random.Random(3).randbytes(2 * 800 * 800))
    deep.save(tmp_path / "deep.png", dpi=(300, 300))
    for name in ("p.png", "deep.png"):
        path = tmp_path / name
        assert small_picture(path, COLUMN, 60, tmp_path).stat().st_size < path.stat().st_size
