from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from proceedings_editor.exporters.composition.element import FigureElement
from proceedings_editor.exporters.composition.picture import picture_size
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.placed import ARTIFACT, ImageMark, Layout, RuleMark
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import TextStyle
from tests.exporters.pdf.layout.sample import A4, COLUMN, MARGIN, SENTENCE, artifacts, composed, paragraph, texts

_CENTRED = TextStyle(align="center", space_before=6)


def _picture(folder: Path, width: int, height: int, **options: object) -> Path:
    path = folder / "schema.png"
    Image.new("RGB", (width, height), "white").save(path, **options)
    return path


def _figure(path: Path | None, **facts: object) -> FigureElement:
    return FigureElement(path, "Дала көрінісі", _CENTRED, **facts)


def _image(layout: Layout) -> ImageMark:
    (mark,) = (mark for page in layout.pages for mark in page.marks if isinstance(mark, ImageMark))
    return mark


def test_a_picture_has_its_own_size_and_stands_in_the_middle(tmp_path: Path) -> None:
    mark = _image(lay_out(composed(_figure(_picture(tmp_path, 192, 96, dpi=(96, 96))))))
    assert (mark.width, mark.height) == (pytest.approx(144, abs=0.1), pytest.approx(72, abs=0.1))
    assert mark.x + mark.width / 2 == pytest.approx(A4[0] / 2)


def test_a_wanted_width_is_obeyed_up_to_the_column(tmp_path: Path) -> None:
    path = _picture(tmp_path, 100, 50)
    wanted = _image(lay_out(composed(_figure(path, width=200))))
    assert (wanted.width, wanted.height) == (pytest.approx(200), pytest.approx(100))
    too_wide = _image(lay_out(composed(_figure(path, width=2000))))
    assert (too_wide.width, too_wide.height) == (pytest.approx(COLUMN), pytest.approx(COLUMN / 2))


def test_a_picture_higher_than_the_page_leaves_room_for_its_caption(tmp_path: Path) -> None:
    figure = _figure(_picture(tmp_path, 10, 4000), caption=paragraph("1-сурет – Биік мұнара"))
    layout = lay_out(composed(paragraph("алдында"), figure))
    page = next(n for n, page in enumerate(layout.pages) if any(isinstance(m, ImageMark) for m in page.marks))
    assert any("Биік" in mark.text for mark in texts(layout, page))
    assert _image(layout).y >= MARGIN


def test_a_picture_takes_its_caption_to_the_next_page(tmp_path: Path) -> None:
    figure = _figure(_picture(tmp_path, 400, 300), width=400, caption=paragraph("1-сурет – Дала"))
    for count in range(40, 58, 3):
        layout = lay_out(composed(paragraph(SENTENCE * count), figure))
        pages = [n for n, page in enumerate(layout.pages) for m in page.marks if isinstance(m, ImageMark)]
        captions = [n for n in range(len(layout.pages)) for m in texts(layout, n) if "1-сурет" in m.text]
        assert pages == captions


def test_a_figure_has_its_alternative_text_and_its_caption_beside_it(tmp_path: Path) -> None:
    figure = _figure(
        _picture(tmp_path, 10, 10), caption=paragraph("1-сурет"), bookmark="fig-1", source=Place(block=(2,))
    )
    layout = lay_out(composed(figure))
    assert layout.nodes[_image(layout).node].role == "Figure"
    assert layout.nodes[_image(layout).node].alt == "Дала көрінісі"
    caption = layout.nodes[texts(layout)[0].node]
    assert (caption.role, layout.nodes[caption.parent].role) == ("Caption", "Sect")
    assert layout.bookmarks["fig-1"][0] == 0
    (spot,) = layout.spots
    assert (spot.source, spot.width) == (Place(block=(2,)), pytest.approx(_image(layout).width))


def test_a_missing_picture_is_a_frame_with_the_placeholder() -> None:
    layout = lay_out(composed(_figure(None, placeholder="Сурет жоқ: schema.png")))
    sides = [mark for mark in layout.pages[0].marks if isinstance(mark, RuleMark)]
    (said,) = texts(layout)
    assert said.text == "Сурет жоқ: schema.png"
    assert len(sides) == 4
    assert {layout.nodes[mark.node].role for mark in (said, *sides)} == {"Figure"}


@pytest.mark.parametrize("contents", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n\x00\x00", b"<svg/>"])
def test_a_file_that_is_no_picture_is_a_frame_with_its_name(tmp_path: Path, contents: bytes) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(contents)
    layout = lay_out(composed(_figure(path)))
    assert texts(layout) == []
    assert "broken.png" in {mark.text for mark in artifacts(layout, 0)}


def test_a_picture_cut_off_in_the_middle_is_a_frame(tmp_path: Path) -> None:
    path = _picture(tmp_path, 300, 300)
    path.write_bytes(path.read_bytes()[:-60])
    assert picture_size(path) is None


def test_a_file_that_is_not_there_is_no_picture(tmp_path: Path) -> None:
    assert picture_size(tmp_path / "nowhere.png") is None


@pytest.mark.parametrize("dpi", [(0, 0), (1e9, 1e9)])
def test_a_resolution_that_is_nonsense_counts_as_none(tmp_path: Path, dpi: tuple[float, float]) -> None:
    path = tmp_path / "scan.tif"
    Image.new("L", (96, 96)).save(path, dpi=dpi)
    assert picture_size(path) == (pytest.approx(72), pytest.approx(72))


def test_a_photograph_taken_upright_stands_upright(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (200, 100)).save(path, exif=exif, dpi=(96, 96))
    size = picture_size(path)
    assert size is not None
    assert size[0] < size[1]


def test_frames_do_not_mean_more_than_their_figure() -> None:
    layout = lay_out(composed(_figure(None, placeholder="Сурет жоқ", width=30)))
    assert all(mark.node != ARTIFACT for mark in texts(layout))
    assert "".join(mark.text for mark in texts(layout)).split() == ["Сурет", "жоқ"]
