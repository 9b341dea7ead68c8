"""Reads the shipped word lists: tab-separated tables whose first line is a comment naming the source."""

from __future__ import annotations

from functools import cache

from proceedings_editor.errors import ReadError
from proceedings_editor.resources import shipped
from proceedings_editor.texts import text

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of `resources/data/<name>.tsv`, each as column name -> cell (missing cells are "").

    Do not change the rows: every caller gets the same ones.

    Raises:
        ReadError: The file is not there or is not text, which means a broken installation.
    """
    path = shipped("data", f"{name}.tsv")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(
            text("The word list {file} of the program cannot be read. Install the program again.", file=path.name)
        ) from error
    header, *body = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return tuple({column: (cells[i] if i < len(cells) else "") for i, column in enumerate(header)} for cells in body)
