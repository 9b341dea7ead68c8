"""Pictures with more dots than print needs become smaller on request, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from proceedings_editor.app.figure import add_figure
from proceedings_editor.app.scaling import dots_of, set_aside, smaller
from proceedings_editor.app.template import shipped_template
from proceedings_editor.errors import ReadError
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.model.body import Figure
from proceedings_editor.model.template import RuleSettings
from proceedings_editor.storage.attachment import figure_path

TEMPLATE = shipped_template("kz-conference")
COLUMN = TEMPLATE.page.width - TEMPLATE.page.left - TEMPLATE.page.right
ENTRY = "dala"


def photograph(tmp_path: Path, width: int = 4000, name: str = "фото.jpg", dpi: int = 0, **facts: object) -> Figure:
    file = tmp_path / name
    tagged = {"dpi": (dpi, dpi)} if dpi else {}
    Image.linear_gradient("L").resize((width, width // 2)).convert("RGB").save(file, **tagged, **facts)
    return add_figure(tmp_path, ENTRY, file)


def size_of(tmp_path: Path, figure: Figure) -> tuple[int, int]:
    path = figure_path(tmp_path, ENTRY, figure.file)
    assert path
    with Image.open(path) as image:
        return image.size


@pytest.mark.parametrize(
    ("width", "dpi", "printed", "too_many"),
    [
        (4000, 0, 0.0, True),  # wider than the column
        (2100, 0, 0.0, False),  # hardly more than the column needs
        (1500, 600, 0.0, True),  # 6 cm by itself: 750 are enough
        (1500, 300, 0.0, False),
        (1500, 0, 5.0, True),
        (1500, 0, 12.0, False),
    ],
)
def test_dots_are_counted_over_the_printed_width(
    tmp_path: Path, width: int, dpi: int, printed: float, too_many: bool
) -> None:
    figure = replace(photograph(tmp_path, width, dpi=dpi), width=printed)
    dots = dots_of(tmp_path, TEMPLATE, ENTRY, figure)
    assert dots and dots.are_too_many == too_many
    assert (dots.width, dots.height) == (width, width // 2)


@pytest.mark.parametrize(("name", "kind"), [("а.jpg", "JPEG"), ("а.png", "PNG"), ("а.tif", "PNG"), ("а.bmp", "PNG")])
def test_a_smaller_copy_has_the_dots_print_needs_and_the_same_printed_size(
    tmp_path: Path, name: str, kind: str
) -> None:
    figure = replace(photograph(tmp_path, name=name), alt="Дала", width=8.0)
    small = smaller(tmp_path, TEMPLATE, ENTRY, figure)
    assert small == replace(figure, file=small.file) and "300dpi" in small.file
    assert size_of(tmp_path, small) == (945, 472)
    path = figure_path(tmp_path, ENTRY, small.file)
    assert path
    with Image.open(path) as image:
        assert image.format == kind
    printed = picture_size(path)
    assert printed and printed[0] == pytest.approx(8 / 2.54 * 72, abs=0.3)
    dots = dots_of(tmp_path, TEMPLATE, ENTRY, small)
    assert dots and not dots.are_too_many
    assert size_of(tmp_path, figure) == (4000, 2000)


def test_a_picture_wider_than_the_column_gets_the_columns_dots(tmp_path: Path) -> None:
    small = smaller(tmp_path, TEMPLATE, ENTRY, photograph(tmp_path))
    assert size_of(tmp_path, small)[0] == round(COLUMN / 2.54 * 300)


def test_the_template_says_how_many_dots_are_wanted(tmp_path: Path) -> None:
    template = replace(TEMPLATE, rules={"FIG002": RuleSettings(options={"dpi": 600})})
    dots = dots_of(tmp_path, template, ENTRY, photograph(tmp_path))
    assert dots and dots.wanted == 600 and not dots.are_too_many


def test_a_turned_photograph_stays_upright(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    small = smaller(tmp_path, TEMPLATE, ENTRY, photograph(tmp_path, exif=turned))
    width, height = size_of(tmp_path, small)
    assert height == pytest.approx(2 * width, abs=2)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    figure = photograph(tmp_path)
    paths = [figure_path(tmp_path, ENTRY, smaller(tmp_path, TEMPLATE, ENTRY, figure).file) for _ in range(2)]
    assert paths[0] and paths[1] and paths[0] != paths[1]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_the_original_of_an_inserted_picture_is_kept_among_the_manuscripts(tmp_path: Path) -> None:
    figure = photograph(tmp_path)
    original = figure_path(tmp_path, ENTRY, figure.file)
    assert original
    data = original.read_bytes()
    smaller(tmp_path, TEMPLATE, ENTRY, figure)
    set_aside(tmp_path, ENTRY, figure)
    assert (tmp_path / "manuscripts" / "фото.jpg").read_bytes() == data
    assert not original.exists()


def test_a_drawing_never_has_too_many_dots(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path/></svg>', encoding="utf-8")
    dots = dots_of(tmp_path, TEMPLATE, ENTRY, add_figure(tmp_path, ENTRY, file))
    assert dots and not dots.are_too_many


def test_a_picture_that_is_missing_is_told(tmp_path: Path) -> None:
    assert dots_of(tmp_path, TEMPLATE, ENTRY, Figure("жоқ.png")) is None
    for act in (smaller, lambda *given: set_aside(given[0], given[2], given[3])):
        with pytest.raises(ReadError, match="жоқ"):
            act(tmp_path, TEMPLATE, ENTRY, Figure("жоқ.png"))
