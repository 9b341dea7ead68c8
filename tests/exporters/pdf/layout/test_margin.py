from __future__ import annotations

import pytest

from proceedings_editor.exporters.pdf.layout.document import lay_out
from proceedings_editor.exporters.pdf.placed import TextMark
from proceedings_editor.model.template import TextStyle
from tests.exporters.pdf.layout.sample import A4, MARGIN, SENTENCE, artifacts, composed, paragraph


def _folios(**page: object) -> list[TextMark]:
    layout = lay_out(composed(paragraph(SENTENCE * 150), **page))
    return [mark for number in range(len(layout.pages)) for mark in artifacts(layout, number)]


def test_folios_count_from_the_first_and_stand_in_the_middle_below() -> None:
    marks = _folios(first_folio=323)
    assert [mark.text for mark in marks] == ["323", "324", "325"]
    for mark in marks:
        assert mark.x + mark.width / 2 == pytest.approx(A4[0] / 2)
        assert mark.y == pytest.approx(MARGIN / 2 + 0.216 * 12, abs=0.1)


def test_without_a_number_nothing_is_drawn() -> None:
    assert _folios(number=("none", "center")) == []


def test_folios_outside_change_sides() -> None:
    odd, even, *_ = _folios(number=("bottom", "outside"))
    assert odd.x + odd.width == pytest.approx(A4[0] - MARGIN)
    assert even.x == pytest.approx(MARGIN)


def test_folios_above_stand_in_the_upper_margin() -> None:
    assert all(mark.y > A4[1] - MARGIN for mark in _folios(number=("top", "right")))


def test_the_draft_line_stands_above_the_folio_in_every_head() -> None:
    marks = _folios(number=("top", "center"), head="Жоба, 070-мақала", head_look=TextStyle(size=10, align="center"))
    heads = [mark for mark in marks if mark.size == 10]
    folios = [mark for mark in marks if mark.size == 12]
    assert "".join(mark.text for mark in heads).count("Жоба") == 3
    assert min(mark.y for mark in heads) > max(mark.y for mark in folios) + 9
    assert all(mark.y > A4[1] - MARGIN for mark in marks)


def test_a_head_line_too_long_for_the_page_is_set_smaller() -> None:
    marks = _folios(head=SENTENCE * 3, number=("none", "center"))
    assert max(mark.x + mark.width for mark in marks) <= A4[0] - MARGIN + 5
    assert all(mark.size < 10 for mark in marks)
