"""The licences of what ships with the program, as its own list has them."""

from __future__ import annotations

from proceedings_editor.importers.markdown_block import read_document
from proceedings_editor.importers.source import read_markdown_file
from proceedings_editor.model.body import Body
from proceedings_editor.resources import shipped


def licences() -> Body:
    """Return the list without its title.

    Raises:
        ReadError: The file is missing or damaged.
    """
    pieces = read_document(read_markdown_file(shipped("LICENSES.md"))).pieces
    return tuple(piece.block for piece in pieces[1:])
