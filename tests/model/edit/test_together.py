from __future__ import annotations

import pytest

from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.collection import Collection
from proceedings_editor.model.edit import DropReading, EditError, ReplaceText, SetField, Together
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.place import Place
from proceedings_editor.model.reading import Reading
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text

LABEL = text("Change")
HEAD, ROW = Reading("section", "Су құқығы", "head"), Reading("section", "Құқық", "table row 9")


def workspace() -> Workspace:
    first = Entry("e1", first_page=9, last_page=5, body=(Paragraph((Span("бiр"),)),), readings=(HEAD, ROW))
    return Workspace(Collection(), Template("own"), (first, Entry("e2")))


def test_several_edits_are_one_step_at_the_first_ones_place() -> None:
    edit = Together((SetField("e1", "first_page", 5, LABEL), SetField("e1", "last_page", 9, LABEL)), LABEL)
    assert (edit.entry, edit.place) == ("e1", Place(field="first_page"))
    after = edit.apply(workspace()).entries[0]
    assert (after.first_page, after.last_page) == (5, 9)


def test_edits_of_several_entries_belong_to_none() -> None:
    edit = Together((SetField("e1", "number", 1, LABEL), SetField("e2", "number", 2, LABEL)), LABEL)
    assert edit.entry == ""
    assert [entry.number for entry in edit.apply(workspace()).entries] == [1, 2]


def test_an_edit_that_fails_changes_nothing() -> None:
    edit = Together((SetField("e1", "number", 1, LABEL), ReplaceText("e1", Place(block=(7,)), "x", LABEL)), LABEL)
    with pytest.raises(EditError):
        edit.apply(workspace())


def test_one_reading_is_dropped_and_the_others_stay() -> None:
    edit = DropReading("e1", ROW, LABEL)
    assert edit.place == Place(field="section")
    once = edit.apply(workspace())
    assert once.entries[0].readings == (HEAD,)
    assert edit.apply(once) is once


def test_edits_of_one_text_touch_all_between_them() -> None:
    edits = tuple(ReplaceText("e1", Place(block=(0,), start=at, end=at + 1), "x", LABEL) for at in (5, 2))
    assert Together(edits, LABEL).place == Place(block=(0,), start=2, end=6)
    whole = (*edits, ReplaceText("e1", Place(block=(0,)), "x", LABEL))
    assert Together(whole, LABEL).place == Place(block=(0,))
