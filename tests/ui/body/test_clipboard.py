"""Pasted HTML and text as blocks, and blocks as HTML and text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.model.body import Heading, LineBreak, ListBlock, ListItem, Paragraph, Span
from proceedings_editor.ui.body.clipboard import body_from, body_from_html, body_from_text, mime_of, plain_of
from tests.strategies import bodies


def words(text: str, **marks: bool) -> Paragraph:
    return Paragraph((Span(text, **marks),))


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("", ()),
        ("<p>  \n </p>", ()),
        ("сөз", (words("сөз"),)),
        ("<p>а<br>ә</p>", (Paragraph((Span("а"), LineBreak(), Span("ә"))),)),
        ("<p><b>а</p><p>ә</b>", (words("а", bold=True), words("ә", bold=True))),
        ("<h6>Т</h6>", (Heading((Span("Т"),), 4),)),
        ("<ul><li>а<li>ә</ul>", (ListBlock((ListItem((words("а"),)), ListItem((words("ә"),)))),)),
        ("<ol><li><p>а</p></li></ol>", (ListBlock((ListItem((words("а"),)),), ordered=True, marker="1."),)),
        ("<a href='javascript:x'>а</a>", (words("а"),)),
        ("<a href='https://a.kz'>а</a>", (Paragraph((Span("а", href="https://a.kz"),)),)),
        ("<style>p{}</style><script>x</script>а", (words("а"),)),
        ("H<sub>2</sub>O", (Paragraph((Span("H"), Span("2", subscript=True), Span("O"))),)),
        ("а\u00a0ә", (words("а\u00a0ә"),)),
        ("<td>1</td><td>2</td>", (words("1 2 "),)),
    ],
)
def test_html_becomes_blocks(source: str, body: tuple[object, ...]) -> None:
    assert body_from_html(source) == body


@given(st.text(alphabet="<>/bipuloh1 a=\"'&;!-әқ", max_size=80))
def test_any_html_is_borne(source: str) -> None:
    body_from_html(source)


def test_plain_lines_become_paragraphs() -> None:
    assert body_from_text("бір\r\n\r\nекі\u2029үш") == (words("бір"), words("екі"), words("үш"))


@settings(max_examples=40)
@given(bodies())
def test_our_own_form_keeps_everything(body: tuple[object, ...]) -> None:
    assert body_from(mime_of(body)) == body  # type: ignore[arg-type]


def test_other_programs_get_words() -> None:
    body = (Heading((Span("Тақырып"),), 1), ListBlock((ListItem((words("а & ә", bold=True),)),)))
    data = mime_of(body)
    assert data.text() == plain_of(body) == "Тақырып\nа & ә"
    assert data.html() == "<h1>Тақырып</h1><ul><li><p><b>а &amp; ә</b></p></li></ul>"
