"""Removing a section: its entries go where the person says, in the same step."""

from __future__ import annotations

from proceedings_editor.app.sectioning import entries_in, remove_section
from proceedings_editor.model.collection import Collection, Section
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.template import Template
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import text

TREE = (Section("a", sections=(Section("b"),)), Section("d"))
WORKSPACE = Workspace(
    Collection(sections=TREE),
    Template("t"),
    (Entry("1", section="a"), Entry("2", section="b"), Entry("3", section="d"), Entry("4")),
)


def test_a_section_holds_its_entries_and_those_below_it() -> None:
    assert [entry.id for entry in entries_in(WORKSPACE, "a")] == ["1", "2"]
    assert [entry.id for entry in entries_in(WORKSPACE, "b")] == ["2"]
    assert entries_in(WORKSPACE, "unknown") == ()


def test_the_entries_of_a_removed_section_go_to_its_heir() -> None:
    after = remove_section(WORKSPACE, "a", "d", text("Remove")).apply(WORKSPACE)
    assert [section.id for section in after.collection.sections] == ["d"]
    assert [entry.section for entry in after.entries] == ["d", "d", "d", ""]


def test_without_heir_they_stand_in_no_section() -> None:
    after = remove_section(WORKSPACE, "b", "", text("Remove")).apply(WORKSPACE)
    assert [entry.section for entry in after.entries] == ["a", "", "d", ""]
    assert after.collection.sections[0].sections == ()
