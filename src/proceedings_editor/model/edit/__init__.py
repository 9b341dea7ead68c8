"""Edits: functions from a workspace to a workspace, each with a label and the place it touches.

Everything that changes a workspace, a typed word, a quick fix, a renumbering, is an edit, so that history, undo and
the command line need to know nothing else.
"""

from __future__ import annotations

from proceedings_editor.model.edit.body import SetBody
from proceedings_editor.model.edit.edit import Edit, EditError
from proceedings_editor.model.edit.entries import AddEntry, RemoveEntries, Renumber
from proceedings_editor.model.edit.field import SetField
from proceedings_editor.model.edit.ignore import IgnoreFinding, WatchAgain
from proceedings_editor.model.edit.reading import DropReading, SettleReading
from proceedings_editor.model.edit.reference import ReorderReferences
from proceedings_editor.model.edit.replace import ReplaceText
from proceedings_editor.model.edit.template import SetRules
from proceedings_editor.model.edit.together import Together

__all__ = [
    "AddEntry",
    "DropReading",
    "Edit",
    "EditError",
    "IgnoreFinding",
    "RemoveEntries",
    "Renumber",
    "ReorderReferences",
    "ReplaceText",
    "SetBody",
    "SetField",
    "SetRules",
    "SettleReading",
    "Together",
    "WatchAgain",
]
