"""Captions typed as paragraphs of a manuscript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proceedings_editor.importers.result import Imported
from proceedings_editor.model.body import DisplayFormula, Figure, Table, plain_text
from proceedings_editor.model.walk import text_of

Import = Callable[[str], Imported]

PICTURE = "![](arna.png)"
TABLE = "| Ай | Су |\n|---|---|\n| 4 | 12 |"


def captions(page: Imported) -> list[str]:
    return [plain_text(block.caption) for block in page.entry.body if isinstance(block, Figure | Table)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"Мәтін.\n\n{PICTURE}\n\n1-сурет – Өзен арнасы\n\nМәтін.", ["Өзен арнасы"]),
        (f"Мәтін.\n\n{PICTURE}\n\n**Сурет 1.** Өзен арнасы\n\nМәтін.", ["Өзен арнасы"]),
        (f"Текст.\n\n{PICTURE}\n\nРис. 1. Русло реки\n\nТекст.", ["Русло реки"]),
        (f"Текст.\n\nТаблица 1 – Расход воды\n\n{TABLE}\n\nТекст.", ["Расход воды"]),
        (f"Текст.\n\nТаблица 1\n\nРасход воды по месяцам\n\n{TABLE}\n\nТекст.", ["Расход воды по месяцам"]),
        (f"Text.\n\nTable 1: Flow of water\n\n{TABLE}\n\nText.", ["Flow of water"]),
        (f"Text.\n\n{PICTURE}\n\n> Figure 1. The bed", ["The bed"]),
        (f"Text.\n\n{PICTURE}\n\nFigure 2.1. The bed", ["Figure 2.1. The bed"]),
        (f"Text.\n\n{PICTURE}\n\nFigure 1. The bed\n\nTable 1. Flow\n\n{TABLE}", ["The bed", "Flow"]),
        (f"Мәтін.\n\n{TABLE}\n\n1-кесте. Су мөлшері\n\nМәтін.", ["Су мөлшері"]),
    ],
)
def test_a_caption_goes_to_its_figure_or_table(imported: Import, source: str, expected: list[str]) -> None:
    page = imported("# Су\n\n" + source)
    assert captions(page) == expected
    assert not any(doubt.kind == "no_place" for doubt in page.doubts)


@pytest.mark.parametrize(
    "source",
    [
        f"{PICTURE}\n\nРисунок 1 показывает русло реки.",
        f"{PICTURE}\n\nFigure 1 shows the bed.",
        f"{PICTURE}\n\nТаблица 1. Расход воды",
        f"Су мөлшері төмендегідей:\n\n{TABLE}\n\nМәтін.",
    ],
)
def test_other_paragraphs_stay_in_the_text(imported: Import, source: str) -> None:
    page = imported("# Су\n\nМәтін.\n\n" + source)
    assert captions(page) == [""]


def test_a_number_that_is_not_the_printed_one_stays_to_be_asked_about(imported: Import) -> None:
    assert captions(imported(f"# Су\n\nМәтін.\n\n{PICTURE}\n\n3-сурет. Өзен")) == ["3-сурет. Өзен"]


def test_the_caption_below_one_table_and_above_the_next_is_the_next_ones(imported: Import) -> None:
    assert captions(imported(f"# Су\n\nМәтін.\n\n{TABLE}\n\nТаблица 2. Сток\n\n{TABLE}")) == ["", "Сток"]


@pytest.mark.parametrize("words", ["Мұндағы {} – уақыт.", "Здесь {} — время.", "Here {} is time."])
def test_an_old_formula_of_word_leaves_a_formula_to_be_typed(imported: Import, words: str) -> None:
    page = imported("# Су\n\n" + words.format("![](media/image1.wmf)") + "\n\n![](media/image2.wmf)\n\nСу.")
    line, display, _ = page.entry.body
    assert plain_text(text_of(line)) == words.format("\ufffc")
    assert isinstance(display, DisplayFormula)
    assert display.formula.source == r"\includegraphics{image2.wmf}"
    (doubt,) = page.doubts
    assert str(doubt.text).startswith("2 formulas of Word's old equation editor are pictures")
    assert not page.pictures
