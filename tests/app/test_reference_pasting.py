"""A pasted list of references, as plain text and as Word, LibreOffice and pages put it on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.app.reference_pasting import references_in
from proceedings_editor.model.body import RichText, Span, plain_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=KZ>
<!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>Есенов Қ.&nbsp;Т. <i>Дала
сулары</i>. – Алматы : Дала, 2020.</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>Көлдер. – URL: <a href="https://dala.example/1">https://dala.example/1</a></p>
<!--EndFragment--></body></html>"""

LIBRE = """<!DOCTYPE html><html><body><ol>
<li><p>Есенов Қ. Т. Дала сулары.</p></li>
<li><p>Граников Д. О.<br/>Снег.</p></li>
</ol></body></html>"""


def plain(items: tuple[RichText, ...]) -> list[str]:
    return [plain_text(item) for item in items]


def test_a_list_of_word_keeps_italics_and_links() -> None:
    first, second = references_in("1.\tне то", WORD)
    assert first == (Span("Есенов Қ.\u00a0Т. "), Span("Дала сулары", italic=True), Span(". – Алматы : Дала, 2020."))
    assert second[-1] == Span("https://dala.example/1", href="https://dala.example/1")


def test_a_list_of_libreoffice_gives_an_item_for_each_point() -> None:
    assert plain(references_in("", LIBRE)) == ["Есенов Қ. Т. Дала сулары.", "Граников Д. О. Снег."]


@pytest.mark.parametrize(
    "html",
    [
        "<p>1. Өзен <b>суы</b></p><p>2. Көл</p>",
        "<p>1. Өзен <b>суы</b><br>2. Көл</p>",
        "<p>[1]&nbsp;Өзен <b>суы</b></p><p></p><p>[2] Көл</p>",
        "<table><tr><td>1</td><td>Өзен <b>суы</b></td></tr><tr><td>2</td><td>Көл</td></tr></table>",
        "<blockquote><p>1) Өзен <b>суы</b></p><p>2) Көл</p></blockquote>",
        "<h2>Список литературы</h2><ul><li>Өзен <b>суы</b></li><li>Көл</li></ul>",
    ],
)
def test_marks_stay_whatever_the_list_is_made_of(html: str) -> None:
    items = references_in("", html)
    assert items[-2:] == ((Span("Өзен "), Span("суы", bold=True)), (Span("Көл"),))


def test_code_of_a_page_is_lines() -> None:
    assert plain(references_in("", "<pre>1. River\n   and lake\n2. Steppe</pre>")) == ["River and lake", "Steppe"]


def test_html_without_words_leaves_the_plain_text() -> None:
    assert plain(references_in("1. Өзен\n2. Көл", "<p> </p>")) == ["Өзен", "Көл"]


def test_a_note_in_an_item_is_left_out() -> None:
    assert "\ufffc" not in "".join(plain(references_in("Өзен\ufffc\nКөл")))


@given(st.text(), st.text())
def test_any_clipboard_gives_items_in_one_line_each(words: str, html: str) -> None:
    for item in references_in(words, f"<p>{html}</p>") + references_in(words):
        line = plain_text(item)
        assert line.strip() and line == line.strip() and "\n" not in line
