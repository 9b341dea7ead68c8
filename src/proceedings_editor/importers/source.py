"""Reads a text file of unknown origin: sizes, encodings and line ends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from proceedings_editor.errors import ReadError, system_reason
from proceedings_editor.texts import Text, text

LARGEST: Final = 16 * 1024 * 1024
"""Bytes; a manuscript with this much text is no manuscript."""

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")


def read_markdown_file(path: Path) -> str:
    r"""Return the text of a Markdown file; line ends become "\n".

    Read are UTF-8 with or without a byte order mark, and UTF-16 with one.

    Raises:
        ReadError: The file cannot be opened, is empty, too large, in another encoding, or no text at all.
    """
    data = _bytes_of(path)
    content = _decoded(data, path.name)
    if _CONTROLS.search(content):
        raise ReadError(text("{file} is not a text file. Choose a Markdown file (.md).", file=path.name))
    if not content.strip():
        raise ReadError(text("{file} is empty. Choose the file with the article.", file=path.name))
    return re.sub("\r\n?|\u2028|\u2029", "\n", content)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            sentence = text("{file} is larger than 16 MB, which no manuscript is. Choose another.", file=path.name)
            raise ReadError(sentence)
        with path.open("rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError as error:
        raise ReadError(text("There is no file {file}. Check the name.", file=str(path))) from error
    except IsADirectoryError as error:
        raise ReadError(text("{file} is a folder. Choose a Markdown file (.md).", file=str(path))) from error
    except PermissionError as error:
        raise ReadError(text("You have no right to read {file}; ask for access to it.", file=str(path))) from error
    except OSError as error:
        reason = system_reason(error)
        raise ReadError(text("{file} could not be read: {reason}.", file=str(path), reason=reason)) from error


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(_wrong_encoding(data, name, data.count(b"\n", 0, error.start) + 1)) from error


def _wrong_encoding(data: bytes, name: str, line: int) -> Text:
    """The guess only tells the person what to do: reading by it would lose the Kazakh letters."""
    guess = data.decode("cp1251", errors="replace")
    if b"\x00" not in data and len(_CYRILLIC.findall(guess)) * 3 > len(guess):
        return text(
            "{file} is in the encoding Windows-1251, which has no Kazakh letters. "
            "Save it as UTF-8 in the editor it was written with.",
            file=name,
        )
    return text(
        "{file} is not text in UTF-8 (line {line}). Choose a Markdown file (.md) or save it as UTF-8.",
        file=name,
        line=line,
    )
