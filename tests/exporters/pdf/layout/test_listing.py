from __future__ import annotations

import pytest

from proceedings_editor.exporters.composition.element import ListingElement
from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.model.template import TextStyle
from tests.exporters.pdf.layout.sample import MARGIN, composed, line_texts, paragraph, texts

_LOOK = TextStyle(size=10, align="justify", indent=1.25)


def _listing(*lines: str, look: TextStyle = _LOOK, caption: str = "") -> ListingElement:
    return ListingElement(lines, look, paragraph(caption) if caption else None)


def test_lines_and_their_spaces_are_kept() -> None:
    layout = lay_out(composed(_listing("def f(x):", "    return  x", "", "\tend")))
    assert [line.rstrip() for line in line_texts(layout)] == [
        "def f(x):",
        "\u00a0" * 4 + "return  x",
        "\u00a0" * 4 + "end",
    ]
    marks = texts(layout)
    assert {round(mark.x, 2) for mark in marks} == {MARGIN}
    assert {mark.word_space for mark in marks} == {0}
    assert marks[1].y - marks[2].y == pytest.approx(2 * (marks[0].y - marks[1].y))


def test_a_listing_is_code_in_a_fixed_width_face_with_its_caption_above() -> None:
    layout = lay_out(composed(_listing("x = 1", caption="1-листинг")))
    caption, code = texts(layout)
    assert layout.nodes[caption.node].role == "Caption"
    assert layout.nodes[code.node].role == "Code"
    assert code.face == "DejaVuSansMono"
    assert caption.y > code.y


def test_a_family_of_code_is_drawn_at_its_own_size() -> None:
    own = TextStyle(font="DejaVu Sans Mono", size=9)
    (code,) = texts(lay_out(composed(_listing("x = 1", look=own))))
    assert code.size == 9


def test_a_line_wider_than_the_column_goes_on_below() -> None:
    layout = lay_out(composed(_listing("x" * 300)))
    assert "".join(line_texts(layout)) == "x" * 300
    assert len(line_texts(layout)) > 2


def test_a_listing_over_pages_leaves_no_line_alone() -> None:
    layout = lay_out(composed(*(paragraph("жол") for _ in range(50)), _listing(*["x = 1"] * 30)))
    for page in range(len(layout.pages)):
        assert sum("x" in mark.text for mark in texts(layout, page)) != 1


def test_an_empty_listing_is_nothing() -> None:
    assert texts(lay_out(composed(_listing()))) == []
