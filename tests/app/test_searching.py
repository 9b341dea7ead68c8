"""Find and replace: what is found is what is replaced, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proceedings_editor.app.searching import Occurrence, Query, find, replace_found
from proceedings_editor.errors import UsageError
from proceedings_editor.model.body import Note, Paragraph, Span, plain_text
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.progress import NeverCancelled
from tests import strategies
from tests.rules.sample import body, entry, paragraph, workspace

NOTED = Paragraph(
    (Span("Дала ", bold=True), Span("өзені"), Note((paragraph("Дала – жазық."),)), Span(" мен дала көлі."))
)


def found(where: Entry, query: Query) -> list[Occurrence]:
    return list(find([where], query, NeverCancelled()))


def after(where: Workspace, query: Query, *, without: int | None = None) -> Workspace:
    places = find(where.entries, query, NeverCancelled())
    edit = replace_found(where, query, [one for number, one in enumerate(places) if number != without])
    return edit.apply(where) if edit else where


def test_words_are_found_in_text_notes_references_and_fields() -> None:
    where = entry(body=(NOTED,))
    kinds = [(one.place.field or "body", one.found) for one in found(where, Query("дала"))]
    assert kinds.count(("body", "Дала")) == 2
    assert ("body", "дала") in kinds
    assert ("title.kk", "Дала") in kinds
    assert ("references.0", "Дала") in kinds


def test_capitals_and_whole_words_can_matter() -> None:
    where = replace(entry(), body=body("Дала, дала, даладағы."), references=(), title=entry().title)
    in_body = [one for one in found(where, Query("дала", case=True)) if one.place.block]
    assert [one.found for one in in_body] == ["дала", "дала"]
    whole = [one for one in found(where, Query("дала", whole=True)) if one.place.block]
    assert [one.after[:1] for one in whole] == [",", ","]


def test_everything_chosen_is_replaced_in_one_step_and_marks_stay() -> None:
    where = workspace(entry(body=(NOTED,)))
    changed = after(where, Query("дала", replacement="жазық")).entries[0]
    (block,) = changed.body
    assert isinstance(block, Paragraph)
    assert block.text[0] == Span("жазық ", bold=True)
    note = next(run for run in block.text if isinstance(run, Note))
    (inner,) = note.blocks
    assert isinstance(inner, Paragraph)
    assert plain_text(inner.text) == "жазық – жазық."
    assert changed.title.kk.startswith("жазық")
    assert found(changed, Query("дала")) == []


def test_what_is_not_chosen_stays() -> None:
    where = workspace(entry(body=body("а дала б дала в дала"), references=(), title=replace(entry().title, kk="Т")))
    places = [one for one in find(where.entries, Query("дала"), NeverCancelled()) if one.place.block]
    edit = replace_found(
        where, Query("дала", replacement="көл"), [replace(places[0], words="көл"), replace(places[2], words="көл")]
    )
    assert edit
    (block,) = edit.apply(where).entries[0].body
    assert isinstance(block, Paragraph)
    assert plain_text(block.text) == "а көл б дала в көл"


def test_a_regular_expression_and_its_groups() -> None:
    where = workspace(entry(body=body("2014-2016 жж. және 2015-2017 жж.")))
    query = Query(r"(\d{4})-(\d{4})", expression=True, replacement=r"\1–\2")
    (block,) = after(where, query).entries[0].body
    assert isinstance(block, Paragraph)
    assert plain_text(block.text) == "2014–2016 жж. және 2015–2017 жж."


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query(""), "Type what"),
        (Query("(", expression=True), "no regular expression"),
        (Query("(дала)", expression=True, replacement=r"\2"), "names a group"),
        (Query(r"(\w|\w\w|\s)+$", expression=True), "too long"),
    ],
)
def test_what_cannot_be_looked_for_is_one_sentence(query: Query, said: str) -> None:
    where = entry(body=body("сөз " * 400 + "."))
    with pytest.raises(UsageError, match=said):
        found(where, query)


def test_a_text_that_changed_meanwhile_is_left_alone() -> None:
    before = workspace(entry(body=body("дала")))
    query = Query("дала", replacement="көл")
    places = [one for one in find(before.entries, query, NeverCancelled()) if one.place.block]
    changed = workspace(entry(body=body("басқа сөз")))
    assert replace_found(changed, query, places) is None


@settings(max_examples=60, deadline=None)
@given(strategies.entries(), st.sampled_from(("а", "e", " ", ".", "[", "1")), st.sampled_from(("", "ы", "\\1", "a\nb")))
def test_replacing_is_what_it_was_said_to_be(where: Entry, words: str, put: str) -> None:
    query = Query(words, case=True, replacement=put)
    collection = Workspace(workspace().collection, workspace().template, (where,))
    changed = after(collection, query).entries[0]
    joined = " ".join(put.splitlines())
    if words not in joined:
        assert found(changed, query) == []
    assert replace(changed, body=(), references=()).readings == where.readings
