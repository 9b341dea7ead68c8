"""Edits of whole blocks: facts, joining, taking out, numbers of formulas, merged sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proceedings_editor.model.body import (
    Block,
    DisplayFormula,
    FormulaSource,
    Heading,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Span,
    plain_text,
)
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import (
    DropBlock,
    Edit,
    EditError,
    JoinParagraphs,
    MergeReferences,
    ReplaceText,
    SetBlockFact,
    SetNumbered,
    Together,
    moves_places,
)
from proceedings_editor.model.entry import Entry, Reference
from proceedings_editor.model.place import Place
from proceedings_editor.model.template import Template
from proceedings_editor.model.walk import text_of
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text

LABEL = text("Change")


def paragraph(words: str) -> Paragraph:
    return Paragraph((Span(words),))


def workspace(*blocks: Block, references: int = 0) -> Workspace:
    items = tuple(Reference((Span(f"Дерек {number}"),)) for number in range(1, references + 1))
    return Workspace(Collection(), Template("t"), (Entry("a", body=blocks, references=items),))


def body(edit: Edit, before: Workspace) -> tuple[Block, ...]:
    return edit.apply(before).entries[0].body


def test_a_fact_of_a_block_inside_another_is_set() -> None:
    quoted = Quotation((paragraph("Су."), Heading((Span("Жер"),), 3)))
    edit = SetBlockFact("a", Place(block=(0, 1)), "level", 1, LABEL)
    assert body(edit, workspace(quoted)) == (Quotation((paragraph("Су."), Heading((Span("Жер"),), 1))),)


def test_a_block_has_only_its_own_facts() -> None:
    with pytest.raises(EditError):
        SetBlockFact("a", Place(block=(0,)), "level", 1, LABEL).apply(workspace(paragraph("Су.")))


@given(st.text("су мен-", max_size=8), st.text("жер ", max_size=8))
def test_joining_keeps_the_words_in_their_order(first: str, second: str) -> None:
    (joined,) = body(JoinParagraphs("a", Place(block=(0,)), LABEL), workspace(paragraph(first), paragraph(second)))
    letters = plain_text(text_of(joined)).replace(" ", "").replace("-", "")
    assert letters == (first + second).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("path", [(0,), (5,), (), (1, 0)])
def test_only_neighbouring_paragraphs_are_joined(path: tuple[int, ...]) -> None:
    before = workspace(Heading((Span("Су"),)), ListBlock((ListItem((paragraph("а"),)),)))
    with pytest.raises(EditError):
        JoinParagraphs("a", Place(block=path), LABEL).apply(before)


def test_a_block_is_taken_out() -> None:
    before = workspace(paragraph("а"), Quotation((paragraph("ә"), paragraph("б"))))
    assert body(DropBlock("a", Place(block=(1, 0)), LABEL), before) == (paragraph("а"), Quotation((paragraph("б"),)))
    assert body(DropBlock("a", Place(block=(0,)), LABEL), before) == before.entries[0].body[1:]


def formula(*, numbered: bool) -> DisplayFormula:
    return DisplayFormula(FormulaSource("a"), numbered)


def test_mentions_follow_when_a_formula_loses_its_number_also_in_notes() -> None:
    noted = Paragraph((Span("(2) формула, "), Note((paragraph("(3)–(4) формулалар"),))))
    before = workspace(*(formula(numbered=True),) * 4, noted)
    after = body(SetNumbered("a", Place(block=(0,)), numbered=False, label=LABEL), before)
    assert after[4] == Paragraph((Span("(1) формула, "), Note((paragraph("(2)–(3) формулалар"),))))
    back = body(SetNumbered("a", Place(block=(0,)), numbered=True, label=LABEL), workspace(*after))
    assert back == before.entries[0].body


def test_only_a_formula_has_a_number() -> None:
    with pytest.raises(EditError):
        SetNumbered("a", Place(block=(0,)), numbered=True, label=LABEL).apply(workspace(paragraph("Су.")))


def test_what_cited_the_merged_source_cites_the_kept_one() -> None:
    before = workspace(paragraph("[1], [2, б. 5], [3; 4]."), references=4)
    merged = MergeReferences("a", 0, 2, LABEL, Place(field="references")).apply(before).entries[0]
    assert [plain_text(one.text) for one in merged.references] == ["Дерек 1", "Дерек 2", "Дерек 4"]
    assert merged.body == (paragraph("[1], [2, б. 5], [1; 3]."),)


@pytest.mark.parametrize(("kept", "gone"), [(0, 0), (0, 4), (7, 1)])
def test_a_source_is_merged_with_another_there_is(kept: int, gone: int) -> None:
    with pytest.raises(EditError):
        MergeReferences("a", kept, gone, LABEL, Place(field="references")).apply(workspace(references=4))


def test_edits_that_move_others_say_so() -> None:
    typing = ReplaceText("a", Place(block=(0,), end=1), "С", LABEL)
    joining = JoinParagraphs("a", Place(block=(0,)), LABEL)
    assert not moves_places(typing)
    assert moves_places(joining)
    assert moves_places(Together((typing, joining), LABEL))
