"""Pictures that came in and are shown nowhere, as after an undone paste: they go to the trash at closing."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from proceedings_editor.app.session import Session
from proceedings_editor.errors import ProceedingsError
from proceedings_editor.model.body import Figure
from proceedings_editor.model.entry import Entry
from proceedings_editor.model.walk import walk
from proceedings_editor.storage.attachment import discard_figure
from proceedings_editor.storage.entry_file import entry_from_text
from proceedings_editor.storage.layout import ENTRIES
from proceedings_editor.storage.version import version_words, versions_of

_LOG = logging.getLogger(__name__)


def tidy_pictures(session: Session) -> None:
    """Put the pictures this session brought in, and that neither its files nor any version show, into the trash.

    Pictures that anybody else brought are left alone; so is everything of an entry whose file or version cannot be
    read. Nobody is kept from closing by what fails here.
    """
    for entry_id, files in session.pictures_brought.items():
        try:
            shown = {file for entry in _states(session, entry_id) for file in _figures(entry)}
            for file in sorted(files - shown):
                discard_figure(session.folder, entry_id, file)
        except (ProceedingsError, OSError, UnicodeError) as error:
            _LOG.warning("pictures of %s were not tidied: %s", entry_id, error)


def _states(session: Session, entry_id: str) -> Iterator[Entry]:
    """Yield the entry as it is now, in its file and in every version.

    Raises:
        ReadError: One of them cannot be read.
        OSError: The file cannot be read.
    """
    for workspace in (session.workspace, session.saved):
        yield from (entry for entry in workspace.entries if entry.id == entry_id)
    source = session.sources.get(entry_id)
    if source:  # somebody else may have changed it a moment ago
        yield entry_from_text((session.folder / ENTRIES / source).read_text(encoding="utf-8"), source)
    for version in versions_of(session.folder, entry_id):
        yield entry_from_text(version_words(version), version.path.name)


def _figures(entry: Entry) -> Iterator[str]:
    return (block.file for _, block in walk(entry.body) if isinstance(block, Figure))
