"""A session on a copy of the shipped sample, with a cache of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from proceedings_editor.app.collection import open_collection
from proceedings_editor.app.session import Session
from proceedings_editor.model.body import Paragraph, Span
from proceedings_editor.model.edit import SetBody, SetField
from proceedings_editor.model.place import Place
from proceedings_editor.texts import text

EXAMPLE = Path(__file__).resolve().parents[2] / "resources" / "examples" / "steppe-2026"


def copied_sample(where: Path) -> Path:
    folder = where / "Жинақ"
    shutil.copytree(EXAMPLE, folder)
    return folder


def opened(folder: Path) -> Session:
    return Session(folder, open_collection(folder))


def set_title(session: Session, entry: str, words: str) -> None:
    session.apply(SetField(entry, "title.kk", words, text("Change the title")))


def write_paragraph(session: Session, entry: str, words: str) -> None:
    """Add a paragraph at the end of an article."""
    there = session.entry(entry)
    assert there
    body = (*there.body, Paragraph((Span(words),)))
    session.apply(SetBody(entry, body, text("Typing"), Place(block=(len(there.body),))))
