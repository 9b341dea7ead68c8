"""Changing the section tree of a collection together with the entries that stand in it."""

from __future__ import annotations

from proceedings_editor.model.edit import Edit, SetField, Together
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.section_tree import Tree, ids_in, section_in, without
from proceedings_editor.model.workspace import Workspace
from proceedings_editor.texts import Text, text


def entries_in(workspace: Workspace, section_id: str) -> tuple[Entry, ...]:
    """Return the entries of a section and of all sections below it."""
    section = section_in(workspace.collection.sections, section_id)
    ids = frozenset(ids_in((section,))) if section else frozenset()
    return tuple(entry for entry in workspace.entries if entry.section in ids)


def set_tree(tree: Tree, label: Text) -> Edit:
    """Return the edit that makes the collection's section tree this one."""
    return SetField("", "sections", tree, label)


def remove_section(workspace: Workspace, section_id: str, heir: str, label: Text) -> Edit:
    """Return the edit that takes a section out with all below it.

    Args:
        workspace: The collection.
        section_id: The section.
        heir: Id of the section its entries go to, "" for none.
        label: What undo calls it.
    """
    moved = text("Move to another section")
    edits: list[Edit] = [SetField(entry.id, "section", heir, moved) for entry in entries_in(workspace, section_id)]
    edits.append(set_tree(without(workspace.collection.sections, section_id), label))
    return Together(tuple(edits), label)
