"""The letters of a collection: texts below `letters/` that a secretary may change, copied from the shipped ones."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from proceedings_editor.errors import TemplateError
from proceedings_editor.resources import shipped
from proceedings_editor.storage.atomic import write_text, writing
from proceedings_editor.storage.layout import LETTERS
from proceedings_editor.templates.node import Source, decoded
from proceedings_editor.texts import text

ENDING: Final = ".txt"


def copy_letters(folder: Path) -> None:
    """Put the shipped letters into a collection's folder; those it has stay as they are.

    Raises:
        WriteError: They could not be written.
    """
    for path in sorted(shipped(LETTERS).rglob(f"*{ENDING}")):
        own = folder / LETTERS / path.relative_to(shipped(LETTERS))
        with writing(own):
            own.parent.mkdir(parents=True, exist_ok=True)
            is_there = own.exists()
        if not is_there:
            write_text(own, path.read_text(encoding="utf-8"))


def shipped_letter(language: str, name: str) -> str:
    """Return the text of a letter as it ships."""
    return shipped(LETTERS, language, f"{name}{ENDING}").read_text(encoding="utf-8")


def write_letter(folder: Path, language: str, name: str, words: str) -> None:
    """Write a collection's own letter.

    Raises:
        WriteError: It could not be written.
    """
    path = folder / LETTERS / language / f"{name}{ENDING}"
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, words)


def letter_file(folder: Path, language: str, name: str) -> tuple[str, str]:
    """Return a letter's text and what its file is called: the collection's own, else the shipped one.

    Args:
        folder: The collection's folder.
        language: Language of the letter.
        name: Which letter ("returned").

    Raises:
        TemplateError: The file cannot be read.
    """
    parts = (language, f"{name}{ENDING}")
    own = folder.joinpath(LETTERS, *parts)
    path = own if own.is_file() else shipped(LETTERS, *parts)
    shown = "/".join((LETTERS, *parts))
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise TemplateError(text("{file} could not be read: {reason}.", file=shown, reason=reason)) from error
    return decoded(data, Source(shown, TemplateError)), shown
