"""A copy of the open collection in another folder, as it is now: also where its own folder is gone or full."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from proceedings_editor.app.session import Session
from proceedings_editor.language.file_name import numbered
from proceedings_editor.storage import atomic
from proceedings_editor.storage.folder import create_folder, save_entry, whole_or_not
from proceedings_editor.storage.layout import DICTIONARY, FIGURES, LETTERS, MANUSCRIPTS
from proceedings_editor.templates.rule_text import with_rules
from proceedings_editor.texts import Text, text

_CARRIED: Final = (FIGURES, MANUSCRIPTS, LETTERS, DICTIONARY)


def copy_collection(session: Session, into: Path) -> Text:
    """Write everything there is now into a new folder below `into`; return what to tell the person.

    Raises:
        WriteError: It could not be written; nothing is left of it.
    """
    workspace = session.workspace
    with atomic.writing(into):
        folder = into / numbered(session.folder.name, (path.name for path in into.iterdir()))
    create_folder(folder, workspace.collection, with_rules(session.template_words, workspace.template.rules))
    with whole_or_not(folder):
        for entry in workspace.entries:
            save_entry(folder, None, entry)
        carried = [name for name in _CARRIED if _carry(session.folder / name, folder / name)]
    if FIGURES not in carried and not session.folder.is_dir():
        return text(
            "A copy with all texts is in {folder}. Figures and manuscripts could not be copied, because the folder of "
            "the collection is not there; copy them later.",
            folder=folder,
        )
    return text("A copy of the collection is in {folder}.", folder=folder)


def _carry(source: Path, target: Path) -> bool:
    if source.is_file():
        atomic.copy_new(source, target)
        return True
    if not source.is_dir():
        return False
    with atomic.writing(target):
        try:
            shutil.copytree(source, target)
        except shutil.Error as error:
            with suppress(IndexError):
                raise OSError(str(error.args[0][0][2])) from error
            raise
    return True
