"""Edits: functions from a workspace to a workspace, each with a label and the place it touches.

Everything that changes a workspace, a typed word, a quick fix, a renumbering, is an edit, so that history, undo and
the command line need to know nothing else.
"""

from __future__ import annotations

from proceedings_editor.model.edit.block import DropBlock, JoinParagraphs, SetBlockFact
from proceedings_editor.model.edit.body import SetBody
from proceedings_editor.model.edit.edit import Edit, EditError
from proceedings_editor.model.edit.entries import AddEntry, RemoveEntries, Renumber
from proceedings_editor.model.edit.field import SetField
from proceedings_editor.model.edit.formula import SetNumbered
from proceedings_editor.model.edit.ignore import IgnoreFinding, WatchAgain
from proceedings_editor.model.edit.marker import SetMarker
from proceedings_editor.model.edit.reading import DropReading, SettleReading
from proceedings_editor.model.edit.reference import MergeReferences, ReorderReferences
from proceedings_editor.model.edit.replace import ReplaceText
from proceedings_editor.model.edit.template import SetRules
from proceedings_editor.model.edit.together import Together

__all__ = [
    "AddEntry",
    "DropBlock",
    "DropReading",
    "Edit",
    "EditError",
    "IgnoreFinding",
    "JoinParagraphs",
    "MergeReferences",
    "RemoveEntries",
    "Renumber",
    "ReorderReferences",
    "ReplaceText",
    "SetBlockFact",
    "SetBody",
    "SetField",
    "SetMarker",
    "SetNumbered",
    "SetRules",
    "SettleReading",
    "Together",
    "WatchAgain",
    "moves_places",
]


def moves_places(edit: Edit) -> bool:
    """Say whether an edit moves blocks, references or many texts, so that places found before it are no longer true."""
    if isinstance(edit, Together):
        return any(map(moves_places, edit.edits))
    return isinstance(edit, DropBlock | JoinParagraphs | MergeReferences | ReorderReferences | SetBody | SetNumbered)
