"""Another order of the reference list: citations everywhere follow, everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.body import (
    Block,
    Cell,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Span,
    Table,
    plain_text,
)
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import EditError, ReorderReferences
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import texts
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text

LABEL = text("Change")


def paragraph(words: str) -> Paragraph:
    return Paragraph((Span(words),))


def workspace(*blocks: Block, references: int = 3) -> Workspace:
    items = tuple(Reference((Span(f"Дерек {number}"),)) for number in range(1, references + 1))
    return Workspace(Collection(), Template("t"), (Entry("a", body=blocks, references=items),))


def reordered(before: Workspace, *order: int) -> Entry:
    after = ReorderReferences("a", order, LABEL, Place(field="references.0")).apply(before)
    return after.entries[0]


def test_citations_follow_in_every_kind_of_block() -> None:
    note = Note((paragraph("Ескерту [1]"),))
    before = workspace(
        paragraph("[1]"),
        Heading((Span("Тақырып [1]"),)),
        ListBlock((ListItem((paragraph("[1]"),)),)),
        Table(((Cell((paragraph("[1]"),)),),), caption=(Span("Кесте [1]"),)),
        Figure("a.png", caption=(Span("Сурет [1]"),)),
        Paragraph((Span("Сөз"), note)),
    )
    body = reordered(before, 1, 2, 0).body
    found = [plain_text(words) for _, words in texts(body)]
    assert found == ["[3]", "Тақырып [3]", "Кесте [3]", "[3]", "Сурет [3]", "Сөз\ufffc"] or sorted(found) == sorted(
        ["[3]", "Тақырып [3]", "[3]", "Кесте [3]", "[3]", "Сурет [3]", "Сөз\ufffc"]
    )
    last = body[-1]
    assert isinstance(last, Paragraph)
    assert last.text[1] == Note((paragraph("Ескерту [3]"),))


def test_a_source_that_goes_leaves_a_question_mark() -> None:
    entry = reordered(workspace(paragraph("[1], [2], [3]")), 0, 2)
    assert [plain_text(item.text) for item in entry.references] == ["Дерек 1", "Дерек 3"]
    assert entry.body == (paragraph("[1], [?], [2]"),)


def test_blocks_without_citations_stay_the_same_objects() -> None:
    plain, list_block = paragraph("Жай"), ListBlock((ListItem((paragraph("тармақ"),)),))
    body = reordered(workspace(plain, paragraph("[1]"), list_block), 1, 0, 2).body
    assert body[0] is plain
    assert body[2] is list_block


@given(st.permutations(range(6)))
def test_an_order_and_its_reverse_give_the_entry_back(order: list[int]) -> None:
    before = workspace(paragraph("Мына [1] және [2, 4] пен [3–5], [6] де"), references=6)
    there = ReorderReferences("a", tuple(order), LABEL, Place()).apply(before)
    back = tuple(order.index(number) for number in range(6))
    again = ReorderReferences("a", back, LABEL, Place()).apply(there)
    assert again.entries[0].references == before.entries[0].references
    (block,) = again.entries[0].body
    assert isinstance(block, Paragraph)
    assert "[1]" in plain_text(block.text)


@pytest.mark.parametrize("order", [(0, 0), (5,), (-1,)])
def test_an_order_of_items_that_are_not_there_is_refused(order: tuple[int, ...]) -> None:
    with pytest.raises(EditError):
        reordered(workspace(), *order)
