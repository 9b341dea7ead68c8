"""Pictures come with the manuscript that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.importing import ImportReport, import_edit, import_manuscript
from proceedings_editor.storage.attachment import figure_path

PAGE = """# Дала өзендері

Өзен суы азаяды.

![Карта](сурет/карта.png "Өзендер")

![Жоқ](жоқ.png)

![Веб](https://example.kz/a.png)

![Сыртта](../құпия.png)

![Мәтін](мәтін.png)
"""

OUTSIDE = (
    "The drawing ә.svg cannot be used: it takes parts from outside (../құпия.png); save it as PNG and insert that."
)


@pytest.fixture
def manuscript(tmp_path: Path) -> Path:
    home = tmp_path / "автор"
    (home / "сурет").mkdir(parents=True)
    Image.new("RGB", (30, 20)).save(home / "сурет" / "карта.png")
    Image.new("RGB", (3, 2)).save(tmp_path / "құпия.png")
    (home / "мәтін.png").write_text("сурет емес", encoding="utf-8")
    file = home / "мақала.md"
    file.write_text(PAGE, encoding="utf-8")
    return file


def told(report: ImportReport) -> list[tuple[int, str]]:
    return [(doubt.line, str(doubt.text).partition(" beside")[0]) for doubt in report.doubts]


def test_pictures_beside_the_manuscript_come_with_it_and_the_others_are_named(tmp_path: Path, manuscript: Path) -> None:
    folder = tmp_path / "жинақ"
    report = import_manuscript(manuscript, folder, "kz-conference")
    brought = figure_path(folder, report.entry, "карта.png")
    assert brought
    assert brought.read_bytes() == (manuscript.parent / "сурет" / "карта.png").read_bytes()
    assert sorted(path.name for path in brought.parent.iterdir()) == ["карта.png"]
    assert told(report) == [
        (7, "There is no picture жоқ.png"),
        (9, "There is no picture https://example.kz/a.png"),
        (11, "There is no picture ../құпия.png"),
        (13, "мәтін.png is no picture that can be printed; take a PNG, JPEG or SVG file."),
    ]


def test_the_window_brings_them_too(tmp_path: Path, manuscript: Path) -> None:
    folder = tmp_path / "жинақ"
    import_manuscript(manuscript, folder, "kz-conference")
    _, entry = import_edit(manuscript, folder, open_collection(folder).workspace)
    assert figure_path(folder, entry.id, "карта.png")


def test_a_drawing_comes_too_and_one_that_may_do_harm_does_not(tmp_path: Path, manuscript: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
    (manuscript.parent / "а.svg").write_text(drawing.format("<path/>"), encoding="utf-8")
    (manuscript.parent / "ә.svg").write_text(drawing.format('<image href="../құпия.png"/>'), encoding="utf-8")
    manuscript.write_text("# Дала\n\n![А](а.svg)\n\n![Ә](ә.svg)\n", encoding="utf-8")
    folder = tmp_path / "жинақ"
    report = import_manuscript(manuscript, folder, "kz-conference")
    assert figure_path(folder, report.entry, "а.svg")
    assert told(report) == [(5, OUTSIDE)]
