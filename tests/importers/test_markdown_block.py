"""Markdown's blocks and inlines, through the door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from proceedings_editor.importers.result import FoundPicture, Imported
from proceedings_editor.model.body import (
    Block,
    Cell,
    DisplayFormula,
    Figure,
    FormulaSource,
    Heading,
    InlineFormula,
    LineBreak,
    ListBlock,
    Listing,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    RichText,
    Span,
    Table,
)

Import = Callable[[str], Imported]


def body(imported: Import, source: str) -> tuple[Block, ...]:
    return imported(source).entry.body


def text(imported: Import, source: str) -> RichText:
    (block,) = body(imported, source)
    assert isinstance(block, Paragraph)
    return block.text


def words(*texts: str) -> tuple[Block, ...]:
    return tuple(Paragraph((Span(text),)) for text in texts)


def item(*texts: str, marker: str = "") -> ListItem:
    return ListItem(words(*texts), marker)


def test_marks_inside_a_line_become_spans(imported: Import) -> None:
    assert text(imported, "су **қоры** *мен* `код` <u>асты</u> H<sub>2</sub>O x<sup>2</sup>") == (
        Span("су "),
        Span("қоры", bold=True),
        Span(" "),
        Span("мен", italic=True),
        Span(" "),
        Span("код", code=True),
        Span(" "),
        Span("асты", underline=True),
        Span(" H"),
        Span("2", subscript=True),
        Span("O x"),
        Span("2", superscript=True),
    )


def test_links_keep_their_words_exactly(imported: Import) -> None:
    assert text(imported, "[өзен](https://a.example/1) <https://a.example/%D0%B0>") == (
        Span("өзен", href="https://a.example/1"),
        Span(" "),
        Span("https://a.example/%D0%B0", href="https://a.example/%D0%B0"),
    )


def test_a_dangerous_link_stays_plain_words(imported: Import) -> None:
    runs = text(imported, "[бас](javascript:alert(1))")
    assert all(isinstance(run, Span) and not run.href for run in runs)


def test_a_forced_break_is_kept_and_a_wrapped_line_is_joined(imported: Import) -> None:
    expected = (Span("бір екі"), LineBreak(), Span("үш"), LineBreak(), Span("төрт"), LineBreak(), Span("бес"))
    assert text(imported, "бір\nекі  \nүш\\\nтөрт<br>бес") == expected


def test_typed_dashes_are_one_list_and_other_marks_stay_with_their_items(imported: Import) -> None:
    assert body(imported, "Себептері:\n\n– бір;\n\n– екі;\n\n- үш;\n- төрт.\n\nСоңы.") == (
        *words("Себептері:"),
        ListBlock((item("бір;"), item("екі;"), item("үш;", marker="-"), item("төрт.", marker="-")), marker="–"),
        *words("Соңы."),
    )


def test_dashes_inside_one_paragraph_are_items_too(imported: Import) -> None:
    assert body(imported, "Себептері:\n– бір;\n– **екі**.") == (
        *words("Себептері:"),
        ListBlock((item("бір;"), ListItem((Paragraph((Span("екі", bold=True), Span("."))),))), marker="–"),
    )


def test_a_sentence_wrapped_before_a_dash_stays_a_sentence(imported: Import) -> None:
    assert body(imported, "Өзен\n– ел байлығы.") == words("Өзен – ел байлығы.")


def test_lists_nest_and_keep_their_marks(imported: Import) -> None:
    inner = ListBlock((item("ішкі"),), marker="*")
    outer = ListBlock((ListItem((*words("сырт"), inner)), item("тағы")), marker="-")
    assert body(imported, "- сырт\n  * ішкі\n- тағы") == (outer,)


def test_an_ordered_list_keeps_start_and_numbers_out_of_turn(imported: Import) -> None:
    expected = ListBlock((item("а"), item("ә"), item("б", marker="9)")), ordered=True, marker="1)", start=3)
    assert body(imported, "3) а\n4) ә\n9) б") == (expected,)


def test_headings_count_from_the_first_level_used(imported: Import) -> None:
    assert body(imported, "Кіріс сөз.\n\n### Бір\n\n#### Екі\n\n### Үш") == (
        *words("Кіріс сөз."),
        Heading((Span("Бір"),), 1),
        Heading((Span("Екі"),), 2),
        Heading((Span("Үш"),), 1),
    )


def test_quotations_listings_and_formulas_become_blocks(imported: Import) -> None:
    source = "> дәйексөз\n\n```\nx = 1\n\ny\n```\n\n$$\nE = mc^2\n$$ (1)\n\nбұл $a+b$ сан"
    assert body(imported, source) == (
        Quotation(words("дәйексөз")),
        Listing("x = 1\n\ny"),
        DisplayFormula(FormulaSource("E = mc^2"), numbered=True),
        Paragraph((Span("бұл "), InlineFormula(FormulaSource("a+b")), Span(" сан"))),
    )


def test_sums_of_money_are_no_formulas(imported: Import) -> None:
    assert text(imported, "5$ пен 10$ және $ 7") == (Span("5$ пен 10$ және $ 7"),)


def test_a_table_has_cells_alignment_and_header(imported: Import) -> None:
    expected = Table(
        (
            (Cell(words("Өзен")), Cell(words("км"), align="right")),
            (Cell(words("Бұлақ")), Cell(words("12"), align="right")),
        ),
        header_rows=1,
    )
    assert body(imported, "Кіріс.\n\n| Өзен | км |\n|---|--:|\n| Бұлақ | 12 |")[1:] == (expected,)


def test_a_table_with_an_empty_header_has_none(imported: Import) -> None:
    (table,) = body(imported, "| | |\n|---|---|\n| Бұлақ | 12 |")
    assert table == Table(((Cell(words("Бұлақ")), Cell(words("12"))),), header_rows=0)


def test_pictures_become_figures_with_alternative_text_and_caption(imported: Import) -> None:
    page = imported('![Өзен картасы](img/map%201.png "Карта")')
    assert page.entry.body == (Figure("map 1.png", (Span("Карта"),), "Өзен картасы"),)
    assert page.pictures == (FoundPicture("img/map 1.png", "map 1.png", 1),)
    assert not page.doubts


def test_pictures_of_one_name_in_two_folders_stay_two_files(imported: Import) -> None:
    page = imported("![a](x/map.png)\n\n![b](y/Map.png)\n\n![c](x/map.png)")
    assert [block.file for block in page.entry.body if isinstance(block, Figure)] == ["map.png", "Map-2.png", "map.png"]
    assert [(one.source, one.file) for one in page.pictures] == [("x/map.png", "map.png"), ("y/Map.png", "Map-2.png")]


def test_a_picture_never_names_a_file_outside_its_folder(imported: Import) -> None:
    assert body(imported, "![x](../../etc/passwd) ![y](..)")[1:] == (Figure("passwd", (), "x"),)


def test_footnotes_stand_where_they_are_cited(imported: Import) -> None:
    assert text(imported, "Сөз[^1] соңы.\n\n[^1]: Түсінік *осы*.") == (
        Span("Сөз"),
        Note((Paragraph((Span("Түсінік "), Span("осы", italic=True), Span("."))),)),
        Span(" соңы."),
    )


def test_footnotes_in_a_circle_end(imported: Import) -> None:
    runs = text(imported, "а[^1]\n\n[^1]: б[^2]\n\n[^2]: в[^1]")
    assert runs[0] == Span("а")
    assert isinstance(runs[1], Note)


def test_a_footnote_nobody_cites_is_reported(imported: Import) -> None:
    page = imported("Сөз.\n\n[^7]: жетім түсінік")
    assert [str(doubt.text) for doubt in page.doubts] == ["These words of the file found no place: жетім түсінік"]


def test_unknown_html_is_kept_as_words_and_reported_once(imported: Import) -> None:
    page = imported("<div>сөз</div>\n\n<div>\n\nтағы")
    assert page.entry.body == words("<div>сөз</div>", "<div>", "тағы")
    assert [(doubt.line, str(doubt.text)) for doubt in page.doubts] == [
        (1, "HTML is not understood: <div> was kept as text in 2 places."),
        (1, "HTML is not understood: </div> was kept as text."),
    ]


def test_typed_reference_numbers_are_no_link_definitions(imported: Import) -> None:
    assert text(imported, "[1]: Сейіт А. Өзен мен адам. [1]") == (Span("[1]: Сейіт А. Өзен мен адам. [1]"),)


def test_an_indented_paragraph_is_a_paragraph(imported: Import) -> None:
    assert body(imported, "\tБірінші.\n\n     Екінші.") == words("Бірінші.", "Екінші.")


def test_a_dividing_line_is_reported(imported: Import) -> None:
    page = imported("бір\n\n---\n\nекі")
    assert page.entry.body == words("бір", "екі")
    assert [(doubt.kind, doubt.line) for doubt in page.doubts] == [("no_place", 3)]


def test_a_text_without_the_form_is_an_article_with_title_and_references(imported: Import) -> None:
    page = imported("# Су туралы\n\nСу – тіршілік көзі [1].\n\n## Әдебиеттер\n\n1. Сейіт А. Өзен.\n")
    assert not page.had_form
    assert page.entry.title.kk == "Су туралы"
    assert page.entry.body == words("Су – тіршілік көзі [1].")
    assert len(page.entry.references) == 1


@pytest.mark.parametrize("source", ["", "\n\n", "   "])
def test_nothing_gives_an_empty_entry(imported: Import, source: str) -> None:
    page = imported(source)
    assert (page.entry.body, page.entry.references, page.doubts) == ((), (), ())
