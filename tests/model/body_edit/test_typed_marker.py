from __future__ import annotations

import pytest

from proceedings_editor.model.body import Body, ListBlock, Paragraph, Span, plain_text
from proceedings_editor.model.body_edit.item import listed
from proceedings_editor.model.body_edit.line import lines_of
from proceedings_editor.model.body_edit.typed_marker import listed_by_marker, typed_markers
from proceedings_editor.model.walk import text_of


def lines(*texts: str) -> Body:
    return tuple(Paragraph((Span(text),)) for text in texts)


def items(body: Body) -> tuple[list[str], ListBlock]:
    (block,) = body
    assert isinstance(block, ListBlock)
    return [plain_text(text_of(item.blocks[0])) for item in block.items], block


@pytest.mark.parametrize("marker", ["- ", "– ", "— ", "• ", "*\t", "·\u00a0", " -  ", "1. ", "12) "])
@pytest.mark.parametrize("ordered", [True, False])
def test_a_typed_marker_becomes_the_lists(marker: str, ordered: bool) -> None:
    made = listed_by_marker(lines(f"{marker}көктем", "жаз"), [0, 1], ordered=ordered)
    assert items(made)[0] == ["көктем", "жаз"]


@pytest.mark.parametrize(
    "text", ["-5 градусов", "2025. Жыл", "1.5 км", "–", "- ", "3) ", "көктем - жаз", "А. Б. Сейітов"]
)
def test_what_is_no_marker_stays(text: str) -> None:
    assert items(listed_by_marker(lines(text), [0], ordered=False))[0] == [text]


def test_numbers_go_on_as_they_were_typed() -> None:
    words, block = items(listed_by_marker(lines("3) су", "4) жер"), [0, 1], ordered=True))
    assert (words, block.start, block.marker) == (["су", "жер"], 3, "1)")


def test_a_list_above_keeps_its_count() -> None:
    above = listed(lines("бір", "7. екі"), [0], ordered=True)
    words, block = items(listed_by_marker(above, [1], ordered=True))
    assert (words, block.start, block.marker) == (["бір", "екі"], 1, "1.")


def test_marks_of_the_words_stay_and_items_are_left_alone() -> None:
    body = (Paragraph((Span("- "), Span("су", bold=True))), *listed(lines("- жер"), [0], ordered=False))
    assert typed_markers(body, range(len(lines_of(body)))) == {0: "- "}
    made = listed_by_marker(body, [0], ordered=False)
    assert isinstance(made[0], ListBlock)
    assert made[0].items[0].blocks == (Paragraph((Span("су", bold=True),)),)
