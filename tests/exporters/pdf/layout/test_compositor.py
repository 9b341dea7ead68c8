from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.exporters.composition.element import InlineMath, NewLine, TextElement, Words
from proceedings_editor.exporters.pdf.box import box_of
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.placed import FormulaMark, Layout
from proceedings_editor.model.body import FormulaSource
from tests.exporters.pdf.layout.sample import (
    A4,
    COLUMN,
    LOOK,
    MARGIN,
    SENTENCE,
    composed,
    line_texts,
    lines,
    paragraph,
    texts,
)

_RIGHT = A4[0] - MARGIN


def _set(text: str, width: float = COLUMN, **look: object) -> Layout:
    """Lay one paragraph out in a column of that width."""
    return lay_out(composed(paragraph(text, **{"indent": 0, **look}), right=A4[0] - MARGIN - width))


def _right_edges(layout: Layout) -> list[float]:
    return [box_of(line[-1])[2] for line in lines(layout)]


# ------------------------------------------------------------------------------------------------- alignment


def test_justified_lines_end_at_the_right_edge_but_for_the_last() -> None:
    *full, last = _right_edges(lay_out(composed(paragraph(SENTENCE * 5))))
    assert full == [pytest.approx(_RIGHT)] * len(full)
    assert last < _RIGHT - 10


def test_the_first_line_is_indented() -> None:
    first, second, *_ = lines(lay_out(composed(paragraph(SENTENCE * 3, indent=1.25))))
    assert first[0].x == pytest.approx(MARGIN + 1.25 * 72 / 2.54)
    assert second[0].x == pytest.approx(MARGIN)


def test_centred_and_right_aligned_lines_stand_there() -> None:
    (centred,) = lines(_set("Жасыл дала", align="center"))
    (right,) = lines(_set("Жасыл дала", align="right"))
    assert centred[0].x + centred[0].width / 2 == pytest.approx(A4[0] / 2)
    assert right[0].x + right[0].width == pytest.approx(_RIGHT)


def test_a_line_before_a_long_word_stays_ragged_rather_than_full_of_holes() -> None:
    layout = _set("өте қысқа " + "ж" * 60, width=300)
    assert texts(layout)[0].word_space == 0


def test_word_space_is_what_makes_the_width() -> None:
    mark = texts(lay_out(composed(paragraph(SENTENCE * 5))))[1]
    natural = texts(_set(mark.text, width=COLUMN, align="left"))[0].width
    visible = mark.text.rstrip()
    assert mark.width == pytest.approx(natural + mark.word_space * mark.text.count(" ") + 3, abs=0.2)
    assert visible != mark.text


# --------------------------------------------------------------------------------------------------- breaks


def test_marks_that_end_a_line_end_with_one_space_and_the_last_does_not() -> None:
    shown = line_texts(lay_out(composed(paragraph((SENTENCE * 5).strip()))))
    assert all(line.endswith(" ") and not line.endswith("  ") for line in shown[:-1])
    assert not shown[-1].endswith(" ")


def test_no_line_ends_at_a_no_break_space() -> None:
    shown = line_texts(_set("Абайдың туғанына\u00a0180\u202fжыл толды " * 4, width=130, align="left"))
    assert not any(line.rstrip(" ").endswith("\u00a0") or line.startswith("180") for line in shown)
    assert any("туғанына\u00a0180\u202fжыл" in line for line in shown)


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("ғылыми-тәжірибелік", "ғылыми-"),
        ("консультативті\u2060-\u2060кеңесші", ""),
        ("39-бабында", ""),
        ("Алматы–Астана", "Алматы–"),
        ("2024–2025", ""),
        ("ҚХА/ҚХР", "ҚХА/"),
        ("км/сағ", "км/"),
        ("м/с", ""),
        ("суды\u200bтазарту", "суды"),
        ("суды\u00adтазарту", "суды-"),
    ],
)
def test_a_line_ends_inside_a_word_only_where_it_may(word: str, broken: str) -> None:
    lead = "мм "
    room = sum(mark.width for mark in texts(_set(lead + word, align="left"))) - 1
    first, *_ = line_texts(_set(lead + word, width=room, align="left"))
    assert first.strip() == (lead + broken).strip()


def test_an_address_is_broken_after_its_signs_and_stays_whole_for_readers() -> None:
    address = "https://adilet.example.kz/kaz/docs/K950001000?from=list&page=2"
    shown = line_texts(_set(address, width=200, align="left"))
    assert len(shown) > 1
    assert "".join(shown) == address
    assert all(line[-1] in "/?&=" for line in shown[:-1])
    assert shown[0] != "https://"


def test_a_word_wider_than_the_column_is_broken_at_characters() -> None:
    layout = _set("ш" * 100, width=120)
    assert len(line_texts(layout)) > 5
    assert "".join(line_texts(layout)) == "ш" * 100
    assert max(_right_edges(layout)) <= MARGIN + 120.01


