"""Pictures of every sort become what PDF/A-2 takes."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.pdf.picture import Picture, read_picture
from tests.exporters.pdf.sheet import pictures


@pytest.fixture(scope="module")
def every_sort(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {path.name: path for path in pictures(tmp_path_factory.mktemp("суреттер"))}


def shown(picture: Picture) -> Image.Image:
    """Decode the picture as a viewer does."""
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, picture.data)
        for key, value in picture.entries:
            stream[f"/{key}"] = pikepdf.Object.parse(value.encode("ascii"))
        return pikepdf.PdfImage(stream).as_pil_image().convert("RGB")


def test_an_ordinary_jpeg_goes_in_byte_for_byte(every_sort: dict[str, Path]) -> None:
    assert read_picture(every_sort["rgb.jpg"]).data == every_sort["rgb.jpg"].read_bytes()


def test_every_sort_is_opaque_and_in_a_colour_space_the_file_declares(every_sort: dict[str, Path]) -> None:
    for path in every_sort.values():
        entries = dict(read_picture(path).entries)
        assert entries["ColorSpace"].startswith(("/DeviceRGB", "/DeviceGray", "[/Indexed /DeviceRGB")), path.name
        assert int(entries["BitsPerComponent"]) <= 8
        assert "SMask" not in entries


@pytest.mark.parametrize(
    "name", ["rgb.png", "grey.png", "palette-2.png", "palette-200.png", "one-bit.png", "bitmap.bmp", "animated.gif"]
)
def test_a_picture_without_loss_keeps_every_pixel(every_sort: dict[str, Path], name: str) -> None:
    with Image.open(every_sort[name]) as image:
        assert shown(read_picture(every_sort[name])).tobytes() == image.convert("RGB").tobytes()


def test_what_is_transparent_lies_on_white_paper(tmp_path: Path) -> None:
    path = tmp_path / "clear.png"
    Image.new("RGBA", (4, 4), (200, 0, 0, 0)).save(path)
    assert shown(read_picture(path)).getpixel((0, 0)) == (255, 255, 255)


def test_sixteen_bits_keep_their_brightness(tmp_path: Path) -> None:
    path = tmp_path / "deep.png"
    Image.new("I;16", (4, 4), 0x8080).save(path)
    assert shown(read_picture(path)).getpixel((0, 0)) == (128, 128, 128)


def test_measured_values_are_stretched_to_grey(tmp_path: Path) -> None:
    path = tmp_path / "measured.tif"
    image = Image.new("F", (2, 1), -3.0)
    image.putpixel((1, 0), 7.0)
    image.save(path)
    out = shown(read_picture(path))
    assert [out.getpixel((0, 0)), out.getpixel((1, 0))] == [(0, 0, 0), (255, 255, 255)]


def test_a_photograph_taken_upright_is_turned(every_sort: dict[str, Path]) -> None:
    entries = dict(read_picture(every_sort["turned.jpg"]).entries)
    assert (entries["Width"], entries["Height"]) == ("48", "64")


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (2, 2), "red").save(path)
    assert dict(read_picture(path).entries)["Width"] == "2"
    Image.new("RGB", (30, 2), "red").save(path)
    assert dict(read_picture(path).entries)["Width"] == "30"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0junk"])
def test_what_is_no_picture_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "сурет.png"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"сурет\.png"):
        read_picture(path)


@pytest.mark.parametrize("name", ["rgb.png", "rgb.jpg", "alpha.png", "cmyk.jpg", "bitmap.bmp"])
def test_a_cut_off_file_is_one_sentence(every_sort: dict[str, Path], tmp_path: Path, name: str) -> None:
    data = every_sort[name].read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(ReadError):
        read_picture(path)


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.png", tmp_path):
        with pytest.raises(ReadError):
            read_picture(path)


def test_a_picture_that_would_unpack_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(ReadError):
        read_picture(path)
