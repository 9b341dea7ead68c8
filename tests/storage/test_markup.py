from __future__ import annotations

from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.body import FormulaSource, InlineFormula, LineBreak, Note, Paragraph, RichText, Span
from proceedings_editor.storage.markup import from_markup, to_markup
from proceedings_editor.texts import Text
from tests.strategies import ANY_TEXT, rich_texts

NOTE = Note((Paragraph((Span("Ескертпе"),)),))


class Fault(Exception):
    def __init__(self, position: int, what: Text) -> None:
        super().__init__(f"{position}: {what}")


def read(markup: str) -> RichText:
    return from_markup(markup, lambda name, position: NOTE, Fault)


def write(words: RichText) -> str:
    return to_markup(words, lambda note: "n1")


def no_note(*_: object) -> NoReturn:
    raise AssertionError


@given(rich_texts(wild=True, notes=False))
def test_every_text_comes_back_run_for_run(words: RichText) -> None:
    assert read(write(words)) == words


@given(rich_texts(notes=False))
def test_markup_written_again_is_the_same(words: RichText) -> None:
    markup = write(words)
    assert write(read(markup)) == markup


@given(ANY_TEXT | st.text('<>/&;"=abiu #x1 ', max_size=40))
def test_any_typed_text_is_understood_or_refused_with_its_place(markup: str) -> None:
    try:
        words = read(markup)
    except Fault as fault:
        position = int(str(fault).split(":")[0])
        assert 0 <= position <= len(markup)
    else:
        assert read(write(words)) == words


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ((), ""),
        ((Span('Ә & ө <қ> "ң"'),), 'Ә &amp; ө &lt;қ> "ң"'),
        ((Span("а", bold=True, italic=True),), "<b><i>а</i></b>"),
        ((Span("х"), Span("2", superscript=True)), "х<sup>2</sup>"),
        ((Span("қ", code=True, subscript=True),), "<sub><code>қ</code></sub>"),
        (
            (Span("сайт", href='https://a.kz/?b=1&c="2"', language="kk", underline=True),),
            '<a href="https://a.kz/?b=1&amp;c=&quot;2&quot;"><span lang="kk"><u>сайт</u></span></a>',
        ),
        ((Span("жоғары"), LineBreak(), Span("төмен")), "жоғары<br/>төмен"),
        ((Span("сөз"), NOTE), 'сөз<note id="n1"/>'),
        ((InlineFormula(FormulaSource("a < b & c")),), "<m>a &lt; b &amp; c</m>"),
        ((InlineFormula(FormulaSource("<math/>", "mathml")),), '<m type="mathml">&lt;math/></m>'),
        ((Span("а"), Span("б")), "а<span>б</span>"),
        ((Span("а", bold=True), Span("б", bold=True)), "<b>а</b><b>б</b>"),
        ((Span(""),), "<span></span>"),
        ((Span("", bold=True),), "<b></b>"),
    ],
)
def test_each_run_has_one_form(words: RichText, markup: str) -> None:
    assert write(words) == markup
    assert read(markup) == words


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<b>а<i>б</i></b>", (Span("а", bold=True), Span("б", bold=True, italic=True))),
        ("<i><b>а</b></i>", (Span("а", bold=True, italic=True),)),
        ("<br />", (LineBreak(),)),
        ("&#x4D8;&#1240;&apos;", (Span("ӘӘ'"),)),
        ("<b/>", (Span("", bold=True),)),
        ('<span lang="ru">а<span lang="en">b</span></span>', (Span("а", language="ru"), Span("b", language="en"))),
    ],
)
def test_other_spellings_of_the_same_are_understood(markup: str, words: RichText) -> None:
    assert read(markup) == words


@pytest.mark.parametrize(
    "markup",
    ["<b>", "</b>", "<b></i>", "<b><i></b></i>", "<x>", "<B>", "a<", "&", "&nbsp;", "&#xD800;", "&#1114112;", "&#;",
     "<a>x</a>", '<b href="x">y</b>', "<br>", "<note/>", '<note id="x">', "<m><b></b></m>", '<m type="asciimath">x</m>',
     "<a href='x'>y</a>", "<script>", "<!-- x -->", "<?xml?>", '</a href="x">'],
)  # fmt: skip
def test_what_is_no_markup_is_refused(markup: str) -> None:
    with pytest.raises(Fault):
        read(markup)


def test_a_hundred_thousand_open_tags_neither_crash_nor_hang() -> None:
    with pytest.raises(Fault, match="is not closed"):
        read("<b>" * 100_000)
    assert read("<b>" * 100_000 + "x" + "</b>" * 100_000) == (Span("x", bold=True),)
    with pytest.raises(Fault):
        read("<" * 1_000_000)
