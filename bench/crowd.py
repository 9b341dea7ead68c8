"""A collection of many entries, each with words of its own, so that nothing is cheap because it was seen.

Called as `python -m bench.crowd FOLDER ENTRIES` it writes one, for a bench whose own memory counts.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from bench.subject import Subject, subject
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.folder import create_folder, save_entry
from proceedings_editor.storage.layout import TEMPLATE

ENTRIES = 300


def write_crowd(subject: Subject, folder: Path, entries: int = ENTRIES) -> None:
    """Write a collection of so many entries into `folder`."""
    template = (subject.folder / TEMPLATE).read_text(encoding="utf-8")
    create_folder(folder, subject.workspace.collection, template)
    for number in range(1, entries + 1):
        save_entry(folder, None, _one(subject.entry, number))


def _one(entry: Entry, number: int) -> Entry:
    first = 7 * number
    body = tuple(
        replace(block, text=(*block.text, Span(f" сөз{number}"))) if isinstance(block, Paragraph) else block
        for block in entry.body
    )
    return replace(entry, id=f"e{number}", number=number, first_page=first, last_page=first + 6, body=body)


if __name__ == "__main__":
    write_crowd(subject(), Path(sys.argv[1]), int(sys.argv[2]))
