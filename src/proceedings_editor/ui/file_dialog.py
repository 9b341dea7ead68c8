"""Asks for a file or a folder, with the system's own dialog where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QHeaderView, QTreeView, QWidget

from proceedings_editor.texts import Text, text
from proceedings_editor.ui.words import Words

_Label = QFileDialog.DialogLabel
_Resize = QHeaderView.ResizeMode
_KIND: Final = 2
"""The column of Qt's own table that says what kind of file it is."""
_SIZE: Final = (920, 560)
"""So large that Qt's own dialog shows names and days whole."""

_LABELS: Final[Mapping[QFileDialog.DialogLabel, Text]] = {
    _Label.LookIn: text("Where:"),
    _Label.FileType: text("Kind of file:"),
}
"""Qt's own dialog does not translate these."""


def ask_folder(parent: QWidget, words: Words, caption: Text, start: Path | None = None) -> Path | None:
    """Return the folder a person chose, None where they chose none."""
    dialog = _dialog(parent, words, caption, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def ask_file(parent: QWidget, words: Words, caption: Text, kinds: Text, start: Path | None = None) -> Path | None:
    """Return the file a person chose to read, None where they chose none; `kinds` is a filter as Qt writes it."""
    dialog = _dialog(parent, words, caption, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(words(kinds))
    return _chosen(dialog)


def ask_files(parent: QWidget, words: Words, caption: Text, kinds: Text, start: Path | None = None) -> list[Path]:
    """Return the files a person chose to read, one or many; `kinds` is a filter as Qt writes it."""
    dialog = _dialog(parent, words, caption, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(words(kinds))
    return _all_chosen(dialog)


def ask_new_file(parent: QWidget, words: Words, caption: Text, kinds: Text, name: str) -> Path | None:
    """Return the file a person chose to write, None where they chose none; one that exists is asked about.

    Args:
        parent: The window.
        words: Its language.
        caption: Title of the dialog.
        kinds: A filter as Qt writes it.
        name: Name to propose; its ending is added where the person typed none.
    """
    dialog = _dialog(parent, words, caption, Path.home())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(words(kinds))
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    return _chosen(dialog)


def _dialog(parent: QWidget, words: Words, caption: Text, start: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, words(caption), str(start) if start else "")
    for label, sentence in _LABELS.items():
        dialog.setLabelText(label, words(sentence))
    dialog.resize(*_SIZE)
    for table in dialog.findChildren(QTreeView):  # there is one where the dialog is Qt's own
        _show_whole(table)
    return dialog


def _show_whole(table: QTreeView) -> None:
    """Give size and day the room they need and names what is left; the kind is said by icon and ending.

    Qt says it in English, as "Folder" and "png File".
    """
    table.setColumnHidden(_KIND, True)
    head = table.header()
    head.setStretchLastSection(False)
    for column in range(head.count()):
        head.setSectionResizeMode(column, _Resize.ResizeToContents if column else _Resize.Stretch)


def _chosen(dialog: QFileDialog) -> Path | None:
    return next(iter(_all_chosen(dialog)), None)


def _all_chosen(dialog: QFileDialog) -> list[Path]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    files = dialog.selectedFiles() if accepted else []
    for table in dialog.findChildren(QTreeView):  # Qt remembers it for the dialogs of other programs
        table.setColumnHidden(_KIND, False)
    dialog.deleteLater()
    return [Path(file) for file in files]
