"""What other programs put on the clipboard, written here the way they write it, and what is taken of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.importers.html.reader import read_html
from proceedings_editor.importers.html.result import Taken
from proceedings_editor.model.body import (
    Alignment,
    Body,
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
    Span,
    Table,
)
from proceedings_editor.model.body_edit.grid import tiles
from proceedings_editor.model.walk import walk

PAGES = Path(__file__).with_name("pages")


def p(text: str, align: Alignment = "") -> Paragraph:
    return Paragraph((Span(text),), align)


def item(*blocks: object) -> ListItem:
    return ListItem(tuple(p(block) if isinstance(block, str) else block for block in blocks))  # type: ignore[misc]


def cell(*words: str, columns: int = 1, rows: int = 1, align: Alignment = "") -> Cell:
    return Cell(tuple(map(p, words)), columns, rows, align)


def page(name: str) -> Taken:
    return read_html((PAGES / f"{name}.html").read_text("utf-8"))


def test_word_keeps_meaning_and_loses_looks() -> None:
    note = Note((Paragraph((Span("Ескерту "), Span("мәтіні", italic=True), Span("."))), p("Жалғасы.")))
    taken = page("word")
    assert taken.body == (
        Heading((Span("1. Кіріспе"),), 1),
        Paragraph(
            (
                Span("Көл суы", bold=True),
                Span(" – H"),
                Span("2", subscript=True),
                Span("O, көлемі 10"),
                Span("3", superscript=True),
                Span("\u00a0м "),
                Span("тұнық", italic=True),
                Span(" болды"),
                note,
                Span(". "),
                Span("Сілтеме", underline=True, href="https://example.kz/kol"),
            )
        ),
        ListBlock((item("Бірінші", ListBlock((item("ішкі"),), marker="•")), item("Екінші")), True, "1)"),
        p("мұнда", "center"),
        Table(
            (
                (Cell((Paragraph((Span("Көрсеткіш", bold=True),)),), 2, 1, "center"),),
                (cell("Су", rows=2), cell("1")),
                (cell("2"),),
            ),
            header_rows=1,
        ),
        p("қосылған"),
    )
    assert sorted(taken.lost) == ["comment", "formula", "picture"]


def test_libreoffice_keeps_lists_notes_and_tables() -> None:
    taken = page("libreoffice")
    assert taken.body == (
        Heading((Span("Материалы и методы"),), 2),
        Paragraph((Span("Пробы", bold=True), Span(" воды"), Note((p("Летом."),)), Span(" отбирали на 3 станциях."))),
        ListBlock((item("первая;"), item("вторая:", ListBlock((item("глубже;"),)))), True, "a.", 3),
        Paragraph((Span("Эпиграф"), LineBreak(), Span("в две строки")), "right"),
        Table(
            ((cell("Станция"), cell("pH")), (cell("Северная"), cell("7,9", align="center"))),
            header_rows=1,
        ),
    )
    assert taken.lost == ("picture",)


def test_google_documents_keep_marks_said_by_looks() -> None:
    taken = page("google")
    assert taken.body == (
        Heading((Span("Results"),), 2),
        Paragraph(
            (
                Span("The lake is "),
                Span("deep", bold=True, italic=True),
                Span(", CO"),
                Span("2", subscript=True),
                Span("source", href="https://example.org/a?b=1"),
            )
        ),
        ListBlock((item("one", ListBlock((item("inner"),))), item("two"))),
        Table(((cell("a"), cell("b")),)),
    )
    assert taken.lost == ("picture",)


def test_a_page_of_a_browser_keeps_formulas_and_drops_what_is_unseen() -> None:
    kept: list[tuple[bytes, str]] = []

    def keep(data: bytes, ending: str) -> Figure:
        kept.append((data, ending))
        return Figure("chart.png")

    taken = read_html((PAGES / "chrome.html").read_text("utf-8"), keep)
    fraction = '<math xmlns="http://www.w3.org/1998/Math/MathML">'
    assert taken.body == (
        Heading((Span("Aral Sea"),), 1),
        Paragraph(
            (
                Span("The depth is "),
                InlineFormula(FormulaSource("h={\\frac {a}{2}}")),
                Span(" "),
                Span("metres", bold=True),
                Span(".bad near"),
            )
        ),
        Paragraph((InlineFormula(FormulaSource("x^2")),)),
        Quotation((p("Said so."),)),
        Listing("a = 1\n  b = 2"),
        DisplayFormula(FormulaSource(f"{fraction}<mfrac><mi>a</mi><mn>2</mn></mfrac></math>", "mathml")),
        Figure("chart.png", alt="Chart"),
        p("term"),
        p("meaning"),
    )
    assert kept == [(b"\x89PNG\r\n\x1a\n", "png")]
    assert not taken.lost


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("", ()),
        ("<p>  \n </p>", ()),
        ("сөз", (p("сөз"),)),
        ("<p>а<br>ә</p>", (Paragraph((Span("а"), LineBreak(), Span("ә"))),)),
        ("<h6>Т</h6>", (Heading((Span("Т"),), 4),)),
        ("<ul><li>а<li>ә</ul>", (ListBlock((item("а"), item("ә"))),)),
        ("<a href='javascript:x'>а</a>", (p("а"),)),
        ("<style>p{}</style><script>x</script>а", (p("а"),)),
        ("а\u00a0ә", (p("а\u00a0ә"),)),
        ("<table><tr><td>frame</td></tr></table>", (p("frame"),)),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", (Table(((cell("a"), cell("b", "c")),)),)),
        ("<table><tr><td>a<td>b<tr><td>c</table>", (Table(((cell("a"), cell("b")), (cell("c"), Cell()))),)),
        ("<p>a<a href='#_ftn9' style='mso-footnote-id:ftn9'>[9]</a></p>", (p("a"),)),
        ("<p>a<a href='#section'>b</a></p><p id=section>c</p>", (p("ab"), p("c"))),
    ],
)
def test_html_becomes_blocks(source: str, body: Body) -> None:
    assert read_html(source).body == body


def test_a_footnote_without_its_text_is_told() -> None:
    assert read_html("<p>a<a href='#_ftn9' style='mso-footnote-id:ftn9'>[9]</a></p>").lost == ("note",)


def test_nothing_outside_the_page_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "secret.png"
    file.write_bytes(b"x")
    asked: list[bytes] = []

    def keep(data: bytes, ending: str) -> None:
        asked.append(data)

    taken = read_html(f"a<img src='{file.as_uri()}'><img src='picture:0'><img src='picture:-1'>", keep)
    assert taken == Taken((p("a"),), ("picture",) * 3)
    assert asked == []


_PIECES = st.sampled_from(
    (
        "<p>", "</p>", "<b>", "</i>", "<table>", "<tr>", "<td rowspan=9 colspan=3>", "<th colspan=0>", "</table>",
        "<ul>", "<ol start=-1>", "<li>", "</ul>", "<a href='#a' id=b>", "<a href='#b' id=a>", "</a>", "<div id=a>",
        "</div>", "<!--", "-->", "<![if x]>", "<math><mi>", "</math>", "<p style='mso-list:l0 level3'>", "<pre>", "сөз",
        " ", "&#0;", "&nbsp;", "\ud800", "\x00", "<img src='data:image/png;base64,A'>", "<br>",
        "<h1>", "<blockquote>", "<caption>",
    )
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_any_html_is_borne_and_its_tables_tile(source: str) -> None:
    body = read_html(source).body
    assert all(tiles(block) for _, block in walk(body) if isinstance(block, Table))


@pytest.mark.parametrize(
    "source",
    ["<div>" * 20_000 + "x", "<ul><li>a" * 3000, "<table><tr><td>" * 3000, "<b><a href='#x' id=y>x</a>" * 20_000],
)
def test_absurd_nesting_is_borne(source: str) -> None:
    read_html(source)


def test_what_is_too_long_is_cut_and_told() -> None:
    taken = read_html("<p>а</p>" * 10 + "x" * 4_000_001)
    assert taken.body[0] == p("а")
    assert taken.lost == ("rest",)


@pytest.mark.parametrize("mark", ["<!--[if gte msEquation 12]>", "<![if !msEquation]>", "<!--"])
def test_marks_that_are_never_closed_are_borne(mark: str) -> None:
    assert read_html(f"<p>ә</p>{mark * 60_000}").body[0] == Paragraph((Span("ә"),))


def test_a_paragraph_that_names_a_table_becomes_its_caption() -> None:
    html = "<p>Text.</p><p>Table 1 – Scores</p><table><tr><td>A</td><td>1</td></tr></table><p>More.</p>"
    first, table, last = read_html(html).body
    assert (first, last) == (p("Text."), p("More."))
    assert isinstance(table, Table) and table.caption == (Span("Scores"),)