@given(st.text(alphabet="аб -\u00a0\u00ad\u200b–/", min_size=1, max_size=80), st.integers(20, 200))
def test_whatever_spaces_and_hyphens_come_no_letter_is_lost(text: str, width: int) -> None:
    shown = "".join(line_texts(_set(text, width=width)))
    assert [c for c in shown if c in "аб"] == [c for c in text if c in "аб"]
    assert shown.count("–") == text.count("–")


def test_several_spaces_hang_over_the_edge_and_keep_words_apart() -> None:
    shown = line_texts(_set("сөз    " * 30, width=100, align="left"))
    assert all(line.startswith("сөз") for line in shown)


def test_a_forced_new_line_ends_the_line_without_stretching_it() -> None:
    element = TextElement((Words("бір екі"), NewLine(), Words("үш")), "text", LOOK)
    layout = lay_out(composed(element))
    assert line_texts(layout) == ["бір екі ", "үш"]
    assert texts(layout)[0].word_space == 0


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\u2028", "\x0b"])
def test_line_ends_inside_words_are_forced_new_lines(sign: str) -> None:
    assert line_texts(_set(f"бір{sign}екі")) == ["бір ", "екі"]


def test_tabs_lead_to_stops() -> None:
    layout = _set("А\tб\nӘлем\tв")
    places = {mark.text.strip(): mark.x for mark in texts(layout)}
    assert places["б"] == places["в"] == pytest.approx(MARGIN + 1.25 * 72 / 2.54)


def test_control_and_format_characters_are_not_drawn() -> None:
    assert line_texts(_set("а\x00б\ufeffв\u200dг")) == ["абвг"]


# ----------------------------------------------------------------------------------------------- hyphenation


def test_words_are_hyphenated_only_where_the_page_style_says_so() -> None:
    text = "қалыптастыруға тұрақтылықты қамтамасыз " * 6
    plain = lay_out(composed(paragraph(text), right=380))
    broken = lay_out(composed(paragraph(text), right=380, hyphenation=True))
    assert not any(line.endswith("-") for line in line_texts(plain))
    assert any(line.endswith("-") for line in line_texts(broken))
    assert len(line_texts(broken)) <= len(line_texts(plain))


# ---------------------------------------------------------------------------------------------- looks of runs


def test_marks_of_one_look_are_one_and_of_several_touch() -> None:
    element = TextElement((Words("қара "), Words("қалың", bold=True), Words("дық")), "text", LOOK)
    plain, bold, rest = texts(lay_out(composed(element)))
    assert (plain.face, bold.face, rest.face) == ("Tinos-Regular", "Tinos-Bold", "Tinos-Regular")
    assert plain.x + plain.width == pytest.approx(bold.x)
    assert bold.x + bold.width == pytest.approx(rest.x)


def test_superscripts_are_smaller_and_raised_and_do_not_part_lines() -> None:
    element = TextElement(
        (Words("10 м"), Words("2", superscript=True), Words(" H"), Words("2", subscript=True)), "text", LOOK
    )
    base, high, _, low = texts(lay_out(composed(element)))
    assert high.size < base.size
    assert high.y > base.y > low.y
    plain = lay_out(composed(paragraph("10 м2")))
    assert texts(plain)[0].y == base.y


def test_a_formula_in_the_line_makes_room_for_itself() -> None:
    tall = InlineMath(FormulaSource(r"\frac{\frac{a}{b}}{\frac{c}{d}}"))
    layout = lay_out(composed(paragraph("жол"), paragraph((Words("мұнда "), tall, Words(" тұр"))), paragraph("жол")))
    (formula,) = (mark for mark in layout.pages[0].marks if isinstance(mark, FormulaMark))
    above, _, _, below = texts(layout)
    _, bottom, _, top = box_of(formula)
    assert bottom >= box_of(below)[3] - 3
    assert top <= box_of(above)[1] + 3
    assert formula.display is False
    assert layout.nodes[formula.node].alt


def test_a_formula_wider_than_the_column_is_drawn_smaller() -> None:
    wide = InlineMath(FormulaSource("+".join(f"x_{{{n}}}" for n in range(60))))
    layout = lay_out(composed(paragraph((wide,))))
    (formula,) = (mark for mark in layout.pages[0].marks if isinstance(mark, FormulaMark))
    assert box_of(formula)[2] <= _RIGHT + 0.1


def test_links_languages_and_code_have_elements_of_their_own() -> None:
    element = TextElement(
        (
            Words("Қараңыз: "),
            Words("сайт", url="https://example.kz", bold=True),
            Words("ында", url="https://example.kz"),
            Words(" және "),
            Words("русский", language="ru"),
            Words(" мен "),
            Words("x = 1", code=True),
        ),
        "text",
        LOOK,
    )
    layout = lay_out(composed(element))
    roles = [layout.nodes[mark.node].role for mark in texts(layout)]
    assert roles == ["P", "Link", "Link", "P", "Span", "P", "Code"]
    assert [node.role for node in layout.nodes].count("Link") == 1
    assert next(node.language for node in layout.nodes if node.role == "Span") == "ru"
    assert texts(layout)[-1].face == "DejaVuSansMono"
    assert texts(layout)[-1].size < 12
