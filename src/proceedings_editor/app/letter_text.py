"""The words of a collection's letters, for a person who changes them."""

from __future__ import annotations

from pathlib import Path

from proceedings_editor.exporters.letter.letter_text import read_letter
from proceedings_editor.model.local import Language
from proceedings_editor.storage.letter_file import letter_file, shipped_letter, write_letter


def letter_words(folder: Path, language: Language, name: str) -> str:
    """Return the words of a letter's file: the collection's own, else the shipped one.

    Raises:
        TemplateError: The file cannot be read.
    """
    return letter_file(folder, language, name)[0]


def first_words(language: Language, name: str) -> str:
    """Return the words a letter has before anybody changes it."""
    return shipped_letter(language, name)


def keep_words(folder: Path, language: Language, name: str, words: str) -> None:
    """Make words the collection's letter.

    Raises:
        TemplateError: They ask for a field there is not, or there is no letter in them.
        WriteError: They could not be written.
    """
    read_letter(words, f"{name}.txt")
    write_letter(folder, language, name, words)
