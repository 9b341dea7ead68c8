"""Zips as a person meets them: unpacked to a chosen place, or compared with the open collection."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from proceedings_editor.app.bundle import unpack_bundle
from proceedings_editor.app.session import Session
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.texts import text
from proceedings_editor.ui.file_dialog import ask_file, ask_folder
from proceedings_editor.ui.merge_dialog import merge_zip
from proceedings_editor.ui.message import show_sentence
from proceedings_editor.ui.words import Words


def unpack_chosen(window: QWidget, words: Words, path: Path) -> Path | None:
    """Unpack a zip where a person wants it; return the folder, None where there is none."""
    into = ask_folder(window, words, text("Folder to unpack the zip into"), path.parent)
    if into is None:
        return None
    try:
        return unpack_bundle(path, into)
    except ProceedingsError as error:
        show_sentence(window, words, error.sentence)
        return None


def merge_chosen(window: QWidget, words: Words, session: Session, start: Path) -> None:
    """Ask for a colleague's zip, let a person take entries over from it, and tell what became of that."""
    path = ask_file(window, words, text("Take over from a zip"), text("Zip files (*.zip)"), start)
    if path is None:
        return
    try:
        said = merge_zip(window, words, session, path)
    except ProceedingsError as error:
        said = error.sentence
    show_sentence(window, words, said)
