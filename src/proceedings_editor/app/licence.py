"""The licences of what ships with the program, as its own list has them."""

from __future__ import annotations

from proceedings_editor.importers.markdown_block import read_document
from proceedings_editor.importers.source import read_markdown_file
from proceedings_editor.model.body import Body
from proceedings_editor.model.local import Language
from proceedings_editor.resources import shipped


def licences(language: Language) -> Body:
    """Return the list without its title, in a language; names of licences are the same in each.

    Raises:
        ReadError: The file is missing or damaged.
    """
    name = "LICENSES.md" if language == "en" else f"LICENSES.{language}.md"
    pieces = read_document(read_markdown_file(shipped(name))).pieces
    return tuple(piece.block for piece in pieces[1:])
